import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('auth', import.meta.dirname);
