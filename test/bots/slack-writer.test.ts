import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeHome } from '../../bots/slack/write-home.ts';
import { writeMessage } from '../../bots/slack/write-message.ts';
import { writeSheet } from '../../bots/slack/write-sheet.ts';
import type { Sheet, Shown, ShownButton, WordedField } from '../../core/index.ts';
import { HOW_MANY } from './hostile-words.ts';
import { bare, hostileInSlack, marks, seen, seenView } from './slack-seen.ts';

const button = (label: string, token = `b-${label}`.slice(0, 24)): ShownButton => ({ label, token });
const choice = (label: string): ShownButton => ({ ...button(label), choice: true });
const say = (...paragraphs: string[]): Shown => ({ paragraphs, buttons: [] });
/** Twenty milliseconds a string is plenty. */
const TIME_MS = 20_000 + HOW_MANY * 20;
const words = { shortTitle: 'A few questions', submit: 'Done', close: 'Cancel' };
const long = (sentences: number): string =>
  Array.from({ length: sentences }, (_, index) => `This is the sentence with the number ${index}.`).join(' ');

describe('words stay words', () => {
  test(
    'whatever somebody writes is read as it was written, and does nothing else',
    () => {
      fc.assert(
        fc.property(fc.array(hostileInSlack, { maxLength: 3 }), hostileInSlack, (paragraphs, label) => {
          // With entities in it, a label may be too long although it has fewer signs.
          const isShort = label.length <= 40;
          const shown = { paragraphs, buttons: [[button(label, 'b-1')], [button('Help', 'b-2')]] };
          const parts = writeMessage(shown).map(seen);
          for (const { blocks, fallback } of parts)
            expect([...marks(blocks), ...marks(fallback)]).toEqual([]);
          const read = parts.flatMap(({ blocks }) => blocks.paragraphs).join('');
          if (isShort) expect(bare(read)).toBe(bare(paragraphs.join('')));
          const said = parts.map(({ fallback }) => fallback.plain).join('');
          const isSaid = bare(paragraphs.join('')) !== '' && isShort;
          if (isSaid) expect(bare(said)).toBe(bare(paragraphs.join('')));
          expect(parts.flatMap(({ blocks }) => blocks.buttons)).toHaveLength(2);
        }),
        { numRuns: HOW_MANY },
      );
    },
    TIME_MS,
  );

  test(
    'beside a moment, on the front page and on a sheet too',
    () => {
      fc.assert(
        fc.property(hostileInSlack, (written) => {
          const shown = { ...say(written, 'On Monday'), moments: { 0: 1_795_424_400 } };
          const views = [
            ...writeMessage(shown).map((part) => seen(part).blocks),
            seenView(writeHome({ ...shown, buttons: [[button(written, 'b-1')]] })),
          ];
          const sheet = writeSheet(sheetOf(field({ label: written, hint: written, value: written })), '{}');
          if (sheet !== undefined) views.push(seenView(sheet));
          for (const view of views) expect(marks(view)).toEqual([]);
        }),
        { numRuns: HOW_MANY },
      );
    },
    TIME_MS,
  );

  test('a reader sees a moment on their own clock', () => {
    const [part] = writeMessage({ ...say('Monday at 9 in London'), moments: { 0: 1_795_424_400 } });
    if (part === undefined) throw new Error('Nothing was written');
    expect(seen(part).blocks.paragraphs).toEqual(['today 18:00']);
    expect(part.text).toBe('Monday at 9 in London');
  });
});

