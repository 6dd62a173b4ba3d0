import type { types } from '@slack/bolt';
import type { Sheet, WordedField } from '../../core/index.ts';
import { longLabels } from './lay-out-buttons.ts';
import { fitting, plain } from './plain-text.ts';
import { CHOSEN, WRITTEN } from './read-sheet.ts';

/** As the documentation of views and their elements has them. */
const MOST = {
  title: 24,
  label: 2000,
  section: 3000,
  value: 150,
  radios: 10,
  options: 100,
  text: 3000,
  carried: 3000,
  blocks: 100,
} as const;

/** What our sheets are called, so that no other view is taken for one. */
export const SHEET = 'sheet';

/**
 * Lays a sheet over the chat as Slack's modal: as many of its questions as fit, in their order; those after them are asked
 * next. `carried` comes back with the answers. Undefined when not even the first fits.
 */
export function writeSheet(sheet: Sheet, carried: string): types.ModalView | undefined {
  if (carried.length > MOST.carried) return undefined;
  const fits = plain(sheet.title).text.length <= MOST.title && sheet.title.trim() !== '';
  const blocks: types.KnownBlock[] = fits ? [] : above(sheet.title);
  let laid = 0;
  for (const field of sheet.fields) {
    const parts = partsOf(field, sheet.writeHere);
    if (parts === undefined || blocks.length + parts.length > MOST.blocks) break;
    blocks.push(...parts);
    laid += 1;
  }
  if (laid === 0) return undefined;
  return {
    type: 'modal',
    callback_id: SHEET,
    private_metadata: carried,
    title: plain(fits ? sheet.title : sheet.shortTitle),
    submit: plain(sheet.submit),
    close: plain(sheet.close),
    blocks,
  };
}

function above(text: string): types.KnownBlock[] {
  return fitting(text, MOST.section).map((part) => ({ type: 'section', text: plain(part) }));
}

function partsOf(field: WordedField, writeHere: string): types.KnownBlock[] | undefined {
  const { id, options, optional, written } = field;
  const isChosen = options.length > 0;
  if ((!isChosen && !written) || options.length > MOST.options) return undefined;
  if (options.some(({ value }) => value === '' || value.length > MOST.value)) return undefined;
  // Where something may be chosen or written, neither has to be; left empty, it is asked again in the chat.
  const mayBeEmpty = optional || (isChosen && written);
  const named = nameOf(field);
  const choices = isChosen ? choicesOf(field) : undefined;
  const chosen: types.KnownBlock[] =
    choices === undefined
      ? []
      : [
          ...choices.notes.flatMap(above),
          { ...inputOf(`${CHOSEN}${id}`, mayBeEmpty), ...named.label, element: choices.element },
        ];
  const own: types.KnownBlock[] = written
    ? [
        {
          ...inputOf(`${WRITTEN}${id}`, mayBeEmpty),
          ...(isChosen ? { label: plain(ownWords(writeHere, field.label)) } : named.label),
          element: textOf(field),
        },
      ]
    : [];
  return [...named.above, ...chosen, ...own];
}

/** Read out on its own, a field has to say which question it is for. */
function ownWords(writeHere: string, label: string): string {
  const whole = `${writeHere}: ${label.trim()}`;
  return label.trim() !== '' && plain(whole).text.length <= MOST.label ? whole : writeHere;
}

function inputOf(blockId: string, optional: boolean): { type: 'input'; block_id: string; optional: boolean } {
  return { type: 'input', block_id: blockId, optional };
}

type Named = {
  readonly above: readonly types.KnownBlock[];
  readonly label: { readonly label: types.PlainTextElement; readonly hint?: types.PlainTextElement };
};

/** A question as a label with its hint below; what is too long for that stands whole above its field. */
function nameOf({ label, hint }: WordedField): Named {
  const isShort = (text: string): boolean => plain(text).text.length <= MOST.label;
  const name = label.trim() === '' ? '…' : label;
  if (isShort(name) && isShort(hint))
    return {
      above: [],
      label: { label: plain(name), ...(hint.trim() === '' ? {} : { hint: plain(hint) }) },
    };
  return { above: above(`${name}\n${hint}`), label: { label: plain('…') } };
}

function choicesOf({ options, value }: WordedField): {
  notes: readonly string[];
  element: types.RadioButtons | types.StaticSelect;
} {
  const labels = longLabels();
  const made = options.map((option) => ({ text: plain(labels.short(option.label)), value: option.value }));
  const initial = made.find((option) => option.value === value);
  const more = {
    action_id: 'answer',
    options: made,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
  return {
    notes: labels.notes,
    element:
      made.length <= MOST.radios ? { type: 'radio_buttons', ...more } : { type: 'static_select', ...more },
  };
}

function textOf({ value, options }: WordedField): types.PlainTextInput {
  const isOption = options.some((option) => option.value === value);
  const before =
    value === undefined || value === '' || isOption || value.length > MOST.text
      ? {}
      : { initial_value: value };
  return {
    type: 'plain_text_input',
    action_id: 'answer',
    multiline: options.length === 0,
    max_length: MOST.text,
    ...before,
  };
}
