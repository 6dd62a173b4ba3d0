import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { wholeReach } from '../kernel/reach.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import type { Board } from './board.ts';
import { itemsOf } from './board-items.ts';
import { seenBoard } from './board-message.ts';

/** More than anybody has; what is longer is said to be so. */
const MOST = 30;

async function load(read: Reader, _args: object, to: Recipient) {
  const { id } = to.person;
  const ways = await read.enquiries.allOf(id);
  // Somebody on their way in has no role yet, and stands on a board all the same.
  const programmeIds = [...new Set([...to.roles, ...ways].map(({ programmeId }) => programmeId))];
  const [record, seen, pairs, shared, notes, records, places] = await Promise.all([
    read.desk.person(id),
    seenBoard(read, to, wholeReach(programmeIds)),
    read.desk.pairs({ personId: id, most: MOST }),
    read.reflections.sharedWithCoordinator({ personId: id, most: MOST }),
    read.supervision.own(id, MOST),
    read.training.list({ personId: id, most: MOST }),
    read.training.placesOf(id),
  ]);
  const meetings = await Promise.all(
    pairs.map(({ id: pairId }) => read.desk.meetings({ pairId, most: 1000 })),
  );
  const board = aboutOne(seen.board, id);
  const training = { records: records.length, places: places.length };
  const answered = ways.filter(({ answersSealed }) => answersSealed !== null).map((each) => each.as);
  return { record, board, pairs, meetings: meetings.flat(), shared, notes, answered, training };
}
type Data = Awaited<ReturnType<typeof load>>;

/**
 * Of a board, what is about one person, or about the two of a pair. What the other one of a pair asked for stays theirs, and
 * how somebody else answered a request stays with coordinators.
 */
function aboutOne(board: Board, personId: string): Board {
  const isMe = (each: { readonly id: string } | null): boolean => each?.id === personId;
  const ofTwo = ({ mentor, mentee }: Board['quiet'][number] | Board['meetings'][number]): boolean =>
    isMe(mentor) || isMe(mentee);
  return {
    tasks: board.tasks.filter(({ person, two, other }) =>
      person === null ? (two ?? []).some(isMe) : isMe(person) && other === null,
    ),
    meetings: board.meetings.filter(ofTwo),
    quiet: board.quiet.filter(ofTwo),
    waiting: board.waiting.filter(({ person }) => isMe(person)),
    balance: [],
    arriving: 0,
    noSite: 0,
  };
}

/** Where it can be stopped that they read what was answered. */
const whatMayBeKept: Button = {
  label: text('button-my-consents'),
  command: 'show',
  args: { screen: 'my-consents', card: 'consents' },
};

/**
 * "What the coordinator sees of me": put together from the very reads that the board and the desk are made of, but for
 * what is also about somebody else: it cannot say more than they do (BND-07, D15).
 */
export const coordinatorSees = screen({
  name: 'coordinator-sees',
  schema: z.object({}),
  load,
  show(data, _args, to) {
    const lines = [
      ...ofRecord(data, to),
      ...ofBoard(data, to),
      ...ofMeetings(data, to),
      ...ofWaysIn(data),
      ...ofTraining(data),
      ...ofShared(data),
      ...ofSupervision(data),
    ];
    const all: Button = {
      label: text('button-my-reflections'),
      command: 'show',
      args: { screen: 'my-reflections' },
    };
    const rows = data.answered.length === 0 ? [[all]] : [[all], [whatMayBeKept]];
    return message(
      [text('coordinator-sees-title'), ...lines, text('coordinator-sees-no-more')],
      [...rows, homeButtons],
    );
  },
});

function ofRecord({ record }: Data, to: Recipient): Line[] {
  if (record === undefined) return [];
  const { weekday, day, month } = whenParts(to.person.createdAt, to.person.zone, to.now);
  const said = {
    name: record.name ?? 'unnamed',
    state: record.state,
    reach: record.reach,
    zone: record.zone,
  };
  return [
    text('coordinator-sees-record', { ...said, weekday, day, month }),
    text('coordinator-sees-roles', { count: record.roles.length }),
  ];
}

/** As it stands on their board now, word by word. */
function ofBoard({ board }: Data, { person, now }: Recipient): Line[] {
  const items = itemsOf(board, { me: person, now, pressedOn: 'form', page: 0 });
  if (items.length === 0) return [text('coordinator-sees-board-empty')];
  return [text('coordinator-sees-board'), ...items.flatMap((item, at) => item.lines(String(at + 1)))];
}

function ofMeetings({ pairs, meetings }: Data, { person }: Recipient): Line[] {
  return [
    ...pairs.map(({ mentorId, mentor, mentee }) =>
      text('coordinator-sees-pair', { name: (mentorId === person.id ? mentee : mentor) ?? 'unnamed' }),
    ),
    text('coordinator-sees-meetings', { count: meetings.length }),
  ];
}

/** What they answered on their way in is read as they gave it; it stands in their own copy, word for word. */
function ofWaysIn({ answered }: Data): Line[] {
  return answered.map((as) => text('coordinator-sees-answers', { as }));
}

function ofTraining({ training: { records, places } }: Data): Line[] {
  if (records + places === 0) return [];
  return [text('coordinator-sees-training', { records: String(records), places: String(places) })];
}

/** Written about their supervision; the words are in their own view, and never in Slack. */
function ofSupervision({ notes }: Data): Line[] {
  return notes.length === 0 ? [] : [text('coordinator-sees-supervision', { count: String(notes.length) })];
}

function ofShared({ shared }: Data): Line[] {
  if (shared.length === 0) return [text('coordinator-sees-nothing-shared')];
  return [text('coordinator-sees-shared'), ...shared.map((entry) => ({ written: entry.text }))];
}
