import { z } from 'zod';
import { unknownFields, validatorOf } from './bot-api-schema.ts';
import { coerce } from './coerce.ts';
import { type ParsedText, UnreadableMarkup } from './markup.ts';
import { parseText } from './parsed-text.ts';
import { faultOfMarkup, withWholeKeys } from './reply-markup.ts';
import { type Params, type Refused, refuse, type WireEntity } from './wire.ts';
import { wordFaults } from './wording.ts';

const givenEntities = z.array(
  z.looseObject({
    type: z.string(),
    offset: z.coerce.number(),
    length: z.coerce.number(),
    url: z.string().optional(),
  }),
);

export interface Approved {
  ok: true;
  /** As the handlers take them; `text` and `caption` as the reader will see them. */
  params: Params;
  entities: WireEntity[];
  warnings: string[];
}

/** Texts with markup, by method: the parameter that holds them and the one that may hold their entities. */
const MARKED: Readonly<Record<string, readonly [text: string, entities: string]>> = {
  sendMessage: ['text', 'entities'],
  editMessageText: ['text', 'entities'],
  sendDocument: ['caption', 'caption_entities'],
  sendPhoto: ['caption', 'caption_entities'],
};

/** Judges a call by the published schema, and refuses in Telegram's words. Fields that nobody knows are only reported. */
export function judge(method: string, raw: Params): (Approved | Refused) & { warnings: string[] } {
  const warnings = unknownFields(method, raw).map((path) => `unknown field ${path} of ${method} was ignored`);
  const coerced = coerce(method, raw);
  if (!coerced.ok) return { ...coerced, warnings };
  const markupFault = faultOfMarkup(coerced.params['reply_markup']);
  if (markupFault !== undefined) return { ...refuse(400, markupFault), warnings };
  const [name, listName] = MARKED[method] ?? [];
  const parsed = name === undefined ? undefined : parseMarked(coerced.params, name, listName ?? '');
  if (parsed && 'ok' in parsed) return { ...parsed, warnings };
  const shown = name !== undefined && parsed ? { [name]: parsed.text } : {};
  const params = withWholeKeys({ ...coerced.params, ...shown });
  const validate = validatorOf(method);
  if (validate && !validate(params)) {
    const refusal = wordFaults(method, validate.errors ?? [], coerced.params);
    if (refusal) return { ...refusal, warnings };
  }
  return { ok: true, params, entities: parsed?.entities ?? [], warnings };
}

function parseMarked(params: Params, name: string, listName: string): ParsedText | Refused | undefined {
  const text = params[name];
  if (typeof text !== 'string') return undefined;
  const mode = params['parse_mode'];
  try {
    const given = givenEntities.safeParse(params[listName] ?? []).data ?? [];
    const entities: WireEntity[] = given.map(({ type, offset, length, url }) =>
      url === undefined ? { type, offset, length } : { type, offset, length, url },
    );
    return parseText(text, typeof mode === 'string' ? mode : undefined, entities);
  } catch (error) {
    if (error instanceof UnreadableMarkup) return refuse(400, `can't parse entities: ${error.message}`);
    throw error;
  }
}
