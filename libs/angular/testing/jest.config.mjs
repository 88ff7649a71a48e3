import { join } from 'node:path';
import { angularProject } from '../../../jest.preset.mjs';

/** The app that docs/test-a-signed-in-app.md speaks of, with the test that it shows. */
const documented = join(import.meta.dirname, '../../../apps/packages-e2e/fixtures/ng/src/app');

export default { ...angularProject('angular-testing', import.meta.dirname), roots: ['<rootDir>', documented] };
