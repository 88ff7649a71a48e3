import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('credentials', import.meta.dirname);
