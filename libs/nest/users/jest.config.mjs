import { postgresProject } from '../../../jest.preset.mjs';

export default postgresProject('users', import.meta.dirname);
