import { nodeProject } from '../jest.preset.mjs';

export default { ...nodeProject('tools', import.meta.dirname), testTimeout: 60_000 };
