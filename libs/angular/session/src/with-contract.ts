import { adoptAuth, type Auth } from '@latchkey/contract/permissions';
import { type LatchkeyFeature } from './feature';

/** The app's own roles and permissions, as `defineAuth` made them for both sides. Throws where a name cannot be one. */
export function withContract(auth: Auth): LatchkeyFeature {
  adoptAuth(auth);
  return { name: 'withContract', providers: [] };
}
