import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@latchkey/nest/http';

const COMMON = 'This is one of the most common passwords. Choose one that nobody would guess';
const OWN = 'Choose a password that is not your e-mail address, your user name or the name of this site';
const PRODUCT = 'latchkey';

/** What somebody is known by. */
interface Names {
  email?: string | null;
  username?: string | null;
}

/** Refuses what an attacker tries first: the common passwords, the e-mail, the product's name (ASVS 6.2.4, 6.2.11). */
@Injectable()
export class PasswordPolicy {
  private common: Promise<Set<string>> | undefined;

  /** Throws InvalidInput, about the field at `path`, where `password` may not be chosen by somebody of these names. */
  async check(password: string, { email, username }: Names, path = 'password'): Promise<void> {
    const refused = (message: string) => new InvalidInput([{ path, message }]);
    const folded = password.toLowerCase();
    if ([email, email?.split('@', 1)[0], username].includes(folded) || isProduct(folded)) throw refused(OWN);
    this.common ??= commonPasswords();
    if ((await this.common).has(folded)) throw refused(COMMON);
  }
}

const isProduct = (folded: string): boolean => folded.replaceAll(/[^a-z]/g, '') === PRODUCT;

/** 18,000 passwords of 8 characters and more, read at the first registration. */
async function commonPasswords(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary.passwords.filter((password) => password.length >= 8));
}
