import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import type { Person } from './person.ts';
import { clockTime, isNone } from './quiet-hours.ts';

const PRESETS: readonly { readonly minutes: readonly number[]; readonly said: Text }[] = [
  { minutes: [1440, 120], said: text('reminders-day-and-hours') },
  { minutes: [1440], said: text('reminders-day') },
  { minutes: [120], said: text('reminders-hours') },
  { minutes: [10_080, 1440, 120], said: text('reminders-week-day-hours') },
  { minutes: [], said: text('reminders-none') },
];

function remindersSaid(person: Person): Text {
  const own = person.settings.reminders;
  const preset = PRESETS.find(({ minutes }) => JSON.stringify(minutes) === JSON.stringify(own));
  return preset?.said ?? text('reminders-own', { count: own.length });
}

function quietSaid(person: Person): Text {
  const hours = { from: person.quietFrom, to: person.quietTo };
  if (isNone(hours)) return text('settings-quiet-none');
  return text('settings-quiet', { from: clockTime(hours.from), to: clockTime(hours.to) });
}

/** What somebody has chosen about how the bot writes to them, a line for each choice. */
export function settingsSaid(person: Person): Text[] {
  const { language, settings } = person;
  return [
    text(language === 'en' ? 'settings-language-en' : 'settings-language-en-easy'),
    quietSaid(person),
    remindersSaid(person),
    text(settings.discreet ? 'settings-discreet-on' : 'settings-discreet-off'),
    text(settings.energyCheck ? 'settings-energy-on' : 'settings-energy-off'),
  ];
}

const open = (label: Text, form: string): Button => ({ label, command: 'open-form', args: { form } });
const see = (label: Text, screenName: string, card?: string): Button => ({
  label,
  command: 'show',
  args: { screen: screenName, ...(card === undefined ? {} : { card }) },
});
const own = (
  person: Person,
  key: 'discreet' | 'energyCheck',
  command: string,
  labels: { on: Text; off: Text },
): Button => ({
  label: person.settings[key] ? labels.off : labels.on,
  command,
  args: { on: !person.settings[key] },
});

/** Everything a person can set, as it stands, with what changes it beneath. */
export const mySettings = screen({
  name: 'my-settings',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { person, now }) {
    const lines = [
      text('settings-title'),
      ...(person.name === null ? [] : [text('settings-name', { name: person.name })]),
      text('settings-zone', { zone: placeOf(person.zone), time: whenParts(now, person.zone, now).time }),
      ...settingsSaid(person),
    ];
    const language: Button =
      person.language === 'en'
        ? { label: text('button-easy-read'), command: 'set-language', args: { language: 'en-easy' } }
        : { label: text('button-plain-english'), command: 'set-language', args: { language: 'en' } };
    return message(lines, [
      [open(text('button-change-name'), 'change-name'), open(text('button-change-zone'), 'change-zone')],
      [
        open(text('button-change-quiet'), 'change-quiet'),
        see(text('button-change-reminders'), 'reminder-choices'),
      ],
      [language],
      [
        own(person, 'discreet', 'set-discreet', {
          on: text('button-discreet-on'),
          off: text('button-discreet-off'),
        }),
      ],
      [
        own(person, 'energyCheck', 'set-energy-check', {
          on: text('button-energy-on'),
          off: text('button-energy-off'),
        }),
      ],
      [
        see(text('button-my-nudges'), 'my-nudges', 'my-nudges'),
        see(text('button-my-supporters'), 'my-supporters'),
      ],
      [{ label: text('button-my-apps'), command: 'show', args: { screen: 'my-apps', card: 'apps' } }],
      [see(text('button-safe-chat'), 'safe-chat')],
      [see(text('button-pause'), 'pause-choices'), see(text('button-what-is-kept'), 'what-is-kept')],
      [{ label: text('button-stop'), command: 'stop', args: {} }],
      homeButtons,
    ]);
  },
});

/** "Europe/London" as "London". */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

export const reminderChoices = screen({
  name: 'reminder-choices',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { person }) {
    const choices = PRESETS.map(({ minutes, said }): Button[] => [
      { label: said, command: 'set-reminders', args: { minutes: [...minutes] } },
    ]);
    return message([text('ask-reminders'), remindersSaid(person)], [...choices, homeButtons]);
  },
});
