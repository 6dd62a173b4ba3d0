import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { type By, command, type Refusal, themselves } from '../kernel/command.ts';
import { answerOnBoard, coordinatedBy } from '../kernel/coordinator.ts';
import { reachOf } from '../kernel/reach.ts';
import { reaching } from '../kernel/reaching.ts';
import type { Account, Person } from '../people/person.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { whenParts } from '../time/say-when.ts';
import { LETTER_DAYS, LETTER_MOST, letterPlace } from './letter.ts';
import { mayWrite } from './may-write.ts';

/**
 * A few words from a coordinator to a person of their programme, or that person's answer. They come with the writer's
 * name alone, outside the reader's quiet hours, and go after some weeks. By the API they are written in the name of a
 * coordinator whom an answer reaches.
 */
export const writeLetter = command({
  name: 'write-letter',
  schema: z.object({
    toId: z.uuid(),
    words: z.string().trim().min(1).max(LETTER_MOST),
    /** In whose name, by the API. In a chat and at the desk everybody writes as themself. */
    fromId: z.uuid().optional(),
  }),
  async load(read, { toId, fromId: named }, by) {
    const fromId = themselves(by)?.id ?? named ?? toId;
    const [reader, writer, roles, accounts, wrote, writesIn] = await Promise.all([
      read.people.person(toId),
      read.people.person(fromId),
      reaching(read, await read.people.rolesOf(fromId), { toId }),
      read.people.accountsOf(toId),
      read.letters.latest(toId, fromId),
      read.people.accountsOf(fromId),
    ]);
    const isTheirs = await read.staff.isTheirs(reachOf(roles), toId);
    return { reader, writer, roles, isTheirs, accounts, wrote, writesIn, keys: read.keys };
  },
  decide(data, { words }, at, by) {
    const { reader, writer, accounts, keys } = data;
    const no = mayNot(data, by);
    if (no !== undefined || writer === undefined) return no ?? notYours;
    const refusal = cannotArrive(reader, accounts);
    if (refusal !== undefined || reader === undefined) return refusal ?? gone;
    const id = at.newId();
    const row = {
      id,
      version: 1,
      fromId: writer.id,
      toId: reader.id,
      textSealed: keys.of(reader).seal(words, letterPlace(id), at.random(12)),
      fromCoordinator: isCoordinating(data),
      createdAt: at.now,
    };
    const arrives = nextLoud(at.now, reader.zone, reader.quietFrom, reader.quietTo);
    const isNow = arrives.epochMilliseconds === at.now.epochMilliseconds;
    const name = reader.name ?? '';
    const { time } = whenParts(arrives, writer.zone, at.now);
    const said = isNow ? text('letter-sent', { name }) : text('letter-sent-later', { name, time });
    return change({
      saves: [{ table: 'letter', row }],
      due: [
        {
          key: `forget-letter:${id}`,
          command: 'forget-letter',
          args: { letterId: id },
          at: at.now.add({ hours: 24 * LETTER_DAYS }),
        },
      ],
      events: [{ event: 'letter.written', ids: { letterId: id, fromId: row.fromId, toId: row.toId } }],
      outgoing: [
        { to: reader.id, screen: 'letter', args: { letterId: id }, mode: 'new', at: arrives },
        ...(row.fromCoordinator
          ? answerOnBoard(by, 'form', said)
          : answerOnBoard(by, 'form', said).filter(({ screen }) => screen === 'say')),
      ],
    });
  },
});

const notYours: Refusal = { refused: 'letter.not-yours', say: text('letter-not-yours') };

type Found = Parameters<typeof mayWrite>[0] & {
  readonly writer: Person | undefined;
  readonly reader: Person | undefined;
  readonly writesIn: readonly Account[];
};

function mayNot(data: Found, by: By): Refusal | undefined {
  const { writer, reader, writesIn } = data;
  const person = themselves(by);
  if (person !== undefined) return mayWrite(data, person.id) ? undefined : notYours;
  if (by.is !== 'coordinator') return notYours;
  if (reader === undefined) return { refused: 'person.unknown', say: text('person-unknown') };
  const canBeAnswered = writer?.state === 'active' && writesIn.some((each) => each.reachable);
  const isTheirs = writer?.id !== reader.id && isCoordinating(data);
  return canBeAnswered && isTheirs
    ? undefined
    : { refused: 'letter.not-theirs', say: text('letter-needs-coordinator') };
}

const gone: Refusal = { refused: 'person.unknown', say: text('letter-not-yours') };

function cannotArrive(reader: Person | undefined, accounts: readonly Account[]): Refusal | undefined {
  if (reader === undefined) return gone;
  if (reader.state === 'stopped') return { refused: 'letter.silence', say: text('letter-asked-for-silence') };
  const isReachable = reader.state === 'active' && accounts.some((each) => each.reachable);
  return isReachable ? undefined : { refused: 'letter.no-app', say: text('letter-no-app') };
}

/** Whether they write as somebody who coordinates; two who both do write as colleagues. */
function isCoordinating({ roles, isTheirs }: Pick<Found, 'roles' | 'isTheirs'>): boolean {
  return coordinatedBy(roles).length > 0 && isTheirs;
}

/** What was written is not kept for ever. */
export const forgetLetter = command({
  name: 'forget-letter',
  schema: z.object({ letterId: z.uuid() }),
  load: (read, { letterId }) => read.letters.letter(letterId),
  decide(letter, _args, _at, by) {
    if (by.is !== 'clock') throw new Error('Letters are forgotten when their time has come');
    if (letter === undefined) return change({});
    return change({
      removals: [{ table: 'letter', id: letter.id }],
      events: [{ event: 'letter.forgotten', ids: { letterId: letter.id } }],
    });
  },
});
