import { z } from 'zod';
import { type FormFault, faultsBySchema, refusalOf } from './form-errors.ts';
import { faultsOfIds, faultsOfSelect } from './message-rules.ts';
import { components, REFUSALS, type Refused, type WireComponent, type WireOption } from './wire.ts';

/** One thing that a form asks. */
export interface ShownField {
  readonly label: string;
  readonly description?: string;
  readonly kind: 'text' | 'long text' | 'select' | 'people' | 'radio' | 'checks' | 'check' | 'files';
  /** The custom_id. */
  readonly data: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
}

/** A form as it stands on the screen of the one person who fills it in. */
export interface ShownForm {
  readonly title: string;
  /** The custom_id. */
  readonly data: string;
  /** What can be read between the fields. */
  readonly texts: readonly string[];
  readonly fields: readonly ShownField[];
}

/** An open form, with what the server must know when it comes back. */
export interface OpenForm {
  readonly shown: ShownForm;
  readonly components: readonly WireComponent[];
  readonly channelId: string;
  readonly sourceId: string | undefined;
}

const modal = z.object({ custom_id: z.string(), title: z.string(), components });

/** The schema allows forty; the documentation, and the apps, five. */
const MOST_COMPONENTS = 5;

const KINDS: Readonly<Record<number, ShownField['kind']>> = {
  3: 'select',
  4: 'text',
  5: 'people',
  6: 'people',
  7: 'people',
  8: 'people',
  19: 'files',
  21: 'radio',
  22: 'checks',
  23: 'check',
};

/** Judges the data of a type 9 answer. */
export function readForm(data: unknown): Omit<OpenForm, 'channelId' | 'sourceId'> | Refused {
  const faults: FormFault[] = faultsBySchema('callbackModal', { type: 9, data });
  const parsed = modal.safeParse(data);
  if (parsed.success) {
    const list = parsed.data.components;
    if (list.length > MOST_COMPONENTS) {
      const message = `Must be between 1 and ${MOST_COMPONENTS} in length.`;
      faults.push({ path: 'data/components', code: 'BASE_TYPE_BAD_LENGTH', message });
    }
    faults.push(...faultsOfIds(list), ...list.flatMap(faultsOfField));
  }
  const refusal = refusalOf(faults);
  if (refusal || !parsed.success) return refusal ?? REFUSALS.invalidJson;
  const { custom_id, title, components: list } = parsed.data;
  const texts = list.flatMap((one) => (one.type === 10 && one.content ? [one.content] : []));
  const fields = list.flatMap((one) => {
    const inner = one.type === 18 ? one.component : one.components?.[0];
    return inner ? [showField(inner, one.type === 18 ? one : inner)] : [];
  });
  return { shown: { title, data: custom_id, texts, fields }, components: list };
}

