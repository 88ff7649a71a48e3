import { postgresProject } from '../../jest.preset.mjs';

export default postgresProject('api-e2e', import.meta.dirname);
