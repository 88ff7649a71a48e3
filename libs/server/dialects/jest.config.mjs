import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('dialects', import.meta.dirname);
