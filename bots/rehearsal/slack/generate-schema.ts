/**
 * Makes block-kit.schema.json from Slack's published types: `node bots/rehearsal/slack/generate-schema.ts`.
 * Run it again when `@slack/types` is updated. The stand-in judges every message and view by that file, so that its limits are
 * Slack's own and never those of our writer.
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
import { addDocumentedLimits, mineLimits } from './mined-limits.ts';

const target = join(import.meta.dirname, 'block-kit.schema.json');

/** Messages and views hold blocks that Slack knows; the library's own types let pass any other too. */
const ENTRY = `import type * as S from '@slack/types';
export type Blocks = S.KnownBlock[];
export type Modal = Omit<S.ModalView, 'blocks'> & { blocks: S.KnownBlock[] };
export type Home = Omit<S.HomeView, 'blocks'> & { blocks: S.KnownBlock[] };
export type Attachments = S.MessageAttachment[];
export type Metadata = S.MessageMetadata;
`;

/** A definition behind its name, with the branches of a union laid side by side. */
function branchesOf(node: Json, definitions: JsonObject): JsonObject[] {
  if (!isObject(node)) return [];
  if (typeof node.$ref === 'string') {
    const named = definitions[decodeURIComponent(node.$ref.split('/').at(-1) ?? '')];
    const inner = named === undefined ? [] : branchesOf(named, definitions);
    return inner.length === 1 && inner[0] === named ? [node] : inner;
  }
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap((branch) => branchesOf(branch, definitions)) : [node];
}

function typeOf(branch: JsonObject, definitions: JsonObject): string | undefined {
  const named =
    typeof branch.$ref === 'string'
      ? definitions[decodeURIComponent(branch.$ref.split('/').at(-1) ?? '')]
      : branch;
  const type = isObject(named) && isObject(named.properties) ? named.properties.type : undefined;
  return isObject(type) && typeof type.const === 'string' ? type.const : undefined;
}

/** A union whose branches say their `type` is judged by that type alone, so that what is wrong is named where it is wrong. */
function chooseByType(node: Json, definitions: JsonObject): void {
  if (node === null || typeof node !== 'object') return;
  for (const child of Object.values(node)) chooseByType(child, definitions);
  if (Array.isArray(node) || !Array.isArray(node.anyOf)) return;
  const byType = new Map<string, JsonObject[]>();
  for (const branch of branchesOf({ anyOf: node.anyOf }, definitions)) {
    const type = typeOf(branch, definitions);
    if (type === undefined) return;
    byType.set(type, [...(byType.get(type) ?? []), branch]);
  }
  if (byType.size < 2) return;
  delete node.anyOf;
  node.type = 'object';
  node.required = ['type'];
  node.properties = {
    ...(isObject(node.properties) && node.properties),
    type: { enum: [...byType.keys()] },
  };
  node.allOf = [...byType].map(([type, branches]) => ({
    if: { properties: { type: { const: type } }, required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema.
    then: branches.length === 1 ? (branches[0] ?? {}) : { anyOf: branches },
  }));
}

const made = schemaOfTypes(ENTRY);
const definitions = isObject(made.definitions) ? made.definitions : {};
mineLimits(made);
addDocumentedLimits(definitions);
// A pristine copy tells the branches apart while the unions are being rewritten.
chooseByType(made, structuredClone(definitions));
dropWords(made);
writeSchema(target, made);
