/** Options that cannot work, told all at once when the application starts. */
export class InvalidOptions extends Error {
  constructor(readonly problems: string[]) {
    super(`LatchkeyModule cannot work with these options:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'InvalidOptions';
  }
}
