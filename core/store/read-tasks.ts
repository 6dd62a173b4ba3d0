import { z } from 'zod';
import { type Behind, Task } from '../tasks/task.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about what coordinators have to do. */
export function readTasks(db: PrismaClient) {
  return {
    async task(id: string): Promise<Task | undefined> {
      const row = await db.task.findUnique({ where: { id } });
      return row === null ? undefined : Task.parse(row);
    },
    async open(): Promise<Task[]> {
      return z
        .array(Task)
        .parse(await db.task.findMany({ where: { doneAt: null }, orderBy: { createdAt: 'asc' } }));
    },
    /** What somebody has in hand in a programme. */
    async takenBy(takenById: string, programmeId: string): Promise<Task[]> {
      return z.array(Task).parse(await db.task.findMany({ where: { doneAt: null, takenById, programmeId } }));
    },
    /** The latest of a kind about a pair, done or not. */
    async latestOf(kind: Task['kind'], pairId: string): Promise<Task | undefined> {
      const row = await db.task.findFirst({ where: { kind, pairId }, orderBy: { createdAt: 'desc' } });
      return row === null ? undefined : Task.parse(row);
    },
    /** The open one of a kind about a group; with `personId`, of those about this person. */
    async openAbout(kind: Task['kind'], groupId: string, personId?: string): Promise<Task | undefined> {
      const about = personId === undefined ? { groupId } : { groupId, personId };
      const row = await db.task.findFirst({ where: { doneAt: null, kind, ...about } });
      return row === null ? undefined : Task.parse(row);
    },
    /** Those about two people who may be one, done or not, whichever of them was first; newest first. */
    async ofTwoRecords(one: string, other: string): Promise<Task[]> {
      const either = [
        { personId: one, otherPersonId: other },
        { personId: other, otherPersonId: one },
      ];
      const found = await db.task.findMany({
        where: { kind: 'two-records', OR: either },
        orderBy: { createdAt: 'desc' },
      });
      return z.array(Task).parse(found);
    },
    /** Who is behind the pair or the group that a task is about. */
    async behind({ pairId, groupId }: Task): Promise<Behind> {
      const [pair, group] = await Promise.all([
        pairId === null ? null : db.pair.findUnique({ where: { id: pairId } }),
        groupId == null ? null : db.group.findUnique({ where: { id: groupId } }),
      ]);
      return { two: pair === null ? [] : [pair.mentorId, pair.menteeId], leadId: group?.leadId };
    },
    /** The open one of a kind in a programme, which is about nobody by name; with a code, the one about that. */
    async openIn(
      kind: Task['kind'],
      programmeId: string,
      what: string | null = null,
    ): Promise<Task | undefined> {
      const row = await db.task.findFirst({ where: { doneAt: null, kind, programmeId, what } });
      return row === null ? undefined : Task.parse(row);
    },
    async openAboutPerson(personId: string): Promise<Task[]> {
      return z.array(Task).parse(await db.task.findMany({ where: { doneAt: null, personId } }));
    },
    async openAboutPeople(personIds: readonly string[], kind: Task['kind']): Promise<Task[]> {
      const where = { doneAt: null, kind, personId: { in: [...personIds] } };
      return z.array(Task).parse(await db.task.findMany({ where }));
    },
    async openOf(
      kind: Task['kind'],
      about: { personId?: string; pairId?: string },
    ): Promise<Task | undefined> {
      const row = await db.task.findFirst({ where: { doneAt: null, kind, ...about } });
      return row === null ? undefined : Task.parse(row);
    },
  };
}
