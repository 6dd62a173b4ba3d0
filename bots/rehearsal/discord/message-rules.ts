import type { FormFault } from './form-errors.ts';
import { flatten } from './shown.ts';
import { FLAGS, type Params, type WireComponent, type WireMessage } from './wire.ts';

/**
 * Rules of the documentation that the official schema does not carry. What a text counts is nowhere said for emojis: here one
 * counts twice, so that what passes passes either way.
 */
const LIMITS = { content: 2000, rows: 5, v2Components: 40, v2Text: 4000, embeds: 6000, nonce: 25 } as const;

/** Faults of what a request says, whatever stands in the message already. */
export function faultsOfRequest(params: Params, uploads: ReadonlyMap<string, unknown>): FormFault[] {
  const faults: FormFault[] = [];
  const { nonce, allowed_mentions: allowed, attachments } = params;
  if (nonce !== undefined && nonce !== null && String(nonce).length > LIMITS.nonce) {
    faults.push({
      path: 'nonce',
      code: 'NONCE_TYPE_TOO_LONG',
      message: 'Nonce must be 25 or fewer in length.',
    });
  }
  if (typeof allowed === 'object' && allowed !== null) {
    for (const kind of ['users', 'roles']) {
      const parse: unknown = Reflect.get(allowed, 'parse');
      const named: unknown = Reflect.get(allowed, kind);
      const both = Array.isArray(parse) && parse.includes(kind) && Array.isArray(named) && named.length > 0;
      if (both) faults.push(exclusive(kind));
    }
  }
  for (const [index, one] of (Array.isArray(attachments) ? attachments : []).entries()) {
    const id = String(Reflect.get(Object(one), 'id'));
    if (id.length < 10 && !uploads.has(id)) {
      const message = 'Attachment data was not sent.';
      faults.push({ path: `attachments/${index}/id`, code: 'ATTACHMENT_NOT_FOUND', message });
    }
  }
  return faults;
}

function exclusive(kind: string): FormFault {
  return {
    path: 'allowed_mentions',
    code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
  };
}

type Content = Pick<WireMessage, 'content' | 'embeds' | 'components' | 'flags' | 'attachments'>;

/** Faults of a message as it would stand. */
export function faultsOfMessage(message: Content): FormFault[] {
  const isV2 = (message.flags & FLAGS.componentsV2) !== 0;
  return [
    ...(isV2 ? faultsOfV2(message) : faultsOfV1(message)),
    ...faultsOfComponents(message.components),
    ...faultsOfFileNames(message),
  ];
}

/** Whether there is nothing to show; rows of buttons alone do not count. */
export function isEmpty({ content, embeds, components, flags, attachments }: Content): boolean {
  if ((flags & FLAGS.componentsV2) !== 0) return components.length === 0;
  return content.trim() === '' && embeds.length === 0 && attachments.length === 0;
}

