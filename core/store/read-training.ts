import { z } from 'zod';
import { Role } from '../people/person.ts';
import { TrainingRecord } from '../training/training.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about what is on record of training. */
export function readTraining(db: PrismaClient) {
  return {
    /** What is on record of these people, without what was taken back; newest last. */
    async records(personIds: readonly string[], programmeId: string): Promise<TrainingRecord[]> {
      const where = { personId: { in: [...personIds] }, programmeId, removedAt: null };
      return z
        .array(TrainingRecord)
        .parse(await db.trainingRecord.findMany({ where, orderBy: [{ doneAt: 'asc' }, { id: 'asc' }] }));
    },
    /** The roles that people hold in a programme now. */
    async rolesIn(programmeId: string): Promise<Role[]> {
      const where = { programmeId, endedAt: null };
      return z
        .array(Role)
        .parse(await db.role.findMany({ where, orderBy: [{ since: 'asc' }, { id: 'asc' }] }));
    },
    async record(id: string): Promise<TrainingRecord | undefined> {
      const row = await db.trainingRecord.findUnique({ where: { id } });
      return row === null ? undefined : TrainingRecord.parse(row);
    },
    /** What is on record, newest first, a page at a time, without what was taken back. */
    async list(asked: {
      readonly most: number;
      readonly after?: string | undefined;
      readonly personId?: string | undefined;
    }): Promise<TrainingRecord[]> {
      const { most, after, personId } = asked;
      const where = {
        removedAt: null,
        ...(personId === undefined ? {} : { personId }),
        ...(after === undefined ? {} : { id: { lt: after } }),
      };
      return z
        .array(TrainingRecord)
        .parse(await db.trainingRecord.findMany({ where, orderBy: { id: 'desc' }, take: most }));
    },
  };
}
