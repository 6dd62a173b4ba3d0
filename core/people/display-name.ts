import { type Text, text } from '../texts/text.ts';

/** Most characters of a name, as a person counts them (our default). */
export const LONGEST_NAME = 40;

/** Why something is not taken as a name; each has a kind sentence of its own. */
export type NameTrouble = 'no-letter' | 'too-long' | 'line-break' | 'mention' | 'link' | 'not-plain';

export const NAME_TROUBLES = {
  'no-letter': text('name-needs-a-letter'),
  'too-long': text('name-too-long', { most: String(LONGEST_NAME) }),
  'line-break': text('name-one-line'),
  mention: text('name-no-mention'),
  link: text('name-no-link'),
  'not-plain': text('name-plain'),
} as const satisfies Record<NameTrouble, Text>;

// Characters that cannot be seen: marks that turn the direction of text, fillers, joiners, tags.
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN_BUT_JOINERS = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
// The exception: in these scripts a joiner between letters is part of the spelling.
const SPELLED_WITH_JOINERS =
  '[\\p{sc=Arab}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Gujr}\\p{sc=Guru}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Orya}\\p{sc=Sinh}\\p{sc=Taml}\\p{sc=Telu}]';
const JOINER = new RegExp(
  `(?<=${SPELLED_WITH_JOINERS}\\p{M}*)[\\u200c\\u200d](?=${SPELLED_WITH_JOINERS})`,
  'gu',
);
// Stands for a joiner while the unseen are taken out; nobody can write it, it is refused as a control character.
const KEPT = { '\u200c': '\u0001', '\u200d': '\u0002' } as const;

const LINE_BREAKS = ['\n', '\r', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029'];
const ALLOWED =
  /^(?:[\p{L}\p{M}\p{N} '’‘ʼ\-‐‑.,()&·\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200c|\u200d)+$/u;

/**
 * The name shown to others, tidied up, or why it cannot be one. A first name or any name will do, in any script, with
 * emoji too as long as there is a letter. Nothing in it can call somebody in a chat, be tapped as a link, break a line or
 * turn the direction of the text around it.
 */
export function validName(written: string): { readonly name: string } | { readonly trouble: NameTrouble } {
  const trimmed = written.trim();
  if (LINE_BREAKS.some((each) => trimmed.includes(each))) return { trouble: 'line-break' };
  if (/\p{Cc}/u.test(trimmed)) return { trouble: 'not-plain' };
  const name = withoutUnseen(trimmed.normalize('NFC')).replace(/\s+/gu, ' ').trim();
  if (/[@＠﹫]/u.test(name)) return { trouble: 'mention' };
  if (/:\/\/|\bwww\b/iu.test(name) || /[\p{L}\p{N}]{2,}\.[\p{L}\p{N}]{2,}/u.test(name))
    return { trouble: 'link' };
  if (!/\p{L}/u.test(name)) return { trouble: 'no-letter' };
  if ([...name].length > LONGEST_NAME) return { trouble: 'too-long' };
  // A heap of accents on one letter runs over the lines above and below.
  if (!ALLOWED.test(name) || /\p{M}{4,}/u.test(name)) return { trouble: 'not-plain' };
  return { name };
}

function withoutUnseen(name: string): string {
  // The others go first: a joiner that stands beside one of them would else be kept and then stand alone.
  return name
    .replace(UNSEEN_BUT_JOINERS, '')
    .replace(JOINER, (joiner) => (joiner === '\u200c' ? KEPT['\u200c'] : KEPT['\u200d']))
    .replace(UNSEEN, '')
    .replaceAll(KEPT['\u200c'], '\u200c')
    .replaceAll(KEPT['\u200d'], '\u200d');
}