function faultsOfV1({ content, embeds, components }: Content): FormFault[] {
  const faults: FormFault[] = [];
  if (content.length > LIMITS.content) {
    const message = `Must be ${LIMITS.content} or fewer in length.`;
    faults.push({ path: 'content', code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  if (components.length > LIMITS.rows) {
    const message = `Must be ${LIMITS.rows} or fewer in length.`;
    faults.push({ path: 'components', code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  for (const [index, { type }] of components.entries()) {
    if (type === 1) continue;
    const message = 'Value of field "type" must be one of (1,).';
    faults.push({ path: `components/${index}`, code: 'UNION_TYPE_CHOICES', message });
  }
  const size = embeds.map(sizeOfEmbed).reduce((sum, one) => sum + one, 0);
  if (size > LIMITS.embeds) {
    const message = `Embed size exceeds maximum size of ${LIMITS.embeds}`;
    faults.push({ path: 'embeds', code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  return faults;
}

function sizeOfEmbed({ title, description, fields, footer, author }: WireMessage['embeds'][number]): number {
  const inFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [title, description, footer?.text, author?.name, ...inFields].join('').length;
}

function faultsOfV2({ content, embeds, components }: Content): FormFault[] {
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  const faults: FormFault[] = [];
  const legacy = (path: string) =>
    faults.push({
      path,
      code,
      message: `The '${path}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    });
  if (content !== '') legacy('content');
  if (embeds.length > 0) legacy('embeds');
  const all = flatten(components);
  if (all.length > LIMITS.v2Components) {
    const message = `The maximum number of components across the whole message is ${LIMITS.v2Components}`;
    faults.push({ path: 'components', code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const text = all.filter((one) => one.type === 10).reduce((sum, one) => sum + (one.content ?? '').length, 0);
  if (text > LIMITS.v2Text) {
    const message = `Total displayable text size must be less than or equal to ${LIMITS.v2Text}`;
    faults.push({ path: 'components', code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return faults;
}

/** Faults of buttons, selects and the rows they stand in. */
function faultsOfComponents(components: readonly WireComponent[], path = 'components'): FormFault[] {
  const duplicates = path === 'components' ? faultsOfIds(components) : [];
  const inside = components.flatMap((component, index) => {
    const here = `${path}/${index}`;
    return [
      ...(component.type === 1 ? faultsOfRow(component, here) : []),
      ...(component.type === 2 ? faultsOfButton(component, here) : []),
      ...(component.type === 3 ? faultsOfSelect(component, here) : []),
      ...faultsOfComponents(component.components ?? [], `${here}/components`),
      ...(component.accessory?.type === 2 ? faultsOfButton(component.accessory, `${here}/accessory`) : []),
    ];
  });
  return [...duplicates, ...inside];
}

export function faultsOfIds(components: readonly WireComponent[]): FormFault[] {
  const seen = new Set<string>();
  return flatten(components).flatMap(({ custom_id: id }) => {
    if (!id) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: 'components', code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

function faultsOfRow({ components }: WireComponent, path: string): FormFault[] {
  const inside = components ?? [];
  const holdsSelect = inside.some((one) => one.type !== 2);
  if (!holdsSelect || inside.length === 1) return [];
  const message = 'Component layout width exceeded.';
  return [{ path: `${path}/components`, code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

function faultsOfButton(
  { style, custom_id: id, url, label, emoji }: WireComponent,
  path: string,
): FormFault[] {
  const faults: FormFault[] = [];
  const isLink = style === 5;
  if (isLink && id) {
    const message = 'A custom id and url cannot both be specified';
    faults.push({
      path: `${path}/custom_id`,
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message,
    });
  }
  if (isLink && !url) {
    faults.push({ path: `${path}/url`, code: 'BUTTON_COMPONENT_URL_REQUIRED', message: 'A url is required' });
  }
  if (url && !/^(https?|discord):\/\//.test(url)) {
    const message = `Scheme "${url.split(':')[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`;
    faults.push({ path: `${path}/url`, code: 'URL_TYPE_INVALID_SCHEME', message });
  }
  if (!isLink && style !== 6 && !id) {
    const message = 'A custom id is required';
    faults.push({ path: `${path}/custom_id`, code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', message });
  }
  if (!isLink && url) {
    const message = 'A url is only for link buttons';
    faults.push({ path: `${path}/url`, code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message });
  }
  if (!label && !emoji && style !== 6) {
    const message = 'A button must have a label or an emoji';
    faults.push({ path, code: 'BUTTON_COMPONENT_INVALID_LABEL', message });
  }
  return faults;
}

export function faultsOfSelect(select: WireComponent, path: string): FormFault[] {
  const faults: FormFault[] = [];
  const options = select.options ?? [];
  const most = select.max_values ?? 1;
  if (new Set(options.map((one) => one.value)).size < options.length) {
    const message = 'The specified option value is already used';
    faults.push({ path: `${path}/options`, code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message });
  }
  if (options.length < most) {
    const message = `Must be between ${most} and 25 in length.`;
    faults.push({ path: `${path}/options`, code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  if ((select.min_values ?? 1) > most) {
    const message = `int value should be less than or equal to ${most}.`;
    faults.push({ path: `${path}/min_values`, code: 'NUMBER_TYPE_MAX', message });
  }
  if (options.filter((one) => one.default).length > most) {
    const message = 'Too many options are chosen by default';
    faults.push({ path: `${path}/options`, code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message });
  }
  return faults;
}

/** A file that a message speaks of must be one of its own. */
function faultsOfFileNames({ components, embeds, attachments }: Content): FormFault[] {
  const names = new Set(attachments.map((one) => one.filename));
  const asked = [...JSON.stringify([components, embeds]).matchAll(/"url":"attachment:\/\/([^"]+)"/g)];
  return asked.flatMap(([, name]) => {
    if (name !== undefined && names.has(name)) return [];
    const message = 'The referenced attachment was not found';
    return [{ path: 'components', code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }];
  });
}
