import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-testing', import.meta.dirname);
