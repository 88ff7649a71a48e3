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
  /** The server does its part, and the answer never arrives. */
  isLost: boolean;
}

/** How a schedule went: whether anybody was refused (one of two tabs is enough), and whether all who asked with them were. */
interface Outcome {
  isRefused: boolean;
  isOver: boolean;
  mustBeOver: boolean;
}

const wait = fc.constantFrom(0, 1, 4, 9, 11, 30, 900, 40_000);
const jump = fc.constantFrom(-3_600, -60, 3_600);
const step = (who: Step['who'][], waits: fc.Arbitrary<number>) =>
  fc.record({ wait: waits, who: fc.constantFrom(...who), isLost: fc.boolean() });
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
    let now = 0;
    let rotatedAt = -Infinity;
    let newest = 0;
    let newestWasUsed = true;

    for (const { wait: seconds, who, isLost } of steps) {
      if (seconds !== 0) await shift(id, seconds);
      now += seconds;
      const actor = who === 'thief' ? 'thief' : 'owner';
      const mustBeOver = generationOf(holds[actor]) < newest && newestWasUsed && now - rotatedAt > 10;
      const answers = await Promise.all(
        Array.from({ length: who === 'tabs' ? 2 : 1 }, () => refreshes.refresh(holds[actor]).catch(() => undefined)),
      );
      const [answer] = answers;
      const isOver = answers.every((one) => !one);
      if (answers.includes(undefined) || !answer) return { isRefused: true, isOver, mustBeOver };
      if (mustBeOver) return { isRefused: false, isOver, mustBeOver };
      const { gen } = jwt.decode(answer.accessToken) as { gen: number };
      if (gen > newest) [newest, rotatedAt, newestWasUsed] = [gen, now, false];
      if (isLost) continue;
      holds[actor] = answer.refreshToken;
      if ((await sessions.live(id, gen)) && gen === newest) newestWasUsed = true;
    }
    return { isRefused: false, isOver: false, mustBeOver: false };
  }

  const generationOf = (token: string) => Number(token.split('.')[2]);
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

  it('every one is over in which owner and thief both went on, more than ten seconds apart', async () => {
    const schedules = fc.sample(withThief, { numRuns: SCHEDULES / 2, seed: SEED });
    let caught = 0;
    const wrong = await playAll(schedules, ({ isOver, mustBeOver }) => {
      if (isOver && mustBeOver) caught += 1;
      return isOver || !mustBeOver;
    });
    expect(wrong).toEqual([]);
    expect(caught).toBeGreaterThan(SCHEDULES / 20);
  }, 300_000);
});

jest.setTimeout(300_000);
