import type { types } from '@slack/bolt';
import type { Shown } from '../../core/index.ts';
import { layOutButtons } from './lay-out-buttons.ts';
import { fitting, plain } from './plain-text.ts';
import { piecesOf } from './write-message.ts';

const MOST = { blocks: 100, section: 3000 } as const;

/** The front page. What would be too many blocks is laid out in as few as can be, in the same order. */
export function writeHome(shown: Shown): types.HomeView {
  const { notes, blocks } = layOutButtons(shown.buttons);
  const above = piecesOf(shown);
  const noted = piecesOf({ paragraphs: notes, buttons: [] });
  const all = [...above, ...noted].map(({ block }) => block);
  const spacious: types.KnownBlock[] = [...all, ...blocks];
  if (spacious.length <= MOST.blocks) return { type: 'home', blocks: atLeastOne(spacious) };
  const text = [...shown.paragraphs, ...notes].filter((each) => each.trim() !== '').join('\n\n');
  const dense = fitting(text, MOST.section).map(
    (part): types.KnownBlock => ({ type: 'section', text: plain(part) }),
  );
  return { type: 'home', blocks: [...dense, ...layOutButtons(shown.buttons, { dense: true }).blocks] };
}

/** An empty page says that something is, at least. */
function atLeastOne(blocks: types.KnownBlock[]): types.KnownBlock[] {
  return blocks.length > 0 ? blocks : [{ type: 'section', text: plain('…') }];
}