describe('nothing is cut off', () => {
  test('a long text goes on in further blocks and messages, and each can be edited', () => {
    const parts = writeMessage({ ...say(long(400), '&<>'.repeat(900)), buttons: [[button('Home')]] });
    expect(parts.length).toBeGreaterThan(1);
    const shown = parts.map(seen);
    expect(bare(shown.flatMap(({ blocks }) => blocks.paragraphs).join(''))).toBe(
      bare(long(400) + '&<>'.repeat(900)),
    );
    expect(shown.map(({ blocks }) => blocks.buttons.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
  });

  test('very many paragraphs go on in further messages', () => {
    const parts = writeMessage(say(...Array.from({ length: 120 }, (_, index) => `Line ${index}`)));
    expect(parts.map(({ blocks }) => blocks.length)).toEqual([50, 50, 20]);
  });

  test('a label that is too long stands in the text, and its number on the button', () => {
    const [part] = writeMessage({ paragraphs: ['Choose'], buttons: [[button('x'.repeat(76), 'b-1')]] });
    if (part === undefined) throw new Error('Nothing was written');
    const { blocks } = seen(part);
    expect(blocks.paragraphs).toEqual(['Choose', `1. ${'x'.repeat(76)}`]);
    expect(blocks.buttons.flat()).toMatchObject([{ label: '1', value: 'b-1' }]);
  });

  test('rows stay rows, of five at most', () => {
    const row = Array.from({ length: 7 }, (_, index) => button(`Button ${index}`));
    const [part] = writeMessage({ paragraphs: ['Choose'], buttons: [row, [button('Help')]] });
    if (part === undefined) throw new Error('Nothing was written');
    expect(seen(part).blocks.buttons.map((each) => each.length)).toEqual([5, 2, 1]);
  });

  test('more than ten choices of one question are a menu, the other buttons stay', () => {
    const choices = Array.from({ length: 120 }, (_, index) => [choice(`Time ${index}`)]);
    const [part] = writeMessage({
      paragraphs: ['When?'],
      buttons: [[button('Write it here')], ...choices, [button('Cancel')]],
    });
    if (part === undefined) throw new Error('Nothing was written');
    const { blocks } = seen(part);
    expect(blocks.selects.map(({ options }) => options.length)).toEqual([100, 20]);
    expect(blocks.selects[1]?.options[19]).toEqual({ label: 'Time 119', value: 'b-Time 119' });
    expect(blocks.buttons.flat().map(({ label }) => label)).toEqual(['Write it here', 'Cancel']);
    const few = writeMessage({ paragraphs: ['When?'], buttons: choices.slice(0, 10) }).map(seen);
    expect(few[0]?.blocks.buttons).toHaveLength(10);
  });

  test('a message holds no more words than Slack takes, those of its menus included', () => {
    const choices = Array.from({ length: 200 }, (_, index) => [choice(`${index} `.padEnd(75, 'x'))]);
    const parts = writeMessage({ paragraphs: [long(60)], buttons: choices }).map(seen);
    expect(parts.flatMap(({ blocks }) => blocks.selects).flatMap(({ options }) => options)).toHaveLength(200);
    expect(parts.length).toBeGreaterThan(1);
  });

  test('nothing to show is still something, but a file alone needs no words', () => {
    expect(writeMessage(say(' ')).map((part) => seen(part).fallback.plain)).toEqual(['…']);
    const file = { name: 'meeting.ics', type: 'text/calendar', bytes: new Uint8Array(1) };
    expect(writeMessage({ ...say(), file })).toEqual([]);
  });

  test('the front page holds more than a hundred blocks’ worth', () => {
    const paragraphs = Array.from({ length: 90 }, (_, index) => `Line ${index}`);
    const buttons = Array.from({ length: 60 }, (_, index) => [button(`Button ${index}`)]);
    const home = seenView(writeHome({ paragraphs, buttons }));
    expect(bare(home.paragraphs.join(''))).toBe(bare(paragraphs.join('')));
    expect(home.buttons.flat()).toHaveLength(60);
  });
});

function field(more: Partial<WordedField>): WordedField {
  return { id: 'q', label: 'What?', hint: '', optional: false, written: true, options: [], ...more };
}

function sheetOf(...fields: WordedField[]): Sheet {
  return { title: 'Book a meeting', ...words, fields, writeHere: 'Write it here' };
}

describe('a sheet', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ label: `Option ${index}`, value: `v${index}` }));

  test('has a field of its kind for every question', () => {
    const sheet = writeSheet(
      sheetOf(
        field({ id: 'a', hint: 'In a few words', value: 'before' }),
        field({ id: 'b', written: false, options: options(3), value: 'v1' }),
        field({ id: 'c', written: false, options: options(11), optional: true }),
        field({ id: 'd', options: options(2) }),
      ),
      '{}',
    );
    if (sheet === undefined) throw new Error('There is no sheet');
    const { inputs } = seenView(sheet);
    expect(inputs.map(({ type, isOptional }) => [type, isOptional])).toEqual([
      ['plain_text_input', false],
      ['radio_buttons', false],
      ['static_select', true],
      ['radio_buttons', true],
      ['plain_text_input', true],
    ]);
    expect(sheet).toMatchObject({ title: { text: 'Book a meeting' }, submit: { text: 'Done' } });
    expect(JSON.stringify(sheet.blocks[0])).toContain('"initial_value":"before"');
    expect(JSON.stringify(sheet.blocks[1])).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Option 1"',
    );
  });

  test('says of two fields for words of one’s own which question each is for', () => {
    const two = [
      field({ id: 'a', label: 'When?', options: options(2) }),
      field({ id: 'b', options: options(2) }),
    ];
    const view = writeSheet(sheetOf(...two), '{}');
    const labels = view?.blocks.flatMap((block) => ('label' in block ? [block.label.text] : []));
    expect(labels).toEqual(['When?', 'Write it here: When?', 'What?', 'Write it here: What?']);
  });

  test('keeps a title and a question that are too long whole', () => {
    const title = 'A title that is longer than twenty-four characters';
    const sheet = writeSheet({ ...sheetOf(field({ label: 'w'.repeat(2001) })), title }, '{}');
    if (sheet === undefined) throw new Error('There is no sheet');
    const { paragraphs } = seenView(sheet);
    expect(sheet.title.text).toBe(words.shortTitle);
    expect(paragraphs.slice(0, 2)).toEqual([title, 'w'.repeat(2001)]);
  });

  test('is none where its first question does not fit', () => {
    const unfit = field({ written: false, options: [{ label: 'x', value: 'v'.repeat(151) }] });
    expect(writeSheet(sheetOf(unfit), '{}')).toBeUndefined();
    expect(writeSheet(sheetOf(field({})), 'x'.repeat(3001))).toBeUndefined();
    expect(writeSheet(sheetOf(field({}), unfit), '{}')?.blocks).toHaveLength(1);
  });
});
