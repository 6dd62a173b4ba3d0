import { z } from 'zod';

/** What can be kept in a JSON column: ids, codes and numbers, never what a person wrote. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

export type JsonObject = { readonly [key: string]: Json };
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), json);
