import { Injectable } from '@nestjs/common';
import { type PublicJwk, type SigningKey } from '@latchkey/nest/keys';
import { JwtService } from '@nestjs/jwt';
import { TokenOptions } from '../session-options';

/** What a token says that nobody has verified. */
export interface UnverifiedToken {
  header: { alg?: unknown; kid?: unknown };
  payload: Record<string, unknown>;
}

/** The keys of the settings, at this moment: which one signs, and which one a token names. */
@Injectable()
export class KeyRing {
  /** Every algorithm that a key of ours has. */
  readonly algorithms: SigningKey['algorithm'][];
  private readonly keys: readonly SigningKey[];

  constructor(
    { signingKeys }: TokenOptions,
    private readonly jwt: JwtService,
  ) {
    this.keys = signingKeys;
    this.algorithms = [...new Set(signingKeys.map(({ algorithm }) => algorithm))];
  }

  /** The newest key that signs now. Throws where every key was retired meanwhile. */
  newest(now = Date.now() / 1000): SigningKey {
    const key = this.keys.find(({ signs, from, until }) => signs && from <= now && now < until);
    if (!key) throw new Error('No key in JWT_KEYS_FILE signs any more; make one with "keys new".');
    return key;
  }

  /** The key that a token names, by `kid` and `alg` both (RFC 8725 §3.1), unless it is retired. `jku`, `jwk` and `x5u` count for nothing. */
  find(token: string, now = Date.now() / 1000): SigningKey | undefined {
    const { alg, kid } = this.decode(token)?.header ?? {};
    return this.keys.find((key) => key.kid === kid && key.algorithm === alg && now < key.until);
  }

  decode(token: string): UnverifiedToken | undefined {
    try {
      const decoded = this.jwt.decode(token, { complete: true }) as UnverifiedToken | null;
      return typeof decoded?.payload === 'object' ? decoded : undefined;
    } catch {
      return undefined;
    }
  }

  /** Which keys a token may name now, in words. */
  described(now = Date.now() / 1000): string {
    const good = this.keys.filter(({ until }) => now < until);
    return good
      .map(({ algorithm, kid }) => (kid === undefined ? algorithm : `${algorithm} with kid "${kid}"`))
      .join(', ');
  }

  /** For whoever checks tokens elsewhere; those that will sign soon are among them. */
  published(now = Date.now() / 1000): PublicJwk[] {
    return this.keys.flatMap(({ published, until }) => (published && now < until ? [published] : []));
  }
}
