import { z } from 'zod';
import { Person } from '../people/person.ts';
import { Reflection } from '../reflections/reflection.ts';
import { textOf } from '../reflections/reflection-text.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Keys } from './keys.ts';

/** An entry that its writer shared with the coordinators. */
export type SharedEntry = { readonly reflection: Reflection; readonly by: Person; readonly text: string };

/** Reads about what people wrote for themselves. */
export function readReflections(db: PrismaClient, keys: Keys) {
  return {
    async reflection(id: string): Promise<Reflection | undefined> {
      const row = await db.reflection.findUnique({ where: { id } });
      return row === null ? undefined : Reflection.parse(row);
    },
    /** A person's own entries, newest first. */
    async ofPerson(
      personId: string,
      page: { readonly skip: number; readonly most: number },
    ): Promise<Reflection[]> {
      const rows = await db.reflection.findMany({
        where: { personId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: page.skip,
        take: page.most,
      });
      return z.array(Reflection).parse(rows);
    },
    async count(personId: string): Promise<number> {
      return await db.reflection.count({ where: { personId } });
    },
    /** Whether a word about this meeting was offered to this person before. */
    async wasOffered(personId: string, meetingId: string): Promise<boolean> {
      const row = await db.outgoing.findFirst({
        where: { personId, screen: 'offer-reflection', args: { path: ['meetingId'], equals: meetingId } },
        select: { id: true },
      });
      return row !== null;
    },
    /**
     * What coordinators may read: entries whose writers shared them with the coordinators, and nothing else, newest
     * first. `after` is the id of the last entry of the page before.
     */
    async sharedWithCoordinator(page: {
      readonly programmeId?: string;
      readonly personId?: string;
      readonly after?: string;
      readonly most: number;
    }): Promise<SharedEntry[]> {
      const { programmeId, personId, after, most } = page;
      const rows = await db.reflection.findMany({
        where: {
          sharedWithCoordinator: true,
          ...(programmeId === undefined ? {} : { programmeId }),
          ...(personId === undefined ? {} : { personId }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: most,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      const entries = z.array(Reflection).parse(rows);
      const writers = await db.person.findMany({
        where: { id: { in: entries.map(({ personId }) => personId) } },
      });
      const people = new Map(
        z
          .array(Person)
          .parse(writers)
          .map((person) => [person.id, person]),
      );
      return entries.flatMap((reflection) => {
        const by = people.get(reflection.personId);
        return by === undefined ? [] : [{ reflection, by, text: textOf(reflection, keys.of(by)) }];
      });
    },
  };
}
