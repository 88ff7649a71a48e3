import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-admin', import.meta.dirname);
