import { z } from 'zod';
import { type Change, change, type DueNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Ends } from '../store/read-plans.ts';
import { endsAtOf, type TrainedBy } from './training-stands.ts';
import { dueAroundEnd, endSubject } from './when-it-ends.ts';

const PAGE = 100;
/** Whoever was reminded is not reminded again so soon because the days are others now (our number). */
const NOT_SO_SOON = { hours: 7 * 24 };

/**
 * A programme's document is another one: what is planned around the end of everything on record is planned anew by it, and
 * what was planned by the one before is called off (TRN-03). Nobody hears the same twice.
 */
export const planEndsAnew = command({
  name: 'plan-ends-anew',
  schema: z.looseObject({ programmeId: z.uuid(), after: z.uuid().optional() }),
  async load(read, { programmeId, after }) {
    const [programme, ends] = await Promise.all([
      read.programmes.programme(programmeId),
      read.plans.ends(programmeId, { after, most: PAGE }),
    ]);
    return { programme, ends };
  },
  decide({ programme, ends }, { programmeId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from a change of the document, nobody asks for it');
    if (programme === undefined) return change({});
    const last = ends.length === PAGE ? ends.at(-1)?.record.id : undefined;
    const goesOn: DueNew[] =
      last === undefined
        ? []
        : [
            {
              key: `plan-ends-anew:${programmeId}:${programme.version}:${last}`,
              command: 'plan-ends-anew',
              args: { programmeId, after: last },
              at: at.now,
            },
          ];
    return change({
      callOff: ends.map(({ record }) => endSubject(record.id)),
      due: [...ends.flatMap((each) => plannedAnew(each, programme.document, at)), ...goesOn],
    });
  },
});

function plannedAnew({ record, remindedAt, isNoted }: Ends, document: TrainedBy, at: Moment): DueNew[] {
  const endsAt = endsAtOf(document, record);
  if (endsAt === undefined) return [];
  const stamp = `:${at.newId()}`;
  const subject = endSubject(record.id);
  if (!isBefore(at.now, endsAt)) {
    const key = `${subject}:ended${stamp}`;
    const args = { recordId: record.id };
    // It ended by the newer document, at a moment that lies behind.
    return isNoted ? [] : [{ key, command: 'note-training-ended', args, at: at.now, subject }];
  }
  return dueAroundEnd(record, document, at, stamp).filter(
    (each) =>
      each.command !== 'remind-of-refresh' ||
      remindedAt === null ||
      !isBefore(each.at, remindedAt.add(NOT_SO_SOON)),
  );
}
