import { type Environment, readEnvironment } from '@latchkey/server/environment';

/** Settings for a test on the database at `url`: secrets that are good for nothing else, hashing that is quick. */
export function testEnvironment(url: string): Environment {
  return readEnvironment({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    JWT_SECRET: 'a-secret-for-the-tests-and-for-nothing-else',
    PASSWORD_PEPPERS: 'test:another-one-for-the-tests-and-nothing-else',
    PASSWORD_COST: '4',
  });
}
