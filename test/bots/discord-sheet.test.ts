import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeSheet } from '../../bots/discord/write-sheet.ts';
import { readForm } from '../../bots/rehearsal/discord/form.ts';
import type { Sheet, WordedField } from '../../core/index.ts';
import { HOW_MANY, hostileWords } from './hostile-words.ts';

const field = (own: Partial<WordedField>): WordedField => ({
  id: 'when',
  label: 'When?',
  hint: '',
  optional: false,
  written: true,
  options: [],
  ...own,
});

const sheet = (...fields: WordedField[]): Sheet => ({
  title: 'Booking',
  writeHere: 'Write it here',
  ...{ shortTitle: 'Questions', submit: 'Done', close: 'Cancel' },
  fields,
});

/** The modal as somebody sees it. @throws when Discord would refuse it. */
function seen(given: Sheet) {
  const modal = writeSheet('f-token', given);
  if (modal === undefined) return undefined;
  const form = readForm(modal);
  if (!('shown' in form)) throw new Error(JSON.stringify(form.body));
  return form.shown;
}

test('a question to write has a field, with what was written before', () => {
  expect(seen(sheet(field({ hint: 'Any time', value: 'Friday' })))?.fields).toMatchObject([
    { label: 'When?', description: 'Any time', kind: 'long text', value: 'Friday', required: true },
  ]);
});

test('a question to choose has a list; one that takes both has both, and neither must be filled in', () => {
  const options = [{ label: 'Cafe', value: 'cafe' }];
  expect(seen(sheet(field({ written: false, options })))?.fields).toMatchObject([
    { kind: 'select', required: true, options: [{ label: 'Cafe', value: 'cafe' }] },
  ]);
  expect(seen(sheet(field({ options })))?.fields).toMatchObject([
    { label: 'When?', kind: 'select', required: false },
    { label: 'Write it here: When?', kind: 'text', required: false },
  ]);
});

test('two fields for words of one’s own say which question each is for', () => {
  const options = [{ label: 'Cafe', value: 'cafe' }];
  const two = [
    field({ options, label: 'When would you like to meet Ruth?' }),
    field({ id: 'where', options, label: 'Where would you like to meet?' }),
  ];
  const labels = seen(sheet(...two))?.fields.map(({ label }) => label);
  expect(labels).toEqual([
    'When would you like to meet Ruth?',
    'Write it here: When would you like to meet',
    'Where would you like to meet?',
    'Write it here: Where would you like to meet?',
  ]);
});

test('a question that is too long for its label goes on below it, or stands whole above', () => {
  const label = 'What would you like to talk about with Ruth when you meet her next week?';
  const [named] = seen(sheet(field({ label })))?.fields ?? [];
  expect(`${named?.label} ${named?.description}`).toBe(label);
  const long = `${label} ${label} ${label}`;
  expect(seen(sheet(field({ label: long })))?.texts.join()).toContain(long);
});

test('a question is cut between its sentences, where its label holds the first', () => {
  const label = 'What name should others see? A first name is enough, and it can be any name you like.';
  const [named] = seen(sheet(field({ label, hint: '' })))?.fields ?? [];
  expect(named).toMatchObject({
    label: 'What name should others see?',
    description: 'A first name is enough, and it can be any name you like.',
  });
});

test('what does not fit is left for the chat, and where nothing fits there is no sheet', () => {
  const many = Array.from({ length: 7 }, (_, index) => field({ id: `q${index}` }));
  expect(seen(sheet(...many))?.fields).toHaveLength(5);
  const options = [{ label: 'x', value: 'y'.repeat(101) }];
  expect(writeSheet('f-token', sheet(field({ written: false, options })))).toBeUndefined();
  expect(writeSheet('f-token', sheet())).toBeUndefined();
});

test('Discord takes every sheet, whatever stands in it', () => {
  const words = hostileWords.filter((each) => each.trim() !== '');
  const anyField = fc
    .record({
      label: words,
      hint: hostileWords,
      optional: fc.boolean(),
      written: fc.boolean(),
      value: hostileWords,
      labels: fc.array(words, { maxLength: 4 }),
    })
    .map(({ labels, ...rest }) =>
      field({ ...rest, options: labels.map((label, index) => ({ label, value: `v${index}` })) }),
    );
  fc.assert(
    fc.property(words, fc.array(anyField, { maxLength: 6 }), (title, fields) => {
      const numbered = fields.map((each, index) => ({ ...each, id: `q${index}` }));
      seen({ ...sheet(...numbered), title });
    }),
    { numRuns: HOW_MANY },
  );
});
