import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';

const given = new Map<string, Text>([
  ['mentor', text('role-given-mentor')],
  ['mentee', text('role-given-mentee')],
  ['coordinator', text('role-given-coordinator')],
  ['safeguarding-lead', text('role-given-safeguarding')],
  ['safeguarding-deputy', text('role-given-safeguarding')],
  ['supervision-cover', text('role-given-supervision-cover')],
]);

/** Whether it is being read: until then what may show on a locked screen says nothing of this place (ENR-07). */
const opened = z.boolean().default(false);

/** Tells somebody which role they have been given. */
export const roleGiven = screen({
  name: 'role-given',
  schema: z.object({ role: z.string(), programmeId: z.uuid(), opened }),
  async load() {
    return undefined;
  },
  show(_data, { role, programmeId, opened: isOpen }, to) {
    const more: Button = { label: text('button-my-role'), command: 'show', args: { screen: 'my-role' } };
    const said = given.get(role) ?? text('role-given-other');
    const begin: Button = {
      label: text('button-induction'),
      command: 'show',
      args: { screen: 'induction', args: { programmeId } },
    };
    const news = message([said], [...(role === 'mentee' ? [[begin]] : []), [more], homeButtons]);
    return unlessDiscreet(to, isOpen, 'role-given', { role, programmeId }, news);
  },
});

/** Tells somebody that a role of theirs has ended. */
export const roleEnded = screen({
  name: 'role-ended',
  schema: z.object({ role: z.string(), programmeId: z.uuid(), opened }),
  async load() {
    return undefined;
  },
  show(_data, { role, programmeId, opened: isOpen }, to) {
    const more: Button = { label: text('button-my-role'), command: 'show', args: { screen: 'my-role' } };
    const news = message([text('role-ended', { role }), text('role-ended-kept')], [[more], homeButtons]);
    return unlessDiscreet(to, isOpen, 'role-ended', { role, programmeId }, news);
  },
});

/** Tells both of a new pair who the other is, and what they can do now. */
export const pairMade = screen({
  name: 'pair-made',
  schema: z.object({ pairId: z.uuid(), opened }),
  async load(read, { pairId }, to) {
    const pair = await read.pairs.pair(pairId);
    if (pair === undefined || pair.state === 'ended') return undefined;
    if (![pair.mentorId, pair.menteeId].includes(to.person.id)) return undefined;
    const mine = pair.mentorId === to.person.id ? 'mentor' : 'mentee';
    const other = await read.people.person(mine === 'mentor' ? pair.menteeId : pair.mentorId);
    return { pair, mine, other };
  },
  show(data, { pairId, opened: isOpen }, to) {
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
    const news = message([said, text('pair-made-next')], [[book], [free], homeButtons]);
    return unlessDiscreet(to, isOpen, 'pair-made', { pairId }, news);
  },
});
