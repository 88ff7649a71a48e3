import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { mayBeCutOff, parseForeignHash } from './foreign-hash';
import { HashingPool } from './hashing-pool';
import { PasswordOptions, type Pepper } from './password-options';
import { costOf, formatStoredHash, parseStoredHash } from './stored-hash';

@Injectable()
export class Passwords {
  /** Checked where there is no account: takes as long as a real one and matches nothing. */
  private readonly nobody: string;

  constructor(
    private readonly pool: HashingPool,
    private readonly options: PasswordOptions,
  ) {
    const bcrypt = `$2b$${String(options.cost).padStart(2, '0')}$${'.'.repeat(53)}`;
    this.nobody = formatStoredHash({ pepperId: options.peppers[0].id, bcrypt });
  }

  /** Hashes a new password (NFC) for storing; Unavailable where too many wait. */
  async hash(password: string): Promise<string> {
    const pepper = this.options.peppers[0];
    const bcrypt = await this.pool.hash(peppered(password, pepper), this.options.cost);
    return formatStoredHash({ pepperId: pepper.id, bcrypt });
  }

  /**
   * True where `password` (NFC) is the stored one. Without a stored hash, or with one that cost less, it works as long as for
   * a new one of ours; a foreign hash takes its own time (docs/decisions/0010).
   */
  async matches(password: string, stored: string | undefined): Promise<boolean> {
    const foreign = stored === undefined ? undefined : parseForeignHash(stored);
    if (foreign) return this.pool.compareForeign(password, foreign);
    const { pepperId, bcrypt } = parsed(stored ?? this.nobody);
    const pepper = this.options.peppers.find(({ id }) => id === pepperId);
    if (!pepper)
      throw new Error(`A stored password needs the pepper "${pepperId}", which PASSWORD_PEPPERS does not have.`);
    const matches = await this.pool.compare(peppered(password, pepper), bcrypt, this.options.cost);
    return matches && stored !== undefined;
  }

  /**
   * True where the hash that `password` met was made elsewhere, or with another pepper or cost than a new one would be. Not
   * where that hash never saw the end of it: a new one would hold another tail for good, and shut out the one that was chosen.
   */
  isOutdated(stored: string, password: string): boolean {
    const foreign = parseForeignHash(stored);
    if (foreign) return !mayBeCutOff(password, foreign);
    const hash = parsed(stored);
    return hash.pepperId !== this.options.peppers[0].id || costOf(hash) !== this.options.cost;
  }
}

/** bcrypt stops at 72 bytes and at NUL; 64 characters of base64 carry the whole password (OWASP Password Storage). */
const peppered = (password: string, { secret }: Pepper): string =>
  createHmac('sha384', secret).update(password.normalize('NFC')).digest('base64');

function parsed(stored: string) {
  const hash = parseStoredHash(stored);
  if (!hash) throw new Error('A stored password has an unknown form.');
  return hash;
}
