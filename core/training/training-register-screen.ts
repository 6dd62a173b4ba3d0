import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { coordinatedBy } from '../kernel/coordinator.ts';
import { type Button, type Message, message } from '../kernel/message.ts';
import { isWithin, reachOf } from '../kernel/reach.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { siteOf, type TrainingMeeting } from './training.ts';
import { meetingButton, meetingWhen, taught } from './training-words.ts';

/** As many as one message of every app can carry, with what else it needs. */
const ON_A_PAGE = 10;
/** What one press makes of what is noted: nothing, came, did not, and nothing again. */
const AFTER = { booked: 'came', came: 'did-not-come', 'did-not-come': 'booked' } as const;

async function load(read: Reader, trainingMeetingId: string | undefined, to: Recipient) {
  const reach = reachOf(to.roles);
  const begun = await read.training.toRegister(reach.programmeIds, to.now);
  const isTheirs = (each: TrainingMeeting): boolean => isWithin(reach, each.programmeId, siteOf(each));
  const open = begun.filter(isTheirs);
  const [only, another] = open;
  const id = trainingMeetingId ?? (another === undefined ? only?.id : undefined);
  const programmes = await read.programmes.all();
  const meeting = id === undefined ? undefined : await read.training.meeting(id);
  if (meeting === undefined || !isTheirs(meeting))
    return { open, programmes, meeting: undefined, places: [], people: [] };
  const places = (await read.training.places(meeting.id)).filter(({ seat }) => seat !== null);
  const people = await read.people.people(places.map(({ personId }) => personId));
  return { open, programmes, meeting, places, people };
}

/** Who came: for those who coordinate the programme alone, in private. */
export const trainingRegister = screen({
  name: 'training-register',
  schema: z.object({ trainingMeetingId: z.uuid().optional(), page: z.int().min(0).default(0) }),
  load: async (read, { trainingMeetingId }, to) => await load(read, trainingMeetingId, to),
  show(data, { page }, to) {
    if (coordinatedBy(to.roles).length === 0) return undefined;
    return data.meeting === undefined ? whichOne(data, to) : register(data, data.meeting, page, to);
  },
});

type Data = Awaited<ReturnType<typeof load>>;

function documentOf({ programmes }: Data, id: string) {
  return programmes.find((each) => each.id === id)?.document;
}

function whichOne(data: Data, to: Recipient): Message {
  const { open } = data;
  const rows = open.flatMap((each) => {
    const document = documentOf(data, each.programmeId);
    if (document === undefined) return [];
    const { label } = meetingButton(document, each, to);
    const args = { screen: 'training-register', args: { trainingMeetingId: each.id } };
    return [[{ label, command: 'show', args }]];
  });
  const said = open.length === 0 ? text('training-register-none') : text('training-register-which');
  return message([said], [...rows.slice(0, ON_A_PAGE), homeButtons]);
}

function register(data: Data, meeting: TrainingMeeting, page: number, to: Recipient): Message {
  const { places, people } = data;
  const { id: trainingMeetingId } = meeting;
  const pages = Math.max(1, Math.ceil(places.length / ON_A_PAGE));
  const marks = places.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE).map(({ personId, state }): Button => {
    const mark = state === 'came' || state === 'did-not-come' ? state : 'booked';
    const name = people.find(({ id }) => id === personId)?.name ?? '–';
    const args = { trainingMeetingId, personId, attended: AFTER[mark], page };
    return { label: text('training-mark', { name, mark }), command: 'mark-training', args };
  });
  const isDone = meeting.state === 'held';
  const done: Button = {
    label: text('button-done'),
    command: 'finish-training',
    args: { trainingMeetingId },
  };
  const document = documentOf(data, meeting.programmeId);
  return message(
    [
      text('training-register-title'),
      ...(document === undefined ? [] : [text('training-meeting-what', { what: taught(document, meeting) })]),
      meetingWhen(meeting, to),
      places.length === 0 ? text('training-register-nobody') : text('training-register-how'),
      ...(pages === 1 ? [] : [text('list-page', { page: page + 1, pages })]),
      ...(isDone ? [text('training-register-said')] : []),
    ],
    [
      ...marks.map((mark) => [mark]),
      turns(trainingMeetingId, page, pages),
      isDone ? [] : [done],
      [...homeButtons],
    ].filter((row) => row.length > 0),
  );
}

function turns(trainingMeetingId: string, page: number, pages: number): Button[] {
  const to = (label: Text, other: number): Button => ({
    label,
    command: 'show',
    args: {
      screen: 'training-register',
      args: { trainingMeetingId, page: other },
      card: `training-register:${trainingMeetingId}`,
    },
  });
  return [
    ...(page > 0 ? [to(text('button-back'), page - 1)] : []),
    ...(page < pages - 1 ? [to(text('button-next'), page + 1)] : []),
  ];
}
