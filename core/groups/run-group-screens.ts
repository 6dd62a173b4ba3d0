import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { groundRules, groupButton } from './ground-rules.ts';
import { runsIt } from './group-rules.ts';

const Args = z.object({ groupId: z.uuid() });

const opens = (label: Button['label'], form: string, groupId: string): Button => ({
  label,
  command: 'open-form',
  args: { form, args: { groupId } },
});

/** What its lead and coordinators can change of a group. */
export const groupRun = screen({
  name: 'group-run',
  schema: Args,
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  show(group, { groupId }, to) {
    if (group === undefined || !runsIt(group, to)) return message([text('group-not-yours')], [homeButtons]);
    if (group.state === 'closed') return message([text('group-is-closed')], [homeButtons]);
    const close: Button = {
      label: text('button-group-close'),
      command: 'show',
      args: { screen: 'group-close', args: { groupId } },
    };
    return message(
      [text('group-run-title', { name: group.name })],
      [
        [opens(text('button-group-change-rule'), 'change-group-rule', groupId)],
        [opens(text('button-group-change-size'), 'change-group-size', groupId)],
        [opens(text('button-group-hand-over'), 'hand-over-group', groupId)],
        [close],
        [groupButton(groupId)],
        homeButtons,
      ],
    );
  },
});

/** One press more before a group is closed: it does not open again. */
export const groupClose = screen({
  name: 'group-close',
  schema: Args,
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  show(group, { groupId }, to) {
    if (group === undefined || !runsIt(group, to)) return undefined;
    const yes: Button = {
      label: text('button-group-close-yes'),
      command: 'close-group',
      args: { groupId },
    };
    return message(
      [text('group-close-ask', { name: group.name }), text('group-close-what')],
      [[yes], [groupButton(groupId)], homeButtons],
    );
  },
});

/** That a group has closed, to everybody who was in it or waited. */
export const groupClosed = screen({
  name: 'group-closed',
  schema: Args.extend({ meetingOff: z.boolean(), opened: z.boolean().default(false) }),
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  show(group, { groupId, meetingOff, opened }, to) {
    if (group === undefined) return undefined;
    if (!opened && to.person.settings.discreet)
      return newThing('group-closed', { groupId, meetingOff, opened: true });
    const who: Button = {
      label: text('button-who'),
      command: 'show-any-time',
      args: { screen: 'who-can-i-talk-to' },
    };
    const off = meetingOff ? [text('group-closed-meeting')] : [];
    return message(
      [text('group-closed', { name: group.name }), ...off, text('group-closed-people')],
      [[who], homeButtons],
    );
  },
});

/** Somebody is asked to lead a group, with its ground rules; they say yes or no. */
export const groupLeadOffer = screen({
  name: 'group-lead-offer',
  schema: Args.extend({ opened: z.boolean().default(false) }),
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  show(group, { groupId, opened }, to) {
    if (group === undefined || group.offeredTo !== to.person.id || group.state === 'closed')
      return opened ? message([text('group-lead-not-offered')], [homeButtons]) : undefined;
    if (!opened && to.person.settings.discreet)
      return newThing('group-lead-offer', { groupId, opened: true });
    const yes: Button = {
      label: text('button-group-lead-yes'),
      command: 'take-group-lead',
      args: { groupId, rules: group.rulesVersion },
    };
    const no: Button = {
      label: text('button-group-lead-no'),
      command: 'decline-group-lead',
      args: { groupId },
    };
    return message(
      [text('group-lead-offer', { name: group.name }), text('group-lead-offer-rules'), ...groundRules(group)],
      [[yes], [no], homeButtons],
    );
  },
});

function newThing(name: string, args: Button['args']) {
  const see: Button = { label: text('button-see-it'), command: 'show', args: { screen: name, args } };
  return message([text('something-new')], [[see], homeButtons]);
}
