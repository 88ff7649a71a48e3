import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-pages', import.meta.dirname);
