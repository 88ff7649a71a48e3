/** A start that is refused: one line a setting, naming the setting and never its value. */
export class InvalidEnvironment extends Error {
  constructor(readonly problems: string[]) {
    super(
      ['The settings are not complete. See .env.example.', ...problems.map((problem) => `  ${problem}`)].join('\n'),
    );
  }
}
