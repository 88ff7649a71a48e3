import { ApiFailure } from '@latchkey/nest/http';
import { generatedPassword, PasswordPolicy } from '@latchkey/nest/passwords';
import { newPassword } from '@latchkey/contract';
import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { explained } from './explained';
import { Refusal } from './failures';
import { askUnseen } from './ask-unseen';

export interface ChosenPassword {
  password: string;
  isGenerated: boolean;
}

/** A password from the terminal, from a pipe, or made now; the policy holds for whoever chooses one. */
export async function choosePassword(
  email: string,
  { generate, signal }: { generate: boolean; signal: AbortSignal },
): Promise<ChosenPassword> {
  if (generate) return generated();
  if (process.stdin.isTTY) return { password: await askedFor(email, signal), isGenerated: false };
  const line = (await text(addAbortSignal(signal, process.stdin))).replace(/\r?\n[^]*$/, '');
  if (line === '') return generated();
  return { password: await allowed(line, email), isGenerated: false };
}

const generated = (): ChosenPassword => ({ password: generatedPassword(), isGenerated: true });

async function askedFor(email: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    try {
      const password = await allowed(await askUnseen(`Password for ${email}: `, signal), email);
      if ((await askUnseen('The same again: ', signal)) === password) return password;
      console.error('These were two different passwords.');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(error.message);
    }
  }
}

async function allowed(password: string, email: string): Promise<string> {
  const checked = newPassword.safeParse(password);
  if (!checked.success) throw new Refusal(`${checked.error.issues[0]?.message}.`);
  try {
    await new PasswordPolicy().check(checked.data, { email });
  } catch (error) {
    throw error instanceof ApiFailure ? new Refusal(explained(error)) : error;
  }
  return checked.data;
}
