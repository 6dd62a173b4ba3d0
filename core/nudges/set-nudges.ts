import { z } from 'zod';
import { type Change, change, next } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Settings } from '../people/person.ts';
import { RAREST } from './may-nudge.ts';

/** How long "not for two weeks" lasts. */
const MUTED_FOR = { hours: 14 * 24 };

async function nothingToLoad(): Promise<undefined> {
  return undefined;
}

/** Chooses whether the bot may write first, and how often at the most (PAC-01). Ends a while without. */
export const setNudges = command({
  name: 'set-nudges',
  schema: z.object({ nudges: z.enum(['off', 'on']), everyDays: z.int().min(1).max(RAREST).optional() }),
  load: nothingToLoad,
  decide(_data, { nudges, everyDays }, at, by) {
    const every = everyDays === undefined ? {} : { nudgeEveryDays: everyDays };
    return chosen({ nudges, nudgesMutedUntil: undefined, ...every }, at, by);
  },
});

/** Doubles the time between nudges, in one tap on a nudge. */
export const nudgeLessOften = command({
  name: 'nudge-less-often',
  schema: z.object({}),
  load: nothingToLoad,
  decide(_data, _args, at, by) {
    const { nudgeEveryDays } = personOf(by).person.settings;
    return chosen({ nudgeEveryDays: Math.min(RAREST, nudgeEveryDays * 2) }, at, by);
  },
});

/** No nudges for two weeks. */
export const muteNudges = command({
  name: 'mute-nudges',
  schema: z.object({}),
  load: nothingToLoad,
  decide: (_data, _args, at, by) => chosen({ nudgesMutedUntil: at.now.add(MUTED_FOR).toString() }, at, by),
});

function chosen(choice: Partial<Settings>, at: Moment, by: By): Change {
  const { person, account } = personOf(by);
  const settings = { ...person.settings, ...choice, nudgesChosenAt: at.now.toString() };
  const quiet = settings.nudges === 'off' || choice.nudgesMutedUntil !== undefined;
  const shown = {
    screen: 'my-nudges',
    args: {},
    mode: 'card',
    card: 'my-nudges',
    evenIfStopped: true,
  } as const;
  return change({
    saves: [{ table: 'person', row: next(person, { settings }) }],
    // What was about to be decided on is called off too.
    callOff: quiet ? [`nudges:${person.id}`] : [],
    events: [{ event: 'nudges.chosen', ids: { personId: person.id, nudges: settings.nudges } }],
    outgoing: [{ to: person.id, account: account.id, ...shown }],
  });
}
