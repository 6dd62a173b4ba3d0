import { z } from 'zod';
import type { ChatScreen, Heard, Pressed } from '../slack/chat-screen.ts';
import type { ShownBlocks } from '../slack/shown.ts';
import type { SlackStandIn } from '../slack/stand-in.ts';
import type { VirtualUser } from '../slack/virtual-user.ts';
import type { Act, Outcome } from './phone.ts';

/** The screens that are no channel. */
export const HOME = 'home';
export const CHAT = 'chat';

const PressedButton = z.tuple([z.string(), z.string(), z.string(), z.string().nullable()]);

/** A channel that somebody is in, as they see it. */
export function openChannel(
  slack: SlackStandIn,
  user: VirtualUser,
  id: string,
  names: readonly string[],
): ChatScreen | undefined {
  const channel = names.map((name) => slack.channel({ name })).find((one) => one.id === id);
  return channel?.members.includes(user.id) ? user.inChannel(channel) : undefined;
}

/** Does it as their app would, which does not let everything go. */
export async function does(
  user: VirtualUser,
  screenId: string,
  screen: ChatScreen,
  act: Act,
): Promise<Outcome> {
  try {
    return await begin(user, screenId, screen, act);
  } catch {
    return 'not-taken';
  }
}

async function begin(user: VirtualUser, screenId: string, screen: ChatScreen, act: Act): Promise<Outcome> {
  switch (act.do) {
    case 'write':
      return await write(screen, act.text);
    case 'press':
      return outcomeOf(await press(user, screenId, screen, act).acknowledged);
    case 'choose':
      return await choose(user, screenId, screen, act);
    case 'submit':
      return await submit(user, act.fields);
    case 'dismiss':
      await user.closeModal();
      return 'done';
    case 'turn-to':
      // The bot hears which of its two tabs somebody looks at, and nothing of other channels.
      if (screenId === HOME || screenId === CHAT) user.openHome(screenId === HOME ? 'home' : 'messages');
      return 'done';
    default:
      return 'not-taken';
  }
}

function outcomeOf(heard: Heard): Outcome {
  return heard === 'trouble' ? 'no-answer' : 'done';
}

async function write(screen: ChatScreen, text: string): Promise<Outcome> {
  const [, name, rest = ''] = /^(\/[^\s/]+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (name !== undefined) return outcomeOf(await screen.command(name, rest));
  screen.send(text);
  return 'done';
}

function press(
  user: VirtualUser,
  screenId: string,
  screen: ChatScreen,
  act: Act & { readonly do: 'press' },
): Pressed {
  const [label, blockId, actionId, value] = PressedButton.parse(JSON.parse(act.press));
  const button = { label, blockId, actionId, ...(value !== null && { value }) };
  if (screenId === HOME) return user.pressHome(button);
  const shown = screen.see().find(({ ts }) => ts === act.message);
  if (shown === undefined) throw new Error('There is no such message');
  // Also a button that has gone since: somebody else's app may not have heard of that yet.
  return screen.press(button, { message: { ...shown, buttons: [[button]] } });
}

async function choose(
  user: VirtualUser,
  screenId: string,
  screen: ChatScreen,
  act: Act & { readonly do: 'choose' },
): Promise<Outcome> {
  const shown: ShownBlocks | undefined =
    screenId === HOME ? user.home() : screen.see().find(({ ts }) => ts === act.message);
  const select = shown?.selects.find(
    ({ blockId, actionId }) => act.select === JSON.stringify([blockId, actionId]),
  );
  if (select === undefined || act.values.length === 0) return 'not-taken';
  const pressed =
    screenId === HOME
      ? user.chooseHome(act.values, select.label)
      : screen.choose(act.values, { message: act.message, from: select.label });
  return outcomeOf(await pressed.acknowledged);
}

/** By the ids of blocks: two fields may have the same label. */
async function submit(user: VirtualUser, given: readonly (readonly string[])[]): Promise<Outcome> {
  const fields: Record<string, readonly string[]> = {};
  for (const [index, { blockId }] of (user.modal()?.inputs ?? []).entries())
    fields[blockId] = (given[index] ?? [])
      .map((value) => value.replaceAll('\r\n', '\n'))
      .filter((value) => value !== '');
  user.fillIn(fields);
  const { outcome } = await user.submit();
  if (outcome === 'trouble') return 'no-answer';
  // What the bot found wrong stands at its fields.
  return outcome === 'refused' ? 'not-taken' : 'done';
}
