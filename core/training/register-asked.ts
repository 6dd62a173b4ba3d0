import { next, type Save } from '../kernel/change.ts';
import type { By } from '../kernel/command.ts';
import { nameOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { siteOf, type TrainingMeeting } from './training.ts';

/** What coordinators are asked of who came, and the other meetings of the programme, at the same site, it may be about. */
export async function loadRegister(read: Reader, meeting: TrainingMeeting | undefined) {
  if (meeting === undefined) return { task: undefined, others: [] };
  const [task, unheld] = await Promise.all([
    read.tasks.openIn('training-register', meeting.programmeId, siteOf(meeting)),
    read.training.unheld(meeting.programmeId),
  ]);
  return {
    task,
    others: unheld.filter((each) => each.id !== meeting.id && siteOf(each) === siteOf(meeting)),
  };
}

/** With this meeting dealt with, nobody is asked who came, unless another one has begun. */
export function noLongerAsked(
  { task, others }: Awaited<ReturnType<typeof loadRegister>>,
  by: By,
  at: Moment,
): Save[] {
  if (task === undefined || others.some(({ startsAt }) => isBefore(startsAt, at.now))) return [];
  return [{ table: 'task', row: next(task, { doneAt: at.now, doneBy: nameOfActor(by) }) }];
}
