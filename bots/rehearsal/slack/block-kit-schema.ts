import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject, type ErrorObject } from 'ajv';

export type Judged = 'Blocks' | 'Modal' | 'Home' | 'Attachments' | 'Metadata';

const source: AnySchemaObject = JSON.parse(
  readFileSync(join(import.meta.dirname, 'block-kit.schema.json'), 'utf8'),
);

// Whether an emoji counts once or twice is nowhere documented, so it counts twice here: what passes the stricter measure passes
// both.
const ajv = new Ajv({ strict: false, allErrors: true, unicode: false, logger: false });
ajv.addSchema(source, 'block-kit');

/** What is wrong with a structure, in Slack's words; nothing if all is well. `at` is where it stands in the call. */
export function findFaults(kind: Judged, value: unknown, at: string): string[] {
  const validate = ajv.getSchema(`block-kit#/definitions/${kind}`);
  if (!validate) throw new Error(`There is no ${kind} in the schema`);
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  // Of several kinds that something could have been, what is said about each is noise beside the fact that none fits.
  const plain = errors.filter((error) => !isInsideChoice(error, errors));
  const words = (plain.length > 0 ? plain : errors).map((error) => wordFault(error, at));
  return [...new Set(words)];
}

function isInsideChoice(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  return all.some(
    (other) =>
      other !== error &&
      other.keyword === 'anyOf' &&
      error.instancePath.startsWith(other.instancePath) &&
      error.schemaPath !== other.schemaPath &&
      !saysLength(error),
  );
}

/** What is too long is too long in every kind it could be. */
function saysLength({ keyword }: ErrorObject): boolean {
  return ['maxLength', 'minLength', 'maxItems', 'minItems'].includes(keyword);
}

function wordFault({ keyword, params, instancePath, message }: ErrorObject, at: string): string {
  const pointer = `[json-pointer:${at}${instancePath}]`;
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'maxLength':
      return `must be less than ${limit + 1} characters ${pointer}`;
    case 'minLength':
      return `must be more than ${limit - 1} characters ${pointer}`;
    case 'maxItems':
      return `no more than ${limit} items allowed ${pointer}`;
    case 'minItems':
      return `must have at least ${limit} items ${pointer}`;
    case 'required':
      return `missing required field: ${params['missingProperty']} ${pointer}`;
    case 'additionalProperties':
      return `invalid additional property: ${params['additionalProperty']} ${pointer}`;
    case 'type':
      return `must be ${params['type'] === 'object' ? 'an object' : `a ${params['type']}`} ${pointer}`;
    case 'enum':
      return instancePath.endsWith('/type')
        ? `unsupported type ${pointer}`
        : `must be one of the allowed values ${pointer}`;
    case 'anyOf':
      return `failed to match all allowed schemas ${pointer}`;
    default:
      return `${message} ${pointer}`;
  }
}
