import { Refreshes, RefreshTokens, Sessions } from '@latchkey/nest/sessions';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { TestApi } from './start-api';

const SCHEDULES = 10_000;
const SEED = 20_261_121;
/** Schedules that run side by side: the database is what they wait for. */
const LANES = 16;

/** Who does what, after how many seconds. `tabs` is both of the owner's tabs at once, with the one cookie they share. */
interface Step {
  wait: number;
  who: 'tab' | 'tabs' | 'thief';
  /**
   * What becomes of the answer, once the server has done its part: `lost` ones never arrive, or their client gave up and aborted;
   * `late` ones arrive after another client of the same holder asked once more; from a `quiet` one only the tokens are kept.
   */
  fate: 'comes' | 'lost' | 'late' | 'quiet';
}

/** How a schedule went: whether anybody was refused (one of two tabs is enough), and whether a thief still shares it in the end. */
interface Outcome {
  isRefused: boolean;
  isShared: boolean;
}

const wait = fc.constantFrom(0, 1, 4, 9, 11, 30, 900, 40_000);
const jump = fc.constantFrom(-3_600, -60, 3_600);
const fates: Step['fate'][] = ['comes', 'lost', 'late', 'quiet'];
const step = (who: Step['who'][], waits: fc.Arbitrary<number>) =>
  fc.record({ wait: waits, who: fc.constantFrom(...who), fate: fc.constantFrom(...fates) });
const ownersAlone = fc.array(
  step(['tab', 'tabs'], fc.oneof({ weight: 6, arbitrary: wait }, { weight: 1, arbitrary: jump })),
  {
    minLength: 2,
    maxLength: 9,
  },
);
const withThief = fc.array(step(['tab', 'tabs', 'thief'], wait), { minLength: 3, maxLength: 9 });

describe(`of ${SCHEDULES} schedules`, () => {
  let api: TestApi;
  let userId: string;
  let refreshes: Refreshes;
  let sessions: Sessions;

  beforeAll(async () => {
    api = await TestApi.start({ DATABASE_POOL_SIZE: String(LANES) });
    const { token } = await api.newcomer();
    userId = (jwt.decode(token) as { sub: string }).sub;
    [refreshes, sessions] = [api.app.get(Refreshes), api.app.get(Sessions)];
  });

  /** One session, its owner's browser, and perhaps a thief who copied the first refresh token. */
  async function play(steps: Step[]): Promise<Outcome> {
    const { id, secret } = await sessions.open(userId, { userAgent: null, address: '' });
    const first = api.app.get(RefreshTokens).issue({ sid: id, generation: 0 }, secret);
    const holds = { owner: first, thief: first };
    const newest = { owner: 0, thief: 0 };
    const refused = { isRefused: true, isShared: false };
    for (const { wait: seconds, who, fate } of steps) {
      if (seconds !== 0) await shift(id, seconds);
      const actor = who === 'thief' ? 'thief' : 'owner';
      const ask = () => refreshes.refresh(holds[actor]).catch(() => undefined);
      const answers = await Promise.all(who === 'tabs' ? [ask(), ask()] : [ask()]);
      // Another tab asks before the answer is there: a late one comes while its client waits, hence within the ten seconds.
      if (fate === 'late') answers.push(await ask());
      const [answer] = answers.reverse();
      if (answers.includes(undefined) || !answer) return refused;
      if (fate === 'lost') continue;
      holds[actor] = answer.refreshToken;
      const { gen } = jwt.decode(answer.accessToken) as { gen: number };
      newest[actor] = gen;
      if (fate !== 'quiet' && !(await sessions.live(id, gen))) return refused;
    }
    const isRobbed = steps.some(({ who }) => who === 'thief');
    return { isRefused: false, isShared: isRobbed && (await isSharedFor(id, holds, newest)) };
  }

  /** Owner and thief both refresh, further apart than the window, and use what they have got. */
  async function isSharedFor(
    id: string,
    holds: { owner: string; thief: string },
    newest: { owner: number; thief: number },
  ) {
    for (const actor of ['thief', 'owner'] as const) {
      await shift(id, 11);
      const answer = await refreshes.refresh(holds[actor]).catch(() => undefined);
      if (!answer) return false;
      holds[actor] = answer.refreshToken;
      newest[actor] = (jwt.decode(answer.accessToken) as { gen: number }).gen;
    }
    return !!(await sessions.live(id, newest.thief)) && !!(await sessions.live(id, newest.owner));
  }

  /** So many seconds go by, as the database sees it; a step back of its clock where there are less than none. */
  const shift = (id: string, seconds: number) =>
    api.sql(`UPDATE sessions SET rotated_at = rotated_at - $2 * interval '1 second' WHERE id = $1`, [id, seconds]);

  async function playAll(schedules: Step[][], judge: (outcome: Outcome) => boolean) {
    const wrong: Step[][] = [];
    const queue = [...schedules];
    const lane = async () => {
      for (let steps = queue.pop(); steps; steps = queue.pop()) if (!judge(await play(steps))) wrong.push(steps);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return wrong;
  }

  it('none signs out an owner who was not robbed, whatever is lost, late or at once', async () => {
    const schedules = fc.sample(ownersAlone, { numRuns: SCHEDULES / 2, seed: SEED });
    expect(await playAll(schedules, ({ isRefused }) => !isRefused)).toEqual([]);
  }, 300_000);

  it('every one is over once owner and thief have both refreshed, more than ten seconds apart, however quiet the thief was', async () => {
    const schedules = fc.sample(withThief, { numRuns: SCHEDULES / 2, seed: SEED });
    expect(await playAll(schedules, ({ isShared }) => !isShared)).toEqual([]);
  }, 300_000);
});

jest.setTimeout(300_000);
