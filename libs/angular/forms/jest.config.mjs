import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-forms', import.meta.dirname);
