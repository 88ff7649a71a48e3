import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('metrics', import.meta.dirname);
