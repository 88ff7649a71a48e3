import { postgresProject } from '../../../jest.preset.mjs';

export default postgresProject('auth', import.meta.dirname);
