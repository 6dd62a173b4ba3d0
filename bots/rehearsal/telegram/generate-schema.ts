/**
 * Makes bot-api.schema.json from the published types of the Bot API: `node bots/rehearsal/telegram/generate-schema.ts`.
 * Run it again when `@gramio/types` is updated. The stand-in judges every request by that file, so that its limits are
 * Telegram's own and never those of our writer.
 */
import { join } from 'node:path';
import {
  dropWords,
  isObject,
  type Json,
  type JsonObject,
  schemaOfTypes,
  writeSchema,
} from '../committed-schema.ts';

const METHODS = [
  'getUpdates',
  'setWebhook',
  'deleteWebhook',
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'answerCallbackQuery',
  'sendDocument',
  'sendPhoto',
  'sendChatAction',
  'setMyCommands',
  'getMyCommands',
  'deleteMyCommands',
  'setMyDescription',
  'setMyShortDescription',
  'setChatMenuButton',
  'getChat',
  'getFile',
];

const target = join(import.meta.dirname, 'bot-api.schema.json');

/** The exported types, one a method, in which the helper types of the library are already plain ones. */
function source(): string {
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const lines = METHODS.map((name) => `export type ${name} = P.${capital(name)}Params;`);
  return `import type * as P from '@gramio/types/params';\n${lines.join('\n')}\n`;
}

/** What the documentation says in words becomes a keyword: "1-64 bytes", "1-4096 characters", "1-100". */
function mineLimits(node: Json): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && isObject(node.properties)) {
    for (const property of Object.values(node.properties)) if (isObject(property)) mineProperty(property);
  }
  for (const child of Object.values(node)) mineLimits(child);
}

function mineProperty(property: JsonObject): void {
  const words = typeof property.description === 'string' ? property.description : '';
  const length = /(\d+)-(\d+) (characters|bytes)( after entit)?/.exec(words);
  if (length) {
    const kind = length[4] ? 'ParsedLength' : 'Length';
    property[length[3] === 'bytes' ? 'maxBytes' : `max${kind}`] = Number(length[2]);
    if (Number(length[1]) > 0) property[`min${kind}`] = Number(length[1]);
  }
  const range = /(?:Values between |delivery, )(\d+)-(\d+)/.exec(words);
  if (range && property.type === 'number') {
    property.minimum = Number(range[1]);
    property.maximum = Number(range[2]);
  }
  const most = /At most (\d+) /.exec(words);
  if (most && property.type === 'array') property.maxItems = Number(most[1]);
  if (/Only characters `A-Z`, `a-z`, `0-9`, `_` and `-`/.test(words)) property.pattern = '^[A-Za-z0-9_-]*$';
  if (/only lowercase English letters, digits and underscores/.test(words)) property.pattern = '^[a-z0-9_]*$';
  if (/two-letter ISO 639-1/.test(words)) property.pattern = '^([a-z]{2})?$';
}

/** The library also takes builders (`{ toJSON }`, `{ toString }`), which never reach the wire. */
function dropBuilders(node: Json): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && Array.isArray(node.anyOf)) {
    const left = node.anyOf.filter((branch) => !isBuilder(branch));
    const only = left.length === 1 ? left[0] : undefined;
    if (isObject(only)) {
      delete node.anyOf;
      Object.assign(node, only);
    } else node.anyOf = left;
  }
  for (const child of Object.values(node)) dropBuilders(child);
}

function isBuilder(branch: Json): boolean {
  const properties = isObject(branch) && isObject(branch.properties) ? Object.keys(branch.properties) : [];
  return properties.length === 1 && (properties[0] === 'toJSON' || properties[0] === 'toString');
}

/** A parameter that is a plain string in the end says so itself, and is not mistaken for a structure. */
function inlineScalars(node: Json, definitions: JsonObject): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && typeof node.$ref === 'string') {
    const named = definitions[node.$ref.split('/').at(-1) ?? ''];
    if (isObject(named) && named.type === 'string') {
      delete node.$ref;
      Object.assign(node, named);
    }
  }
  for (const child of Object.values(node)) inlineScalars(child, definitions);
  if (Array.isArray(node) || !Array.isArray(node.anyOf)) return;
  if (node.anyOf.every((branch) => isObject(branch) && branch.type === 'string' && !branch.enum)) {
    delete node.anyOf;
    node.type = 'string';
  }
}

const made = schemaOfTypes(source());
// On the wire a file is a name: of a part of the upload, of a file the server has, or a URL.
if (isObject(made.definitions)) made.definitions.TelegramInputFile = { type: 'string' };
mineLimits(made);
dropBuilders(made);
inlineScalars(made, isObject(made.definitions) ? made.definitions : {});
dropWords(made);
writeSchema(target, made);
