import { z } from 'zod';
import { change, type Event, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, type Decision, personOf, type Refusal } from '../kernel/command.ts';
import type { Match } from '../matching/match.ts';
import type { Moment } from '../moment.ts';
import type { Pair } from '../pairs/pair.ts';
import { type Account, DEFAULT_SETTINGS, type Person } from '../people/person.ts';
import type { Keys } from '../store/keys.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { mayForThem } from './may-for-them.ts';

/** A last word that could not be said for so long is not said. */
const GOODBYE_HOURS = 24;
/** What was being written in the very moment of the erasure has been written by then. */
const LOOKED_AGAIN_AFTER_MINUTES = 10;

async function load(read: Reader, personId: string) {
  const person = await read.people.person(personId);
  if (person === undefined) return undefined;
  const [accounts, pairs, series, messages, supports, matches] = await Promise.all([
    read.people.accountsOf(personId),
    read.pairs.pairsOf(personId),
    read.privacy.seriesOf(personId),
    read.privacy.messagesTo(personId),
    read.privacy.supportsOf(personId),
    read.matches.openOf(personId),
  ]);
  const writers = await read.people.people([...new Set(messages.map(({ fromId }) => fromId))]);
  return { person, accounts, pairs, series, messages, writers, supports, matches, keys: read.keys };
}

type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

/** Whoever asks says it twice: what follows cannot be undone. */
export const deleteMe = command({
  name: 'delete-me',
  schema: z.object({ sure: z.literal(true) }),
  // What was begun goes with the rest; it is not put aside first.
  keepsForm: true,
  load: (read, _args, by) => load(read, personOf(by).person.id),
  decide: (found, _args, at) => (found === undefined ? nobody : erased(found, at)),
});

/**
 * The same for somebody who asked a coordinator of theirs, or whoever runs the place; and what was not finished when the app
 * ended. Whoever coordinates or looks after safety is not deleted by a coordinator.
 */
export const erasePerson = command({
  name: 'erase-person',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }, by) {
    const [found, may] = await Promise.all([load(read, personId), mayForThem(read, by, personId)]);
    return { found, may };
  },
  decide({ found, may }, _args, at) {
    if (found === undefined || may === 'no') return nobody;
    return may === 'they are staff' ? staff : erased(found, at);
  },
});

/** Once more, a little later: nothing of theirs that was on its way when they went stays behind. */
export const wipeRemains = command({
  name: 'wipe-remains',
  schema: z.object({ personId: z.uuid() }),
  load: (read, { personId }) => read.people.person(personId),
  decide(person, { personId }, _at, by) {
    if (by.is !== 'clock') return nobody;
    return person?.state === 'erased' ? change({ erase: [personId] }) : change({});
  },
});

const staff: Refusal = { refused: 'person.staff', say: text('erase-not-staff') };
const nobody: Refusal = { refused: 'person.unknown', say: text('nobody-by-that-id') };

function erased(found: Found, at: Moment): Decision {
  const { person, accounts, pairs, series, supports, matches } = found;
  const ended: Save[] = [
    ...pairs.map((row): Save => ({ table: 'pair', row: next(row, { state: 'ended', endedAt: at.now }) })),
    ...series.map((row): Save => ({ table: 'series', row: next(row, { state: 'ended' }) })),
  ];
  const events: Event[] = [
    { event: 'person.erased', ids: { personId: person.id } },
    ...pairs.map((pair) => ({ event: 'pair.ended', ids: { pairId: pair.id } })),
    ...series.map(({ id, pairId }) => ({ event: 'series.ended', ids: { seriesId: id, pairId } })),
  ];
  return change({
    saves: [
      ...(person.state === 'erased' ? [] : [{ table: 'person', row: emptied(person) } as const]),
      ...ended,
      ...keptForWriters(found, at),
      ...pairs.map((pair) => partnerLeft(pair, person.id, at)),
    ],
    callOff: series.map(({ id }) => `series:${id}`),
    events,
    outgoing: [
      ...accounts.filter(({ reachable }) => reachable).map((each) => goodbye(each, at)),
      ...pairs.map((pair) => toldTo(otherOf(pair, person.id), pair.id)),
      ...matches.flatMap((match) => requestOver(match, person.id)),
      ...supports.map((each): OutgoingNew => {
        const to = each.personId === person.id ? each.supporterId : each.personId;
        return { to: to ?? '', screen: 'my-supporters', args: { ended: true }, mode: 'new' };
      }),
    ],
    due: [
      {
        key: `erasure:${person.id}`,
        command: 'wipe-remains',
        args: { personId: person.id },
        subject: 'erasure',
        at: at.now.add({ minutes: LOOKED_AGAIN_AFTER_MINUTES }),
      },
    ],
    erase: [person.id],
  });
}

/** An id that others' rows still lead to, and nothing else. */
function emptied(person: Person): Person {
  return next(person, {
    state: 'erased',
    name: null,
    zone: 'UTC',
    language: 'en',
    quietFrom: '00:00',
    quietTo: '00:00',
    adult: null,
    agreedVersion: null,
    agreedAt: null,
    source: null,
    situationSealed: null,
    paused: false,
    pausedUntil: null,
    stoppedAt: null,
    settings: DEFAULT_SETTINGS,
    wrappedKey: '',
  });
}

/**
 * What the other half of a pair wrote to them is the other half's own: from now on it is sealed with the writer's key alone.
 * Without this it would go with the key of its reader.
 */
function keptForWriters({ person, messages, writers, keys }: Found, at: Moment): Save[] {
  if (person.wrappedKey === '') return [];
  return messages.flatMap((row): Save[] => {
    const writer = writers.find((each) => each.id === row.fromId);
    if (writer === undefined || writer.wrappedKey === '') return [];
    const textSealed = resealed(keys, person, writer, row.textSealed, row.id, at);
    return [{ table: 'pair_message', row: next(row, { textSealed }) }];
  });
}

function resealed(keys: Keys, reader: Person, writer: Person, sealed: string, id: string, at: Moment) {
  const place = { table: 'pair_message', row: id, column: 'textSealed' };
  const inner = keys.of(reader).open(sealed, place);
  return keys.of(writer).seal(inner, place, at.random(12));
}

function otherOf(pair: Pair, personId: string): string {
  return pair.mentorId === personId ? pair.menteeId : pair.mentorId;
}

/** Neutral words: that it ended, and that it is nobody's doing of theirs. */
function toldTo(to: string, pairId: string): OutgoingNew {
  return { to, screen: 'partner-left', args: { pairId }, mode: 'new' };
}

/** Somebody who asked them, or whom they asked, to be matched does not wait for an answer that will not come. */
function requestOver({ id, state, mentorId, menteeId }: Match, personId: string): OutgoingNew[] {
  if (state !== 'asked' && state !== 'accepted') return [];
  const to = mentorId === personId ? menteeId : mentorId;
  return [{ to, screen: 'match-news', args: { matchId: id }, mode: 'new' }];
}

/** A person who can be talked with is told as well: somebody has just lost whoever they met. */
function partnerLeft(pair: Pair, personId: string, at: Moment): Save {
  const row = newTask(
    'partner-left',
    { programmeId: pair.programmeId, personId: otherOf(pair, personId), pairId: pair.id },
    at,
  );
  return { table: 'task', row };
}

function goodbye({ platform, tenant, chatId }: Account, at: Moment): OutgoingNew {
  const place = { platform, tenant, chatId };
  const until = at.now.add({ hours: GOODBYE_HOURS });
  return { to: '', place, screen: 'erased', args: {}, mode: 'new', forget: true, until };
}
