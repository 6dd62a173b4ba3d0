import { z } from 'zod';
import { TrainingMeeting, TrainingPlace, TrainingRecord } from '../training/training.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about training. */
export function readTraining(db: PrismaClient) {
  return {
    /** What is on record of these people, without what was taken back; newest last. */
    async records(personIds: readonly string[], programmeId: string): Promise<TrainingRecord[]> {
      const where = { personId: { in: [...personIds] }, programmeId, removedAt: null };
      return z
        .array(TrainingRecord)
        .parse(await db.trainingRecord.findMany({ where, orderBy: { doneAt: 'asc' } }));
    },
    async meeting(id: string): Promise<TrainingMeeting | undefined> {
      const row = await db.trainingMeeting.findUnique({ where: { id } });
      return row === null ? undefined : TrainingMeeting.parse(row);
    },
    async places(trainingMeetingId: string): Promise<TrainingPlace[]> {
      return z
        .array(TrainingPlace)
        .parse(
          await db.trainingPlace.findMany({ where: { trainingMeetingId }, orderBy: { bookedAt: 'asc' } }),
        );
    },
  };
}
