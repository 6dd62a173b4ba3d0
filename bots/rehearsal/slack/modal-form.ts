import { type ApprovedView, judgeView } from './judge.ts';
import { blocksJson, interactionJson, viewJson } from './payloads.ts';
import { chosenIn } from './state.ts';
import { makeView } from './view-methods.ts';
import { DEEPEST_STACK, type WireView } from './views.ts';
import { type Block, type Element, type Fields, unescapeText, type WireUser } from './wire.ts';
import type { World } from './world.ts';

/**
 * What came of sending a form off: it closed, another came in its place or upon it, all were closed, the bot found something
 * wrong (`errors`, by label), the app itself did and sent nothing (`refused`), or there was `trouble`: no answer in time, or one
 * that Slack cannot use.
 */
export interface Submitted {
  readonly outcome: 'closed' | 'updated' | 'pushed' | 'cleared' | 'errors' | 'refused' | 'trouble';
  readonly errors: Readonly<Record<string, string>>;
}

/** Sends the form on top off, if the app lets a person. */
export async function submitForm(world: World, me: WireUser): Promise<Submitted> {
  const view = topOf(world, me);
  if (view.submit === undefined) throw new Error(`“${titleOf(view)}” cannot be sent off`);
  const missing = findMissing(view);
  if (Object.keys(missing).length > 0) return { outcome: 'refused', errors: missing };
  const payload = {
    ...interactionJson(world.app, me, 'view_submission'),
    trigger_id: world.triggers.issue(me.id, view.id),
    view: { ...viewJson(world.app, view), blocks: blocksJson(view.blocks) },
    response_urls: [],
  };
  const outcome = await world.dispatcher.dispatch('interactive', payload, true);
  const done = outcome.kind === 'failed' ? 'trouble' : follow(world, me, view, outcome.answer);
  world.workspace.touch(me.id);
  return typeof done === 'string' ? { outcome: done, errors: {} } : done;
}

/** Closes the form on top, and tells the app if it asked to be told. */
export async function closeForm(world: World, me: WireUser): Promise<void> {
  const view = topOf(world, me);
  const stack = world.views.stack(me.id);
  world.views.setStack(me.id, view.clearOnClose ? [] : stack.slice(0, -1));
  world.workspace.touch(me.id);
  if (!view.notifyOnClose) return;
  await world.dispatcher.dispatch(
    'interactive',
    {
      ...interactionJson(world.app, me, 'view_closed'),
      view: viewJson(world.app, view),
      is_cleared: view.clearOnClose,
    },
    false,
  );
}

export function topOf(world: World, me: WireUser): WireView {
  const view = world.views.top(me.id);
  if (!view) throw new Error(`${me.realName} has no form open`);
  return view;
}

function titleOf(view: WireView): string {
  return String(view.title?.['text'] ?? '');
}

function labelOf(block: Block): string {
  return unescapeText(block.label?.text ?? '');
}

/** What the app itself asks for before it sends anything, by label. */
function findMissing(view: WireView): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const block of view.blocks) {
    if (!block.element) continue;
    const value = chosenIn(view.state, block.block_id ?? '', block.element);
    const words = faultOf(block, block.element, value);
    if (words !== undefined) missing[labelOf(block)] = words;
  }
  return missing;
}

const SHAPES: Readonly<Record<string, [RegExp, string]>> = {
  email_text_input: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Please enter a valid email address'],
  url_text_input: [/^https?:\/\/\S+$/, 'Please enter a valid URL'],
  number_input: [/^-?\d+(?:\.\d+)?$/, 'Please enter a number'],
};

function faultOf(
  { optional }: Block,
  element: Element,
  value: string | readonly string[] | undefined,
): string | undefined {
  const isEmpty = value === undefined || value.length === 0;
  if (isEmpty) return optional ? undefined : 'Please complete this required field.';
  if (typeof value !== 'string') return undefined;
  if (element.min_length !== undefined && value.length < element.min_length) return 'This is too short.';
  if (value.length > (element.max_length ?? 3000)) return 'This is too long.';
  const [shape, words] = SHAPES[element.type] ?? [];
  return shape && !shape.test(value) ? words : undefined;
}

/** Does what came with the acknowledgement of a form. */
function follow(
  world: World,
  me: WireUser,
  view: WireView,
  answer: unknown,
): Submitted | Submitted['outcome'] {
  if (answer === undefined || answer === '') {
    world.views.setStack(
      me.id,
      world.views.stack(me.id).filter(({ id }) => id !== view.id),
    );
    return 'closed';
  }
  const fields: Fields = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  switch (fields['response_action']) {
    case 'clear':
      world.views.setStack(me.id, []);
      return 'cleared';
    case 'errors':
      return showErrors(world, view, fields['errors']);
    case 'update':
    case 'push':
      return showNext(world, me, view, fields);
    default:
      return trouble(world, `An answer to a form that Slack cannot use: ${JSON.stringify(answer)}`);
  }
}

function showErrors(world: World, view: WireView, given: unknown): Submitted | 'trouble' {
  const inputs = new Map(
    view.blocks.filter(({ type }) => type === 'input').map((one) => [one.block_id, one]),
  );
  const errors: Record<string, string> = {};
  const labelled: Record<string, string> = {};
  for (const [blockId, words] of Object.entries(typeof given === 'object' && given !== null ? given : {})) {
    const block = inputs.get(blockId);
    if (!block || typeof words !== 'string' || words === '') {
      return trouble(world, `Errors of a form must name its input blocks: ${JSON.stringify(given)}`);
    }
    errors[blockId] = words;
    labelled[labelOf(block)] = words;
  }
  if (Object.keys(errors).length === 0) return trouble(world, 'Errors of a form name no input block');
  world.views.replace({ ...view, errors, revision: world.workspace.revision + 1 });
  return { outcome: 'errors', errors: labelled };
}

function showNext(world: World, me: WireUser, view: WireView, fields: Fields): Submitted['outcome'] {
  const approved = judgeView(fields, 'modal');
  if ('refused' in approved) {
    return trouble(world, `A view that Slack refuses: ${JSON.stringify(approved.refused.body)}`);
  }
  const stack = world.views.stack(me.id);
  if (fields['response_action'] === 'update') {
    const updated = makeView(world, me.id, approved, { old: view });
    world.views.setStack(
      me.id,
      stack.map((old) => (old.id === view.id ? updated : old)),
    );
    return 'updated';
  }
  if (stack.length >= DEEPEST_STACK) return trouble(world, 'No more than three views lie on each other');
  return pushOnto(world, me, view, approved);
}

function pushOnto(world: World, me: WireUser, under: WireView, approved: ApprovedView): 'pushed' {
  const pushed = makeView(world, me.id, approved, { under });
  world.views.setStack(me.id, [...world.views.stack(me.id), pushed]);
  return 'pushed';
}

function trouble(world: World, words: string): 'trouble' {
  world.dispatcher.warn(words);
  return 'trouble';
}
