import { z } from 'zod';
import { homeButtons, otherHelpButton } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import { GROUP_STILL_HELPING } from './group-still-helping.ts';
import { wantsNudges } from './may-nudge.ts';

/** The question, with every way out a tap away. On a locked screen it says nothing until it is opened. */
export const groupStillHelpingScreen = screen({
  name: GROUP_STILL_HELPING,
  schema: z.object({ nudgeId: z.uuid(), opened: z.boolean().default(false) }),
  async load(read, { nudgeId }, to) {
    const row = await read.nudges.nudge(nudgeId);
    const groupId = z.uuid().safeParse(row?.facts['groupId']).data;
    if (row?.personId !== to.person.id || groupId === undefined) return undefined;
    const found = await read.groups.inGroup(groupId, to.person.id);
    if (found?.group.state !== 'open' || found.mine?.state !== 'in') return undefined;
    return { weeks: z.number().catch(8).parse(row.facts['weeks']), group: found.group };
  },
  show(data, { nudgeId, opened }, { person, now }) {
    if (data === undefined || (!opened && wantsNudges(person, now).may !== 'now')) return undefined;
    if (person.settings.discreet && !opened) {
      const args = { screen: GROUP_STILL_HELPING, args: { nudgeId, opened: true }, card: `nudge:${nudgeId}` };
      return message(
        [text('still-helping-discreet')],
        [[{ label: text('button-see-it'), command: 'show', args }], homeButtons],
      );
    }
    const { group, weeks } = data;
    const answer = (label: Text, how: string): Button => ({
      label,
      command: 'answer-group-still-helping',
      args: { nudgeId, answer: how },
    });
    const leave: Button = {
      label: text('button-group-leave'),
      command: 'show',
      args: { screen: 'group-leave', args: { groupId: group.id } },
    };
    return message(
      [
        text('group-still-helping', { name: group.name }),
        text('group-still-helping-private', { weeks }),
        text('other-help'),
      ],
      [
        [answer(text('button-still-helps'), 'helps'), answer(text('button-not-sure'), 'unsure')],
        [answer(text('button-wants-talk'), 'talk'), leave],
        [otherHelpButton],
        [{ label: text('nudge-stop'), command: 'set-nudges', args: { nudges: 'off' } }],
        homeButtons,
      ],
    );
  },
});
