import { z } from 'zod';

const EmojiElement = z.object({ type: z.literal('emoji'), name: z.string(), unicode: z.string() });

/**
 * What a person typed, out of the markup in which Slack hands it on: its three entities as signs, a link as its words, a mention
 * as the name it shows, and emoji as themselves, as far as the blocks beside the text tell them.
 */
export function asTyped(text: string, blocks?: unknown): string {
  const bare = text.replaceAll(/<([^<>]*)>/g, (_whole, inside: string) => wordsOf(inside));
  const words = bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const emoji = emojiIn(blocks);
  if (emoji.size === 0) return words;
  return words.replaceAll(EMOJI, (whole, name: string) => emoji.get(name) ?? whole);
}

const EMOJI = /:([^\s:]+):(?::skin-tone-\d:)?/g;

/** What stands between angle brackets, as its writer saw it. */
function wordsOf(inside: string): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  if (target.startsWith('@') || target.startsWith('#')) {
    const sign = target.slice(0, 1);
    return label === '' ? target : `${sign}${label.replace(/^[@#]/, '')}`;
  }
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1).replace(/\^.*$/, '')}` : label;
  return label === '' ? target.replace(/^(?:mailto|tel):/, '') : label;
}

/** Every emoji in the blocks, by its name. */
function emojiIn(blocks: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const emoji = EmojiElement.safeParse(node);
    const signs = emoji.success ? signsOf(emoji.data.unicode) : undefined;
    if (emoji.success && signs !== undefined) found.set(emoji.data.name, signs);
    for (const child of Object.values(node)) look(child);
  };
  look(blocks);
  return found;
}

/** "1f44b-1f3fb" as the signs themselves. */
function signsOf(unicode: string): string | undefined {
  if (!/^[0-9a-f]{1,6}(-[0-9a-f]{1,6})*$/i.test(unicode)) return undefined;
  const points = unicode.split('-').map((part) => Number.parseInt(part, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}
