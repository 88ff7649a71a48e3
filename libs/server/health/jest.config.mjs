import { postgresProject } from '../../../jest.preset.mjs';

export default postgresProject('health', import.meta.dirname);
