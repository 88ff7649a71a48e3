import { postgresProject } from '../../../jest.preset.mjs';

export default postgresProject('database', import.meta.dirname);
