import { postgresProject } from '../../../jest.preset.mjs';

export default postgresProject('sessions', import.meta.dirname);
