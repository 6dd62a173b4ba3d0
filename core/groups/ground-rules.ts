import { z } from 'zod';
import { helpButton, homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import type { Group } from './group.ts';

/** The ground rules of every group, confidentiality first, and the group's own line (GRP-04, BND-09). */
export function groundRules({ ownRule }: Pick<Group, 'ownRule'>): Line[] {
  const own: Line[] = ownRule === null ? [] : [text('group-rule-own'), { written: ownRule }];
  return [
    text('group-rule-private'),
    text('group-rule-limits'),
    text('group-rule-listen'),
    text('group-rule-own-pace'),
    text('group-rule-kind'),
    ...own,
  ];
}

export const rulesButton = (groupId: string): Button => ({
  label: text('button-group-rules'),
  command: 'show-any-time',
  args: { screen: 'group-rules', args: { groupId } },
});
export const reportButton = (groupId: string): Button => ({
  label: text('button-group-report'),
  command: 'ask-to-report',
  args: { groupId },
});
export const joinButton = (groupId: string): Button => ({
  label: text('button-group-join'),
  command: 'ask-to-join',
  args: { groupId },
});
export const leaveButton = (groupId: string): Button => ({
  label: text('button-group-leave'),
  command: 'show',
  args: { screen: 'group-leave', args: { groupId } },
});
export const groupButton = (groupId: string): Button => ({
  label: text('button-group'),
  command: 'show',
  args: { screen: 'group', args: { groupId } },
});

/** The ground rules, for whoever asks. */
export const groupRulesScreen = screen({
  name: 'group-rules',
  schema: z.object({ groupId: z.uuid() }),
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  show(group, { groupId }, to) {
    if (group === undefined) return undefined;
    const title = text('group-rules-title', { name: group.name });
    const isActive = to.person.state === 'active';
    const mustAccept = to.person.id === group.leadId && group.leadAcceptedAt === null;
    const accept: Button[] = mustAccept
      ? [{ label: text('button-group-accept'), command: 'accept-as-lead', args: { groupId } }]
      : [];
    const rest = isActive ? [[groupButton(groupId)], homeButtons] : [[helpButton]];
    return message(
      [title, ...groundRules(group)],
      [accept, ...rest].filter((row) => row.length > 0),
    );
  },
});
