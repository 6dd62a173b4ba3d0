import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';

/** What is read of a property's schema to turn the strings of a form into what the schema speaks of. */
const propertySchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const definitionSchema = z.looseObject({
  $ref: z.string().optional(),
  properties: z.record(z.string(), propertySchema).optional(),
});

export type PropertySchema = z.infer<typeof propertySchema>;

const source: AnySchemaObject = JSON.parse(
  readFileSync(join(import.meta.dirname, 'bot-api.schema.json'), 'utf8'),
);
const definitions = z.record(z.string(), definitionSchema).parse(source.definitions);

/** Methods that take no parameters have no schema of their own. */
const WITHOUT_PARAMETERS = ['getMe', 'getWebhookInfo'];

const methods = new Map(
  [...WITHOUT_PARAMETERS, ...Object.keys(definitions).filter((name) => /^[a-z]/.test(name))].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
ajv.addKeyword({
  keyword: 'maxBytes',
  type: 'string',
  validate: (max: number, text: string) => Buffer.byteLength(text) <= max,
});
// Telegram counts what is left after parsing; the judge is given the parsed text. Whether an emoji counts once or twice is
// nowhere documented, so it counts twice here: what passes the stricter measure passes both.
ajv.addKeyword({
  keyword: 'maxParsedLength',
  type: 'string',
  validate: (max: number, text: string) => text.length <= max,
});
ajv.addKeyword({
  keyword: 'minParsedLength',
  type: 'string',
  validate: (min: number, text: string) => text.length >= min,
});
ajv.addSchema(withoutClosedDoors(source), 'bot-api');

const validators = new Map<string, ValidateFunction>();

/** The method's name as the documentation writes it; Telegram does not mind capitals. */
export function findMethod(name: string): string | undefined {
  return methods.get(name.toLowerCase());
}

/** The parameters that a method knows. */
export function parametersOf(method: string): Readonly<Record<string, PropertySchema>> {
  const definition = definitions[method];
  const target = definition?.$ref?.split('/').at(-1);
  return (target === undefined ? definition : definitions[target])?.properties ?? {};
}

/** The compiled check of a method; nothing to check where the method takes no parameters. */
export function validatorOf(method: string): ValidateFunction | undefined {
  if (!definitions[method]) return undefined;
  const known = validators.get(method);
  if (known) return known;
  const made = ajv.compile({ $ref: `bot-api#/definitions/${method}` });
  validators.set(method, made);
  return made;
}

/** Telegram ignores fields that it does not know: they are reported elsewhere, and must not fail a check. */
function withoutClosedDoors(schema: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'additionalProperties' ? undefined : value,
  );
}

/** Paths of fields that the schema does not know, inside a structure too. Unions are open: any branch may know the field. */
export function unknownFields(method: string, params: Readonly<Record<string, unknown>>): string[] {
  return fieldsUnknownTo(source.definitions[method] ?? {}, params, '');
}

function fieldsUnknownTo(schema: AnySchemaObject, value: unknown, path: string): string[] {
  const branches = branchesOf(schema);
  if (Array.isArray(value)) {
    const items = branches.find((branch) => branch.items)?.items;
    return items ? value.flatMap((item, index) => fieldsUnknownTo(items, item, `${path}/${index}`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = branches.filter((branch) => branch.properties?.[name]);
    if (known.length === 0) return [`${path}/${name}`];
    return fieldsUnknownTo(
      { anyOf: known.map((branch) => branch.properties[name]) },
      inner,
      `${path}/${name}`,
    );
  });
}

function branchesOf(schema: AnySchemaObject): AnySchemaObject[] {
  if (typeof schema.$ref === 'string')
    return branchesOf(source.definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (Array.isArray(schema.anyOf)) return schema.anyOf.flatMap(branchesOf);
  return [schema];
}
