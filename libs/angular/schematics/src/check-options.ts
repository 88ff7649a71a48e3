import { type Options } from './options';

/** Throws where an address could never be reached, before anything is written. */
export function checkOptions({ api, apiOrigin }: Options): void {
  for (const [option, value] of Object.entries({ '--api': api, '--api-origin': apiOrigin })) {
    if (value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) continue;
    throw new Error(`${option} needs an origin such as http://localhost:3000, not "${value}". Nothing was changed.`);
  }
}
