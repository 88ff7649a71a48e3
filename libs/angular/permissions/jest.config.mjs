import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-permissions', import.meta.dirname);
