import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('web-admin', import.meta.dirname);
