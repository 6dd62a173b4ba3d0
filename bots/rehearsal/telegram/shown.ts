import type { WireEntity, WireFile, WireMessage } from './wire.ts';

export interface ShownButton {
  readonly label: string;
  readonly data?: string;
  readonly url?: string;
}

/** A message as it stands on the screen. */
export interface Shown {
  readonly messageId: number;
  readonly chatId: number;
  /** Who wrote it. */
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  /** The text, or the words under a picture or file. */
  readonly text: string;
  readonly entities: readonly WireEntity[];
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly file?: {
    readonly kind: FileKind;
    readonly id: string;
    readonly name?: string;
    readonly size: number;
  };
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
  readonly editedAt?: number;
  readonly replyTo?: number;
  /** Grows with every change of any chat: a message shown or changed later has a greater one. */
  readonly revision: number;
}

export type FileKind = 'document' | 'photo' | 'voice' | 'sticker';

export function showMessage(message: WireMessage, revision: number): Shown {
  const file = fileOf(message);
  return {
    messageId: message.message_id,
    chatId: message.chat.id,
    from: { id: message.from.id, name: message.from.first_name, isBot: message.from.is_bot },
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, callback_data: data, url }) => ({
        label: text,
        ...(data !== undefined && { data }),
        ...(url !== undefined && { url }),
      })),
    ),
    ...(file && { file }),
    at: message.date * 1000,
    ...(message.edit_date !== undefined && { editedAt: message.edit_date * 1000 }),
    ...(message.reply_to_message && { replyTo: message.reply_to_message.message_id }),
    revision,
  };
}

function fileOf(message: WireMessage): Shown['file'] {
  const files: readonly [FileKind, WireFile | undefined][] = [
    ['document', message.document],
    ['photo', message.photo?.at(-1)],
    ['voice', message.voice],
    ['sticker', message.sticker],
  ];
  for (const [kind, file] of files) {
    if (!file) continue;
    const name = file.file_name === undefined ? {} : { name: file.file_name };
    return { kind, id: file.file_id, size: file.file_size, ...name };
  }
  return undefined;
}
