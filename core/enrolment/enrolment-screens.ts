import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';

const given = new Map<string, Text>([
  ['mentor', text('role-given-mentor')],
  ['mentee', text('role-given-mentee')],
]);

/** Tells somebody which role they have been given. */
export const roleGiven = screen({
  name: 'role-given',
  schema: z.object({ role: z.string(), programmeId: z.uuid() }),
  async load() {
    return undefined;
  },
  show(_data, { role }) {
    const more: Button = { label: text('button-my-role'), command: 'show', args: { screen: 'my-role' } };
    const said = given.get(role) ?? text('role-given-other');
    return message([said], [[more], homeButtons]);
  },
});

/** Tells both of a new pair who the other is, and what they can do now. */
export const pairMade = screen({
  name: 'pair-made',
  schema: z.object({ pairId: z.uuid() }),
  async load(read, { pairId }, to) {
    const pair = await read.pairs.pair(pairId);
    if (pair === undefined || pair.state === 'ended') return undefined;
    const mine = pair.mentorId === to.person.id ? 'mentor' : 'mentee';
    const other = await read.people.person(mine === 'mentor' ? pair.menteeId : pair.mentorId);
    return { mine, other };
  },
  show(data, { pairId }) {
    if (data === undefined) return undefined;
    const name = data.other?.name ?? '';
    const book: Button = {
      label: text('button-book'),
      command: 'open-form',
      args: { form: 'book-meeting', args: { pairId } },
    };
    const free: Button = {
      label: text('button-free-times'),
      command: 'show',
      args: { screen: 'my-free-times' },
    };
    const said =
      data.mine === 'mentor'
        ? text('pair-made-for-mentor', { name })
        : text('pair-made-for-mentee', { name });
    return message([said, text('pair-made-next')], [[book], [free], homeButtons]);
  },
});
