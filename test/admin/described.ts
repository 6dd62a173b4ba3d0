import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { ApiWorld } from './api-world.ts';

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  example: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  'x-listed-at': z.string().optional(),
});

const Content = z.record(z.string(), z.object({ schema: Schema }));
const Operation = z.object({
  security: z.array(z.object({ bearer: z.array(z.string()) })),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().optional(),
        schema: Schema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
export const Described = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
export type Described = z.infer<typeof Described>;
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly operation: z.infer<typeof Operation>;
};

export function callsOf({ paths }: Described): Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** What a scope a call needs, as the document says. */
export function scopeOf({ operation }: Call): string {
  return operation.security.flatMap(({ bearer }) => bearer).join(' ');
}

/** Somebody who knows the API from its document alone: which ids there are they learn from the lists it names. */
export function reader(document: Described, world: Pick<ApiWorld, 'ask'>, token: string) {
  const listed = async (path: string): Promise<string[]> => {
    const { body } = await world.ask('GET', path, { token });
    return z
      .object({ items: z.array(z.looseObject({ id: z.string() })) })
      .parse(body)
      .items.map(({ id }) => id);
  };
  async function valueFor(given: unknown, turn: number, from = 1): Promise<unknown> {
    const schema = Schema.parse(given);
    if (schema.$ref !== undefined) {
      return await valueFor(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''], turn, from);
    }
    const { 'x-listed-at': path, type, properties, required = [] } = schema;
    if (path !== undefined) {
      const ids = await listed(path);
      return ids[turn % Math.max(1, ids.length)];
    }
    for (const known of [
      schema.const,
      schema.example,
      schema.enum?.[turn % (schema.enum.length || 1)],
      schema.default,
    ])
      if (known !== undefined) return known;
    if (schema.anyOf !== undefined) return await valueFor(schema.anyOf[0], turn);
    if (properties !== undefined) {
      const made: Record<string, unknown> = {};
      let place = from;
      for (const name of required) {
        // Each of several ids is tried with each other.
        made[name] = await valueFor(properties[name], Math.floor(turn / place));
        if (Schema.parse(properties[name])['x-listed-at'] !== undefined) place *= 4;
      }
      return made;
    }
    if ([type].flat().includes('array')) return [];
    if ([type].flat().includes('object')) return {};
    if ([type].flat().some((each) => each === 'integer' || each === 'number')) return schema.minimum ?? 1;
    return [type].flat().includes('boolean') ? true : 'x'.repeat(Math.max(1, schema.minLength ?? 1));
  }
  return {
    /** A request that fits the document, another one each turn. */
    async request({ path, operation }: Call, turn: number) {
      let address = path;
      let place = 1;
      let tried = 1;
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      for (const parameter of operation.parameters) {
        if (parameter.in === 'query' && parameter.required !== true) continue;
        // An example of a key is not to be used twice.
        if (parameter.name === 'idempotency-key') continue;
        const value = String(await valueFor(parameter.schema, Math.floor(turn / tried)));
        const path = parameter.schema['x-listed-at'];
        // Each id is tried with each other one of the address.
        if (path !== undefined) tried *= Math.max(1, (await listed(path)).length);
        if (parameter.in === 'query') query.set(parameter.name, value);
        else if (parameter.in === 'path') {
          address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
          place = 4;
        } else headers[parameter.name] = value;
      }
      const schema = operation.requestBody?.content['application/json']?.schema;
      return {
        address: query.size === 0 ? address : `${address}?${query}`,
        headers,
        body: schema === undefined ? undefined : await valueFor(schema, turn, place),
      };
    },
  };
}

/** Checks what came back against the document. Returns what does not fit. */
export function judgeOf(document: Described) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, 'api');
  return (call: Call, status: number, type: string | null, body: unknown): string[] => {
    const { path, method } = call;
    const content = call.operation.responses[String(status)]?.content;
    const media = type?.split(';')[0] ?? '';
    if (content?.[media] === undefined)
      return [`${method} ${path}: ${status} ${media} is not in the document`];
    const escaped = path.replaceAll('~', '~0').replaceAll('/', '~1');
    const where = `#/paths/${escaped}/${method.toLowerCase()}/responses/${status}/content/${media.replaceAll('/', '~1')}/schema`;
    const fits = ajv.getSchema(`api${encodeURI(where)}`);
    if (fits === undefined) return [`${where} cannot be found`];
    return fits(body) === true
      ? []
      : (fits.errors ?? []).map((each) => `${method} ${path} ${each.instancePath} ${each.message}`);
  };
}
