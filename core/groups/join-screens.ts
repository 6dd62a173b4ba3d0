import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { groundRules, groupButton } from './ground-rules.ts';
import { freeSeats, isIn, LEADS_SEAT } from './group-rules.ts';
import { whenSaid } from './group-when.ts';

const Args = z.object({ groupId: z.uuid() });

const notNow: Button = { label: text('button-not-now'), command: 'show', args: { screen: 'home' } };

/** Before joining: that the name in this app shows comes first, then the ground rules; honest where it is full. */
export const groupJoinScreen = screen({
  name: 'group-join',
  /** `back`: they came by this group's button, and have just been welcomed. */
  schema: Args.extend({ back: z.boolean().optional() }),
  load: (read, { groupId }, to) => read.groups.inGroup(groupId, to.person.id),
  show(found, { groupId, back = false }) {
    if (found === undefined || found.group.state !== 'open' || isIn(found.mine)) return undefined;
    const { group, seats, first } = found;
    const isFull = freeSeats(group, seats).length === 0 || first !== null;
    const accept: Button = {
      label: text(isFull ? 'button-group-wait' : 'button-group-accept-and-join'),
      command: 'join-group',
      args: { groupId, rules: group.rulesVersion },
    };
    const lines = [
      ...(back ? [text('group-back')] : []),
      text('group-join-title', { name: group.name }),
      text('group-name-shows'),
      text('group-join-rules'),
      ...groundRules(group),
      ...(isFull ? [text('group-full')] : []),
    ];
    return message(lines, [[accept], [notNow], homeButtons]);
  },
});

/** Before leaving: one press more, and no reason asked. */
export const groupLeaveScreen = screen({
  name: 'group-leave',
  schema: Args,
  load: (read, { groupId }, to) => read.groups.inGroup(groupId, to.person.id),
  show(found, { groupId }) {
    if (found === undefined) return message([text('group-gone')], [homeButtons]);
    const { group, mine } = found;
    if (mine === null || mine.state === 'left' || mine.state === 'wishes')
      return message([text('group-not-in')], [[groupButton(groupId)], homeButtons]);
    if (mine.seat === LEADS_SEAT) {
      const over: Button = {
        label: text('button-group-hand-over'),
        command: 'open-form',
        args: { form: 'hand-over-group', args: { groupId } },
      };
      return message([text('group-lead-stays')], [[over], [groupButton(groupId)], homeButtons]);
    }
    const yes: Button = {
      label: text('button-group-leave-yes'),
      command: 'leave-group',
      args: { groupId },
    };
    const stay: Button = { ...groupButton(groupId), label: text('button-group-stay') };
    return message([text('group-leave-ask', { name: group.name })], [[yes], [stay], homeButtons]);
  },
});

/** A place has become free for somebody who waited. Says nothing of the group where it may show on a locked screen. */
export const groupPlaceFree = screen({
  name: 'group-place-free',
  schema: Args.extend({ opened: z.boolean().default(false) }),
  load: (read, { groupId }, to) => read.groups.inGroup(groupId, to.person.id),
  show(found, { groupId, opened }, to) {
    if (found === undefined || found.mine?.state !== 'asked' || found.mine.askedUntil === null)
      return undefined;
    if (!opened && to.person.settings.discreet) {
      const args = { screen: 'group-place-free', args: { groupId, opened: true } };
      const see: Button = { label: text('button-see-it'), command: 'show', args };
      return message([text('something-new')], [[see], homeButtons]);
    }
    const yes: Button = { label: text('button-group-take'), command: 'take-place', args: { groupId } };
    const no: Button = { label: text('button-group-no-thanks'), command: 'leave-group', args: { groupId } };
    const lines = [
      text('group-place-free', { name: found.group.name }),
      text('group-place-until'),
      whenSaid(found.mine.askedUntil, to.person.zone, to.now),
    ];
    return message(lines, [[yes], [no], homeButtons]);
  },
});
