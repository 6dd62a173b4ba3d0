import { type Block, type Element, escapeText, type Fields, type Option, unescapeText } from './wire.ts';

/** What stands in the fields of a message or view: by block, then by element, as the payloads carry it. */
export type State = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;

export interface FieldState {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The fields of an input's value, by its type: one value, or a list. */
const SINGLE: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  rich_text_input: 'rich_text_value',
};
const MANY: Readonly<Record<string, string>> = {
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
  file_input: 'files',
};

/** The field of a payload that carries what was chosen, and whether it is a list. */
export function valueFieldOf(type: string): { name: string; isList: boolean } | undefined {
  const single = SINGLE[type];
  if (single !== undefined) return { name: single, isList: false };
  const many = MANY[type];
  return many === undefined ? undefined : { name: many, isList: true };
}

/** The state of an element, given what a person put there: texts, labels of options, ids. Throws if there is no such option. */
export function stateFor(element: Element, chosen: readonly string[]): FieldState {
  const field = valueFieldOf(element.type);
  if (!field) throw new Error(`Nothing can be put into a ${element.type}`);
  const values = chosen.map((one) => choiceOf(element, one));
  const value = field.isList ? values : (values[0] ?? null);
  return { type: element.type, [field.name]: value };
}

function choiceOf(element: Element, chosen: string): unknown {
  if (element.type === 'datetimepicker') return Number(chosen);
  // Slack hands typed words on as they are, and choices as it was given them.
  if (!element.options && !element.option_groups) return chosen;
  const all = allOptions(element);
  const found = all.find(({ text }) => unescapeText(text.text) === chosen);
  if (found) return found;
  throw new Error(`There is no “${chosen}”; there are ${JSON.stringify(all.map(({ text }) => text.text))}`);
}

export function allOptions(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
}

/** What fields hold before anybody touched them; what a person had put into a field of the same name stays. */
export function initialState(blocks: readonly Block[], kept: State = {}): State {
  const state: Record<string, Record<string, FieldState>> = {};
  for (const block of blocks) {
    for (const element of [block.element, block.accessory, ...(block.elements ?? [])]) {
      if (!element || element.type === 'overflow' || !valueFieldOf(element.type)) continue;
      const id = block.block_id ?? '';
      const old = kept[id]?.[element.action_id ?? ''];
      const held = old?.type === element.type ? old : initialOf(element);
      state[id] = { ...state[id], [element.action_id ?? '']: held };
    }
  }
  return state;
}

function initialOf(element: Element): FieldState {
  const field = valueFieldOf(element.type);
  const initial =
    element.initial_options ??
    element.initial_option ??
    element.initial_value ??
    element.initial_date ??
    element.initial_time ??
    element.initial_date_time ??
    element.initial_user ??
    element.initial_conversation ??
    element.initial_channel;
  return { type: element.type, [field?.name ?? 'value']: initial ?? (field?.isList ? [] : null) };
}

/** What is chosen now, as a person reads it: labels of options, or the value itself. */
export function chosenIn(
  state: State,
  blockId: string,
  element: Element,
): string | readonly string[] | undefined {
  const held = state[blockId]?.[element.action_id ?? ''];
  const field = valueFieldOf(element.type);
  if (!held || !field) return undefined;
  const value = held[field.name];
  if (Array.isArray(value)) return value.map(readable);
  return value === null || value === undefined ? undefined : readable(value);
}

function readable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('text' in value && typeof value.text === 'object' && value.text !== null && 'text' in value.text) {
    return unescapeText(String(value.text.text));
  }
  return JSON.stringify(value);
}

/** A text as Slack keeps it: its three letters are entities, those that already were stay. */
export function normalised(text: string): string {
  return escapeText(unescapeText(text));
}

/** Everything that goes into a payload under the name of the element that was used. */
export function actionOf(element: Element, blockId: string, held: Fields, actionTs: string): Fields {
  const { type, action_id, text, value, url, style, placeholder } = element;
  return {
    type,
    action_id,
    block_id: blockId,
    ...(text !== undefined && { text: keptText(text) }),
    ...(value !== undefined && { value }),
    ...(url !== undefined && { url }),
    ...(style !== undefined && { style }),
    ...(placeholder !== undefined && { placeholder }),
    ...held,
    action_ts: actionTs,
  };
}

function keptText(text: Element['text']): unknown {
  if (typeof text !== 'object') return text;
  return { emoji: true, ...text, text: normalised(text.text) };
}
