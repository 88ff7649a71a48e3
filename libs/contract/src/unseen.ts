/** Controls, what turns the direction of the text behind it, and what shows nothing: UAX 44's own lists, and three they miss. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/gu;
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Where some of them belong. Each begins with a character that is seen. */
const AT_HOME = [
  // A joiner inside an emoji, or between letters of the scripts that write with it.
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?\u200d(?=\p{Extended_Pictographic})/gu,
  /(?:\p{Script=Arabic}|(?!\p{Script=Inherited})\p{Mn})[\u200c\u200d](?=\p{L})/gu,
  // The style of an emoji, a key's cap, the letters of a region's flag.
  /(?:\p{Extended_Pictographic}[\ufe0e\ufe0f]|[\d#*]\ufe0f\u20e3|\u{1f3f4}[\u{e0061}-\u{e007a}]{2,6}\u{e007f})/gu,
  // The form of a Han character, as families write their names.
  /\p{Script=Han}[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/gu,
];

/** True where all of a name is seen, and stands where it is read: nobody can pass for somebody else by what does not show. */
export function isSeen(name: string): boolean {
  const rest = AT_HOME.reduce((text, pattern) => text.replace(pattern, 'x'), name);
  return SHOWN.test(rest) && rest.search(UNSEEN) < 0;
}

/** `text` with a blank for each character that would not be seen, for what strangers say of themselves. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, ' ');
