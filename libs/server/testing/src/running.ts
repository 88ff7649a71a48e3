// eslint-disable-next-line @nx/enforce-module-boundaries -- Jest loads this before it knows the import names
import { type EmbeddedPostgres } from '../../postgres/src/embedded';

/** The embedded server of this run, handed from setup to teardown: Jest loads the two apart, so it hangs on the process. */
export const running = ((process as unknown as { latchkey?: { server?: EmbeddedPostgres } }).latchkey ??= {});
