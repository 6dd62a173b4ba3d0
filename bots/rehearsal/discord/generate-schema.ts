import { join } from 'node:path';
import { z } from 'zod';
import { isObject, type Json, type JsonObject, writeSchema } from '../committed-schema.ts';

/** The package says nothing of the types of this part of it. */
const official: Record<string, unknown> = await import(import.meta.resolve('discord-api-spec/zod'));

/** What a bot sends, by the names under which the stand-in asks for it. */
const REQUESTS = {
  createMessage: 'MessageCreateRequestSchema',
  editMessage: 'MessageEditRequestPartialSchema',
  createFollowup: 'IncomingWebhookInteractionRequestSchema',
  editWebhookMessage: 'IncomingWebhookUpdateRequestPartialSchema',
  command: 'ApplicationCommandUpdateRequestSchema',
  openDm: 'CreatePrivateChannelRequestSchema',
  createExternalEvent: 'ExternalScheduledEventCreateRequestSchema',
  createVoiceEvent: 'VoiceScheduledEventCreateRequestSchema',
  createStageEvent: 'StageScheduledEventCreateRequestSchema',
  editExternalEvent: 'ExternalScheduledEventPatchRequestPartialSchema',
  editVoiceEvent: 'VoiceScheduledEventPatchRequestPartialSchema',
  editStageEvent: 'StageScheduledEventPatchRequestPartialSchema',
  callbackMessage: 'CreateMessageInteractionCallbackRequestSchema',
  callbackUpdate: 'UpdateMessageInteractionCallbackRequestSchema',
  callbackModal: 'ModalInteractionCallbackRequestSchema',
  choicesOfString: 'InteractionApplicationCommandAutocompleteCallbackStringDataSchema',
  choicesOfInteger: 'InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema',
  choicesOfNumber: 'InteractionApplicationCommandAutocompleteCallbackNumberDataSchema',
};

const target = join(import.meta.dirname, 'discord-api.schema.json');

/** A union whose branches are told apart by `type` says so, and a fault is then named where it is. */
function tellBranchesApart(node: Json, definitions: JsonObject): void {
  if (node === null || typeof node !== 'object') return;
  for (const child of Object.values(node)) tellBranchesApart(child, definitions);
  if (Array.isArray(node) || !Array.isArray(node.anyOf)) return;
  const left = node.anyOf.filter((branch) => !(isObject(branch) && branch.type === 'null'));
  if (left.length < 2 || left.length !== node.anyOf.length) return;
  if (!left.every((branch) => typeOf(branch, definitions) !== undefined)) return;
  delete node.anyOf;
  const types = left.map((branch) => typeOf(branch, definitions) ?? null);
  Object.assign(node, {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types } },
    allOf: left.map((branch, index) => {
      const isThis = { properties: { type: { const: types[index] ?? null } }, required: ['type'] };
      return { if: { not: isThis }, else: branch };
    }),
  });
}

function typeOf(branch: Json, definitions: JsonObject): Json | undefined {
  const name =
    isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref.split('/').at(-1) : undefined;
  const whole = name === undefined ? branch : definitions[name];
  const type = isObject(whole) && isObject(whole.properties) ? whole.properties.type : undefined;
  return isObject(type) ? type.const : undefined;
}

/** Where null is allowed, a fault in the other branch is the one to speak of. */
function simplifyNull(node: Json): void {
  if (node === null || typeof node !== 'object') return;
  for (const child of Object.values(node)) simplifyNull(child);
  if (Array.isArray(node) || !Array.isArray(node.anyOf) || node.anyOf.length !== 2) return;
  const [first, second] = node.anyOf;
  if (!isObject(first) || !isObject(second) || second.type !== 'null') return;
  delete node.anyOf;
  Object.assign(node, { if: { type: 'null' }, else: first });
}

/** A list of one thing that must all hold is that thing. */
function inlineSingles(node: Json): void {
  if (node === null || typeof node !== 'object') return;
  for (const child of Object.values(node)) inlineSingles(child);
  if (Array.isArray(node)) return;
  delete node.$schema;
  delete node.$id;
  if (!Array.isArray(node.allOf) || node.allOf.length !== 1) return;
  const [only] = node.allOf;
  delete node.allOf;
  if (isObject(only)) Object.assign(node, only);
}

/** The definitions that these lead to. */
function reachedFrom(names: readonly string[], all: JsonObject): JsonObject {
  const reached: JsonObject = {};
  const visit = (node: Json | undefined): void => {
    if (node === null || typeof node !== 'object') return;
    for (const child of Object.values(node)) visit(child);
    if (Array.isArray(node) || typeof node.$ref !== 'string') return;
    take(node.$ref.split('/').at(-1) ?? '');
  };
  const take = (name: string): void => {
    const found = all[name];
    if (reached[name] !== undefined || found === undefined) return;
    reached[name] = found;
    visit(found);
  };
  for (const name of names) take(name);
  return reached;
}

/** The server takes ids as numbers too, and permissions as texts: clients send them so. */
function widen(all: JsonObject): void {
  if (isObject(all.SnowflakeTypeSchema)) all.SnowflakeTypeSchema.type = ['string', 'integer'];
  for (const schema of Object.values(all)) {
    const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
    const permissions = properties.default_member_permissions;
    if (!isObject(permissions) || !isObject(permissions.else)) continue;
    Object.assign(permissions.else, { type: ['number', 'string'], pattern: '^\\d+$' });
  }
}

function generate(): void {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(official)) {
    if (schema instanceof z.core.$ZodType) registry.add(schema, { id: name });
  }
  const uri = (id: string) => `#/definitions/${id}`;
  const options = { target: 'draft-7', io: 'input', unrepresentable: 'any', uri } as const;
  const made: JsonObject = JSON.parse(JSON.stringify(z.toJSONSchema(registry, options)));
  const all = isObject(made.schemas) ? made.schemas : {};
  inlineSingles(all);
  simplifyNull(all);
  tellBranchesApart(all, all);
  widen(all);
  const requests = Object.entries(REQUESTS);
  const definitions = reachedFrom(Object.values(REQUESTS), all);
  for (const [name, named] of requests) definitions[name] = { $ref: uri(named) };
  writeSchema(target, { definitions });
}

generate();
