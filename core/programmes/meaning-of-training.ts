import { named } from './meaning-of-questions.ts';
import type { ProgrammeDocument } from './programme.ts';
import type { Fault } from './say-fault.ts';

/** Modules that are named and are not there. */
export function faultsOfTraining({ training }: ProgrammeDocument): Fault[] {
  const { modules, sentAgain = [] } = training;
  return sentAgain.flatMap((code, index) =>
    modules.some((module) => module.code === code)
      ? []
      : [
          {
            path: `training.sentAgain[${index}]`,
            says: `There is no module "${code}" any more, or not yet. ${named(modules)}`,
          },
        ],
  );
}
