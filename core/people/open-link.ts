import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, type Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { answerWith } from './answer.ts';
import { holderOf } from './own-matter.ts';
import type { Account, Person } from './person.ts';
import { codeHash, MOST_TRIES, readCode, SUPPORT_LINK, TRIES_WITHIN, WRONG_CODE } from './supporter-code.ts';

/**
 * Somebody who is known opens a link. A helper's code asks them whether they will help; a poster leads to what its programme
 * offers. They are counted under a poster's code only where it begins something new.
 */
export const openLink = command({
  name: 'open-link',
  schema: z.object({ payload: z.string() }),
  async load(read, { payload }, by) {
    const code = SUPPORT_LINK.test(payload) ? readCode(payload) : undefined;
    const offer = code === undefined ? undefined : await read.people.supporterByCode(codeHash(code));
    const { person, account } = holderOf(by);
    return {
      programme: await programmeWith(read, payload, account.programmeId),
      offer,
      asking: offer === undefined ? undefined : await read.people.person(offer.personId),
      pairs: await read.pairs.pairsOf(person.id),
      already: (await read.people.supportedBy(person.id)).map((each) => each.personId),
      tries: await read.kept.timesOf(WRONG_CODE, 'accountId', account.id, MOST_TRIES),
    };
  },
  decide({ programme, offer, asking, pairs, already, tries }, { payload }, at, by) {
    const { person, account } = holderOf(by);
    if (!SUPPORT_LINK.test(payload))
      return change({ outgoing: [whereTo(person, account, programme, payload)] });
    const oldest = tries[MOST_TRIES - 1];
    if (oldest !== undefined && isBefore(at.now.subtract(TRIES_WITHIN), oldest))
      return refused('too-many-tries');
    const expired = offer?.codeExpiresAt == null || !isBefore(at.now, offer.codeExpiresAt);
    if (offer === undefined || expired || asking?.state !== 'active') return wrongCode(person, account);
    if (offer.personId === person.id) return refused('own-code');
    if (person.adult !== true) return refused('not-adult');
    if (already.includes(offer.personId)) return refused('already');
    // Acting for both sides of one pair, a mentor could answer their own proposals.
    const together = pairs.some(({ mentorId, menteeId }) => mentorId === asking.id || menteeId === asking.id);
    if (together) return refused('same-pair');
    return change({
      // Bound to whoever opened it first: the code works once.
      saves: [{ table: 'supporter', row: next(offer, { supporterId: person.id, codeHash: null }) }],
      events: [{ event: 'supporter.code-used', ids: { supporterRow: offer.id, supporterId: person.id } }],
      outgoing: [answerWith(person, account, 'supporter-asked', { id: offer.id })],
    });
  },
});

/** The programme that a poster is of: their own, or another one of this place. */
async function programmeWith(
  read: Reader,
  payload: string,
  own: string | null,
): Promise<Programme | undefined> {
  const code = payload.toLowerCase();
  const all = (await read.programmes.all()).filter(({ document }) =>
    document.sources.some((each) => each.code === code),
  );
  return all.find(({ id }) => id === own) ?? all[0];
}

/** A poster leads to what its programme offers, where it asks on the way in; anything else leads home. */
function whereTo(
  person: Person,
  account: Account,
  programme: Programme | undefined,
  payload: string,
): OutgoingNew {
  if (programme === undefined || programme.document.intake.length === 0)
    return answerWith(person, account, 'home');
  const args = { programmeId: programme.id, source: payload.toLowerCase() };
  return answerWith(person, account, 'way-in', args);
}

/** Written rather than refused, because wrong tries are counted; the account's row makes parallel tries wait their turn. */
function wrongCode(person: Person, account: Account): Change {
  return change({
    saves: [{ table: 'account', row: next(account, {}) }],
    events: [{ event: WRONG_CODE, ids: { accountId: account.id } }],
    outgoing: [answerWith(person, account, 'say', { id: 'supporter-code-not-known', args: {} })],
  });
}

const REFUSALS = {
  'too-many-tries': text('supporter-code-too-many'),
  'own-code': text('supporter-code-own'),
  'not-adult': text('supporter-only-adults'),
  already: text('supporter-already'),
  'same-pair': text('supporter-same-pair'),
} as const;

function refused(why: keyof typeof REFUSALS): Refusal {
  return { refused: `supporter.${why}`, say: REFUSALS[why] };
}
