import { type LatchkeyFeature, refuse } from './feature';
import { StoredToken } from './stored-token';
import { TOKEN_STORAGE } from './token-storage';

/**
 * Where this browser keeps the access token: for all tabs (`local`, the default), for each tab alone (`session`), or nowhere
 * (`memory`), from where it is gone after a reload. The refresh cookie signs in again all the same.
 */
export function withStorage(kind: 'local' | 'session' | 'memory'): LatchkeyFeature {
  if (!['local', 'session', 'memory'].includes(kind))
    refuse('withStorage', `"${String(kind)}" is no place for a token; write local, session or memory.`);
  const useFactory = () => new StoredToken(kind === 'memory' ? memory() : () => sessionStorage);
  return { name: 'withStorage', providers: kind === 'local' ? [] : [{ provide: TOKEN_STORAGE, useFactory }] };
}

function memory() {
  const kept = new Map<string, string>();
  const place = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return () => place;
}
