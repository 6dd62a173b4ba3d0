/** A stretch of a text, in UTF-16 units, as Telegram counts. */
export type Stretch = { readonly offset: number; readonly length: number };

/** What is done with a stretch: it is shown as it was typed, or opens an address. */
export type Entity =
  | ({ readonly type: 'code' } & Stretch)
  | ({ readonly type: 'text_link'; readonly url: string } & Stretch);

/** Most entities of one message, as the Bot API documents them; those after that are passed over. */
const MOST = 100;

/**
 * Where Telegram finds something to press in words without any markup: after the signs of a mention, a tag, a ticker or a
 * command, in an address, and between the parts of a name of the internet.
 */
const PRESSABLE =
  /[@#$\uff03\uff20](?=[\p{L}\p{N}_])|(?<![\p{L}\p{N}_/<>@])\/(?=[a-z0-9_])|:(?=\/\/)|(?<=[\p{L}\p{N}_-])\.(?=\p{L})/iu;

/**
 * The entities of a text with these links of ours. Stretches elsewhere in which Telegram's apps would find a link, a mention or
 * a command are marked as typed: they can be copied, and lead nowhere. Where there are more than one message may have, all of
 * what stands around the links is.
 */
export function entitiesIn(text: string, links: readonly (Stretch & { readonly url: string })[]): Entity[] {
  const around = between(text, links);
  const found = around.flatMap(({ offset, length }) =>
    [...text.slice(offset, offset + length).matchAll(/\S+/gu)]
      .filter(([run]) => PRESSABLE.test(run))
      .map(({ 0: run, index }) => ({ offset: offset + index, length: run.length })),
  );
  const typed = found.length + links.length > MOST ? around : found;
  return [
    ...typed.map((each) => ({ type: 'code', ...each }) as const),
    ...links.map((each) => ({ type: 'text_link', ...each }) as const),
  ].toSorted((one, other) => one.offset - other.offset);
}

/** What is left of a text without these stretches, which stand in their order. */
function between(text: string, stretches: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let from = 0;
  for (const { offset, length } of [...stretches, { offset: text.length, length: 0 }]) {
    const words = text.slice(from, offset);
    const inner = words.trim();
    if (inner !== '') left.push({ offset: from + words.indexOf(inner), length: inner.length });
    from = offset + length;
  }
  return left;
}
