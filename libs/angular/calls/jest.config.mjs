import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-calls', import.meta.dirname);
