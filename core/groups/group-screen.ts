import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Button, type Line, type Message, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { trainingOf } from '../kernel/training.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { joinButton, leaveButton, reportButton, rulesButton } from './ground-rules.ts';
import { isAhead, isIn, isReady, LEADS_SEAT, missingText, placesLeft, runsIt } from './group-rules.ts';
import { whenSaid } from './group-when.ts';

const News = z.enum([
  ...(['made', 'yours-to-lead', 'trained', 'accepted', 'opened'] as const),
  ...(['joined', 'waiting', 'followed', 'not-followed'] as const),
  ...(['offered', 'leading', 'handed-over', 'declined', 'not-taken'] as const),
  ...(['rule-changed', 'resized', 'accepted-again'] as const),
]);

const NEWS = {
  made: text('group-news-made'),
  'yours-to-lead': text('group-news-yours-to-lead'),
  trained: text('group-news-trained'),
  accepted: text('group-news-accepted'),
  opened: text('group-news-opened'),
  joined: text('group-news-joined'),
  waiting: text('group-news-waiting'),
  followed: text('group-news-followed'),
  'not-followed': text('group-news-not-followed'),
  offered: text('group-news-offered'),
  leading: text('group-news-leading'),
  'handed-over': text('group-news-handed-over'),
  declined: text('group-news-declined'),
  'not-taken': text('group-news-not-taken'),
  'rule-changed': text('group-news-rule-changed'),
  resized: text('group-news-resized'),
  'accepted-again': text('group-news-accepted'),
} as const satisfies Record<z.infer<typeof News>, Text>;

const Args = z.object({
  groupId: z.uuid(),
  /** What has just happened. */
  news: News.optional(),
  /** Not asked for: it may show on a locked screen, and then says nothing of what this is (ENR-07). */
  unasked: z.boolean().default(false),
});

