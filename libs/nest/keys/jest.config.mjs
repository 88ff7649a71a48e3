import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('keys', import.meta.dirname);