function faultsOfField(component: WireComponent, index: number): FormFault[] {
  const inRow = component.components?.[0];
  const field = component.component ?? inRow;
  const path = `data/components/${index}/${component.component ? 'component' : 'components/0'}`;
  const faults: FormFault[] = [];
  if (inRow && !inRow.label) {
    faults.push({ path: `${path}/label`, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  }
  if ((component.components?.length ?? 1) > 1) {
    const message = 'Must be between 1 and 1 in length.';
    faults.push({ path: `data/components/${index}/components`, code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  if (field?.type === 4) faults.push(...faultsOfText(field, path));
  if (field?.type === 3) faults.push(...faultsOfSelect(field, path));
  return faults;
}

function faultsOfText(field: WireComponent, path: string): FormFault[] {
  const { min_length: min, max_length: max, value } = field;
  if (min != null && max != null && min > max) {
    const message = `int value should be less than or equal to ${max}.`;
    return [{ path: `${path}/min_length`, code: 'NUMBER_TYPE_MAX', message }];
  }
  if (max != null && value && value.length > max) {
    const message = `Must be ${max} or fewer in length.`;
    return [{ path: `${path}/value`, code: 'BASE_TYPE_BAD_LENGTH', message }];
  }
  return [];
}

function showField(field: WireComponent, named: WireComponent): ShownField {
  const isText = field.type === 4;
  const kind = isText && field.style === 2 ? 'long text' : (KINDS[field.type] ?? 'text');
  return {
    label: named.label ?? '',
    ...(named.description && { description: named.description }),
    kind,
    data: field.custom_id ?? '',
    value: field.value ?? '',
    ...(field.placeholder && { placeholder: field.placeholder }),
    required: field.required ?? true,
    min: (isText ? field.min_length : field.min_values) ?? (isText ? 0 : 1),
    max: (isText ? field.max_length : field.max_values) ?? (isText ? 4000 : 1),
    options: (field.options ?? []).map(showOption),
  };
}

function showOption({ label, value, description }: WireOption): ShownField['options'][number] {
  return { label, value, ...(description && { description }) };
}

/** What people put into a form, by the labels of its fields; by their custom_id where several have the same label. */
export type FormValues = Readonly<Record<string, string | readonly string[] | boolean>>;

/**
 * What the app sends when the form is filled in. Throws where the app would not let it go: a label that is not there, a
 * required field left empty, too much or too little.
 */
export function fillIn({ shown, components: list }: OpenForm, values: FormValues): unknown[] {
  for (const label of Object.keys(values)) {
    if (shown.fields.some((field) => field.label === label || field.data === label)) continue;
    const labels = shown.fields.map((field) => field.label);
    throw new Error(`The form “${shown.title}” has no field “${label}”; there are ${JSON.stringify(labels)}`);
  }
  return list.flatMap((component): unknown[] => {
    const inner = component.type === 18 ? component.component : component.components?.[0];
    if (!inner) return component.type === 10 ? [{ type: 10, id: component.id ?? 0 }] : [];
    const field = shown.fields.find((one) => one.data === inner.custom_id);
    if (!field) return [];
    const filled = {
      type: inner.type,
      id: inner.id ?? 0,
      custom_id: field.data,
      ...entered(field, enteredBy(field, values)),
    };
    const id = component.id ?? 0;
    return component.type === 18
      ? [{ type: 18, id, component: filled }]
      : [{ type: 1, id, components: [filled] }];
  });
}

function enteredBy(field: ShownField, values: FormValues): FormValues[string] | undefined {
  return values[field.data] ?? values[field.label];
}

function entered(
  field: ShownField,
  given: FormValues[string] | undefined,
): { value: unknown } | { values: unknown } {
  const isText = field.kind === 'text' || field.kind === 'long text';
  if (isText) return { value: checked(field, String(given ?? field.value)) };
  if (field.kind === 'check') return { value: given === true };
  const labels = given === undefined || typeof given === 'boolean' ? [] : [given].flat();
  const values = field.options.length === 0 ? labels : labels.map((label) => valueOfOption(field, label));
  const isLeftOut = values.length === 0 && !field.required;
  if (
    !isLeftOut &&
    (values.length < Math.max(field.min, field.required ? 1 : 0) || values.length > field.max)
  ) {
    throw new Error(`“${field.label}” takes ${field.min} to ${field.max}, not ${values.length}`);
  }
  return field.kind === 'radio' ? { value: values[0] ?? null } : { values };
}

function valueOfOption(field: ShownField, label: string): string {
  const option = field.options.find((one) => one.label === label);
  const labels = field.options.map((one) => one.label);
  if (!option) throw new Error(`“${field.label}” has no “${label}”; there are ${JSON.stringify(labels)}`);
  return option.value;
}

function checked(field: ShownField, text: string): string {
  if (text === '' && !field.required) return text;
  if (text === '') throw new Error(`“${field.label}” must be filled in`);
  if (text.length < field.min || text.length > field.max) {
    throw new Error(`“${field.label}” takes ${field.min} to ${field.max} characters, not ${text.length}`);
  }
  return text;
}

/** Ids of the people, roles and channels that were chosen in a form. */
export function chosenIds({ shown }: OpenForm, values: FormValues): string[] {
  return shown.fields
    .filter((field) => field.kind === 'people')
    .flatMap((field) => enteredBy(field, values) ?? [])
    .map(String);
}
