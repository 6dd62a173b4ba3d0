import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { contactOf, isBlocked, otherIn, sideIn } from './contact.ts';
import { notYours, pausedForNow } from './write-pair-message.ts';

/** "09:00-20:00"; two equal times mean any time. */
const HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;
const HoursText = z.string().regex(HOURS);

export function cardOfMessages(pairId: string): string {
  return `messages:${pairId}`;
}

/**
 * One of the two asks for other hours. What was agreed stands until the other says yes. Nobody is asked during a pause: a
 * question is something from the other, too.
 */
export const proposeContactHours = command({
  name: 'propose-contact-hours',
  schema: z.object({ pairId: z.uuid(), hours: HoursText }),
  load: (read, { pairId }) => read.pairMessages.two(pairId),
  decide(two, { pairId, hours }, _at, by) {
    const { person, account } = personOf(by);
    if (two === undefined || sideIn(two, person.id) === undefined || two.pair.state === 'ended')
      return notYours;
    if (isBlocked(two)) return pausedForNow;
    const [, askedFrom = null, askedTo = null] = HOURS.exec(hours) ?? [];
    const row = next(contactOf(two), { askedFrom, askedTo, askedBy: person.id });
    return change({
      saves: [{ table: 'pair_contact', row }],
      events: [{ event: 'pair-contact.asked', ids: { pairId } }],
      outgoing: [shown(person.id, pairId, account.id), shown(otherIn(two, person.id).id, pairId)],
    });
  },
});

/** The other's answer, to exactly what they were asked. */
export const answerContactHours = command({
  name: 'answer-contact-hours',
  schema: z.object({ pairId: z.uuid(), hours: HoursText, yes: z.boolean() }),
  load: (read, { pairId }) => read.pairMessages.two(pairId),
  decide(two, { pairId, hours, yes }, _at, by) {
    const { person, account } = personOf(by);
    if (two === undefined || sideIn(two, person.id) === undefined || two.pair.state === 'ended')
      return notYours;
    const contact = contactOf(two);
    const { askedFrom, askedTo, askedBy } = contact;
    const isAsked = askedBy !== null && askedBy !== person.id && `${askedFrom}-${askedTo}` === hours;
    if (!isAsked) return { ...notYours, show: { screen: 'pair-messages', args: { pairId } } };
    const agreed = yes ? { hoursFrom: askedFrom, hoursTo: askedTo } : {};
    const row = next(contact, { ...agreed, askedFrom: null, askedTo: null, askedBy: null });
    return change({
      saves: [{ table: 'pair_contact', row }],
      events: [{ event: yes ? 'pair-contact.agreed' : 'pair-contact.declined', ids: { pairId } }],
      outgoing: [shown(person.id, pairId, account.id), shown(otherIn(two, person.id).id, pairId)],
    });
  },
});

function shown(to: string, pairId: string, account?: string): OutgoingNew {
  const said = {
    to,
    screen: 'pair-messages',
    args: { pairId },
    mode: 'new',
    card: cardOfMessages(pairId),
  } as const;
  return account === undefined ? said : { ...said, account, evenIfStopped: true };
}
