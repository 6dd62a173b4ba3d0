import { z } from 'zod';
import { change, type DueNew, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import type { Match } from './match.ts';
import { loadPool, seekerOf, suits } from './may-be-offered.ts';
import { isAsking } from './offer-mentors.ts';

/** Everything still to come about a request. */
export function subjectOf({ id }: Pick<Match, 'id'>): string {
  return `match:${id}`;
}

/** A mentee picks one of those on their list: that mentor is asked. One is asked at a time. */
export const pickMentor = command({
  name: 'pick-mentor',
  schema: z.object({ matchId: z.uuid() }),
  async load(read, { matchId }, by) {
    const { person } = personOf(by);
    const match = await read.matches.match(matchId);
    if (match?.mentorId === person.id) return 'picked';
    if (match?.menteeId !== person.id) return undefined;
    const programme = await read.programmes.programme(match.programmeId);
    const [enquiry, own] = await Promise.all([
      read.enquiries.of(person.id, match.programmeId, 'mentee'),
      read.matches.of(person.id, match.programmeId),
    ]);
    if (programme === undefined || enquiry === undefined) return undefined;
    const pool = await loadPool(read, programme, [match.mentorId]);
    const candidate = pool.mentors.find(({ id }) => id === match.mentorId);
    const asking = own.find((each) => each.menteeId === person.id && isAsking(each));
    const seeker = seekerOf(read, person, enquiry);
    return { match, enquiry, pool, seeker, candidate, asking, days: programme.document.matching.answerDays };
  },
  decide(data, { matchId }, at, by) {
    const { person, account } = personOf(by);
    if (data === 'picked') return { refused: 'match.not-to-pick', say: text('match-unknown') };
    if (data === undefined) return { refused: 'match.not-yours', say: text('match-unknown') };
    const { match, enquiry, pool, seeker, candidate, asking } = data;
    const { programmeId } = match;
    const answer = { to: person.id, account: account.id, mode: 'new', evenIfStopped: true } as const;
    const stands: OutgoingNew = { ...answer, screen: 'my-match', args: { programmeId } };
    if (asking?.id === matchId) return change({ outgoing: [stands] });
    if (enquiry.state !== 'waiting') return { refused: 'match.not-waiting', say: text('match-not-waiting') };
    if (asking !== undefined)
      return {
        refused: 'match.one-at-a-time',
        say: text('match-one-at-a-time'),
        show: { screen: 'my-match', args: { programmeId } },
      };
    const suit = candidate === undefined ? undefined : suits(pool, seeker, candidate, at.now);
    if (match.state !== 'offered' || suit === undefined) return notFree(programmeId);
    const mentor = suit.candidate.person;
    const endsAt = at.now.add({ hours: 24 * data.days });
    const { score, reasons } = suit;
    const row = next(match, { state: 'asked', score, reasons, askedAt: at.now, answeredAt: null, endsAt });
    const ends: DueNew = {
      key: `match-ends:${matchId}:${row.version}`,
      command: 'expire-match',
      args: { matchId },
      at: endsAt,
      subject: subjectOf(match),
    };
    return change({
      saves: [
        { table: 'match', row },
        // Whatever else becomes of their waiting at the same moment is decided again.
        { table: 'enquiry', row: next(enquiry, {}) },
      ],
      due: [ends],
      events: [{ event: 'match.asked', ids: { matchId, programmeId } }],
      outgoing: [
        stands,
        {
          to: mentor.id,
          screen: 'match-asked',
          args: { matchId },
          mode: 'new',
          card: subjectOf(match),
          at: nextLoud(at.now, mentor.zone, mentor.quietFrom, mentor.quietTo),
          until: endsAt,
        },
      ],
    });
  },
});

/** What there is instead stands beneath. */
function notFree(programmeId: string): Refusal {
  return {
    refused: 'match.not-free',
    say: text('match-not-free'),
    show: { screen: 'short-list', args: { programmeId, opened: true } },
  };
}
