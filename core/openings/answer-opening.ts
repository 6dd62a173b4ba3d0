import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { answersFor, handOf, needsLead, noOpening } from './ask-to-open.ts';
import { OPEN_MINUTES, type Opening, subjectOf } from './opening.ts';

const OfOpening = z.object({ openingId: z.uuid() });

async function load(read: Reader, { openingId }: z.infer<typeof OfOpening>, by: By) {
  const opening = await read.openings.opening(openingId);
  if (opening === undefined) return undefined;
  const watching = by.is === 'person' ? await read.openings.watching(opening.personId) : [];
  return { opening, watching };
}
type Loaded = Awaited<ReturnType<typeof load>>;

const notYours: Refusal = { refused: 'opening.not-yours', say: text('coordinators-only') };

/** Those who look after the person's programme may answer; never the person it is about. */
function mayAnswer({ opening, watching }: NonNullable<Loaded>, by: By): boolean {
  if (by.is === 'coordinator') return true;
  if (by.is !== 'person' || by.supporter !== undefined) return false;
  return watching.includes(by.person.id) && by.person.id !== opening.personId;
}

/**
 * A second person agrees, in their own chat: it opens at once, for a short time. Whoever asked, or will read, cannot be the
 * second, and no key or command line can: two of them may be in one hand.
 */
export const confirmOpening = command({
  name: 'confirm-opening',
  schema: OfOpening,
  load,
  decide(data, _args, at, by) {
    if (data === undefined || by.is !== 'person' || !mayAnswer(data, by)) return notYours;
    const { opening } = data;
    const hand = handOf(by);
    if (hand === opening.askedBy || hand === `person:${opening.readerId}`)
      return { refused: 'opening.same-person', say: text('opening-second-person') };
    if (opening.state !== 'asked') return { refused: 'opening.answered', say: text('opening-answered') };
    return opened(opening, hand, at, answered(by, text('opening-confirmed')));
  },
});

/** A notice has run, and nobody stopped it. */
export const openAfterNotice = command({
  name: 'open-after-notice',
  schema: OfOpening,
  load,
  decide(data, _args, at) {
    if (data === undefined || data.opening.state !== 'asked' || data.opening.opensAt === null)
      return change({});
    if (isBefore(at.now, data.opening.opensAt)) return change({});
    return opened(data.opening, 'notice', at, []);
  },
});

function opened(opening: Opening, confirmedBy: string, at: Moment, answer: readonly OutgoingNew[]): Change {
  const { id, personId, readerId, safeToTell } = opening;
  const openUntil = at.now.add({ minutes: OPEN_MINUTES });
  const row = next(opening, {
    state: 'open',
    confirmedBy,
    openUntil,
    toldAt: safeToTell ? (opening.toldAt ?? at.now) : null,
  });
  const due = { command: 'end-opening', args: { openingId: id }, subject: subjectOf(opening) };
  const told: OutgoingNew[] = safeToTell ? [tellTo(personId, id)] : [];
  return change({
    saves: [{ table: 'opening', row }],
    due: [{ ...due, key: `opening-ends:${id}`, at: openUntil }],
    events: [{ event: 'opening.opened', ids: { openingId: id, readerId } }],
    // Not by the person's id: what the audit says of somebody stands in their own copy.
    audits: [{ action: 'opening.opened', ids: { openingId: id, readerId }, reason: opening.how }],
    outgoing: [
      { to: readerId, screen: 'opening-asked', args: { openingId: id }, mode: 'new' },
      ...told,
      ...answer,
    ],
  });
}

function tellTo(to: string, openingId: string): OutgoingNew {
  return { to, screen: 'opening-told', args: { openingId }, mode: 'new' };
}

function answered(by: By, say: Text): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const { person, account } = by;
  const args = { id: say.id, args: say.args };
  return [{ to: person.id, account: account.id, screen: 'say', args, mode: 'new', evenIfStopped: true }];
}

/** Somebody says no, or that it has been open for long enough. */
export const stopOpening = command({
  name: 'stop-opening',
  schema: OfOpening,
  load,
  decide(data, _args, at, by) {
    if (data === undefined) return by.is === 'coordinator' ? noOpening : notYours;
    if (!mayAnswer(data, by)) return notYours;
    return ended(data.opening, 'stopped', at, answered(by, text('opening-stopped')));
  },
});

/** Its time is up. */
export const endOpening = command({
  name: 'end-opening',
  schema: OfOpening,
  load,
  decide: (data, _args, at) =>
    data === undefined || data.opening.state !== 'open' ? change({}) : ended(data.opening, 'over', at, []),
});

function ended(opening: Opening, state: 'stopped' | 'over', at: Moment, answer: OutgoingNew[]): Change {
  if (opening.state === 'stopped' || opening.state === 'over') return change({ outgoing: answer });
  const { id } = opening;
  return change({
    saves: [{ table: 'opening', row: next(opening, { state, endedAt: at.now }) }],
    callOff: state === 'stopped' ? [subjectOf(opening)] : [],
    events: [{ event: `opening.${state}`, ids: { openingId: id } }],
    outgoing: answer,
  });
}

/** Written down before anything is read, each time: without it nothing can be read. */
export const readOpening = command({
  name: 'read-opening',
  schema: OfOpening,
  async load(read, { openingId }) {
    const opening = await read.openings.opening(openingId);
    if (opening === undefined) return undefined;
    const [held, theirs] = await Promise.all(
      [opening.readerId, opening.personId].map((each) => read.people.rolesOf(each)),
    );
    return { opening, mayRead: answersFor(held ?? [], theirs ?? []) };
  },
  decide(data, _args, at) {
    if (data === undefined) return noOpening;
    const { opening, mayRead } = data;
    const isOpen =
      opening.state === 'open' && opening.openUntil !== null && isBefore(at.now, opening.openUntil);
    if (!isOpen) return { refused: 'opening.not-open', say: text('opening-not-open') };
    // Between the question and the reading lies a day, at times.
    if (!mayRead) return needsLead;
    const { id, readerId } = opening;
    return change({
      saves: [{ table: 'opening', row: next(opening, { readAt: at.now }) }],
      events: [{ event: 'opening.read', ids: { openingId: id, readerId } }],
    });
  },
});

/** It has become safe to tell the person what was not told before. */
export const tellOfOpening = command({
  name: 'tell-of-opening',
  schema: OfOpening,
  load,
  decide(data, _args, at) {
    if (data === undefined) return noOpening;
    const { opening } = data;
    if (opening.toldAt !== null || opening.openUntil === null) return change({});
    const { id, personId } = opening;
    return change({
      saves: [{ table: 'opening', row: next(opening, { safeToTell: true, toldAt: at.now }) }],
      events: [{ event: 'opening.told', ids: { openingId: id, personId } }],
      outgoing: [tellTo(personId, id)],
    });
  },
});
