import { nodeProject } from '../../../jest.preset.mjs';

export default nodeProject('server-http', import.meta.dirname);
