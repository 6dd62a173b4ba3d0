import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import {
  answerOnBoard,
  isAbout,
  mayCoordinate,
  nameOfActor,
  PressedOnBoard,
  rolesOfActor,
} from '../kernel/coordinator.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { toldOf } from './answer-match.ts';
import { writtenAlong } from './draft-row.ts';
import type { Match, NeverWith } from './match.ts';
import { isAsking, listWithout, loadChoice } from './offer-mentors.ts';
import { subjectOf } from './pick-mentor.ts';

const OPEN: readonly Match['state'][] = ['drafted', 'offered', 'asked', 'accepted'];
export function isOpen({ state }: Match): boolean {
  return OPEN.includes(state);
}

/** A match that comes to nothing: whoever of the two knew of it hears so, and nothing about it is still to come. */
export function ended(
  match: Match,
  row: Match,
  knew: readonly Person[],
  tasks: readonly Task[],
  doneBy: string,
  at: Moment,
) {
  const mine = tasks.filter(
    ({ kind, personId, otherPersonId }) =>
      kind === 'match-to-confirm' && personId === match.menteeId && otherPersonId === match.mentorId,
  );
  const done: Save[] = mine.map((task) => ({ table: 'task', row: next(task, { doneAt: at.now, doneBy }) }));
  const card = {
    to: match.mentorId,
    screen: 'match-asked',
    args: { matchId: match.id },
    mode: 'refresh',
    card: subjectOf(match),
  } as const;
  return change({
    saves: [{ table: 'match', row }, ...done],
    callOff: [subjectOf(match)],
    events: [{ event: 'match.withdrawn', ids: { matchId: match.id, programmeId: match.programmeId } }],
    outgoing: isAsking(match) ? [...knew.map((person) => toldOf(match, person, at)), card] : [],
  });
}

/** A coordinator decides against two people: it is not suggested again, and neither hears more than that it was not to be. */
export const setMatchAside = command({
  name: 'set-match-aside',
  schema: PressedOnBoard.extend({ matchId: z.uuid() }),
  async load(read, { matchId }, by) {
    const [match, roles] = await Promise.all([
      read.matches.match(matchId),
      rolesOfActor(read, by, { matchId }),
    ]);
    if (match === undefined) return { match, roles, two: [], tasks: [] };
    const [two, tasks] = await Promise.all([
      read.people.people([match.menteeId, match.mentorId]),
      read.tasks.openAboutPerson(match.menteeId),
    ]);
    return { match, roles, two, tasks };
  },
  decide({ match, roles, two, tasks }, { pressedOn, page }, at, by) {
    if (!mayCoordinate(by, roles, match?.programmeId ?? null))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (match === undefined) return { refused: 'match.unknown', say: text('match-unknown') };
    if (isAbout(match, by)) return { refused: 'match.your-own', say: text('match-not-your-own') };
    const outgoing = answerOnBoard(by, pressedOn, text('match-set-aside'), page);
    if (match.setAsideAt != null) return change({ outgoing });
    if (!isOpen(match)) return { refused: 'match.not-open', say: text('match-not-open') };
    const row = next(match, { state: 'withdrawn', setAsideAt: at.now, endsAt: null });
    const over = ended(match, row, two, tasks, nameOfActor(by), at);
    return { ...over, outgoing: [...over.outgoing, ...outgoing] };
  },
});

/**
 * One of the two says "not with this person", in one press: the two are never put together, and the other never hears who
 * asked for it (MAT-19).
 */
