/** Nothing was written: says why, and what to paste by hand. */
export class CannotEdit extends Error {
  constructor(why: string, paste: string) {
    super(`${why} Nothing was changed. To go on by hand, paste:\n\n${paste}\n`);
    this.name = 'CannotEdit';
  }
}
