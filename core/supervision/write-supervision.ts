import { z } from 'zod';
import { change, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { boundTo } from '../kernel/coordinator.ts';
import { reaching } from '../kernel/reaching.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import type { Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { actingId, overseenBy, supervisedIn } from './may-oversee.ts';
import { NOTE_MOST, notePlace, type Supervised, type SupervisionNote } from './supervision-note.ts';

const Args = z.object({
  words: z.string().trim().min(1).max(NOTE_MOST),
  /** Whose supervision it is about; one's own when it is left out. */
  mentorId: z.uuid().optional(),
  /** Where a mentor is supervised in more than one programme. */
  programmeId: z.uuid().optional(),
  /** As which coordinator or cover, from the desk. In a chat everybody writes as themself. */
  fromId: z.uuid().optional(),
});
type Args = z.infer<typeof Args>;

async function load(read: Reader, { mentorId: named, fromId }: Args, by: By) {
  const writerId = actingId(by, fromId);
  const mentorId = named ?? writerId;
  if (writerId === undefined || mentorId === undefined) return undefined;
  const [mentor, roles, theirs, supervised, open] = await Promise.all([
    read.people.person(mentorId),
    reaching(read, await read.people.rolesOf(writerId), { mentorId }),
    read.people.rolesOf(mentorId),
    read.supervision.mentor(mentorId),
    read.tasks.openOf('for-supervision', { personId: mentorId }),
  ]);
  return { writerId, mentorId, mentor, roles, theirs, supervised, open, keys: read.keys };
}
type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

export const notYours: Refusal = { refused: 'supervision.not-yours', say: text('supervision-not-yours') };

/** Somebody who is no mentor has no supervision of their own. */
const noMentor: Refusal = { refused: 'supervision.no-mentor', say: text('supervision-not-yours') };

/**
 * Something for a mentor's supervision: by the mentor, or by whoever oversees it. The mentor, the coordinators and the named
 * cover of that programme see it, and nobody else (SUP-13).
 */
export const writeSupervision = command({
  name: 'write-supervision',
  schema: Args,
  load,
  decide(found, args, at, by) {
    if (found === undefined || found.mentor === undefined) return notYours;
    const programmeId = programmeFor(found, args.programmeId ?? boundTo(by));
    if (programmeId === undefined) return args.mentorId === undefined ? noMentor : notYours;
    const { mentor, mentorId, writerId, open, keys } = found;
    const id = at.newId();
    const row: SupervisionNote = {
      id,
      version: 1,
      programmeId,
      mentorId,
      byId: writerId,
      textSealed: keys.of(mentor).seal(args.words, notePlace(id), at.random(12)),
      createdAt: at.now,
    };
    const isOwn = writerId === mentorId;
    const task: Save[] =
      isOwn && open === undefined ? [{ table: 'task', row: taskFor(mentorId, programmeId, at) }] : [];
    return change({
      saves: [{ table: 'supervision_note', row }, ...task],
      events: [{ event: 'supervision.written', ids: { noteId: id, mentorId, byId: writerId, programmeId } }],
      outgoing: [...heard(by), ...(isOwn ? [] : [news(mentorId)])],
    });
  },
});

/** In which programme they may write it: as the mentor, or as somebody who oversees there. */
function programmeFor(found: Found, wanted: string | undefined): string | undefined {
  const { writerId, mentorId, roles, theirs, supervised } = found;
  const theirsIn = supervisedIn(theirs);
  const may = writerId === mentorId ? theirsIn : bothIn(theirsIn, { id: writerId, roles }, supervised);
  return wanted === undefined ? may[0] : may.find((each) => each === wanted);
}

function bothIn(
  theirsIn: readonly string[],
  writer: { readonly id: string; readonly roles: readonly Role[] },
  mentor: Supervised,
): string[] {
  const own = overseenBy(writer, mentor);
  return theirsIn.filter((each) => own.includes(each));
}

/** Coordinators are told that there is something, and not a word of it. */
function taskFor(personId: string, programmeId: string, at: Moment): Task {
  return {
    id: at.newId(),
    version: 1,
    programmeId,
    kind: 'for-supervision',
    personId,
    pairId: null,
    meetingId: null,
    createdAt: at.now,
    doneAt: null,
    doneBy: null,
  };
}

function heard(by: By): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const to = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  return [{ ...to, screen: 'supervision-kept', args: {}, mode: 'new' }];
}

/** The mentor hears that there is something new, and reads it once they open it. */
function news(to: string): OutgoingNew {
  return { to, screen: 'supervision-news', args: {}, mode: 'new' };
}
