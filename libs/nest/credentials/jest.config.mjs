import { postgresProject } from '../../../jest.preset.mjs';

export default postgresProject('credentials', import.meta.dirname);
