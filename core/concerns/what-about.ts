import { z } from 'zod';
import type { Pair } from '../pairs/pair.ts';
import type { Account, Person } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import type { Answerer, Concern, ConcernKind } from './concern.ts';

type PairMessage = NonNullable<Awaited<ReturnType<Reader['pairMessages']['message']>>>;

/** What somebody tells of, as they chose it: "me", "else", "pair:<id>", "group:<id>" or "team:<id>". */
export type Told = {
  readonly kind: ConcernKind;
  readonly about: string;
  readonly messageId?: string | undefined;
  readonly groupId?: string | undefined;
};

/** Everything that a concern is made of, besides its words. */
export type Found = {
  readonly programmeId: string | null;
  readonly about: Concern['about'];
  readonly aboutId: string | null;
  readonly pair: Pair | undefined;
  readonly groupId: string | null;
  readonly message: PairMessage | undefined;
  /** What they tell of was a message, and it is not here any more. */
  readonly isMessageGone?: true;
  readonly team: readonly Answerer[];
  /** Whom it may be about, whether they answer for it or not. */
  readonly concerned: readonly string[];
};

/** Reads what somebody tells of. Undefined: it is not theirs to tell of, or it is not there. */
export async function whatAbout(
  read: Reader,
  told: Told,
  person: Person,
  account: Account,
): Promise<Found | undefined> {
  if (told.messageId !== undefined) return await aMessage(read, told.messageId, person, account);
  const [what = 'else', id] = told.groupId === undefined ? told.about.split(':') : ['group', told.groupId];
  if (what === 'group' && id !== undefined) return await aGroup(read, id);
  if (what === 'pair' && id !== undefined) {
    const pair = await read.pairs.pair(id);
    const isOurs = pair !== undefined && [pair.mentorId, pair.menteeId].includes(person.id);
    return pair === undefined || !isOurs ? undefined : await aPair(read, pair, person);
  }
  const programmeId = await programmeOf(read, person, account);
  const team = await read.concerns.team(programmeId);
  const nothing = { programmeId, pair: undefined, groupId: null, message: undefined, team };
  if (what === 'team' && id !== undefined) {
    const staff = [...team, ...(await read.concerns.coordinators(programmeId))];
    // Somebody who left the team while it was being written: it is told all the same, and never to them.
    if (!staff.some(({ personId }) => personId === id))
      return z.uuid().safeParse(id).success
        ? { ...nothing, about: 'else', aboutId: null, concerned: [id] }
        : undefined;
    return { ...nothing, about: 'team', aboutId: id, concerned: [id] };
  }
  return { ...nothing, about: what === 'me' ? 'me' : 'else', aboutId: null, concerned: [] };
}

async function aMessage(
  read: Reader,
  messageId: string,
  person: Person,
  account: Account,
): Promise<Found | undefined> {
  const message = await read.pairMessages.message(messageId);
  if (message === undefined) return await aMessageGone(read, person, account);
  const pair = await read.pairs.pair(message.pairId);
  const isThere = message.state === 'sending' || message.state === 'sent';
  if (pair === undefined || !isThere || message.toId !== person.id) return undefined;
  return { ...(await aPair(read, pair, person)), message };
}

/**
 * Whoever wrote it deleted everything, or its time was up: what somebody tells of it is not lost with it. Who it was from is
 * not known any more, so it goes past all who were ever in a pair with them.
 */
async function aMessageGone(read: Reader, person: Person, account: Account): Promise<Found> {
  const pairs = await read.pairs.everOf(person.id);
  const partners = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
  const programmeId = pairs[0]?.programmeId ?? (await programmeOf(read, person, account));
  const nothing = { programmeId, pair: undefined, groupId: null, message: undefined } as const;
  return {
    ...nothing,
    about: 'else',
    aboutId: null,
    isMessageGone: true,
    team: await read.concerns.team(programmeId),
    concerned: partners.filter((id) => id !== person.id),
  };
}

async function aPair(read: Reader, pair: Pair, person: Person): Promise<Found> {
  const aboutId = pair.mentorId === person.id ? pair.menteeId : pair.mentorId;
  const team = await read.concerns.team(pair.programmeId);
  const { programmeId } = pair;
  const found = { programmeId, about: 'partner', aboutId, pair, groupId: null, message: undefined } as const;
  return { ...found, team, concerned: [aboutId] };
}

/** Whoever is in the group may be whom it is about: it passes them by, also if they come to answer for it later. */
async function aGroup(read: Reader, groupId: string): Promise<Found | undefined> {
  const group = await read.groups.groupRow(groupId);
  if (group === undefined) return undefined;
  const team = await read.concerns.team(group.programmeId);
  const concerned = await read.concerns.ofGroup(groupId);
  const { programmeId } = group;
  return {
    programmeId,
    about: 'group',
    aboutId: null,
    pair: undefined,
    groupId,
    message: undefined,
    team,
    concerned,
  };
}

/** The programme somebody is in, or came to. */
export async function programmeOf(read: Reader, person: Person, account: Account): Promise<string | null> {
  const [role] = await read.people.rolesOf(person.id);
  const known = role?.programmeId ?? account.programmeId;
  return known ?? (await read.programmes.first())?.id ?? null;
}
