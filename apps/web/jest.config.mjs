import { angularProject } from '../../jest.preset.mjs';

export default angularProject('web', import.meta.dirname);
