import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-session', import.meta.dirname);
