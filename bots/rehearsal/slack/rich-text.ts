import { z } from 'zod';
import { writeDate } from './dates.ts';
import {
  type Format,
  joinSeen,
  type Mention,
  NOTHING_SEEN,
  type SeenText,
  seenPlain,
  type Viewer,
} from './seen-text.ts';

const leaf = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  usergroup_id: z.string().optional(),
  team_id: z.string().optional(),
  range: z.string().optional(),
  name: z.string().optional(),
  timestamp: z.number().optional(),
  format: z.string().optional(),
  fallback: z.string().optional(),
  value: z.string().optional(),
  style: z.record(z.string(), z.unknown()).optional(),
});
type Leaf = z.infer<typeof leaf>;

const group = z.looseObject({ type: z.string(), elements: z.array(z.unknown()) });

const STYLES = ['bold', 'italic', 'strike', 'code'] as const;

const BY_GROUP: Readonly<Record<string, Format>> = {
  rich_text_list: 'list',
  rich_text_quote: 'quote',
  rich_text_preformatted: 'preformatted',
};

/** Works out what a rich text shows. Its words are taken as they are: only elements call, link or format. */
export function seeRichText(elements: readonly unknown[], viewer: Viewer): SeenText {
  return joinSeen(
    elements.map((element) => seeGroup(element, viewer)),
    '\n',
  );
}

function seeGroup(element: unknown, viewer: Viewer): SeenText {
  const read = group.safeParse(element);
  if (!read.success) return seeLeaf(leaf.parse(element), viewer);
  const { type, elements } = read.data;
  const between = type === 'rich_text_list' ? '\n' : '';
  const seen = joinSeen(
    elements.map((inner) => seeGroup(inner, viewer)),
    between,
  );
  const format = BY_GROUP[type];
  return format ? { ...seen, formats: [format, ...seen.formats] } : seen;
}

function seeLeaf(element: Leaf, viewer: Viewer): SeenText {
  const seen = seeUnstyled(element, viewer);
  const formats = STYLES.filter((style) => element.style?.[style] === true);
  return { ...seen, formats: [...seen.formats, ...formats] };
}

function seeUnstyled(element: Leaf, viewer: Viewer): SeenText {
  const { text = '', url = '' } = element;
  switch (element.type) {
    case 'text':
      return seenPlain(text);
    case 'link':
      return seeLink(text || url, url);
    case 'emoji':
      return { ...seenPlain(`:${element.name ?? ''}:`), formats: ['emoji'] };
    case 'color':
      return seenPlain(element.value ?? '');
    case 'date': {
      const words = writeDate(element.timestamp ?? Number.NaN, element.format ?? '', viewer);
      const shown = words ?? element.fallback ?? '';
      return url === '' ? seenPlain(shown) : seeLink(shown, url);
    }
    default:
      return seeCalled(element, viewer);
  }
}

function seeLink(label: string, url: string): SeenText {
  return { ...NOTHING_SEEN, plain: label, links: [{ url, label, isAutomatic: false }] };
}

function seeCalled(element: Leaf, viewer: Viewer): SeenText {
  const { user_id: user, channel_id: channel, usergroup_id: usergroup, range } = element;
  const called = (mention: Mention, plain: string) => ({ ...NOTHING_SEEN, plain, mentions: [mention] });
  if (user !== undefined) return called({ kind: 'user', target: user }, `@${viewer.nameOf(user) ?? user}`);
  if (channel !== undefined) {
    return called({ kind: 'channel', target: channel }, `#${viewer.nameOf(channel) ?? channel}`);
  }
  if (usergroup !== undefined) return called({ kind: 'group', target: usergroup }, `@${usergroup}`);
  return called({ kind: 'broadcast', target: range ?? 'everyone' }, `@${range ?? 'everyone'}`);
}
