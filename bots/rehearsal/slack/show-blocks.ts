import { z } from 'zod';
import { seeMarkdown } from './markdown-block.ts';
import { seeMrkdwn, seePlainText } from './mrkdwn.ts';
import { seeRichText } from './rich-text.ts';
import { joinSeen, NOTHING_SEEN, type SeenText, seenPlain, type Viewer } from './seen-text.ts';
import type { ShownBlocks, ShownButton, ShownInput, ShownOption, ShownSelect } from './shown.ts';
import { chosenIn, type State } from './state.ts';
import type { Block, Element, TextObject } from './wire.ts';

const confirmDialog = z.looseObject({ text: z.looseObject({ type: z.string(), text: z.string() }) });
const imageSource = z.looseObject({
  image_url: z.string().optional(),
  slack_file: z.looseObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
});

export interface Showing {
  readonly viewer: Viewer;
  /** What stands in the fields now. */
  readonly state: State;
  /** What the bot said was wrong, by block. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Works out what one person sees of blocks. */
export function showBlocks(blocks: readonly Block[], showing: Showing): ShownBlocks {
  const seen = blocks.flatMap((block) => seeBlock(block, showing));
  const all = joinSeen(seen, '\n');
  const elements = blocks.map((block) => ({ block, elements: elementsOf(block) }));
  const buttons = elements.map(({ block, elements: inside }) =>
    inside
      .filter(({ type }) => type === 'button')
      .map((element) => showButton(element, block, showing.viewer)),
  );
  return {
    paragraphs: seen.map(({ plain }) => plain).filter((plain) => plain !== ''),
    mentions: all.mentions,
    links: all.links,
    formats: all.formats,
    buttons: buttons.filter((row) => row.length > 0),
    selects: elements.flatMap(({ block, elements: inside }) =>
      inside.filter(isChoice).map((element) => showSelect(element, block, showing)),
    ),
    inputs: blocks.flatMap((block) => (block.element ? [showInput(block, block.element, showing)] : [])),
    images: elements.flatMap(({ block, elements: inside }) =>
      [block, ...inside].filter(({ type }) => type === 'image').map(showImage),
    ),
  };
}

export function seeTextObject(text: TextObject, viewer: Viewer): SeenText {
  if (text.type !== 'mrkdwn') return seePlainText(text.text, text.emoji !== false);
  return seeMrkdwn(text.text, viewer, text.verbatim === true ? 'nothing' : 'everything');
}

/** What can be pressed or chosen in a block, apart from the field of a form. */
export function elementsOf(block: Block): Element[] {
  const inside = block.type === 'rich_text' ? [] : (block.elements ?? []);
  return block.accessory ? [block.accessory, ...inside] : inside;
}

export function optionsOf(element: Element): ShownOption[] {
  const options = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((one) => one.options),
  ];
  return options.map(({ text, value }) => ({
    label: seePlainText(text.text, false).plain,
    value: value ?? '',
  }));
}

function seeText(text: Block['text'], viewer: Viewer): SeenText[] {
  if (text === undefined) return [];
  return [typeof text === 'string' ? seenPlain(text) : seeTextObject(text, viewer)];
}

function seeBlock(block: Block, { viewer, errors }: Showing): SeenText[] {
  const wrong = errors?.[block.block_id ?? ''];
  const said = wrong === undefined ? [] : [seenPlain(wrong)];
  switch (block.type) {
    case 'rich_text':
      return [seeRichText(block.elements ?? [], viewer)];
    case 'markdown':
      return [seeMarkdown(typeof block.text === 'string' ? block.text : '', viewer)];
    case 'context':
    case 'actions':
      return (block.elements ?? []).map((element) => seeElement(element, viewer));
    case 'input':
      return [
        ...seeText(block.label, viewer),
        ...seeText(block.hint, viewer),
        ...(block.element ? [seeElement(block.element, viewer)] : []),
        ...said,
      ];
    default:
      return [
        ...seeText(block.title, viewer),
        ...seeText(block.text, viewer),
        ...(block.fields ?? []).map((field) => seeTextObject(field, viewer)),
        ...(block.type === 'image' ? [seenPlain(block.alt_text ?? '')] : []),
        ...(block.accessory ? [seeElement(block.accessory, viewer)] : []),
      ];
  }
}

/** What the words on an element call or link; its label is shown elsewhere, and is no paragraph. */
function seeElement(element: Element, viewer: Viewer): SeenText {
  if (element.type === 'mrkdwn' || element.type === 'plain_text') {
    return seeTextObject({ ...element, text: String(element.text) }, viewer);
  }
  if (element.type === 'image') return seenPlain(element.alt_text ?? '');
  const options = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((one) => one.options),
  ];
  const texts = [element.text, element.placeholder, ...options.map(({ text }) => text)];
  const seen = texts.flatMap((text) => seeText(text, viewer));
  return { ...joinSeen(seen.length > 0 ? seen : [NOTHING_SEEN], ''), plain: '' };
}

function showButton(element: Element, block: Block, viewer: Viewer): ShownButton {
  const confirm = confirmDialog.safeParse(element.confirm);
  return {
    label: plainOf(element.text, viewer),
    actionId: element.action_id ?? '',
    blockId: block.block_id ?? '',
    ...(element.value !== undefined && { value: element.value }),
    ...(element.url !== undefined && { url: element.url }),
    ...(typeof element.style === 'string' && { style: element.style }),
    ...(confirm.success && { confirm: seeTextObject(confirm.data.text, viewer).plain }),
  };
}

function plainOf(text: Block['text'], viewer: Viewer): string {
  return joinSeen(seeText(text, viewer), ' ').plain;
}

function isChoice({ type }: Element): boolean {
  return /select$|^overflow$|^radio_buttons$|^checkboxes$|picker$/.test(type);
}

function showSelect(element: Element, block: Block, { viewer, state }: Showing): ShownSelect {
  const placeholder = plainOf(element.placeholder, viewer);
  const chosen = chosenIn(state, block.block_id ?? '', element);
  return {
    label: placeholder === '' ? plainOf(block.text, viewer) : placeholder,
    actionId: element.action_id ?? '',
    blockId: block.block_id ?? '',
    type: element.type,
    options: optionsOf(element),
    chosen: chosen === undefined ? [] : [chosen].flat(),
  };
}

function showInput(block: Block, element: Element, { viewer, state, errors }: Showing): ShownInput {
  const error = errors?.[block.block_id ?? ''];
  return {
    label: plainOf(block.label, viewer),
    ...(block.hint && { hint: plainOf(block.hint, viewer) }),
    isOptional: block.optional === true,
    actionId: element.action_id ?? '',
    blockId: block.block_id ?? '',
    type: element.type,
    options: optionsOf(element),
    value: chosenIn(state, block.block_id ?? '', element),
    ...(error !== undefined && { error }),
  };
}

function showImage(image: Block | Element): ShownBlocks['images'][number] {
  const { image_url: url, slack_file: file } = imageSource.parse(image);
  return { alt: image.alt_text ?? '', source: url ?? file?.id ?? file?.url ?? '' };
}
