/** A stretch of a text that is shown as it was typed; offset and length in UTF-16 units, as Telegram counts. */
export type AsTyped = { readonly type: 'code'; readonly offset: number; readonly length: number };

/** Most entities of one message, as the Bot API documents them; those after that are passed over. */
const MOST = 100;

/**
 * Where Telegram finds something to press in words without any markup: after the signs of a mention, a tag, a ticker or a
 * command, in an address, and between the parts of a name of the internet.
 */
const PRESSABLE =
  /[@#$\uff03\uff20](?=[\p{L}\p{N}_])|(?<![\p{L}\p{N}_/<>@])\/(?=[a-z0-9_])|:(?=\/\/)|(?<=[\p{L}\p{N}_-])\.(?=\p{L})/iu;

/**
 * Stretches in which Telegram's apps would find a link, a mention or a command. Marked as typed they can be copied, and lead
 * nowhere; where there are more than one message may have, the whole of it is one.
 */
export function asTyped(text: string): AsTyped[] {
  const found = [...text.matchAll(/\S+/gu)].filter(([run]) => PRESSABLE.test(run));
  if (found.length > MOST) return [{ type: 'code', offset: 0, length: text.length }];
  return found.map(({ 0: run, index }) => ({ type: 'code', offset: index, length: run.length }));
}
