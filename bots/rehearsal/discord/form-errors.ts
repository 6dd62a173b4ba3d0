import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv';
import { type FormErrors, invalidForm, type Refused } from './wire.ts';

/** One thing wrong with what a bot sent. */
export interface FormFault {
  /** `components/0/label`, or nothing if it is the whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

const source: AnySchemaObject = JSON.parse(
  readFileSync(join(import.meta.dirname, 'discord-api.schema.json'), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false, verbose: true });
ajv.addSchema(source, 'discord');
const validators = new Map<string, ValidateFunction>();

function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name);
  if (known) return known;
  const made = ajv.compile({ $ref: `discord#/definitions/${name}` });
  validators.set(name, made);
  return made;
}

/** Faults by the official schema. `name` is one of those that the schema was generated for. */
export function faultsBySchema(name: string, value: unknown): FormFault[] {
  const validate = validatorOf(name);
  if (validate(value)) return [];
  const told = (validate.errors ?? []).filter((error) => error.keyword !== 'if' && error.keyword !== 'anyOf');
  if (told.length === 0) return [{ path: '', code: 'BASE_TYPE_BAD_TYPE', message: 'Wrong type.' }];
  return told.map((error) => ({ path: pathOf(error), ...wordsOf(error) }));
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath.slice(1);
  if (keyword !== 'required') return path;
  return path === '' ? String(params['missingProperty']) : `${path}/${params['missingProperty']}`;
}

function wordsOf({ keyword, params, message, parentSchema }: ErrorObject): { code: string; message: string } {
  const limit = String(params['limit'] ?? '');
  switch (keyword) {
    case 'required':
      return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
    case 'maxLength':
    case 'minLength':
      return wordsOfLength(parentSchema?.['minLength'], parentSchema?.['maxLength']);
    case 'maxItems':
    case 'minItems':
      return wordsOfLength(parentSchema?.['minItems'], parentSchema?.['maxItems']);
    case 'maximum':
      return {
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${limit}.`,
      };
    case 'minimum':
      return {
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${limit}.`,
      };
    case 'enum':
    case 'const': {
      const allowed: unknown = params['allowedValues'] ?? [params['allowedValue']];
      const list = Array.isArray(allowed) ? allowed.join(', ') : String(allowed);
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${list}}.` };
    }
    case 'pattern':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    default:
      return { code: 'BASE_TYPE_BAD_TYPE', message: message ?? 'Wrong type.' };
  }
}

function wordsOfLength(min: unknown, max: unknown): { code: string; message: string } {
  if (max === undefined)
    return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${min} or more in length.` };
  if (min === undefined)
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` };
  return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` };
}

/** The 50035 that says all of these; nothing if there are none. */
export function refusalOf(faults: readonly FormFault[]): Refused | undefined {
  if (faults.length === 0) return undefined;
  const errors: FormErrors = {};
  for (const { path, code, message } of faults) {
    let place = errors;
    for (const step of path === '' ? [] : path.split('/')) {
      const inner = place[step] ?? {};
      if (Array.isArray(inner)) break;
      place[step] = inner;
      place = inner;
    }
    const list = place['_errors'];
    const one = { code, message };
    if (Array.isArray(list)) list.push(one);
    else place['_errors'] = [one];
  }
  return invalidForm(errors);
}

/** Paths of fields that the schema does not know; Discord ignores them. */
export function unknownFields(name: string, value: unknown): string[] {
  return fieldsUnknownTo([source.definitions[name] ?? {}], value, '');
}

function fieldsUnknownTo(schemas: readonly AnySchemaObject[], value: unknown, path: string): string[] {
  const branches = schemas.flatMap(branchesOf);
  if (Array.isArray(value)) {
    const items = branches.flatMap((branch) => (branch.items ? [branch.items] : []));
    return items.length === 0
      ? []
      : value.flatMap((item, index) => fieldsUnknownTo(items, item, `${path}/${index}`));
  }
  const closed = branches.filter((branch) => branch.properties);
  if (typeof value !== 'object' || value === null || closed.length === 0) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const known = closed.filter((branch) => branch.properties[field]);
    if (known.length === 0) return [`${path}/${field}`];
    return fieldsUnknownTo(
      known.map((branch) => branch.properties[field]),
      inner,
      `${path}/${field}`,
    );
  });
}

function branchesOf(schema: AnySchemaObject): AnySchemaObject[] {
  if (typeof schema.$ref === 'string') {
    return branchesOf(source.definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  }
  const inner = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].map((branch) => branch.else ?? branch);
  if (schema.else) inner.push(schema.else);
  return [schema, ...inner.flatMap(branchesOf)];
}
