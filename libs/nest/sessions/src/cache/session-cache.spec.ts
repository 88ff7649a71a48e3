import { jest } from '@jest/globals';
import { Notifications } from '@latchkey/nest/database';
import { type LiveSession } from './live-session';
import { type SessionOptions } from '../session-options';
import { SessionCache } from './session-cache';

/** A link to no database, as alive as the test says. */
class Link extends Notifications {
  isAlive = true;

  override isFresh(): boolean {
    return this.isAlive;
  }
}

const live = (id: string) => ({ session: { id, userId: `user of ${id}` }, user: {} }) as LiveSession;
const checked = { exp: Infinity, until: Infinity };

function setUp(cacheSize = 100) {
  const link = new Link({}, () => Promise.resolve());
  const cache = new SessionCache(link, { cacheSize } as SessionOptions);
  const keep = (id: string, { before = cache.count(), end = Infinity } = {}) => cache.keep(live(id), before, end);
  const keepToken = (token: string, until = Infinity, { session } = cache.session('a') ?? live('a')) =>
    cache.keepToken(token, session, { ...checked, until });
  const holds = () => [cache.session('a') !== undefined, cache.find('token') !== undefined];
  return { link, cache, keep, keepToken, holds };
}

describe('the memory of sessions', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_800_000_000_000 }));
  afterEach(() => jest.useRealTimers());

  it('answers a session, and a token with its session and its end', () => {
    const { cache, keep, keepToken } = setUp();
    keep('a');
    keepToken('token');
    expect([cache.session('a'), cache.find('token')]).toEqual([live('a'), { ...live('a'), ...checked }]);
    expect([cache.session('b'), cache.find('another')]).toEqual([undefined, undefined]);
  });

  it('is not believed while the link that tells of changes is silent', () => {
    const { link, keep, keepToken, holds } = setUp();
    keep('a');
    keepToken('token');
    link.isAlive = false;
    expect(holds()).toEqual([false, false]);
    link.isAlive = true;
    expect(holds()).toEqual([true, true]);
  });

  it('keeps no token beside a later reading of the session than it was checked against', () => {
    const { cache, keep, keepToken, holds } = setUp();
    keep('a');
    const earlier = cache.session('a');
    cache.drop('a');
    keep('a');
    keepToken('token', Infinity, earlier);
    expect(holds()).toEqual([true, false]);
  });

  describe.each<[string, (link: Link, cache: SessionCache) => void]>([
    ['the session changed elsewhere', (link) => link.emit('told', 'session:a')],
    ['its user changed elsewhere', (link) => link.emit('told', 'user:user of a')],
    ['the link was cut', (link) => link.emit('missed')],
    ['the session changed here', (_, cache) => cache.drop('a')],
    ['its user changed here', (_, cache) => cache.dropUser('user of a')],
  ])('when %s', (_, change) => {
    it('forgets the session with its tokens', () => {
      const { link, cache, keep, keepToken, holds } = setUp();
      keep('a');
      keepToken('token');
      change(link, cache);
      expect(holds()).toEqual([false, false]);
      keep('a');
      expect(holds()).toEqual([true, false]);
    });

    it('keeps nothing that was read before', () => {
      const { link, cache, keep, holds } = setUp();
      const before = cache.count();
      change(link, cache);
      keep('a', { before });
      expect(holds()).toEqual([false, false]);
    });
  });

  it('leaves other sessions alone when one changes', () => {
    const { link, keep, holds } = setUp();
    keep('a');
    link.emit('told', 'session:b');
    link.emit('told', 'user:user of b');
    expect(holds()).toEqual([true, false]);
  });

  it.each([
    [0, []],
    [2, ['b', 'c']],
  ])('holds %i sessions and no more, the newest', (size, held) => {
    const { cache, keep } = setUp(size);
    for (const id of ['a', 'b', 'c']) keep(id);
    expect(['a', 'b', 'c'].filter((id) => cache.session(id))).toEqual(held);
  });

  it('holds eight tokens a session and no more, the newest', () => {
    const { cache, keep, keepToken } = setUp();
    const tokens = Array.from({ length: 9 }, (_, index) => `token ${index}`);
    keep('a');
    for (const token of tokens) keepToken(token);
    expect(tokens.filter((token) => cache.find(token))).toEqual(tokens.slice(1));
  });

  it('believes a session for a minute', () => {
    const { keep, keepToken, holds } = setUp();
    keep('a');
    keepToken('token');
    jest.advanceTimersByTime(59_999);
    expect(holds()).toEqual([true, true]);
    jest.advanceTimersByTime(1);
    expect(holds()).toEqual([false, false]);
  });

  it('believes a session no longer than until its own end', () => {
    const { keep, keepToken, holds } = setUp();
    keep('a', { end: performance.now() + 10_000 });
    keepToken('token');
    jest.advanceTimersByTime(9_999);
    expect(holds()).toEqual([true, true]);
    jest.advanceTimersByTime(1);
    expect(holds()).toEqual([false, false]);
  });

  it('believes a token until its end or its key’s, and its session for longer', () => {
    const { keep, keepToken, holds } = setUp();
    keep('a');
    keepToken('token', Date.now() / 1000 + 10);
    jest.advanceTimersByTime(9_999);
    expect(holds()).toEqual([true, true]);
    jest.advanceTimersByTime(1);
    expect(holds()).toEqual([true, false]);
  });
});
