import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('angular-ui', import.meta.dirname);
