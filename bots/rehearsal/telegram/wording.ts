import type { ErrorObject } from 'ajv';
import { type Params, type Refused, refuse, refuseAs } from './wire.ts';

interface Wording {
  readonly path: RegExp;
  readonly keywords: readonly string[];
  readonly say: (fault: ErrorObject, params: Params) => Refused;
}

function when(path: RegExp, keywords: string, say: (fault: ErrorObject, params: Params) => Refused): Wording {
  return { path, keywords: keywords.split(' '), say };
}

function bad(words: string): () => Refused {
  return () => refuse(400, words);
}

/** What Telegram says about each breach of its documentation. The first that fits is what the caller hears. */
const WORDINGS: readonly Wording[] = [
  when(/^\/chat_id$/, 'required type', bad('chat_id is empty')),
  when(/^\/message_id$/, 'required type', bad('message identifier is not specified')),
  when(/^\/file_id$/, 'required', bad('file_id not specified')),
  when(/^\/document$/, 'required', bad('there is no document in the request')),
  when(/^\/photo$/, 'required', bad('there is no photo in the request')),
  when(/^\/action$/, 'required enum', bad('wrong parameter action in request')),
  when(/^\/parse_mode$/, 'enum', bad('unsupported parse_mode')),
  when(/^\/text$/, 'required', bad('message text is empty')),
  // What is nothing but white space came with a text, and loses it on the way.
  when(/^\/text$/, 'minParsedLength', (_fault, params) =>
    refuse(400, params['text'] === '' ? 'message text is empty' : 'text must be non-empty'),
  ),
  when(/^\/text$/, 'maxParsedLength', bad('message is too long')),
  when(/^\/text$/, 'maxLength', bad('MESSAGE_TOO_LONG')),
  when(/^\/caption$/, 'maxParsedLength', bad('message caption is too long')),
  when(/\/callback_data$/, 'maxBytes', bad('BUTTON_DATA_INVALID')),
  when(/^\/commands$/, 'maxItems', bad('BOT_COMMANDS_TOO_MUCH')),
  when(/^\/commands\/\d+\/command$/, 'minLength', bad('command must be non-empty')),
  when(/^\/commands\/\d+\/command$/, 'maxLength', (fault) =>
    refuse(400, `command length must not exceed ${fault.params['limit']}`),
  ),
  when(/^\/commands\/\d+\/command$/, 'pattern', bad('BOT_COMMAND_INVALID')),
  when(/^\/commands\/\d+\/description$/, 'minLength', bad('command description must be non-empty')),
  when(/^\/commands\/\d+\/description$/, 'maxLength', (fault) =>
    refuse(400, `command description length must not exceed ${fault.params['limit']}`),
  ),
  when(/^\/commands\/\d+\/\w+$/, 'required', (fault) =>
    refuse(400, `can't parse BotCommand: Can't find field "${fault.params['missingProperty']}"`),
  ),
  when(/^\/scope/, 'anyOf', bad("can't parse BotCommandScope: Unsupported type specified")),
  when(/^\/menu_button/, 'anyOf', bad("can't parse menu button: MenuButton has unsupported type")),
  when(/^\/language_code$/, 'pattern', bad('invalid language code specified')),
  when(/^\/description$/, 'maxLength', bad('description is too long')),
  when(/^\/short_description$/, 'maxLength', bad('short description is too long')),
  when(/^\/secret_token$/, 'maxLength', bad('secret token is too long')),
  when(/^\/secret_token$/, 'pattern', bad('secret token contains unallowed characters')),
  when(/^\/callback_query_id$/, 'required', () =>
    refuse(400, 'query is too old and response timeout expired or query ID is invalid'),
  ),
  // A button with neither: the markup has its own words, said before this table is asked.
  when(/^\/reply_markup$/, 'anyOf type required', bad('object expected as reply markup')),
];

/** Breaches of the letter that the real server lets pass. */
const FORGIVEN: readonly [method: string, path: RegExp][] = [
  // No address means: take the webhook away.
  ['setWebhook', /^\/(?:url|secret_token)$/],
  // No list means: an empty one.
  ['setMyCommands', /^\/commands$/],
  // Kinds that the server does not know are skipped.
  ['getUpdates', /^\/allowed_updates/],
  ['setWebhook', /^\/allowed_updates/],
];

/** The refusal for what a schema found wrong, in Telegram's words where they are known; nothing if Telegram would not mind. */
export function wordFaults(
  method: string,
  faults: readonly ErrorObject[],
  params: Params,
): Refused | undefined {
  const counted = faults.filter((fault) => !isForgiven(method, fault));
  for (const wording of WORDINGS) {
    const fault = counted.find(
      (candidate) => wording.path.test(placeOf(candidate)) && wording.keywords.includes(candidate.keyword),
    );
    if (fault) return wording.say(fault, params);
  }
  const first = counted[0];
  return first && refuseAs(400, `Bad Request: ${placeOf(first).slice(1)} ${first.message}`);
}

function isForgiven(method: string, fault: ErrorObject): boolean {
  const missing = ['required', 'minLength', 'type', 'enum'].includes(fault.keyword);
  return missing && FORGIVEN.some(([name, path]) => name === method && path.test(placeOf(fault)));
}

/** Where a fault is; what is missing is named by its own place. */
function placeOf(fault: ErrorObject): string {
  return fault.keyword === 'required'
    ? `${fault.instancePath}/${fault.params['missingProperty']}`
    : fault.instancePath;
}
