import { type PropertySchema, parametersOf } from './bot-api-schema.ts';
import { type Params, type Refused, refuse } from './wire.ts';

/** Where Telegram's own words for unreadable JSON do not name the parameter. */
const UNREADABLE: Readonly<Record<string, string>> = {
  reply_markup: "Can't parse reply keyboard markup JSON object",
  commands: "Can't parse commands JSON object",
  scope: "Can't parse BotCommandScope JSON object",
  menu_button: "Can't parse menu button JSON object",
};

const PARSE_MODES = ['HTML', 'MarkdownV2', 'Markdown'];

export type Coerced = { ok: true; params: Params } | Refused;

/**
 * Reads parameters as Telegram does, which takes every one as a string: `"5"` is a number, `"true"` is true, a structure is
 * JSON. Numbers out of range are clamped; what is empty counts as missing; a number that cannot be read too.
 */
export function coerce(method: string, raw: Params): Coerced {
  const params: Record<string, unknown> = {};
  const known = parametersOf(method);
  for (const [name, value] of Object.entries(raw)) {
    if (value === null || value === undefined) continue;
    const schema = known[name];
    if (!schema) {
      params[name] = value;
      continue;
    }
    const read = readValue(name, schema, value);
    if (read === UNREADABLE_VALUE) return refuse(400, UNREADABLE[name] ?? `Can't parse ${name} JSON object`);
    if (read !== undefined) params[name] = read;
  }
  return { ok: true, params };
}

const UNREADABLE_VALUE = Symbol('unreadable');

function readValue(name: string, schema: PropertySchema, value: unknown): unknown {
  if (name === 'parse_mode') return readParseMode(value);
  if (schema.type === 'number') return readNumber(schema, value);
  if (schema.type === 'boolean') return /^(?:true|yes|1)$/i.test(String(value));
  if (schema.type === 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (Array.isArray(schema.type) || schema.enum || typeof value !== 'string') return value;
  return readStructure(value);
}

function readParseMode(value: unknown): unknown {
  if (value === '') return undefined;
  return PARSE_MODES.find((mode) => mode.toLowerCase() === String(value).toLowerCase()) ?? value;
}

function readNumber(schema: PropertySchema, value: unknown): number | undefined {
  const number = Number(value);
  if (value === '' || !Number.isInteger(number)) return undefined;
  return Math.min(Math.max(number, schema.minimum ?? number), schema.maximum ?? number);
}

/** Uploads and file ids share a parameter with plain strings: only what begins like JSON is read as JSON. */
function readStructure(value: string): unknown {
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return UNREADABLE_VALUE;
  }
}
