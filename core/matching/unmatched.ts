import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, change, type DueNew, type Event, type Save, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { newTask } from '../tasks/task.ts';
import { heldBack, loadStandings } from '../training/held-back.ts';

const PAGE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Part of the daily sweep: whoever is trained and has supported nobody for longer than their programme thinks right, however
 * they came here. A coordinator is told, once for each time of waiting (UNM-01). Whoever came by the questions of a programme
 * has a timer of their own, begun when they were ready.
 */
export const sweepUnmatched = command({
  name: 'sweep-unmatched',
  schema: z.object({ date: z.iso.date(), after: z.uuid().optional() }),
  async load(read, { date, after }) {
    const all = await read.programmes.all();
    const programmes = all.filter(({ document }) => document.supports.includes('one-to-one'));
    const ids = programmes.map(({ id }) => id);
    const now = Temporal.PlainDate.from(date).toZonedDateTime('UTC').toInstant();
    const found = await read.matches.longUnmatched(ids, now, after ?? BEFORE_ALL, PAGE);
    const standings = await Promise.all(
      programmes.map(async (programme) => {
        const people = found.filter((each) => each.programmeId === programme.id).map(({ person }) => person);
        return [programme.id, await loadStandings(read, programme, people, 'mentor')] as const;
      }),
    );
    return { found, standings: new Map(standings) };
  },
  decide({ found, standings }, { date }, at, by): Change {
    if (by.is !== 'clock') throw new Error('A sweep is due at its time, nobody asks for it');
    // Somebody may be both a mentor and a volunteer.
    const each = new Map(found.map((one) => [`${one.programmeId}:${one.person.id}`, one]));
    const told = [...each.values()].filter(({ programmeId, person }) => {
      const standing = standings.get(programmeId)?.get(person.id);
      return standing === undefined || heldBack(standing, 'mentor', at.now) === undefined;
    });
    const last = found.length === PAGE ? found.at(-1) : undefined;
    const goesOn: DueNew[] =
      last === undefined
        ? []
        : [
            {
              key: `sweep-unmatched:${date}:${last.id}`,
              command: 'sweep-unmatched',
              args: { date, after: last.id },
              at: at.now,
            },
          ];
    return together(
      change({ due: goesOn }),
      ...told.map(({ programmeId, person }) => noticed(programmeId, person.id, at)),
    );
  },
});

function noticed(programmeId: string, personId: string, at: Parameters<typeof newTask>[2]): Change {
  const saves: Save[] = [{ table: 'task', row: newTask('waits-for-mentee', { programmeId, personId }, at) }];
  const events: Event[] = [{ event: 'wait.long', ids: { personId, programmeId } }];
  return change({ saves, events });
}
