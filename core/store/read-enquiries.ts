import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Enquiry, Referral } from '../enquiries/enquiry.ts';
import type { As } from '../programmes/intake.ts';
import type { PrismaClient } from './generated/client.ts';

type Listed = {
  readonly programmeId?: string | undefined;
  readonly after?: string | undefined;
  readonly most: number;
};

/** Reads about the ways in. */
export function readEnquiries(db: PrismaClient) {
  return {
    /** Those of a programme with the names people chose, in the order in which they came. */
    async list({ programmeId, after, most }: Listed) {
      const later = after === undefined ? {} : { id: { gt: after } };
      const rows = await db.enquiry.findMany({
        where: { ...(programmeId === undefined ? {} : { programmeId }), ...later },
        orderBy: { id: 'asc' },
        take: most,
      });
      const people = await db.person.findMany({
        where: { id: { in: rows.map(({ personId }) => personId) } },
        select: { id: true, name: true },
      });
      return z
        .array(Enquiry)
        .parse(rows)
        .map(({ id, personId, as, state, site, route, source, createdAt }) => {
          const person = people.find((each) => each.id === personId)?.name ?? null;
          return { id, personId, person, as, state, site, route, source, createdAt };
        });
    },
    async enquiry(id: string): Promise<Enquiry | undefined> {
      const row = await db.enquiry.findUnique({ where: { id } });
      return row === null ? undefined : Enquiry.parse(row);
    },
    /** Whether it was written down, since then, that they read it. */
    async isNoted(enquiryId: string, readerId: string, since: Temporal.Instant): Promise<boolean> {
      const at = { gte: new Date(since.epochMilliseconds) };
      const where = { by: `person:${readerId}`, at, ids: { path: ['enquiryId'], equals: enquiryId } };
      return (await db.journal.count({ where: { ...where, event: 'enquiry.opened' } })) > 0;
    },
    async of(personId: string, programmeId: string, as: As): Promise<Enquiry | undefined> {
      const where = { personId_programmeId_as: { personId, programmeId, as } };
      const row = await db.enquiry.findUnique({ where });
      return row === null ? undefined : Enquiry.parse(row);
    },
    /** The ways in of several people, as what they came. */
    async ofMany(personIds: readonly string[], programmeId: string, as: As): Promise<Enquiry[]> {
      const where = { personId: { in: [...personIds] }, programmeId, as };
      return z.array(Enquiry).parse(await db.enquiry.findMany({ where }));
    },
    async allOf(personId: string): Promise<Enquiry[]> {
      return z
        .array(Enquiry)
        .parse(await db.enquiry.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } }));
    },
    /** Those of a programme who wait for a match: whoever asked for a different one, then who waits longest (MAT-13). */
    async waiting(programmeId: string, as: As): Promise<Enquiry[]> {
      const where = { programmeId, as, state: 'waiting' };
      const orderBy = [
        { againSince: { sort: 'asc', nulls: 'last' } } as const,
        { waitingSince: 'asc' } as const,
        { id: 'asc' } as const,
      ];
      return z.array(Enquiry).parse(await db.enquiry.findMany({ where, orderBy }));
    },
    /** Those of a programme who have something to do before they can wait for a match. */
    async inTraining(programmeId: string, { after, most }: Omit<Listed, 'programmeId'>): Promise<Enquiry[]> {
      const later = after === undefined ? {} : { id: { gt: after } };
      const where = { programmeId, state: 'training', ...later };
      return z.array(Enquiry).parse(await db.enquiry.findMany({ where, orderBy: { id: 'asc' }, take: most }));
    },
    ...readReferrals(db),
  };
}

/** Reads about those who are sent by an agency or a service of the house. */
function readReferrals(db: PrismaClient) {
  return {
    async referral(id: string): Promise<Referral | undefined> {
      const row = await db.referral.findUnique({ where: { id } });
      return row === null ? undefined : Referral.parse(row);
    },
    async referrals({ after, most }: Omit<Listed, 'programmeId'>): Promise<Referral[]> {
      const where = after === undefined ? {} : { id: { gt: after } };
      return z
        .array(Referral)
        .parse(await db.referral.findMany({ where, orderBy: { id: 'asc' }, take: most }));
    },
    async referralByCode(codeHash: string): Promise<Referral | undefined> {
      const row = await db.referral.findUnique({ where: { codeHash } });
      return row === null ? undefined : Referral.parse(row);
    },
  };
}
