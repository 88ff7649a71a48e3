import { postgresProject } from '../../jest.preset.mjs';

export default postgresProject('api', import.meta.dirname);
