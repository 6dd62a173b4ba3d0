import { detectEntities } from './entities.ts';
import type { ParsedText } from './markup.ts';
import { parseHtml } from './parse-html.ts';
import { parseLegacyMarkdown, parseMarkdown } from './parse-markdown.ts';
import type { WireEntity } from './wire.ts';

/**
 * A text as the reader's app shows it: markup turned into entities, white space at both ends gone, links and commands found.
 * Throws UnreadableMarkup.
 */
export function parseText(text: string, mode: string | undefined, given: readonly WireEntity[]): ParsedText {
  const marked = readMarkup(text, mode, given);
  const start = marked.text.length - marked.text.trimStart().length;
  const shown = marked.text.trim();
  const kept = marked.entities
    .map((entity) => clip({ ...entity, offset: entity.offset - start }, shown.length))
    .filter((entity) => entity.length > 0);
  return { text: shown, entities: detectEntities(shown, kept) };
}

function readMarkup(text: string, mode: string | undefined, given: readonly WireEntity[]): ParsedText {
  switch (mode) {
    case 'HTML':
      return parseHtml(text);
    case 'MarkdownV2':
      return parseMarkdown(text);
    case 'Markdown':
      return parseLegacyMarkdown(text);
    default:
      return { text, entities: [...given] };
  }
}

function clip(entity: WireEntity, end: number): WireEntity {
  const from = Math.max(0, entity.offset);
  const to = Math.min(end, entity.offset + entity.length);
  return { ...entity, offset: from, length: to - from };
}
