import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('contract', import.meta.dirname);
