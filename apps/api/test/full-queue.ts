import { HashingPool } from '@latchkey/nest/passwords';
import { type TestApi } from './start-api';

/**
 * Keeps the hashing pool of `api` full while `act` goes on; `places` are its threads and its queue together. For each hash that
 * is done another begins before the next request is looked at, so that none finds a place, however long it took to come.
 */
export async function whileFull<T>(api: TestApi, places: number, act: () => Promise<T>): Promise<T> {
  const pool = api.app.get(HashingPool);
  let goesOn = true;
  const fill = async () => {
    while (goesOn) await pool.hash('x', 10);
  };
  const filled = Promise.all(Array.from({ length: places }, fill));
  try {
    return await act();
  } finally {
    goesOn = false;
    await filled;
  }
}
