/** What a password column holds: `v1$<pepper id>$2b$…`. The scheme and the pepper are named, so that both can change. */
export interface StoredHash {
  pepperId: string;
  bcrypt: string;
}

const V1 = /^v1\$([a-z0-9]{1,16})(\$2b\$\d\d\$[./A-Za-z0-9]{53})$/;

export function parseStoredHash(stored: string): StoredHash | undefined {
  const [, pepperId, bcrypt] = V1.exec(stored) ?? [];
  return pepperId && bcrypt ? { pepperId, bcrypt } : undefined;
}

export const formatStoredHash = ({ pepperId, bcrypt }: StoredHash): string => `v1$${pepperId}${bcrypt}`;

export const costOf = ({ bcrypt }: StoredHash): number => Number(bcrypt.slice(4, 6));
