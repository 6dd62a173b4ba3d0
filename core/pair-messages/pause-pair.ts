import { z } from 'zod';
import { answererOf, stillInHand } from '../kernel/answerer.ts';
import { change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { mayWantAHand } from './block-messages.ts';
import { contactOf, isBlocked, pairFollows, pairPausedBy } from './contact.ts';
import { cardOfMessages } from './contact-hours.ts';
import { toldOfPause } from './told-of-pause.ts';

const Args = z.object({ concernId: z.uuid(), asId: z.uuid().optional() });

async function load(read: Reader, { concernId }: z.infer<typeof Args>) {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined || concern.pairId === null) return undefined;
  const [two, team, hand] = await Promise.all([
    read.pairMessages.two(concern.pairId),
    read.concerns.team(concern.programmeId),
    read.tasks.openOf('may-want-a-hand', { pairId: concern.pairId }),
  ]);
  if (two === undefined) return undefined;
  const card = cardOfMessages(concern.pairId);
  const told = [two.mentor.id, two.mentee.id].map(async (to) => {
    return { to, pairId: two.pair.id, card: await read.pairMessages.cardSent(to, card) };
  });
  return { concern, two, team, hand, told: await Promise.all(told) };
}

const notThere: Refusal = { refused: 'concern.unknown', say: text('concern-unknown') };

/**
 * Whoever answers a concern asks for a pause between the two, or ends it: messages and meetings. Both read of it what they read
 * of any other pause: neither is told who asked, nor why. Whoever coordinates sees what they see of any other: that the pair may
 * want a hand.
 */
function pausing(name: 'pause-pair' | 'resume-pair') {
  const leadPaused = name === 'pause-pair';
  return command({
    name,
    schema: Args,
    keepsForm: true,
    load,
    decide(data, { concernId, asId }, at, by) {
      const who = data === undefined ? undefined : answererOf(data.team, data.concern, by, asId);
      if (data === undefined || who === undefined) return notThere;
      const { two } = data;
      const { id: pairId } = two.pair;
      const contact = contactOf(two);
      if (contact.leadPaused === leadPaused) return change({ outgoing: ownCard(concernId, by) });
      const row = next(contact, { leadPaused });
      const pair = pairPausedBy(two.pair, row);
      const follows = pairFollows(pair);
      const isHeld = isBlocked(two) !== isBlocked({ ...two, contact: row });
      const step: Save = {
        table: 'concern_step',
        row: {
          id: at.newId(),
          version: 1,
          concernId,
          at: at.now,
          step: leadPaused ? 'pair-paused' : 'pair-resumed',
          byId: who.personId,
          code: null,
        },
      };
      const how = leadPaused ? 'paused' : 'resumed';
      return change({
        saves: [
          { table: 'pair_contact', row },
          ...stillInHand(data.concern, who),
          step,
          ...follows.saves,
          ...(leadPaused && data.hand === undefined ? [mayWantAHand(two.pair, at)] : []),
        ],
        events: [...(isHeld ? [{ event: `pair-contact.${how}`, ids: { pairId } }] : []), ...follows.events],
        outgoing: [
          ...ownCard(concernId, by),
          ...(isHeld || pair !== undefined ? data.told.map((each) => toldOfPause(each, pair, at)) : []),
        ],
      });
    },
  });
}

export const pausePair = pausing('pause-pair');
export const resumePair = pausing('resume-pair');

function ownCard(concernId: string, by: By): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const to = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  const card = `concern-page:${concernId}`;
  return [{ ...to, screen: 'concern-page', args: { concernId }, mode: 'card', card }];
}
