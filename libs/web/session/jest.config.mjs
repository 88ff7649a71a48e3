import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('web-session', import.meta.dirname);
