import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@latchkey/nest/http';
import { isPredictable, repeatedIn } from './predictable';

const COMMON = 'This is one of the most common passwords. Choose one that nobody would guess';
const OWN = 'Choose a password that is not your e-mail address, your user name or the name of this site';
const PREDICTABLE =
  'This repeats itself, or runs along the alphabet or the keyboard. Choose a password that nobody would guess';
const PRODUCT = 'latchkey';

/** What somebody is known by. */
interface Names {
  email?: string | null;
  username?: string | null;
}

/** Letters of a name that say enough to be looked for in a password. */
const ENOUGH = 4;

/**
 * Refuses what an attacker tries first: the common passwords, what repeats itself or runs on, the e-mail, the product's name
 * (ASVS 6.2.4, 6.2.11). Whatever the shortest password is, it holds alike.
 */
@Injectable()
export class PasswordPolicy {
  private common: Promise<Set<string>> | undefined;

  /** Throws InvalidInput, about the field at `path`, where `password` may not be chosen by somebody of these names. */
  async check(password: string, names: Names, path = 'password'): Promise<void> {
    const refused = (message: string) => new InvalidInput([{ path, message }]);
    const folded = password.toLowerCase();
    const forms = [folded, repeatedIn(folded)];
    if (forms.some((form) => isOwn(form, names))) throw refused(OWN);
    this.common ??= commonPasswords();
    const common = await this.common;
    if (forms.some((form) => common.has(form))) throw refused(COMMON);
    if (isPredictable(folded)) throw refused(PREDICTABLE);
  }
}

/** True of a name of one's own or of the product's, also with digits and signs about it. */
function isOwn(folded: string, { email, username }: Names): boolean {
  const names = [email, email?.split('@', 1)[0], username, PRODUCT].flatMap((name) => name?.toLowerCase() ?? []);
  const bare = names.map(lettersOf).filter((letters) => letters.length >= ENOUGH);
  return names.includes(folded) || bare.includes(lettersOf(folded));
}

const lettersOf = (text: string): string => text.replaceAll(/\P{L}/gu, '');

/** 49,000 passwords, read at the first registration. */
async function commonPasswords(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary.passwords);
}
