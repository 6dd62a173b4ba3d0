import fc from 'fast-check';
import { judgeContent, judgeView } from '../../bots/rehearsal/slack/judge.ts';
import { seeMrkdwn } from '../../bots/rehearsal/slack/mrkdwn.ts';
import type { SeenText, Viewer } from '../../bots/rehearsal/slack/seen-text.ts';
import { showBlocks } from '../../bots/rehearsal/slack/show-blocks.ts';
import type { ShownBlocks } from '../../bots/rehearsal/slack/shown.ts';
import { readBlocks } from '../../bots/rehearsal/slack/wire.ts';
import type { Part } from '../../bots/slack/write-message.ts';
import { hostileWords } from './hostile-words.ts';

const viewer: Viewer = {
  timeZone: 'Asia/Tokyo',
  uses24Hours: true,
  now: Date.parse('2026-11-23T09:00:00Z'),
  nameOf: () => 'Somebody',
  channelNamed: () => 'C1',
};

const PIECES = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1|@all>',
  '<@U0BEENTHERE>',
  '<#C1|general>',
  '<https://evil.example|click>',
  '<!date^0^{date}|x>',
  '<!date^0^{date}^https://evil.example|x>',
  '&lt;!channel&gt;',
  '&amp;lt;',
  '&',
  ':wave:',
  '#general',
  'evil.example.com',
  '|',
  '>',
];

/** What somebody may write to mention, link or format, in any app's words and most of all in Slack's. */
export const hostileInSlack = fc
  .array(fc.oneof(hostileWords, fc.constantFrom(...PIECES)), { maxLength: 6 })
  .map((pieces) => pieces.join(''));

/** What the stand-in shows of a message. @throws when it would refuse it, also as an edit. */
export function seen(part: Part): { blocks: ShownBlocks; fallback: SeenText } {
  for (const kind of ['new', 'edited', 'answer'] as const) {
    const content = judgeContent({ text: part.text, blocks: part.blocks }, kind);
    if ('refused' in content) throw new Error(JSON.stringify(content.refused.body));
  }
  return { blocks: see(part.blocks), fallback: seeMrkdwn(part.text, viewer, 'nothing', false) };
}

/** The same of a view. */
export function seenView(view: { readonly type: 'modal' | 'home'; readonly blocks: unknown }): ShownBlocks {
  const judged = judgeView({ view }, view.type);
  if ('refused' in judged) throw new Error(JSON.stringify(judged.refused.body));
  return see(view.blocks);
}

function see(blocks: unknown): ShownBlocks {
  return showBlocks(readBlocks(blocks), { viewer, state: {} });
}

/** What does something besides being read. */
export function marks({
  mentions,
  links,
  formats,
}: Pick<SeenText, 'mentions' | 'links' | 'formats'>): object[] {
  return [...mentions, ...links, ...formats.map((format) => ({ format }))];
}

/** Letters and signs alone, for comparing what is laid out differently. */
export function bare(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}
