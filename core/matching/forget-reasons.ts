import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { type Match, NO_REASONS } from './match.ts';

/** Somebody's answers are not kept any more: neither is what was worked out from them. */
export const forgetReasons = command({
  name: 'forget-reasons',
  schema: z.looseObject({ personId: z.uuid(), programmeId: z.uuid() }),
  load: (read, { personId, programmeId }) => read.matches.of(personId, programmeId),
  decide(found, _args, _at, by) {
    if (by.is !== 'clock') throw new Error('It follows from something else, nobody does it');
    return change({ saves: found.filter(says).map(without) });
  },
});

function says({ reasons, score }: Match): boolean {
  return score !== 0 || reasons.generic || reasons.factors.length + reasons.unknown.length > 0;
}

function without(match: Match): Save {
  return { table: 'match', row: next(match, { reasons: NO_REASONS, score: 0 }) };
}
