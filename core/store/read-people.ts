import { z } from 'zod';
import { Account, Person, Role, Supporter } from '../people/person.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about people and the accounts they have. */
export function readPeople(db: PrismaClient) {
  return {
    async person(id: string): Promise<Person | undefined> {
      const row = await db.person.findUnique({ where: { id } });
      return row === null ? undefined : Person.parse(row);
    },
    async people(ids: readonly string[]): Promise<Person[]> {
      return z.array(Person).parse(await db.person.findMany({ where: { id: { in: [...ids] } } }));
    },
    async account(id: string): Promise<Account | undefined> {
      const row = await db.account.findUnique({ where: { id } });
      return row === null ? undefined : Account.parse(row);
    },
    /** A person's accounts, the one they first wrote from first. */
    async accountsOf(personId: string): Promise<Account[]> {
      return z
        .array(Account)
        .parse(
          await db.account.findMany({ where: { personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
        );
    },
    async rolesOf(personId: string): Promise<Role[]> {
      return z
        .array(Role)
        .parse(await db.role.findMany({ where: { personId, endedAt: null }, orderBy: { since: 'asc' } }));
    },
    async role(personId: string, programmeId: string, role: string): Promise<Role | undefined> {
      const row = await db.role.findFirst({ where: { personId, programmeId, role } });
      return row === null ? undefined : Role.parse(row);
    },
    async supportersOf(personId: string): Promise<Supporter[]> {
      return z
        .array(Supporter)
        .parse(await db.supporter.findMany({ where: { personId, state: { not: 'ended' } } }));
    },
    async supportedBy(supporterId: string): Promise<Supporter[]> {
      return z
        .array(Supporter)
        .parse(await db.supporter.findMany({ where: { supporterId, state: { not: 'ended' } } }));
    },
    async supporterByCode(codeHash: string): Promise<Supporter | undefined> {
      const row = await db.supporter.findUnique({ where: { codeHash } });
      return row === null ? undefined : Supporter.parse(row);
    },
    async supporter(id: string): Promise<Supporter | undefined> {
      const row = await db.supporter.findUnique({ where: { id } });
      return row === null ? undefined : Supporter.parse(row);
    },
    /** Everybody, newest first, for coordinators. */
    async list(page: { readonly after?: string; readonly most: number }): Promise<Person[]> {
      const rows = await db.person.findMany({
        orderBy: { id: 'desc' },
        take: page.most,
        where: { state: { not: 'erased' }, ...(page.after === undefined ? {} : { id: { lt: page.after } }) },
      });
      return z.array(Person).parse(rows);
    },
  };
}
