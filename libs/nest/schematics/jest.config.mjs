import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('nest-schematics', import.meta.dirname);
