import { z } from 'zod';
import { helpButton, homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { mustAcceptRules } from './change-group.ts';
import type { Group } from './group.ts';
import { LEADS_SEAT } from './group-rules.ts';

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
  command: 'begin-concern',
  args: { kind: 'group-report', groupId },
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
  schema: z.object({
    groupId: z.uuid(),
    /** They have changed, and this says so. */
    changed: z.boolean().default(false),
    /** Not asked for: it may show on a locked screen, and then says nothing of what this is (ENR-07). */
    unasked: z.boolean().default(false),
    /** The meeting they were about to answer. */
    meetingId: z.uuid().optional(),
  }),
  load: (read, { groupId }, to) => read.groups.inGroup(groupId, to.person.id),
  show(found, { groupId, changed, unasked, meetingId }, to) {
    if (found === undefined) return undefined;
    const { group, mine } = found;
    const mustAccept = mustAcceptRules(group, mine);
    if (unasked && !mustAccept) return undefined;
    if (unasked && to.person.settings.discreet) {
      const args = { screen: 'group-rules', args: { groupId, changed } };
      const see: Button = { label: text('button-see-it'), command: 'show', args };
      return message([text('something-new')], [[see], homeButtons]);
    }
    const title = text('group-rules-title', { name: group.name });
    const isActive = to.person.state === 'active';
    const leads = to.person.id === group.leadId && group.leadAcceptedAt === null;
    const about = { groupId, version: group.rulesVersion, ...(meetingId === undefined ? {} : { meetingId }) };
    const again = { command: 'accept-group-rules', args: about };
    const asLead = { command: 'accept-as-lead', args: { groupId } };
    const accept: Button[] =
      leads || mustAccept ? [{ label: text('button-group-accept'), ...(leads ? asLead : again) }] : [];
    const leave: Button[] = mustAccept && mine?.seat !== LEADS_SEAT ? [leaveButton(groupId)] : [];
    const news = changed && mustAccept ? [text('group-rules-new')] : [];
    const rest = isActive ? [[groupButton(groupId)], homeButtons] : [[helpButton]];
    return message(
      [...news, title, ...groundRules(group)],
      [accept, leave, ...rest].filter((row) => row.length > 0),
    );
  },
});
