import { schema } from './schema';

const KNOWN = Object.keys(schema.shape);
/** Names that begin like this are meant for us. */
const OURS = /^(DATABASE|JWT|CORS|PASSWORD|DIALECTS?|ACCESS_TOKEN|REFRESH_TOKEN|METRICS|TRUSTED|LATCHKEY)_/;
/** What Kubernetes sets for each service beside us, such as one called "database". */
const SERVICE = /_(SERVICE|PORT)(_|$)/;

/**
 * What to say of names that mean nothing here, a sentence each. The environment is full of others' names, so that only those
 * count which are nearly ours; in a file of our `own` every one does.
 */
export function withoutMeaning(names: string[], { own = false } = {}): string[] {
  return names
    .filter((name) => !KNOWN.includes(name))
    .map((name) => ({ name, near: nearest(name) }))
    .filter(({ name, near }) => near || own || (OURS.test(name) && !SERVICE.test(name)))
    .map(
      ({ name, near }) => `${name} is no setting of Latchkey and does nothing.${near ? ` Did you mean ${near}?` : ''}`,
    );
}

/** The setting that is meant, as far as the spelling tells: two slips, or one in a short name, where HOME is near HOST. */
function nearest(name: string): string | undefined {
  const spelt = name
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^LATCHKEY_/, '');
  const [best] = KNOWN.map((known) => ({ known, slips: slips(spelt, known) })).sort((a, b) => a.slips - b.slips);
  return best && best.slips <= (best.known.length < 8 ? 1 : 2) ? best.known : undefined;
}

/** How many letters to put in, leave out or change (Levenshtein's distance). */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [column, other] of [...to].entries()) {
      const [above = 0, before = 0, corner = 0] = [row[column + 1], next[column], row[column]];
      next.push(Math.min(above + 1, before + 1, corner + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) as number;
}
