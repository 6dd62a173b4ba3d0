import { z } from 'zod';
import { type Change, change, type DueNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { planWaitAnew } from './wait-news.ts';

const PAGE = 100;

/** A programme's document is another one: what is planned about everybody who waits is planned anew by it. */
export const planWaitingAnew = command({
  name: 'plan-waiting-anew',
  schema: z.looseObject({ programmeId: z.uuid(), after: z.uuid().optional() }),
  async load(read, { programmeId, after }) {
    const [programme, waits] = await Promise.all([
      read.programmes.programme(programmeId),
      read.plans.waits(programmeId, { after, most: PAGE }),
    ]);
    return { programme, waits };
  },
  decide({ programme, waits }, { programmeId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from a change of the document, nobody asks for it');
    if (programme === undefined) return change({});
    const plans = waits.map((each) => planWaitAnew(each, programme, at));
    const last = waits.length === PAGE ? waits.at(-1)?.enquiry.id : undefined;
    const goesOn: DueNew[] =
      last === undefined
        ? []
        : [
            {
              key: `plan-waiting-anew:${programmeId}:${programme.version}:${last}`,
              command: 'plan-waiting-anew',
              args: { programmeId, after: last },
              at: at.now,
            },
          ];
    return change({
      callOff: plans.flatMap(({ callOff }) => callOff),
      due: [...plans.flatMap(({ due }) => due), ...goesOn],
    });
  },
});
