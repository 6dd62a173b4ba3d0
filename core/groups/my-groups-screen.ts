import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { coordinatedBy } from '../kernel/coordinator.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { GroupMember } from './group.ts';
import { canLead } from './group-rules.ts';
import { whenSaid } from './group-when.ts';

const STANDING: Partial<Record<GroupMember['state'], Text>> = {
  waiting: text('group-you-wait'),
  asked: text('group-asked-already'),
  wishes: text('group-you-wished'),
};

async function load(read: Reader, _args: object, to: Recipient) {
  const { id } = to.person;
  const [mine, led] = await Promise.all([read.groups.groupsOf(id), read.groups.ledBy(id)]);
  const toOpen = led.filter((group) => !mine.some((each) => each.group.id === group.id));
  const own = [...mine, ...toOpen.map((group) => ({ group, mine: undefined }))];
  return await Promise.all(
    own.map(async ({ group, mine: row }) => {
      const next = await read.groups.nextMeeting(group.id, to.now);
      const said = next === undefined ? undefined : await read.groups.atMeeting(next.id, id);
      return { group, row, next, answer: said?.answer?.answer ?? null };
    }),
  );
}
type Own = Awaited<ReturnType<typeof load>>[number];

/** The groups somebody has to do with: how they stand, what is next, and what they said of it. */
export const myGroups = screen({
  name: 'my-groups',
  schema: z.object({}),
  load,
  show(groups, _args, to) {
    if (groups.length === 0)
      return message(
        [text('groups-none'), text('groups-how-to-join'), insteadFor(to)],
        [[whoButton], homeButtons],
      );
    const buttons = groups.map(({ group }): Button[] => [
      {
        label: { written: group.name },
        command: 'show',
        args: { screen: 'group', args: { groupId: group.id } },
      },
    ]);
    return message(
      [text('groups-title'), ...groups.flatMap((each) => linesOf(each, to))],
      [...buttons, homeButtons],
    );
  },
});

function linesOf({ group, row, next, answer }: Own, to: Recipient): Line[] {
  const name: Line = { written: group.name };
  if (group.state === 'made') return [name, text('group-not-open')];
  const standing = row === undefined ? undefined : STANDING[row.state];
  if (standing !== undefined) return [name, standing];
  const lead = group.leadId === to.person.id ? [text('group-you-lead')] : [];
  if (next === undefined) return [name, ...lead, text('group-no-meeting')];
  const said = answer === null ? [] : [text('group-you-said', { answer })];
  return [name, ...lead, whenSaid(next.startsAt, to.person.zone, to.now), ...said];
}

/** The place that was asked about has no group: what can be done instead, and the groups they do have. */
export const groupNoneHere = screen({
  name: 'group-none-here',
  schema: z.object({}),
  load: (read, _args, to) => read.groups.hasAny(to.person.id),
  show(hasAny, _args, to) {
    const mine: Button = { label: text('menu-groups'), command: 'show', args: { screen: 'my-groups' } };
    const more = hasAny ? mine : whoButton;
    return message([text('group-none-here'), insteadFor(to)], [[more], homeButtons]);
  },
});

/** Who can make a group is told how; anybody else, whom to ask for one. */
function insteadFor({ roles, meetingPlaces }: Recipient): Text {
  const canMake = roles.some(
    ({ programmeId, endedAt }) =>
      endedAt === null && (coordinatedBy(roles).includes(programmeId) || canLead(roles, programmeId)),
  );
  if (!canMake) return text('groups-whom-to-ask');
  return text(meetingPlaces === true ? 'groups-how-to-make' : 'groups-how-to-make-elsewhere');
}

const whoButton: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};
