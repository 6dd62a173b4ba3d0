import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { As } from '../programmes/intake.ts';
import type { Programme, ProgrammeDocument } from '../programmes/programme.ts';
import type { Enquiry } from './enquiry.ts';

/** Where somebody heard of a programme: the link that led there, or the one that first brought them (REC-02). */
export function sourceFor(
  { sources }: ProgrammeDocument,
  { source: first }: Pick<Person, 'source'>,
  source: string | undefined,
): Pick<Enquiry, 'source' | 'route'> {
  const found =
    sources.find(({ code }) => code === source?.toLowerCase()) ?? sources.find(({ code }) => code === first);
  if (found === undefined) return { source: first, route: 'self' };
  const route = found.kind === 'agency' || found.kind === 'host' ? found.kind : 'self';
  return { source: found.code, route };
}

/** A way in that has just begun. */
export function newEnquiry(
  person: Pick<Person, 'id'>,
  programme: Pick<Programme, 'id'>,
  as: As,
  from: Pick<Enquiry, 'source' | 'route'>,
  at: Moment,
): Enquiry {
  return {
    id: at.newId(),
    version: 1,
    programmeId: programme.id,
    personId: person.id,
    as,
    state: 'asking',
    site: null,
    route: from.route,
    source: from.source,
    referralId: null,
    answersSealed: null,
    wordsSealed: null,
    outlineAgreedAt: null,
    firstSupported: null,
    waitingSince: null,
    newsDays: null,
    newsAt: null,
    createdAt: at.now,
    decidedAt: null,
  };
}
