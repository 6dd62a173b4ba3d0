import { z } from 'zod';
import { change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Pair } from '../pairs/pair.ts';
import { contactOf, isBlocked, otherIn, sideIn } from './contact.ts';
import { cardOfMessages } from './contact-hours.ts';
import { notYours } from './write-pair-message.ts';

const OfPair = z.object({ pairId: z.uuid() });

/**
 * No more messages from now on, for either of the two and for no reason given. Both read of a pause; neither reads who
 * asked for it. A coordinator sees that this pair may want a hand, and nothing else (BND-03).
 */
export const blockMessages = command({
  name: 'block-messages',
  schema: OfPair,
  anyTime: true,
  async load(read, { pairId }) {
    const [two, task] = await Promise.all([
      read.pairMessages.two(pairId),
      read.tasks.openOf('may-want-a-hand', { pairId }),
    ]);
    return { two, task };
  },
  decide({ two, task }, { pairId }, at, by) {
    const { person, account } = personOf(by);
    const side = two === undefined ? undefined : sideIn(two, person.id);
    if (two === undefined || side === undefined) return notYours;
    const contact = contactOf(two);
    const seen = answer(person.id, account.id, pairId);
    if (contact[`${side}Blocked`]) return change({ outgoing: [seen] });
    const hand: Save[] = task === undefined ? [{ table: 'task', row: mayWantAHand(two.pair, at) }] : [];
    return change({
      saves: [{ table: 'pair_contact', row: next(contact, { [`${side}Blocked`]: true }) }, ...hand],
      events: [{ event: 'pair-contact.paused', ids: { pairId } }],
      outgoing: [seen, ...(isBlocked(two) ? [] : [told(otherIn(two, person.id).id, pairId)])],
    });
  },
});

/** Whoever asked for the pause ends it. What waited is passed on. */
export const unblockMessages = command({
  name: 'unblock-messages',
  schema: OfPair,
  load: (read, { pairId }) => read.pairMessages.two(pairId),
  decide(two, { pairId }, _at, by) {
    const { person, account } = personOf(by);
    const side = two === undefined ? undefined : sideIn(two, person.id);
    if (two === undefined || side === undefined) return notYours;
    const contact = contactOf(two);
    const seen = answer(person.id, account.id, pairId);
    if (!contact[`${side}Blocked`]) return change({ outgoing: [seen] });
    const row = next(contact, { [`${side}Blocked`]: false });
    const isOver = !row.mentorBlocked && !row.menteeBlocked && !row.leadPaused;
    return change({
      saves: [{ table: 'pair_contact', row }],
      events: isOver ? [{ event: 'pair-contact.resumed', ids: { pairId } }] : [],
      outgoing: [seen, ...(isOver ? [told(otherIn(two, person.id).id, pairId)] : [])],
    });
  },
});

function answer(personId: string, accountId: string, pairId: string): OutgoingNew {
  return { ...told(personId, pairId), account: accountId, evenIfStopped: true };
}

function told(to: string, pairId: string): OutgoingNew {
  return { to, screen: 'pair-messages', args: { pairId }, mode: 'new', card: cardOfMessages(pairId) };
}

function mayWantAHand({ id, programmeId }: Pair, at: Moment) {
  return {
    id: at.newId(),
    version: 1,
    programmeId,
    kind: 'may-want-a-hand' as const,
    personId: null,
    pairId: id,
    meetingId: null,
    createdAt: at.now,
    doneAt: null,
    doneBy: null,
  };
}
