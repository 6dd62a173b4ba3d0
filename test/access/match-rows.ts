import type { Temporal } from 'temporal-polyfill';
import type { Save } from '../../core/kernel/change.ts';
import type { Someone } from './sealed-rows.ts';

type Two = { readonly programmeId: string; readonly mentor: Someone; readonly mentee: Someone };

/** Two who wait, and their match: the mentor said yes, a coordinator is to confirm. */
export function matchRows(
  { programmeId, mentor, mentee }: Two,
  id: () => string,
  now: Temporal.Instant,
  site: string | null = null,
) {
  const matchId = id();
  const reasons = { v: 1 as const, factors: [], unknown: [], generic: false };
  const when = { createdAt: now, askedAt: now, answeredAt: now, endsAt: null, confirmedAt: null };
  const two = { programmeId, menteeId: mentee.person.id, mentorId: mentor.person.id, pairId: null };
  const way = {
    ...{ version: 1, programmeId, state: 'waiting' as const, site, route: 'self' as const },
    ...{ source: null, referralId: null, answersSealed: null, wordsSealed: null, outlineAgreedAt: null },
    ...{
      firstSupported: null,
      waitingSince: now,
      newsDays: null,
      newsAt: null,
      createdAt: now,
      decidedAt: now,
    },
  };
  const rows: Save[] = [
    {
      table: 'match',
      row: { id: matchId, version: 1, ...two, state: 'accepted', score: 0, reasons, ...when },
    },
    { table: 'enquiry', row: { ...way, id: id(), personId: mentee.person.id, as: 'mentee' } },
    { table: 'enquiry', row: { ...way, id: id(), personId: mentor.person.id, as: 'mentor' } },
  ];
  return { matchId, rows };
}
