import { requireSameRelease } from './same-release';

it('works with a contract of its own release, and names both where it is of another', () => {
  expect(() => requireSameRelease()).not.toThrow();
  expect(() => requireSameRelease('0.0.9')).toThrow(
    /^@latchkey\/angular \S+ cannot work with @latchkey\/contract 0\.0\.9\. Install one release of both: npm install /,
  );
});
