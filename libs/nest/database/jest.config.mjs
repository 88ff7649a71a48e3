import { nodeProject } from '../../../jest.preset.mjs';

export default { ...nodeProject('database', import.meta.dirname), testTimeout: 60_000 };
