import { readText, type TextMarks } from './read-text.ts';
import { FLAGS, type WireComponent, type WireMessage } from './wire.ts';

export interface ShownButton {
  readonly label: string;
  /** The custom_id. */
  readonly data?: string;
  readonly url?: string;
  readonly disabled: boolean;
  /** 1 primary, 2 secondary, 3 success, 4 danger, 5 link. */
  readonly style: number;
}

export interface ShownOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly chosen: boolean;
}

export interface ShownSelect {
  readonly kind: 'string' | 'user' | 'role' | 'mentionable' | 'channel';
  /** The custom_id. */
  readonly data: string;
  readonly placeholder?: string;
  readonly options: readonly ShownOption[];
  readonly min: number;
  readonly max: number;
  readonly disabled: boolean;
}

export interface ShownFile {
  readonly kind: 'document' | 'photo';
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

export interface ShownEmbed {
  readonly title?: string;
  readonly description?: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly footer?: string;
}

/** Whom a message really calls, after `allowed_mentions`. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** A message as it stands on the screen. */
export interface Shown {
  readonly messageId: string;
  readonly channelId: string;
  /** Who wrote it. */
  readonly from: { readonly id: string; readonly name: string; readonly isBot: boolean };
  /** All that can be read in it, embeds too, signs of formatting resolved. */
  readonly text: string;
  /** The `content` as it came. */
  readonly content: string;
  readonly embeds: readonly ShownEmbed[];
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly selects: readonly ShownSelect[];
  readonly files: readonly ShownFile[];
  readonly file?: ShownFile;
  readonly pings: Pings;
  /** What the apps make of its words, in its embeds too. */
  readonly marks: TextMarks;
  /** Only this person sees it. */
  readonly onlyFor?: string;
  /** “… is thinking”: the answer comes later. */
  readonly isThinking: boolean;
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
  readonly editedAt?: number;
  readonly replyTo?: string;
  /** Grows with every change of any chat: a message shown or changed later has a greater one. */
  readonly revision: number;
}

export interface KeptMessage {
  readonly message: WireMessage;
  readonly revision: number;
  /** Ephemeral: the only person who sees it. */
  readonly onlyFor?: string;
  readonly pings: Pings;
}

/** A kept message never changes, another takes its place: what it shows is worked out once. */
const worked = new WeakMap<KeptMessage, Shown>();

export function showMessage(kept: KeptMessage): Shown {
  const known = worked.get(kept);
  if (known) return known;
  const shown = workOut(kept);
  worked.set(kept, shown);
  return shown;
}

function workOut({ message, revision, onlyFor, pings }: KeptMessage): Shown {
  const { author } = message;
  const files = message.attachments.map(
    ({ id, filename, size, url, content_type: type }): ShownFile => ({
      kind: type?.startsWith('image/') ? 'photo' : 'document',
      id,
      name: filename,
      size,
      url,
    }),
  );
  const marks = readText(wordsOf(message).join('\n'));
  const all = flatten(message.components);
  return {
    messageId: message.id,
    channelId: message.channel_id,
    from: { id: author.id, name: author.global_name ?? author.username, isBot: author.bot === true },
    text: marks.plain,
    content: message.content,
    embeds: message.embeds.map(showEmbed),
    buttons: buttonRows(message.components),
    selects: all.flatMap((component) => showSelect(component) ?? []),
    files,
    ...(files[0] && { file: files[0] }),
    pings,
    marks,
    ...(onlyFor !== undefined && { onlyFor }),
    isThinking: (message.flags & FLAGS.loading) !== 0,
    at: Date.parse(message.timestamp),
    ...(message.edited_timestamp !== null && { editedAt: Date.parse(message.edited_timestamp) }),
    ...(message.message_reference && { replyTo: message.message_reference.message_id }),
    revision,
  };
}

/** Every component, those inside others too, in the order in which they stand. */
export function flatten(components: readonly WireComponent[]): WireComponent[] {
  return components.flatMap((component) => [
    component,
    ...flatten(component.components ?? []),
    ...(component.component ? flatten([component.component]) : []),
    ...(component.accessory ? flatten([component.accessory]) : []),
  ]);
}

/** Every piece of words in which Discord's apps look for links and formatting. */
function wordsOf({ content, embeds, components }: WireMessage): string[] {
  const inEmbeds = embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const inComponents = flatten(components).flatMap((component) =>
    component.type === 10 ? [component.content] : [],
  );
  return [content, ...inComponents, ...inEmbeds].flatMap((words) => (words ? [words] : []));
}

function showEmbed({ title, description, fields, footer }: WireMessage['embeds'][number]): ShownEmbed {
  return {
    ...(title && { title }),
    ...(description && { description }),
    fields: (fields ?? []).map(({ name, value }) => ({ name, value })),
    ...(footer?.text && { footer: footer.text }),
  };
}

function buttonRows(components: readonly WireComponent[]): ShownButton[][] {
  return components.flatMap((component) => {
    if (component.type === 1) {
      const row = (component.components ?? []).filter((inner) => inner.type === 2).map(showButton);
      return row.length > 0 ? [row] : [];
    }
    if (component.accessory?.type === 2) return [[showButton(component.accessory)]];
    return buttonRows(component.components ?? []);
  });
}

function showButton({ label, emoji, custom_id: data, url, disabled, style }: WireComponent): ShownButton {
  return {
    label: [emoji?.name, label].filter(Boolean).join(' '),
    ...(data && { data }),
    ...(url && { url }),
    disabled: disabled === true,
    style: style ?? 2,
  };
}

const SELECTS: Readonly<Record<number, ShownSelect['kind']>> = {
  3: 'string',
  5: 'user',
  6: 'role',
  7: 'mentionable',
  8: 'channel',
};

function showSelect(component: WireComponent): ShownSelect | undefined {
  const kind = SELECTS[component.type];
  if (!kind) return undefined;
  return {
    kind,
    data: component.custom_id ?? '',
    ...(component.placeholder && { placeholder: component.placeholder }),
    options: (component.options ?? []).map(({ label, value, description, default: chosen }) => ({
      label,
      value,
      ...(description && { description }),
      chosen: chosen === true,
    })),
    min: component.min_values ?? 1,
    max: component.max_values ?? 1,
    disabled: component.disabled === true,
  };
}
