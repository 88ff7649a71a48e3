import { isSeen, withoutUnseen } from './index';

const hex = (text: string) => [...text].map((sign) => sign.codePointAt(0)?.toString(16)).join(' ');
const UNSEEN = [
  ...['\u0000', '\n', '\u007f', '\u0085', '\u00ad', '\u034f', '\u061c', '\u115f', '\u1160', '\u17b4', '\u180e'],
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202e', '\u2060', '\u2061'],
  ...['\u2066', '\u2069', '\u206f', '\u2800', '\u3164', '\ufe00', '\ufe0f', '\ufeff', '\uffa0', '\ufff9', '\ufffc'],
  ...['\u{1d159}', '\u{1d173}', '\u{e0001}', '\u{e0061}', '\u{e007f}', '\u{e0100}'],
];
const NAMES = [
  ...[
    'Ada',
    'Ada Łovelace é',
    'O’Brien-Smith, Jr.',
    'עדה',
    'आदित्य',
    'क्‍ष',
    'می‌خواهم',
    '葛\u{e0100}飾',
    'ไทย',
    '이름',
    '7',
    '★',
  ],
  ...['👩‍💻', '❤️', '❤️‍🔥', '👩🏽‍🚀', '👨‍👩‍👧', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇪', '🏳️‍🌈'],
];

describe('isSeen', () => {
  it.each(UNSEEN.map((sign) => [hex(sign), sign]))('is false of %s, alone and within a name', (_, sign) => {
    for (const name of [sign, sign + sign, `${sign}Ada`, `A${sign}da`, `Ada${sign}`, `1${sign}`, `Ada ${sign} 7`])
      expect([hex(name), isSeen(name)]).toEqual([hex(name), false]);
  });

  it.each(NAMES)('is true of %s', (name) => {
    expect(isSeen(name)).toBe(true);
  });

  it.each(['', ' ', '\u00a0', '\u0301', '\u3000', '👩‍', '‍💻', 'क्‍', 'A\u200d💻', '🏴\u{e0067}', 'A\u{e0100}'])(
    'is false of %j, of which nothing or not all is seen',
    (name) => {
      expect(isSeen(name)).toBe(false);
    },
  );
});

it('puts a blank for what would not be seen', () => {
  expect(withoutUnseen('Chrome\u202e/1\n\u200b2')).toBe('Chrome /1  2');
});
