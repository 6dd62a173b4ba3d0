import type { types } from '@slack/bolt';
import { splitText } from '../split-text.ts';

/**
 * Words as Slack shows them letter by letter: in a plain text it reads nothing but three entities, and with `emoji` off no
 * names of emoji. Somebody who wrote "&lt;" sees "&lt;".
 */
export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text: asEntities(text), emoji: false };
}

function asEntities(text: string): string {
  return text.replace(/&(?=(?:amp|lt|gt);)/g, '&amp;');
}

/**
 * The same for texts that Slack reads as markup: without these three signs nothing mentions, links or stands for more. A sign of
 * no width parts what would be the name of an emoji.
 */
export function escaped(text: string): string {
  const signs = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return signs.replace(/:(?=[^\s:]+:)/g, ':\u200b');
}

/** A text in parts that each fit `most` characters, escaped too: cut between sentences where that can be. */
export function fitting(text: string, most: number, cut: number = most): string[] {
  return splitText(text, cut).flatMap((part) =>
    escaped(part).length <= most ? [part] : fitting(part, most, Math.max(1, Math.floor(cut / 2))),
  );
}

/** Lists of at most so many, in order. */
export function inGroups<T>(list: readonly T[], most: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < list.length; from += most) groups.push(list.slice(from, from + most));
  return groups;
}