export const notWith = command({
  name: 'not-with',
  schema: z.object({ matchId: z.uuid() }),
  async load(read, { matchId }, by) {
    const { person } = personOf(by);
    const asked = await read.matches.match(matchId);
    if (asked === undefined || ![asked.menteeId, asked.mentorId].includes(person.id)) return undefined;
    // As below: what is read after the draft's row can only be newer.
    const draft = await read.matches.draftOf(asked.programmeId);
    const match = (await read.matches.match(matchId)) ?? asked;
    const [mentee, tasks, isApart, choice] = await Promise.all([
      read.people.person(match.menteeId),
      read.tasks.openAboutPerson(match.menteeId),
      read.matches.areApart(match.programmeId, match.menteeId, match.mentorId),
      match.menteeId === person.id ? loadChoice(read, person.id, match.programmeId) : undefined,
    ]);
    return { match, mentee, tasks, isApart, choice, draft };
  },
  decide(data, { matchId }, at, by) {
    const { person, account } = personOf(by);
    if (data === undefined) return { refused: 'match.not-yours', say: text('match-unknown') };
    const { match, mentee, tasks, isApart, choice, draft } = data;
    const { programmeId } = match;
    const isMentor = match.mentorId === person.id;
    const said = {
      to: person.id,
      account: account.id,
      mode: 'new',
      evenIfStopped: true,
      screen: 'say',
      args: { id: 'match-never-said', args: {} },
    } as const;
    const apart: Save[] = isApart
      ? []
      : [newApart(programmeId, match, `person:${person.id}`, at), ...writtenAlong(draft)];
    if (!isOpen(match)) return change({ saves: apart, outgoing: [said] });
    // What the other is told is what they would be told of any "no".
    const row = next(match, { state: isMentor ? 'declined' : 'passed', answeredAt: at.now, endsAt: null });
    const knew = isMentor && mentee !== undefined ? [mentee] : [];
    const over = ended(match, row, knew, tasks, 'matching', at);
    const list = {
      ...said,
      screen: 'short-list',
      args: { programmeId, after: 'others', opened: true },
    } as const;
    return {
      ...over,
      saves: [
        ...over.saves,
        ...apart,
        ...(choice === undefined ? [] : listWithout(choice, match.mentorId, programmeId, at)),
      ],
      events: [{ event: 'match.apart', ids: { matchId, programmeId } }],
      outgoing: [...over.outgoing, said, ...(isMentor ? [] : [list])],
    };
  },
});

/** A coordinator knows that two are not to be put together. */
export const keepApart = command({
  name: 'keep-apart',
  schema: z.object({ programmeId: z.uuid(), menteeId: z.uuid(), mentorId: z.uuid() }),
  async load(read, { programmeId, menteeId, mentorId }, by) {
    // Before all else: a draft that is kept after this was read makes whoever keeps them apart look again.
    const draft = await read.matches.draftOf(programmeId);
    const [roles, two, isApart, matches, tasks] = await Promise.all([
      rolesOfActor(read, by, { menteeId, mentorId }),
      read.people.people([menteeId, mentorId]),
      read.matches.areApart(programmeId, menteeId, mentorId),
      read.matches.of(menteeId, programmeId),
      read.tasks.openAboutPerson(menteeId),
    ]);
    const match = matches.find((each) => each.mentorId === mentorId && isOpen(each));
    return { roles, two, isApart, match, tasks, draft };
  },
  decide({ roles, two, isApart, match, tasks, draft }, { programmeId, menteeId, mentorId }, at, by) {
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (two.length < 2) return { refused: 'person.unknown', say: text('person-unknown') };
    const apart: Save[] = isApart
      ? []
      : [newApart(programmeId, { menteeId, mentorId }, nameOfActor(by), at), ...writtenAlong(draft)];
    const events = [{ event: 'match.apart', ids: { programmeId } }];
    if (match === undefined) return change({ saves: apart, events: isApart ? [] : events });
    const row = next(match, { state: 'withdrawn', endsAt: null });
    const over = ended(match, row, two, tasks, nameOfActor(by), at);
    return { ...over, saves: [...over.saves, ...apart], events };
  },
});

function newApart(
  programmeId: string,
  { menteeId, mentorId }: Pick<Match, 'menteeId' | 'mentorId'>,
  by: string,
  at: Moment,
): Save {
  const [firstId = '', secondId = ''] = [menteeId, mentorId].toSorted();
  const row: NeverWith = {
    id: at.newId(),
    version: 1,
    programmeId,
    firstId,
    secondId,
    createdAt: at.now,
    by,
  };
  return { table: 'never_with', row };
}
