/** "AL" for "Ada Lovelace", "A" for "ada@example.com". */
export function initialsOf(name: string): string {
  const words = name.replace(/@.*/, '').split(/[\s._-]+/);
  const letters = words.flatMap((word) => [...word].slice(0, 1));
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return ends.join('').toLocaleUpperCase();
}
