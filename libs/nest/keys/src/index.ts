/** The keys that sign access tokens: made, kept in a file, retired by date, and published without their secret half. */
export { readKeyFile, writeKeyFile } from './key-file';
export { addKey, makeKey } from './make-key';
export { type AsymmetricAlgorithm, type KeyJwk, publicJwk, type PublicJwk } from './key-jwk';
export { asymmetricKeys, symmetricKey, type SigningKey } from './signing-key';
