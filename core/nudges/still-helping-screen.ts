import { z } from 'zod';
import { homeButtons, otherHelpButton } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import { wantsNudges } from './may-nudge.ts';
import { partnerName } from './nudge-screen.ts';

/** The question, with every way out a tap away. On a locked screen it says nothing until it is opened. */
export const stillHelpingScreen = screen({
  name: 'still-helping',
  schema: z.object({ nudgeId: z.uuid(), opened: z.boolean().default(false) }),
  async load(read, { nudgeId }, to) {
    const row = await read.nudges.nudge(nudgeId);
    if (row?.personId !== to.person.id || row.pairId === null) return undefined;
    const pair = await read.pairs.pair(row.pairId);
    if (pair?.state !== 'active') return undefined;
    const weeks = z.number().catch(8).parse(row.facts['weeks']);
    return { weeks, partner: await partnerName(read, pair, to.person.id) };
  },
  show(data, { nudgeId, opened }, { person, now }) {
    if (data === undefined || (!opened && wantsNudges(person, now).may !== 'now')) return undefined;
    if (person.settings.discreet && !opened) {
      const args = { screen: 'still-helping', args: { nudgeId, opened: true }, card: `nudge:${nudgeId}` };
      return message(
        [text('still-helping-discreet')],
        [[{ label: text('button-see-it'), command: 'show', args }], [...homeButtons]],
      );
    }
    const answer = (label: Text, how: string): Button => ({
      label,
      command: 'answer-still-helping',
      args: { nudgeId, answer: how },
    });
    const { partner, weeks } = data;
    return message(
      [
        text('still-helping', { partner }),
        text('still-helping-private', { partner, weeks }),
        text('other-help'),
      ],
      [
        [answer(text('button-still-helps'), 'helps')],
        [answer(text('button-wants-change'), 'change'), answer(text('button-wants-pause'), 'pause')],
        [answer(text('button-wants-talk'), 'talk'), answer(text('button-wants-end'), 'end')],
        [otherHelpButton],
        [{ label: text('nudge-stop'), command: 'set-nudges', args: { nudges: 'off' } }],
        [...homeButtons],
      ],
    );
  },
});
