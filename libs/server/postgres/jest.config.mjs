import { nodeProject } from '../../../jest.preset.mjs';

export default { ...nodeProject('postgres', import.meta.dirname), testTimeout: 60_000 };
