import type { Room } from './chats.ts';
import type { WireMessage } from './wire.ts';
import { accept, type Params, type Refused, refuse } from './wire.ts';
import { type Call, findRoom, findWritableRoom, type Method, numberOf, textOf, type World } from './world.ts';

/** A message older than this stays where it is. */
const DELETABLE_MS = 48 * 3_600_000;

export const sendMessage: Method = (world, { params, entities }) => {
  const text = textOf(params, 'text') ?? '';
  return send(world, params, { text, ...(entities.length > 0 && { entities: [...entities] }) });
};

export const sendDocument: Method = (world, call) => sendFile(world, call, 'document');
export const sendPhoto: Method = (world, call) => sendFile(world, call, 'photo');

export const sendChatAction: Method = (world, { params }) => {
  const room = findWritableRoom(world, params);
  return 'ok' in room ? room : accept(true);
};

function send(world: World, params: Params, content: Partial<WireMessage>) {
  const room = findWritableRoom(world, params);
  if ('ok' in room) return room;
  const quoted = quotedMessage(room, params['reply_parameters']);
  if (quoted && 'ok' in quoted) return quoted;
  const reply = quoted ? { reply_to_message: quoted } : {};
  return accept(world.chats.append(room, world.bot, { ...content, ...reply }, params['reply_markup']));
}

function quotedMessage(room: Room, parameters: unknown): WireMessage | Refused | undefined {
  if (typeof parameters !== 'object' || parameters === null || !('message_id' in parameters))
    return undefined;
  const found = room.messages.get(Number(parameters.message_id))?.message;
  if (found) {
    const { reply_to_message: _deeper, ...quoted } = found;
    return quoted;
  }
  const goesOn =
    'allow_sending_without_reply' in parameters && parameters.allow_sending_without_reply === true;
  return goesOn ? undefined : refuse(400, 'message to be replied not found');
}

const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

function sendFile(world: World, call: Call, kind: 'document' | 'photo') {
  const room = findWritableRoom(world, call.params);
  if ('ok' in room) return room;
  const caption = textOf(call.params, 'caption');
  const words =
    caption === undefined || caption === '' ? {} : { caption, caption_entities: [...call.entities] };
  const source = textOf(call.params, kind) ?? '';
  const known = world.files.find(source);
  if (known)
    return send(world, call.params, {
      ...words,
      ...(kind === 'photo' ? { photo: [known.wire] } : { document: known.wire }),
    });
  if (!source.startsWith('attach://')) {
    return refuse(400, `wrong remote file identifier specified: Wrong string length`);
  }
  const upload = call.uploads.get(source.slice('attach://'.length));
  if (!upload) return refuse(400, `there is no ${kind} in the request`);
  if (upload.bytes.length === 0) return refuse(400, 'file must be non-empty');
  if (kind === 'photo') {
    const fault = faultOfPhoto(upload.bytes);
    if (fault !== undefined) return refuse(400, fault);
    const file = world.files.add('photos', upload, { width: 1280, height: 720 });
    return send(world, call.params, { ...words, photo: [file] });
  }
  const document = world.files.add('documents', upload, {
    file_name: upload.name,
    mime_type: typeByName(upload.name),
  });
  return send(world, call.params, { ...words, document });
}

/** Telegram reads the picture itself: what is none is refused, whatever its name. */
function faultOfPhoto(bytes: Buffer): string | undefined {
  if (bytes.length > MAX_PHOTO_BYTES) {
    return `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`;
  }
  const starts = ['89504e47', 'ffd8ff', '47494638', '52494646', '424d'];
  return starts.some((start) => bytes.subarray(0, 4).toString('hex').startsWith(start))
    ? undefined
    : 'IMAGE_PROCESS_FAILED';
}

const TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  html: 'text/html',
  zip: 'application/zip',
};

function typeByName(name: string): string {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

export const editMessageText: Method = (world, { params, entities }) => {
  const text = textOf(params, 'text');
  if (text === undefined || text === '') return refuse(400, 'message text is empty');
  const found = findEditable(world, params);
  if ('ok' in found) return found;
  if (found.message.text === undefined) return refuse(400, 'there is no text in the message to edit');
  return edit(world, found, { text, ...(entities.length > 0 && { entities: [...entities] }) }, params);
};

export const editMessageReplyMarkup: Method = (world, { params }) => {
  const found = findEditable(world, params);
  if ('ok' in found) return found;
  const { text, entities } = found.message;
  return edit(world, found, { ...(text !== undefined && { text }), ...(entities && { entities }) }, params);
};

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content ' +
  'and reply markup of the message';

interface Editable {
  readonly room: Room;
  readonly message: WireMessage;
}

function edit(world: World, { room, message }: Editable, content: Partial<WireMessage>, params: Params) {
  const edited = world.chats.edit(room, message, content, params['reply_markup']);
  return edited ? accept(edited) : refuse(400, NOT_MODIFIED);
}

function findEditable(world: World, params: Params): Editable | Refused {
  const id = numberOf(params, 'message_id');
  if (id === undefined) return refuse(400, 'message identifier is not specified');
  const room = findRoom(world, params);
  if ('ok' in room) return room;
  const message = room.messages.get(id)?.message;
  if (!message) return refuse(400, 'message to edit not found');
  if (message.from.id !== world.bot.id) return refuse(400, "message can't be edited");
  const writable = findWritableRoom(world, params);
  return 'ok' in writable ? writable : { room, message };
}

export const deleteMessage: Method = (world, { params }) => {
  const id = numberOf(params, 'message_id') ?? 0;
  if (id === 0) return refuse(400, 'message identifier is not specified');
  const room = findRoom(world, params);
  if ('ok' in room) return room;
  const message = room.messages.get(id)?.message;
  if (!message) return refuse(400, 'message to delete not found');
  const isOld = world.now() - message.date * 1000 > DELETABLE_MS;
  const isTheirs = room.chat.type !== 'private' && message.from.id !== world.bot.id;
  if (isOld || isTheirs) return refuse(400, "message can't be deleted for everyone");
  world.chats.remove(room, id);
  return accept(true);
};

export const answerCallbackQuery: Method = (world, { params }) => {
  const query = world.queries.get(textOf(params, 'callback_query_id') ?? '');
  if (!query || world.now() - query.askedAt > world.queryLifetimeMs) {
    return refuse(400, 'query is too old and response timeout expired or query ID is invalid');
  }
  const text = textOf(params, 'text');
  query.answer({
    showAlert: params['show_alert'] === true,
    ...(text !== undefined && text !== '' && { text }),
  });
  return accept(true);
};
