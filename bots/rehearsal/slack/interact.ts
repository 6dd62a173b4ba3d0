import type { Outcome } from './dispatcher.ts';
import { blocksJson, interactionJson, messageJson, viewJson } from './payloads.ts';
import { stateKey } from './posting.ts';
import { actionOf, type State, stateFor, valueFieldOf } from './state.ts';
import type { WireView } from './views.ts';
import type { Block, Element, Fields, WireMessage, WireUser } from './wire.ts';
import type { World } from './world.ts';

/** Where a person does something. */
export type Place =
  | { readonly kind: 'message'; readonly message: WireMessage }
  | { readonly kind: 'view'; readonly view: WireView };

/** What a person's app says once the bot has had its three seconds: nothing, or that there was trouble. */
export type Heard = 'acknowledged' | 'trouble';

export interface Pressed {
  readonly actionId: string;
  readonly value: string | undefined;
  /** Settles when the bot acknowledges, or when its time is up. */
  readonly acknowledged: Promise<Heard>;
}

export function blocksOf(place: Place): readonly Block[] {
  return place.kind === 'message' ? place.message.blocks : place.view.blocks;
}

export function stateOf(world: World, place: Place): State {
  if (place.kind === 'view') return place.view.state;
  return world.messageStates.get(stateKey(place.message)) ?? {};
}

/** The element of that name, with its block. */
export function findElement(
  place: Place,
  blockId: string,
  actionId: string,
): { block: Block; element: Element } | undefined {
  const block = blocksOf(place).find((one) => one.block_id === blockId);
  const elements = block ? [block.accessory, block.element, ...(block.elements ?? [])] : [];
  const element = elements.find((one) => one?.action_id === actionId);
  return block && element ? { block, element } : undefined;
}

/** Puts something into a field or a menu, where the app keeps it. Returns the place as it is now. */
export function hold(
  world: World,
  place: Place,
  blockId: string,
  element: Element,
  chosen: readonly string[],
): { place: Place; held: Fields } {
  if (element.type === 'button' || !valueFieldOf(element.type)) return { place, held: {} };
  const held = stateFor(element, chosen);
  const { type: _type, ...fields } = held;
  // A menu behind three dots keeps nothing.
  if (element.type === 'overflow') return { place, held: fields };
  const old = stateOf(world, place);
  const state: State = { ...old, [blockId]: { ...old[blockId], [element.action_id ?? '']: held } };
  if (place.kind === 'message') {
    world.messageStates.set(stateKey(place.message), state);
    return { place, held: fields };
  }
  const { [blockId]: _error, ...errors } = place.view.errors;
  const view: WireView = { ...place.view, state, errors };
  world.views.replace(view);
  return { place: { kind: 'view', view }, held: fields };
}

/** Tells the app that somebody has pressed or chosen something. */
export function act(
  world: World,
  me: WireUser,
  place: Place,
  element: Element,
  blockId: string,
  held: Fields,
): Pressed {
  const action = actionOf(element, blockId, held, world.workspace.newTs());
  const payload = {
    ...interactionJson(world.app, me, 'block_actions'),
    ...whereabouts(world, me, place),
    state: { values: stateOf(world, place) },
    actions: [action],
  };
  const acknowledged = world.dispatcher.dispatch('interactive', payload, false).then(heard);
  return { actionId: element.action_id ?? '', value: element.value, acknowledged };
}

export function heard(outcome: Outcome): Heard {
  return outcome.kind === 'acknowledged' ? 'acknowledged' : 'trouble';
}

function whereabouts(world: World, me: WireUser, place: Place): Fields {
  if (place.kind === 'view') {
    const { view } = place;
    return {
      container: { type: 'view', view_id: view.id },
      trigger_id: world.triggers.issue(me.id, view.type === 'modal' ? view.id : undefined),
      view: { ...viewJson(world.app, view), blocks: blocksJson(view.blocks) },
    };
  }
  const { message } = place;
  const isEphemeral = message.onlyFor !== undefined;
  const room = world.workspace.room(message.channel);
  const path = world.responseUrls.issue({ channel: message.channel, user: me.id, messageTs: message.ts });
  const whole = { ...messageJson(world.app, message), blocks: blocksJson(message.blocks) };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
    },
    trigger_id: world.triggers.issue(me.id),
    channel: { id: message.channel, name: room?.kind === 'im' ? 'directmessage' : (room?.name ?? '') },
    // What only one person sees is not sent along.
    ...(!isEphemeral && { message: whole }),
    response_url: `http://${world.host()}${path}`,
  };
}
