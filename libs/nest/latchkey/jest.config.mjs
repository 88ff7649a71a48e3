import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('latchkey', import.meta.dirname);
