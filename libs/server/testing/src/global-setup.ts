// eslint-disable-next-line @nx/enforce-module-boundaries -- Jest loads this before it knows the import names
import { removeAbandonedServers, temporaryServer } from '../../postgres/src/embedded';
import { running } from './running';

/** Before a project's tests: the server that TEST_DATABASE_URL names, or an embedded one for this run. */
export default async function globalSetup(): Promise<void> {
  process.env['TEST_DATABASE_PREFIX'] = `latchkey_test_${crypto.randomUUID().slice(0, 8)}_`;
  if (process.env['TEST_DATABASE_URL']) return;
  removeAbandonedServers();
  running.server = await temporaryServer();
  process.env['TEST_DATABASE_URL'] = running.server.url;
}
