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
   * `late` ones arrive just before that, after another client of the same holder asked; from a `quiet` one only the tokens are kept.
   */
  fate: 'comes' | 'lost' | 'late' | 'quiet';
}

/**
 * How a schedule went: whether anybody was refused (one of two tabs is enough) before its end, and whether a thief shares it once
 * both went on after that.
 */
interface Outcome {
  isRefused: boolean;
  isShared: boolean;
}

/** Seconds for which the site waits for an answer. */
const PATIENCE = 8;

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
    const arrived: number[] = [];
    const given = new Set([first]);
    const refused = { isRefused: true, isShared: false };
    for (const { wait: seconds, who, fate } of steps) {
      if (seconds !== 0) await shift(id, seconds);
      const actor = who === 'thief' ? 'thief' : 'owner';
      const presented = holds[actor];
      const ask = () => refreshes.refresh(presented).catch(() => undefined);
      const [answer, ...others] = await Promise.all(Array.from({ length: who === 'tabs' ? 2 : 1 }, ask));
      if (fate === 'late') {
        // A successor that is repeated comes while its first answer is waited for; one that is new, or none, may take all the time.
        if (answer && !(given.has(answer.refreshToken) && answer.refreshToken !== presented)) await shift(id, PATIENCE);
        others.push(await ask());
      }
      if (!answer || others.includes(undefined)) return refused;
      for (const one of [answer, ...others]) given.add(one?.refreshToken as string);
      if (fate === 'lost') continue;
      // In the order of their arrival; what was sent is not set again.
      for (const one of [...others, answer]) if (one && one.refreshToken !== presented) holds[actor] = one.refreshToken;
      const gens = [...others, answer].map((one) => generationOf(one?.accessToken as string));
      if (actor === 'owner') arrived.push(...gens);
      if (fate !== 'quiet') for (const gen of gens) if (!(await sessions.live(id, gen))) return refused;
    }
    if (steps.some(({ who }) => who === 'thief')) return { isRefused: false, isShared: await isSharedFor(id, holds) };
    // Whatever another tab still has of what arrived is good, until it expires.
    for (const gen of new Set(arrived)) if (!(await sessions.live(id, gen))) return refused;
    return { isRefused: false, isShared: false };
  }

  /** Owner and thief both refresh, further apart than the window, and use what they have got. */
  async function isSharedFor(id: string, holds: { owner: string; thief: string }) {
    const newest = { owner: 0, thief: 0 };
    for (const actor of ['thief', 'owner'] as const) {
      await shift(id, 11);
      const answer = await refreshes.refresh(holds[actor]).catch(() => undefined);
      if (!answer) return false;
      newest[actor] = generationOf(answer.accessToken);
    }
    return !!(await sessions.live(id, newest.thief)) && !!(await sessions.live(id, newest.owner));
  }

  const generationOf = (accessToken: string) => (jwt.decode(accessToken) as { gen: number }).gen;
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
    let toTheEnd = 0;
    const wrong = await playAll(schedules, ({ isRefused, isShared }) => {
      if (!isRefused) toTheEnd += 1;
      return !isShared;
    });
    expect(wrong).toEqual([]);
    // The thief was not noticed before in so many of them.
    expect(toTheEnd).toBeGreaterThan(SCHEDULES / 20);
  }, 300_000);
});

jest.setTimeout(300_000);
