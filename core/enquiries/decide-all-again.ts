import { z } from 'zod';
import { type Change, change, type DueNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';

const PAGE = 100;

/**
 * A programme's document is another one: whoever is on the way to being a mentor is decided about again, so that nothing
 * holds them that it does not ask for any more. Whoever waits goes on waiting.
 */
export const decideAllAgain = command({
  name: 'decide-all-again',
  schema: z.looseObject({ programmeId: z.uuid(), after: z.uuid().optional() }),
  async load(read, { programmeId, after }) {
    const [programme, held] = await Promise.all([
      read.programmes.programme(programmeId),
      read.enquiries.inTraining(programmeId, { after, most: PAGE }),
    ]);
    return { programme, held };
  },
  decide({ programme, held }, { programmeId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from a change of the document, nobody asks for it');
    if (programme === undefined) return change({});
    const follows = (name: string, whose: string, args: DueNew['args']): DueNew => {
      return { key: `${name}:${programmeId}:${programme.version}:${whose}`, command: name, args, at: at.now };
    };
    const people = [...new Set(held.map(({ personId }) => personId))];
    const last = held.length === PAGE ? held.at(-1)?.id : undefined;
    return change({
      due: [
        ...people.map((personId) => follows('decide-again', personId, { personId, programmeId })),
        ...(last === undefined ? [] : [follows('decide-all-again', last, { programmeId, after: last })]),
      ],
    });
  },
});
