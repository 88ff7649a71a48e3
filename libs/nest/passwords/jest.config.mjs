import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('passwords', import.meta.dirname);
