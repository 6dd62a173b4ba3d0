import { z } from 'zod';
import { change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { contactOf, isBlocked, otherIn, pairFollows, pairPausedBy, sideIn } from './contact.ts';
import { cardOfMessages } from './contact-hours.ts';
import { messagesShown, toldOfPause } from './told-of-pause.ts';
import { notYours } from './write-pair-message.ts';

const OfPair = z.object({ pairId: z.uuid() });

/** The two, and when the one who is told was last sent how they write to each other. */
async function load(read: Reader, { pairId }: z.infer<typeof OfPair>, by: By) {
  const two = await read.pairMessages.two(pairId);
  const { person } = personOf(by);
  if (two === undefined || sideIn(two, person.id) === undefined) return { two, card: undefined };
  return {
    two,
    card: await read.pairMessages.cardSent(otherIn(two, person.id).id, cardOfMessages(pairId)),
  };
}

/**
 * No more messages from now on, and no meetings where that is asked, for either of the two and for no reason given. Both read
 * of a pause; neither reads who asked for it. A coordinator sees that this pair may want a hand, and nothing else (BND-03).
 */
export const blockMessages = command({
  name: 'block-messages',
  schema: OfPair.extend({
    /** Their meetings have a pause too: please do not meet. */
    meetings: z.boolean().default(false),
  }),
  async load(read, args, by) {
    const [data, task] = await Promise.all([
      load(read, args, by),
      read.tasks.openOf('may-want-a-hand', { pairId: args.pairId }),
    ]);
    return { ...data, task };
  },
  decide({ two, card, task }, { pairId, meetings }, at, by) {
    const { person, account } = personOf(by);
    const side = two === undefined ? undefined : sideIn(two, person.id);
    if (two === undefined || side === undefined) return notYours;
    const contact = contactOf(two);
    const seen = answer(person.id, account.id, pairId);
    const isPaused = contact[`${side}Blocked`];
    const ofMeetings = meetings || contact[`${side}PausedMeetings`];
    if (isPaused && ofMeetings === contact[`${side}PausedMeetings`]) return change({ outgoing: [seen] });
    const row = next(contact, { [`${side}Blocked`]: true, [`${side}PausedMeetings`]: ofMeetings });
    const pair = pairPausedBy(two.pair, row);
    const follows = pairFollows(pair);
    const hand: Save[] = task === undefined ? [mayWantAHand(two.pair, at)] : [];
    const isNews = !isBlocked(two) || pair !== undefined;
    return change({
      saves: [{ table: 'pair_contact', row }, ...follows.saves, ...hand],
      events: [...(isPaused ? [] : [{ event: 'pair-contact.paused', ids: { pairId } }]), ...follows.events],
      outgoing: [
        seen,
        ...(isNews ? [toldOfPause({ to: otherIn(two, person.id).id, pairId, card }, pair, at)] : []),
      ],
    });
  },
});

/** Whoever asked for the pause ends it. What waited is passed on. */
export const unblockMessages = command({
  name: 'unblock-messages',
  schema: OfPair,
  load,
  decide({ two, card }, { pairId }, at, by) {
    const { person, account } = personOf(by);
    const side = two === undefined ? undefined : sideIn(two, person.id);
    if (two === undefined || side === undefined || two.pair.state === 'ended') return notYours;
    const contact = contactOf(two);
    const seen = answer(person.id, account.id, pairId);
    if (!contact[`${side}Blocked`]) return change({ outgoing: [seen] });
    const row = next(contact, { [`${side}Blocked`]: false, [`${side}PausedMeetings`]: false });
    const isOver = !row.mentorBlocked && !row.menteeBlocked && !row.leadPaused;
    const pair = pairPausedBy(two.pair, row);
    const follows = pairFollows(pair);
    return change({
      saves: [{ table: 'pair_contact', row }, ...follows.saves],
      events: [...(isOver ? [{ event: 'pair-contact.resumed', ids: { pairId } }] : []), ...follows.events],
      outgoing: [
        seen,
        ...(isOver || pair !== undefined
          ? [toldOfPause({ to: otherIn(two, person.id).id, pairId, card }, pair, at)]
          : []),
      ],
    });
  },
});

function answer(personId: string, accountId: string, pairId: string): OutgoingNew {
  return { ...messagesShown(personId, pairId, 'new'), account: accountId, evenIfStopped: true };
}

/** All that whoever coordinates comes to see of a pause, whoever asked for it. */
export function mayWantAHand({ id, programmeId }: Pair, at: Moment): Save {
  return { table: 'task', row: newTask('may-want-a-hand', { programmeId, pairId: id }, at) };
}
