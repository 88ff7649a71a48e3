import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('sessions', import.meta.dirname);
