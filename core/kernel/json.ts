import { z } from 'zod';

/** What can be kept in a JSON column: ids, codes and numbers, never what a person wrote. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

// Written out rather than as a schema that names itself, which takes seven times as long and is read with every button.
function isJson(given: unknown): given is Json {
  if (typeof given === 'number') return Number.isFinite(given);
  if (given === null || typeof given === 'string' || typeof given === 'boolean') return true;
  return Array.isArray(given) ? given.every(isJson) : isJsonObject(given);
}

function isJsonObject(given: unknown): given is JsonObject {
  return (
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.getPrototypeOf(given) === Object.prototype &&
    Object.values(given).every(isJson)
  );
}

export const json = z.custom<Json>(isJson);

export type JsonObject = { readonly [key: string]: Json };
export const jsonObject = z.custom<JsonObject>(isJsonObject);