async function load(read: Reader, { groupId }: z.infer<typeof Args>, to: Recipient) {
  const found = await read.groups.inGroup(groupId, to.person.id);
  if (found === undefined) return undefined;
  const { group } = found;
  const [counts, planned, leadRoles, programme, followers] = await Promise.all([
    read.groups.counts(groupId),
    read.groups.planned(groupId),
    read.people.rolesOf(group.leadId),
    read.programmes.programme(group.programmeId),
    read.groups.followers(groupId),
  ]);
  const follows = followers.some(({ personId }) => personId === to.person.id);
  return { ...found, counts, planned, leadRoles, programme, follows };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

/** A group as one person finds it: what it is, where they stand, and what they can do. */
export const groupScreen = screen({
  name: 'group',
  schema: Args,
  load,
  show(data, { groupId, news, unasked }, to) {
    if (data === undefined) return undefined;
    if (unasked && to.person.settings.discreet) {
      const args = { groupId, ...(news === undefined ? {} : { news }) };
      const see: Button = {
        label: text('button-see-it'),
        command: 'show',
        args: { screen: 'group', args },
      };
      return message([text('something-new')], [[see], homeButtons]);
    }
    const said = news === undefined ? [] : [NEWS[news]];
    if (data.group.state === 'closed') return message([text('group-is-closed')], [homeButtons]);
    return data.group.state === 'made' ? notOpenYet(data, said, to) : open(data, said, to);
  },
});

function notOpenYet({ group, leadRoles, programme }: Data, said: readonly Line[], to: Recipient): Message {
  if (!runsIt(group, to)) return message([text('group-not-open')], [homeButtons]);
  const { id: groupId } = group;
  const ready = isReady(group, leadRoles, programme);
  const accept: Button[] =
    group.leadAcceptedAt === null && to.person.id === group.leadId
      ? [{ label: text('button-group-read-and-accept'), ...rulesOnly(groupId) }]
      : [];
  const isCoordinator = to.roles.some(
    (each) => each.role === 'coordinator' && each.programmeId === group.programmeId,
  );
  const trained: Button[] =
    trainingOf(leadRoles, group.programmeId) === undefined && isCoordinator
      ? [{ label: text('button-group-lead-trained'), command: 'confirm-group-lead', args: { groupId } }]
      : [];
  const openIt: Button = { label: text('button-group-open'), command: 'open-group', args: { groupId } };
  const state = ready ? text('group-ready') : missingText(group, leadRoles, programme);
  return message(
    [...said, { written: group.name }, state],
    [accept, trained, [openIt], [runButton(groupId)], homeButtons].filter((row) => row.length > 0),
  );
}

function rulesOnly(groupId: string): Pick<Button, 'command' | 'args'> {
  const { command, args } = rulesButton(groupId);
  return { command, args };
}

function open(data: Data, said: readonly Line[], to: Recipient): Message {
  const { group, mine, counts, planned } = data;
  const next = planned.findLast((each) => isAhead(each, to.now));
  const meeting: Line[] =
    next === undefined
      ? [text('group-no-meeting')]
      : [text('group-next-meeting'), whenSaid(next.startsAt, to.person.zone, to.now)];
  const lines = [
    ...said,
    { written: group.name },
    text('group-about'),
    text('group-counts', { members: counts.members, left: placesLeft(group, counts.taken) }),
    ...standing(mine),
    ...meeting,
  ];
  const offer: Button[][] =
    group.offeredTo === to.person.id
      ? [[showing(text('button-group-lead-offer'), 'group-lead-offer', { groupId: group.id, opened: true })]]
      : [];
  return message(lines, [
    ...offer,
    ...memberRows(data, next?.id),
    ...runnerRows(data, next?.id, to),
    homeButtons,
  ]);
}

function standing(mine: Data['mine']): Text[] {
  if (isIn(mine)) return [text(mine?.seat === LEADS_SEAT ? 'group-you-lead' : 'group-you-are-in')];
  if (mine?.state === 'waiting') return [text('group-you-wait')];
  return mine?.state === 'asked' ? [text('group-asked-already')] : [];
}

function memberRows({ group, mine, follows }: Data, nextId: string | undefined): Button[][] {
  const { id: groupId } = group;
  const about = [rulesButton(groupId), reportButton(groupId)];
  if (isIn(mine)) {
    const follow: Button = {
      label: text(follows ? 'button-group-not-follow' : 'button-group-follow'),
      command: 'follow-group',
      args: { groupId, follow: !follows },
    };
    const leave = mine?.seat === LEADS_SEAT ? [] : [leaveButton(groupId)];
    const meeting = nextId === undefined ? [] : [[meetingButton(nextId)]];
    return [...meeting, [follow, ...leave], about];
  }
  if (mine?.state === 'waiting')
    return [[{ ...leaveButton(groupId), label: text('button-group-stop-waiting') }], about];
  return [[joinButton(groupId)], about];
}

function showing(label: Text, screenName: string, args: Button['args']): Button {
  return { label, command: 'show', args: { screen: screenName, args } };
}

function runButton(groupId: string): Button {
  return showing(text('button-group-run'), 'group-run', { groupId });
}

export function meetingButton(meetingId: string): Button {
  const args = { screen: 'group-meeting-card', args: { meetingId, opened: true } };
  return {
    label: text('button-group-meeting'),
    command: 'show',
    args: { ...args, card: `group-meeting:${meetingId}` },
  };
}

/** For the lead and coordinators: the next meeting, and the register of the last. */
function runnerRows({ group, mine, planned }: Data, nextId: string | undefined, to: Recipient): Button[][] {
  if (!runsIt(group, to)) return [];
  const begun = planned.find((each) => !isBefore(to.now, each.startsAt));
  const plan: Button = {
    label: text('button-group-plan'),
    command: 'open-form',
    args: { form: 'plan-group-meeting', args: { groupId: group.id } },
  };
  const see = isIn(mine) || nextId === undefined ? [] : [[meetingButton(nextId)]];
  return [
    ...(nextId === undefined ? [[plan]] : see),
    ...(begun === undefined ? [] : [[registerButton(begun.id)]]),
    [runButton(group.id)],
  ];
}

export function registerButton(meetingId: string): Button {
  const args = { screen: 'group-register', args: { meetingId } };
  return {
    label: text('button-group-register'),
    command: 'show',
    args: { ...args, card: `group-register:${meetingId}` },
  };
}
