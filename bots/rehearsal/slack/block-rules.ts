import { allOptions } from './state.ts';
import type { Block, Element } from './wire.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Kinds that only some surfaces show. Those that are not named go everywhere. */
const SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  markdown: ['message'],
  file: ['message'],
  table: ['message'],
  context_actions: ['message'],
  task_card: ['message'],
  plan: ['message'],
  file_input: ['modal'],
};

/** All markdown blocks of a message together may hold so much. */
const MOST_MARKDOWN = 12_000;

type Rule = (block: Block, at: string) => string[];

/** What the documentation says in words and no schema holds: for a structure that the schema has approved. */
export function findBrokenRules(blocks: readonly Block[], surface: Surface, at: string): string[] {
  const each = blocks.flatMap((block, index) =>
    RULES.flatMap((rule) => rule(block, `${at}/${index}`)).concat(
      kindsOf(block)
        .filter((kind) => !(SURFACES[kind] ?? [surface]).includes(surface))
        .map((kind) => `unsupported type: ${kind} [json-pointer:${at}/${index}]`),
    ),
  );
  return [...each, ...findTwins(blocks, at), ...tooMuchMarkdown(blocks, at)];
}

const RULES: readonly Rule[] = [
  needsWords,
  needsOptions,
  needsKnownChoices,
  repeatsNoAction,
  linksAreAddresses,
  lengthsAgree,
  needsValues,
];

/** The elements of a block with the place of each. */
function placed(block: Block, at: string): { element: Element; where: string }[] {
  if (block.type === 'rich_text') return [];
  const list = (block.elements ?? []).map((element, index) => ({
    element,
    where: `${at}/elements/${index}`,
  }));
  if (block.accessory) list.push({ element: block.accessory, where: `${at}/accessory` });
  if (block.element) list.push({ element: block.element, where: `${at}/element` });
  return list;
}

function kindsOf(block: Block): string[] {
  return [block.type, ...placed(block, '').map(({ element }) => element.type)];
}

function needsWords(block: Block, at: string): string[] {
  const isEmpty = block.type === 'section' && block.text === undefined && block.fields === undefined;
  return isEmpty ? [`missing required field: text [json-pointer:${at}]`] : [];
}

function needsOptions(block: Block, at: string): string[] {
  return placed(block, at)
    .filter(({ element }) => /^(?:multi_)?static_select$/.test(element.type))
    .filter(({ element }) => (element.options === undefined) === (element.option_groups === undefined))
    .map(({ where }) => `must define exactly one of options and option_groups [json-pointer:${where}]`);
}

function needsKnownChoices(block: Block, at: string): string[] {
  return placed(block, at)
    .filter(({ element }) => element.options !== undefined || element.option_groups !== undefined)
    .filter(({ element }) => {
      const known = allOptions(element).map((option) => JSON.stringify([option.text.text, option.value]));
      const initial = [element.initial_option ?? [], element.initial_options ?? []].flat();
      return initial.some((option) => !known.includes(JSON.stringify([option.text.text, option.value])));
    })
    .map(({ where }) => `initial option must match one of the options exactly [json-pointer:${where}]`);
}

/** An option that nobody can tell from the answer has no value. */
function needsValues(block: Block, at: string): string[] {
  return placed(block, at)
    .filter(({ element }) => allOptions(element).some((option) => option.value === undefined))
    .map(({ where }) => `missing required field: value [json-pointer:${where}/options]`);
}

function repeatsNoAction(block: Block, at: string): string[] {
  const ids = placed(block, at).flatMap(({ element }) =>
    element.action_id === undefined ? [] : [element.action_id],
  );
  const twins = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twins.map(
    (id) =>
      `\`action_id\` "${id}" already exists for \`block_id\` "${block.block_id ?? ''}" [json-pointer:${at}]`,
  );
}

function linksAreAddresses(block: Block, at: string): string[] {
  const elements = placed(block, at);
  const links = elements
    .filter(({ element }) => element.type === 'button' && element.url !== undefined)
    .filter(({ element }) => !isAddress(element.url ?? '', /^(?:https?|mailto|slack|tel):/))
    .map(({ where }) => `must be a valid URL [json-pointer:${where}/url]`);
  const pictures = [{ element: block, where: at }, ...elements]
    .filter(({ element }) => element.type === 'image' && element.image_url !== undefined)
    .filter(({ element }) => !isAddress(element.image_url ?? '', /^https?:/))
    .map(({ where }) => `must be a valid URL [json-pointer:${where}/image_url]`);
  return [...links, ...pictures];
}

function isAddress(url: string, scheme: RegExp): boolean {
  return scheme.test(url) && URL.canParse(url) && url.length <= 3000;
}

function lengthsAgree(block: Block, at: string): string[] {
  return placed(block, at)
    .filter(({ element: { min_length: least, max_length: most } }) => (least ?? 0) > (most ?? 3000))
    .map(({ where }) => `min_length must not be greater than max_length [json-pointer:${where}]`);
}

function findTwins(blocks: readonly Block[], at: string): string[] {
  const ids = blocks.flatMap(({ block_id: id }) => (id === undefined ? [] : [id]));
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `block_id must be unique: "${id}" already exists [json-pointer:${at}]`);
}

function tooMuchMarkdown(blocks: readonly Block[], at: string): string[] {
  const total = blocks
    .filter(({ type }) => type === 'markdown')
    .reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0);
  return total > MOST_MARKDOWN
    ? [`must be less than ${MOST_MARKDOWN + 1} characters [json-pointer:${at}]`]
    : [];
}
