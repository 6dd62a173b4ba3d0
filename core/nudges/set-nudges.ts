import { z } from 'zod';
import { type Change, change, next } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Settings } from '../people/person.ts';
import { RAREST } from './may-nudge.ts';

/** How long "not for two weeks" lasts. */
const MUTED_FOR = { hours: 14 * 24 };

/** The message on which a button was pressed, where it was a nudge or why it came: the answer stands there. */
export const Pressed = z.object({
  on: z
    .string()
    .regex(/^nudge(?:-why)?:[0-9a-f-]{36}$/)
    .optional(),
});
export type Pressed = z.infer<typeof Pressed>;

async function nothingToLoad(): Promise<undefined> {
  return undefined;
}

/** Chooses whether the bot may write first, and how often at the most (PAC-01). Ends a while without. */
export const setNudges = command({
  name: 'set-nudges',
  schema: z.object({
    nudges: z.enum(['off', 'on']),
    everyDays: z.int().min(1).max(RAREST).optional(),
    ...Pressed.shape,
  }),
  load: nothingToLoad,
  decide(_data, { nudges, everyDays, on }, at, by) {
    const every = everyDays === undefined ? {} : { nudgeEveryDays: everyDays };
    return chosen({ nudges, nudgesMutedUntil: undefined, ...every }, on, at, by);
  },
});

/** Doubles the time between nudges, in one tap on a nudge. */
export const nudgeLessOften = command({
  name: 'nudge-less-often',
  schema: Pressed,
  load: nothingToLoad,
  decide(_data, { on }, at, by) {
    const { nudgeEveryDays } = personOf(by).person.settings;
    return chosen({ nudgeEveryDays: Math.min(RAREST, nudgeEveryDays * 2) }, on, at, by);
  },
});

/** No nudges for two weeks. */
export const muteNudges = command({
  name: 'mute-nudges',
  schema: Pressed,
  load: nothingToLoad,
  decide: (_data, { on }, at, by) =>
    chosen({ nudgesMutedUntil: at.now.add(MUTED_FOR).toString() }, on, at, by),
});

function chosen(choice: Partial<Settings>, on: string | undefined, at: Moment, by: By): Change {
  const { person, account } = personOf(by);
  const settings = { ...person.settings, ...choice, nudgesChosenAt: at.now.toString() };
  const quiet = settings.nudges === 'off' || choice.nudgesMutedUntil !== undefined;
  const shown = { to: person.id, account: account.id, screen: 'my-nudges', evenIfStopped: true } as const;
  const own = { ...shown, args: {}, card: 'my-nudges' } as const;
  return change({
    saves: [{ table: 'person', row: next(person, { settings }) }],
    // What was about to be decided on is called off too.
    callOff: quiet ? [`nudges:${person.id}`] : [],
    events: [{ event: 'nudges.chosen', ids: { personId: person.id, nudges: settings.nudges } }],
    outgoing:
      on === undefined
        ? [{ ...own, mode: 'card' }]
        : [
            { ...shown, args: { on }, card: on, mode: 'card' },
            { ...own, mode: 'refresh' },
          ],
  });
}
