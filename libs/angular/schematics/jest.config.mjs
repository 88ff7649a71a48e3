import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('angular-schematics', import.meta.dirname);
