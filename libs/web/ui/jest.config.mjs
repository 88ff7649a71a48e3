import { angularProject } from '../../../jest.preset.mjs';

export default angularProject('web-ui', import.meta.dirname);
