import { isObject, type Json, type JsonObject } from '../committed-schema.ts';

/** What the types say in words becomes a keyword: "Maximum length for this field is 255 characters", "Max of 100 blocks". */
export function mineLimits(node: Json): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && isObject(node.properties)) {
    for (const property of Object.values(node.properties)) if (isObject(property)) mineProperty(property);
  }
  for (const child of Object.values(node)) mineLimits(child);
}

const CHARACTERS = [
  /[Mm]ax(?:imum)? length (?:for|of)?[^.]*?(?:is|of)? ([\d,]+)(?: characters)?/,
  /maximum length is ([\d,]+) characters/,
  /Limit ([\d,]+) characters/,
];
const ITEMS = [
  /[Mm]aximum number of (?:items|options|option groups) is (\d+)/,
  /A maximum of (\d+) options/,
  /Maximum of (\d+) items/,
  /up to (\d+) \{@link/,
  /maximum of (\d+) elements/,
  /Max of (\d+) blocks/,
  /Maximum (\d+) (?:blocks|rows|items)/,
  /maximum (\d+) cards/,
];

function numberIn(words: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(words)?.[1];
    if (found !== undefined) return Number(found.replaceAll(',', ''));
  }
  return undefined;
}

function mineProperty(property: JsonObject): void {
  const words = typeof property.description === 'string' ? property.description.replace(/\s+/g, ' ') : '';
  if (property.type === 'array') {
    const most = numberIn(words, ITEMS);
    if (most !== undefined) property.maxItems = most;
    const each = /text in each item is (\d+) characters/.exec(words)?.[1];
    if (each !== undefined && isObject(property.items)) limitText(property.items, Number(each));
    return;
  }
  const longest = numberIn(words, CHARACTERS) ?? lessThan(words);
  if (longest === undefined) return;
  if (property.type === 'string') property.maxLength = longest;
  else if (property.$ref !== undefined || property.anyOf !== undefined) limitText(property, longest);
  if (property.type === 'string' && /minimum length is 1\b/i.test(words)) property.minLength = 1;
}

/** "must be less than 200 characters" */
function lessThan(words: string): number | undefined {
  const found = /must be less than (\d+) characters/.exec(words)?.[1];
  return found === undefined ? undefined : Number(found) - 1;
}

/** A text object that may be no longer than this. */
function limitText(property: JsonObject, longest: number): void {
  property.properties = { text: { maxLength: longest } };
}

/** Groups of options, each with a label and options of its own. */
const GROUPS: JsonObject = {
  minItems: 1,
  maxItems: 100,
  allOf: [
    {
      items: {
        properties: {
          label: { properties: { text: { maxLength: 75 } } },
          options: { minItems: 1, maxItems: 100 },
        },
      },
    },
  ],
};

/** Limits that the documentation has and the words of the types have not, or have outdated: the definition, the field, the keywords. */
const DOCUMENTED: readonly [definition: string, field: string, keywords: JsonObject][] = [
  ['ActionsBlock', 'elements', { minItems: 1, maxItems: 25 }],
  ['ContextBlock', 'elements', { minItems: 1, maxItems: 10 }],
  ['SectionBlock', 'fields', { minItems: 1, maxItems: 10 }],
  ['HeaderBlock', 'text', { properties: { text: { maxLength: 150 } } }],
  ['MarkdownBlock', 'text', { minLength: 1, maxLength: 12_000 }],
  ['InputBlock', 'label', { properties: { text: { maxLength: 2000 } } }],
  ['Button', 'url', { maxLength: 3000 }],
  ['Button', 'value', { maxLength: 2000 }],
  ['PlainTextOption', 'value', { maxLength: 150 }],
  ['MrkdwnOption', 'value', { maxLength: 150 }],
  ['StaticSelect', 'options', { minItems: 1, maxItems: 100 }],
  ['MultiStaticSelect', 'options', { minItems: 1, maxItems: 100 }],
  ['StaticSelect', 'option_groups', GROUPS],
  ['MultiStaticSelect', 'option_groups', GROUPS],
  ['RadioButtons', 'options', { minItems: 1, maxItems: 10 }],
  ['Checkboxes', 'options', { minItems: 1, maxItems: 10 }],
  ['Overflow', 'options', { minItems: 1, maxItems: 5 }],
  ['PlainTextInput', 'max_length', { minimum: 1, maximum: 3000 }],
  ['PlainTextInput', 'min_length', { minimum: 0, maximum: 3000 }],
  ['PlainTextElement', 'text', { minLength: 1, maxLength: 3000 }],
  ['MrkdwnElement', 'text', { minLength: 1, maxLength: 3000 }],
  ['ImageElement', 'alt_text', { minLength: 1, maxLength: 2000 }],
  ['ImageBlock', 'alt_text', { minLength: 1, maxLength: 2000 }],
  ['Modal', 'title', { properties: { text: { maxLength: 24 } } }],
  ['Modal', 'submit', { properties: { text: { maxLength: 24 } } }],
  ['Modal', 'close', { properties: { text: { maxLength: 24 } } }],
  ['Modal', 'blocks', { maxItems: 100 }],
  ['Home', 'blocks', { maxItems: 100 }],
  ['Modal', 'private_metadata', { maxLength: 3000 }],
  ['Home', 'private_metadata', { maxLength: 3000 }],
  ['Modal', 'callback_id', { maxLength: 255 }],
  ['Home', 'callback_id', { maxLength: 255 }],
  ['Modal', 'external_id', { maxLength: 255 }],
  ['Home', 'external_id', { maxLength: 255 }],
];

/** Writes what the documentation's own tables say into the definitions. Throws if a definition has gone. */
export function addDocumentedLimits(definitions: JsonObject): void {
  const everyBlock: readonly [string, string, JsonObject][] = Object.entries(definitions).flatMap(
    ([name, definition]) =>
      propertiesOf(definition).flatMap((properties) =>
        ['block_id', 'action_id']
          .filter((field) => field in properties)
          .map((field): [string, string, JsonObject] => [name, field, { maxLength: 255 }]),
      ),
  );
  for (const [name, field, keywords] of [...DOCUMENTED, ...everyBlock]) {
    const found = propertiesOf(definitions[name]).map((properties) => properties[field]);
    if (found.length === 0) throw new Error(`There is no ${field} in ${name}`);
    for (const property of found) if (isObject(property)) Object.assign(property, structuredClone(keywords));
  }
  const blocks = definitions['Blocks'];
  if (isObject(blocks)) blocks.maxItems = 50;
}

/** The fields of a definition, of each branch if it is a union. */
function propertiesOf(definition: Json | undefined): JsonObject[] {
  if (!isObject(definition)) return [];
  if (Array.isArray(definition.anyOf)) return definition.anyOf.flatMap((branch) => propertiesOf(branch));
  return isObject(definition.properties) ? [definition.properties] : [];
}
