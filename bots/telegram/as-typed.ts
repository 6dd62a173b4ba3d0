/** Nothing to see, and no part of a word or an address: what stands on both sides of it is not read as one. */
const BETWEEN = '\u2060';

/**
 * Where Telegram finds something to press in words without any markup: after the signs of a mention, a tag, a ticker or a
 * command, in an address, and between the parts of a name of the internet.
 */
const PRESSABLE = [
  /[@#$\uff03\uff20](?=[\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}_/<>@])\/(?=[a-z0-9_])/giu,
  /:(?=\/\/)/gu,
  /(?<=[\p{L}\p{N}_-])\.(?=\p{L})/gu,
];

/** The same words to read, in which Telegram's apps find no link, no mention and no command. */
export function plainWords(text: string): string {
  return PRESSABLE.reduce((words, sign) => words.replace(sign, `$&${BETWEEN}`), text);
}
