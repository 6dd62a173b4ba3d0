import { z } from 'zod';
import { type Change, change, next } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import { answerWith } from './answer.ts';
import { NameText, QuietText, Zone } from './join.ts';
import { type Person, Settings } from './person.ts';
import { quietFromValue } from './quiet-hours.ts';

const nothingToLoad = async () => undefined;

/** One tap: the settings stand where they stood, brought up to date. */
const TAPPED = { card: 'settings', mode: 'card' } as const;
/** Written: the answer comes beneath what was written. */
const ASKED = { card: 'settings', mode: 'new' } as const;

type Fields = Partial<Omit<Person, 'id' | 'version'>>;

function changed(by: By, fields: Fields, how: typeof TAPPED | typeof ASKED, event?: string): Change {
  const { person, account } = personOf(by);
  return change({
    saves: [{ table: 'person', row: next(person, fields) }],
    events: event === undefined ? [] : [{ event, ids: { personId: person.id } }],
    outgoing: [answerWith(person, account, 'my-settings', {}, how)],
  });
}

function withSettings(by: By, some: Partial<Settings>, event?: string): Change {
  const { person } = personOf(by);
  return changed(by, { settings: { ...person.settings, ...some } }, TAPPED, event);
}

export const setReminders = command({
  name: 'set-reminders',
  schema: z.object({ minutes: Settings.shape.reminders }),
  load: nothingToLoad,
  decide(_data, { minutes }, _at, by) {
    const reminders = [...new Set(minutes)].sort((a, b) => b - a);
    return withSettings(by, { reminders }, 'person.reminders-changed');
  },
});

/** No programme or topic words on a locked screen (ENR-07). */
export const setDiscreet = command({
  name: 'set-discreet',
  schema: z.object({ on: z.boolean() }),
  load: nothingToLoad,
  decide: (_data, { on }, _at, by) => withSettings(by, { discreet: on }),
});

export const setEnergyCheck = command({
  name: 'set-energy-check',
  schema: z.object({ on: z.boolean() }),
  load: nothingToLoad,
  decide: (_data, { on }, _at, by) => withSettings(by, { energyCheck: on }, 'person.reminders-changed'),
});

export const setName = command({
  name: 'set-name',
  schema: z.object({ name: NameText }),
  load: nothingToLoad,
  decide: (_data, { name }, _at, by) => changed(by, { name }, ASKED),
});

export const setZone = command({
  name: 'set-zone',
  schema: z.object({ zone: Zone }),
  load: nothingToLoad,
  decide: (_data, { zone }, _at, by) => changed(by, { zone }, ASKED, 'person.zone-changed'),
});

export const setQuiet = command({
  name: 'set-quiet',
  schema: z.object({ quiet: QuietText }),
  load: nothingToLoad,
  decide(_data, { quiet }, _at, by) {
    const hours = quietFromValue(quiet);
    const fields = hours === undefined ? {} : { quietFrom: hours.from, quietTo: hours.to };
    return changed(by, fields, ASKED, 'person.quiet-changed');
  },
});
