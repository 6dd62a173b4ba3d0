import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { TrainingMeeting, TrainingPlace } from '../training/training.ts';
import type { PrismaClient } from './generated/client.ts';

/** More than any programme plans ahead. */
const MOST = 20;

/** Reads about the meetings at which modules are taught. */
export function readTrainingMeetings(db: PrismaClient) {
  return {
    async meeting(id: string): Promise<TrainingMeeting | undefined> {
      const row = await db.trainingMeeting.findUnique({ where: { id } });
      return row === null ? undefined : TrainingMeeting.parse(row);
    },
    async meetings(asked: {
      readonly most: number;
      readonly after?: string | undefined;
    }): Promise<TrainingMeeting[]> {
      const where = asked.after === undefined ? {} : { id: { lt: asked.after } };
      return z
        .array(TrainingMeeting)
        .parse(await db.trainingMeeting.findMany({ where, orderBy: { id: 'desc' }, take: asked.most }));
    },
    /** Those of these programmes that are planned and still ahead, soonest first. */
    async ahead(programmeIds: readonly string[], now: Temporal.Instant): Promise<TrainingMeeting[]> {
      const startsAt = { gt: now.toString() };
      const where = { programmeId: { in: [...programmeIds] }, state: 'planned', startsAt };
      const orderBy = [{ startsAt: 'asc' as const }, { id: 'asc' as const }];
      return z
        .array(TrainingMeeting)
        .parse(await db.trainingMeeting.findMany({ where, orderBy, take: MOST }));
    },
    /** Those that have begun and of which nobody has said yet who came, latest first. */
    async toRegister(programmeIds: readonly string[], now: Temporal.Instant): Promise<TrainingMeeting[]> {
      const startsAt = { lte: now.toString() };
      const where = { programmeId: { in: [...programmeIds] }, state: 'planned', startsAt };
      return z.array(TrainingMeeting).parse(
        await db.trainingMeeting.findMany({
          where,
          orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
          take: MOST,
        }),
      );
    },
    /** Those of a programme that are planned, or begun and not registered. */
    async unheld(programmeId: string): Promise<TrainingMeeting[]> {
      const where = { programmeId, state: 'planned' };
      return z.array(TrainingMeeting).parse(await db.trainingMeeting.findMany({ where }));
    },
    async places(trainingMeetingId: string): Promise<TrainingPlace[]> {
      return z
        .array(TrainingPlace)
        .parse(
          await db.trainingPlace.findMany({ where: { trainingMeetingId }, orderBy: { bookedAt: 'asc' } }),
        );
    },
    async placesOf(personId: string): Promise<TrainingPlace[]> {
      return z
        .array(TrainingPlace)
        .parse(await db.trainingPlace.findMany({ where: { personId }, orderBy: { bookedAt: 'asc' } }));
    },
    /** The places at meetings of a programme of which somebody said afterwards what it gave them. */
    async surveyed(programmeId: string): Promise<TrainingPlace[]> {
      const meetings = await db.trainingMeeting.findMany({ where: { programmeId }, select: { id: true } });
      const trainingMeetingId = { in: meetings.map(({ id }) => id) };
      const where = { trainingMeetingId, surveySealed: { not: null } };
      return z.array(TrainingPlace).parse(await db.trainingPlace.findMany({ where, orderBy: { id: 'asc' } }));
    },
    async place(id: string): Promise<TrainingPlace | undefined> {
      const row = await db.trainingPlace.findUnique({ where: { id } });
      return row === null ? undefined : TrainingPlace.parse(row);
    },
  };
}
