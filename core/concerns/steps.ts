import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import {
  type Answerer,
  type Concern,
  type ConcernStep,
  cardOfAnswerers,
  cardOfWriter,
  subjectOf,
} from './concern.ts';

/** A step to add to what is kept of a concern. */
export function stepOf(
  concernId: string,
  step: ConcernStep['step'],
  at: Moment,
  by: { readonly byId?: string; readonly code?: string } = {},
): Save {
  const row = { id: at.newId(), version: 1, concernId, at: at.now, step };
  return { table: 'concern_step', row: { ...row, byId: by.byId ?? null, code: by.code ?? null } };
}

/** What goes to the next one, when by then nobody has said that they have seen it or take it. */
export function goesOn({ id, level }: Pick<Concern, 'id' | 'level'>, minutes: number, at: Moment) {
  return {
    key: `concern-goes-on:${at.newId()}`,
    command: 'ask-about-concern',
    args: { concernId: id, level },
    at: at.now.add({ minutes }),
    subject: subjectOf(id),
  };
}

/**
 * Asks somebody in every app they have: in each by itself, so that none waits for another. Nothing holds it back, and there
 * is no word of it in what is sent.
 */
export function pagesTo({ personId, accounts }: Answerer, concernId: string): OutgoingNew[] {
  return accounts
    .filter(({ reachable }) => reachable)
    .map((account) => ({
      to: personId,
      account: account.id,
      screen: 'concern-page',
      args: { concernId },
      mode: 'new',
      card: cardOfAnswerers(concernId),
      evenIfStopped: true,
      ownLane: true,
      whenEnded: 'note-concern-page',
    }));
}

/** The writer's own card, brought up to date wherever it stands. */
export function writersCard({ id, fromId }: Concern): OutgoingNew {
  return {
    to: fromId,
    screen: 'my-concern',
    args: { concernId: id },
    mode: 'refresh',
    card: cardOfWriter(id),
    evenIfStopped: true,
  };
}

/** The cards of those who were asked. */
export function answerersCards({ id, asked }: Concern): OutgoingNew[] {
  return asked.map((to) => ({
    to,
    screen: 'concern-page',
    args: { concernId: id },
    mode: 'refresh',
    card: cardOfAnswerers(id),
    evenIfStopped: true,
    ownLane: true,
  }));
}

/**
 * News for whoever wrote it. Where they chose that previews say nothing, it says only that there is something new: somebody
 * else may look at the screen. The lines to call come with it when nobody has answered.
 */
export function newsFor(writer: Person | undefined, { id }: Concern, withHelp: boolean): OutgoingNew[] {
  if (writer === undefined || writer.state === 'erased') return [];
  const to = { to: writer.id, mode: 'new', evenIfStopped: true } as const;
  const args = { concernId: id, withHelp };
  if (writer.settings.discreet) return [{ ...to, screen: 'concern-news', args }];
  const help: OutgoingNew[] = withHelp ? [{ ...to, screen: 'help', args: { about: 'me', told: true } }] : [];
  return [...help, { ...to, screen: 'my-concern', args: { concernId: id }, card: cardOfWriter(id) }];
}

/**
 * Nobody has it in hand any more: it is open again and goes on to the next at once, at the first pace; that everybody is
 * asked once more is news again to whoever told it. `how`: why, when it was not that whoever had it went away.
 */
export function openAgain(
  concern: Concern,
  byId: string,
  at: Moment,
  how: { readonly code?: string },
): Change {
  const row = next(concern, {
    state: 'open',
    takenById: null,
    takenAt: null,
    seenAt: null,
    everybodyAt: null,
  });
  return change({
    saves: [{ table: 'concern', row }, stepOf(concern.id, 'given-back', at, { byId, ...how })],
    callOff: [subjectOf(concern.id)],
    due: [goesOn(row, 0, at)],
    events: [{ event: 'concern.given-back', ids: { concernId: concern.id } }],
    outgoing: [...answerersCards(row), writersCard(row)],
  });
}
