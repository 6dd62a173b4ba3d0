import type { Temporal } from 'temporal-polyfill';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { trainingStands, WAYS_OF, type Whom } from './training-stands.ts';
import { takesPartAs } from './when-it-ends.ts';

/** How the training of one person stands, for those who coordinate. */
export type PersonStands = {
  readonly personId: string;
  readonly name: string | null;
  readonly as: Whom;
  /** Worked out, never stored: on the way, trained with nobody to support yet, or supporting somebody (ELG-01). */
  readonly stage: 'learning' | 'volunteer' | 'mentor' | 'mentee';
  readonly done: readonly string[];
  readonly missing: readonly string[];
  readonly endsSoon: readonly { readonly module: string; readonly endsAt: string }[];
  readonly disclosure: 'not-asked' | 'not-seen' | 'valid' | 'ending' | 'ended';
  readonly complete: boolean;
};

/** Everybody who takes part in a programme as somebody of whom training may be asked, by name. */
export async function standingsIn(
  read: Reader,
  { id: programmeId, document }: Programme,
  now: Temporal.Instant,
): Promise<PersonStands[]> {
  const roles = await read.training.rolesIn(programmeId);
  const ids = [...new Set(roles.map(({ personId }) => personId))];
  const [people, records, supporting] = await Promise.all([
    read.people.people(ids),
    read.training.records(ids, programmeId),
    read.training.supporting(programmeId),
  ]);
  const all = people.flatMap(({ id: personId, name }) => {
    const own = records.filter((each) => each.personId === personId);
    const parts = takesPartAs(
      roles.filter((each) => each.personId === personId),
      programmeId,
    ).filter((whom) => whom !== 'group-lead');
    return parts.map((as): PersonStands => {
      const stands = trainingStands(document, own, WAYS_OF[as], as, now);
      const learning = stands.complete ? 'volunteer' : 'learning';
      const mentor = supporting.has(personId) ? 'mentor' : learning;
      return {
        personId,
        name,
        as,
        stage: as === 'mentee' ? 'mentee' : mentor,
        done: stands.inDate,
        missing: stands.missing,
        endsSoon: stands.ending.map(({ code, endsAt }) => ({ module: code, endsAt: endsAt.toString() })),
        disclosure: stands.disclosure,
        complete: stands.complete,
      };
    });
  });
  return all.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '') || (a.personId < b.personId ? -1 : 1));
}
