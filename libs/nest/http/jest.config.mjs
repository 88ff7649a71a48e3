import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('http', import.meta.dirname);
