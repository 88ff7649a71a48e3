import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('environment', import.meta.dirname);
