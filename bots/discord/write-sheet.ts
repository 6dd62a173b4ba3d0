import type { Sheet, WordedField } from '../../core/index.ts';
import { escapeText } from './escape-text.ts';
import { CHOSEN, WRITTEN } from './read-sheet.ts';

/** As the documentation of modals has them. */
const MOST = { title: 45, label: 45, description: 100, components: 5, option: 100, options: 25, text: 4000 };

/** Less than this of a question says nothing. */
const LEAST_WORDS = 8;

type Choice = {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: true;
};

type Input =
  | {
      readonly type: 4;
      readonly custom_id: string;
      readonly style: 1 | 2;
      readonly required: boolean;
      readonly max_length: number;
      readonly value?: string;
    }
  | {
      readonly type: 3;
      readonly custom_id: string;
      readonly required: boolean;
      readonly options: readonly Choice[];
    };

type ModalPart =
  | { readonly type: 10; readonly content: string }
  | {
      readonly type: 18;
      readonly label: string;
      readonly description?: string;
      readonly component: Input;
    };

export type Modal = {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly ModalPart[];
};

/**
 * Lays a sheet over the chat as Discord's modal: as many of its questions as fit, in their order; those after them are asked
 * next. Undefined when not even the first fits.
 */
export function writeSheet(token: string, sheet: Sheet): Modal | undefined {
  const title = headOf(sheet.title, MOST.title);
  const components: ModalPart[] = title === sheet.title ? [] : [words(sheet.title)];
  let laid = 0;
  for (const field of sheet.fields) {
    const parts = partsOf(field, sheet.writeHere);
    if (parts === undefined || components.length + parts.length > MOST.components) break;
    components.push(...parts);
    laid += 1;
  }
  return laid === 0 ? undefined : { custom_id: token, title, components };
}

function partsOf(field: WordedField, writeHere: string): ModalPart[] | undefined {
  const { id, options, optional, written } = field;
  const isChosen = options.length > 0;
  if ((!isChosen && !written) || options.length > MOST.options) return undefined;
  const named = nameOf(field.label, field.hint);
  const choices = options.map(({ label, value }) => choiceOf(label, value, field.value));
  if (choices.some((choice) => choice === undefined)) return undefined;
  // Where something may be chosen or written, neither has to be; left empty, it is asked again in the chat.
  const required = !optional && !(isChosen && written);
  const list: ModalPart[] = isChosen
    ? [
        {
          ...named.label,
          component: {
            type: 3,
            custom_id: `${CHOSEN}${id}`,
            required,
            options: choices.filter((choice) => choice !== undefined),
          },
        },
      ]
    : [];
  const input: ModalPart[] = written
    ? [
        {
          ...(isChosen ? { type: 18, label: ownWords(writeHere, field.label) } : named.label),
          component: inputOf(field, required, isChosen),
        },
      ]
    : [];
  return [...named.above, ...list, ...input];
}

/** Read out on its own, a field has to say which question it is for, as far as there is room. */
function ownWords(writeHere: string, label: string): string {
  const before = headOf(writeHere, MOST.label - 2);
  const room = MOST.label - before.length - 2;
  const question = room < LEAST_WORDS ? '' : headOf(label.trim(), room).trim();
  return question === '' ? before : `${before}: ${question}`;
}

function inputOf({ id, value, options }: WordedField, required: boolean, isShort: boolean): Input {
  const isOption = options.some((option) => option.value === value);
  const before = value === undefined || isOption || value.length > MOST.text ? {} : { value };
  return {
    type: 4,
    custom_id: `${WRITTEN}${id}`,
    style: isShort ? 1 : 2,
    required,
    max_length: MOST.text,
    ...before,
  };
}

type Named = {
  readonly above: readonly ModalPart[];
  readonly label: { readonly type: 18; readonly label: string; readonly description?: string };
};

/** A question as a label: what does not fit goes on in the line below it, or stands whole above. */
function nameOf(label: string, hint: string): Named {
  const head = headOf(label, MOST.label);
  const rest = [label.slice(head.length).trim(), hint].filter((part) => part !== '').join(' ');
  if (rest.length <= MOST.description)
    return { above: [], label: { type: 18, label: head, ...(rest === '' ? {} : { description: rest }) } };
  return { above: [words(`${label}\n${hint}`)], label: { type: 18, label: head } };
}

function words(text: string): ModalPart {
  return { type: 10, content: escapeText(text.trim()) };
}

function choiceOf(label: string, value: string, chosen: string | undefined): Choice | undefined {
  const head = headOf(label, MOST.option);
  const rest = label.slice(head.length).trim();
  if (rest.length > MOST.option || value.length > MOST.option || value === '') return undefined;
  return {
    label: head,
    value,
    ...(rest === '' ? {} : { description: rest }),
    ...(value === chosen ? { default: true as const } : {}),
  };
}

/** The beginning of a text as far as whole sentences fit, or else whole words; the text itself if it does. */
function headOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const sentences = /^[\s\S]*[.?!](?=\s)/.exec(cut)?.[0];
  if (sentences !== undefined) return sentences;
  const space = cut.search(/\s\S*$/);
  return space > 0 ? cut.slice(0, space) : text.slice(0, most);
}
