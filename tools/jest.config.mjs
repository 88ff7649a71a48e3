import { nodeProject } from '../jest.preset.mjs';

const project = nodeProject('tools', import.meta.dirname);

/** tools/cli is a project of its own. */
export default { ...project, testMatch: ['<rootDir>/*.spec.ts'], testTimeout: 60_000 };
