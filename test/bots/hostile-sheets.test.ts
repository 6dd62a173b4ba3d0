import { expect, it } from 'vitest';
import { completions } from '../../bots/discord/slash-commands.ts';
import { writeSheet as writeDiscordSheet } from '../../bots/discord/write-sheet.ts';
import { readForm } from '../../bots/rehearsal/discord/form.ts';
import { readText } from '../../bots/rehearsal/discord/read-text.ts';
import { writeSheet as writeSlackSheet } from '../../bots/slack/write-sheet.ts';
import type { Sheet } from '../../core/index.ts';
import { calendarFile } from '../../core/time/ics.ts';
import { figure } from '../faults/size.ts';
import { movedClock } from '../support/moved-clock.ts';
import { hostileSample } from './hostile-sample.ts';
import { marks, seenView } from './slack-seen.ts';

const words = hostileSample(500);
const TIME_MS = 60_000 + words.length * 50;
const clock = movedClock('2026-11-23T09:00:00Z');

/** A form with the words in each of its places: title, questions, hints, what was written before, and lists to choose from. */
function sheetWith(hostile: string): Sheet {
  const said = hostile.trim() === '' ? '…' : hostile;
  const options = ['one', 'two'].map((value) => ({ label: `${said} ${value}`, value }));
  const field = { label: said, hint: hostile, optional: true, value: hostile };
  return {
    title: said,
    writeHere: said,
    ...{ shortTitle: 'Form', submit: 'Done', close: 'Cancel' },
    fields: [
      { ...field, id: 'write', written: true, options: [] },
      { ...field, id: 'choose', written: true, options },
    ],
  };
}

it('nothing comes of hostile words in a sheet of Discord', { timeout: TIME_MS }, () => {
  let laid = 0;
  for (const hostile of words) {
    const modal = writeDiscordSheet('f-token', sheetWith(hostile));
    if (modal === undefined) continue;
    laid += 1;
    const form = readForm(modal);
    if (!('shown' in form)) throw new Error(JSON.stringify([hostile, form.body]));
    // Titles, labels and options are plain; what stands between the fields is read for signs.
    for (const text of form.shown.texts) {
      const { plain: _plain, everyone, ...lists } = readText(text);
      expect([text, everyone, Object.values(lists).flat()]).toEqual([text, false, []]);
    }
    for (const field of form.shown.fields)
      expect(['write', 'choose'].some((id) => field.data.endsWith(id))).toBe(true);
  }
  expect(laid).toBeGreaterThan(words.length / 2);
  figure('hostile', 'Discord: strings in every place of a sheet; what came of them', `${laid}; 0`);
});

it('nothing comes of them in a sheet of Slack', { timeout: TIME_MS }, () => {
  let laid = 0;
  for (const hostile of words) {
    const view = writeSlackSheet(sheetWith(hostile), '{}');
    if (view === undefined) continue;
    laid += 1;
    const seen = seenView(view);
    expect([hostile, marks(seen)]).toEqual([hostile, []]);
    expect(seen.inputs).toHaveLength(3);
  }
  expect(laid).toBeGreaterThan(words.length / 2);
  figure('hostile', 'Slack: strings in every place of a sheet; what came of them', `${laid}; 0`);
});

it('Discord offers nothing but the menu, whatever somebody types', () => {
  const menu = [{ command: 'book', description: 'Find a time to meet' }];
  for (const hostile of words)
    expect(completions(menu, hostile)).toEqual([{ name: 'Find a time to meet', value: 'book' }]);
});

it('no words of people add a line of their own to a calendar file', () => {
  for (const hostile of words) {
    const start = clock.now();
    const event = {
      ...{ uid: 'one', sequence: 0, start, end: start.add({ hours: 1 }), stamp: start },
      ...{ title: hostile, description: hostile, location: hostile, status: 'CONFIRMED' as const },
    };
    const file = calendarFile({ method: 'PUBLISH', events: [event], prodId: 'test' });
    const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded.map((line) => /^[A-Z]+/.exec(line)?.[0])).toEqual([
      ...[
        'BEGIN',
        'VERSION',
        'PRODID',
        'CALSCALE',
        'METHOD',
        'BEGIN',
        'UID',
        'SEQUENCE',
        'DTSTAMP',
        'DTSTART',
      ],
      ...['DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS', 'CLASS', 'END', 'END', undefined],
    ]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/);
  }
  figure('hostile', '.ics: strings in a calendar file; lines of their own', `${words.length}; 0`);
});
