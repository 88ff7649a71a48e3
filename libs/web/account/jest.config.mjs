import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('web-account', import.meta.dirname);
