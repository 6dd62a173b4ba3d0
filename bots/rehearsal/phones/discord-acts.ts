import type { Pressed } from '../discord/asking.ts';
import type { ChatScreen } from '../discord/chat-screen.ts';
import type { CommandOption } from '../discord/command-book.ts';
import type { FormValues } from '../discord/form.ts';
import type { ShownSelect } from '../discord/shown.ts';
import type { DiscordStandIn } from '../discord/stand-in.ts';
import type { VirtualUser } from '../discord/virtual-user.ts';
import type { Act, Outcome } from './phone.ts';
import { didPlainly } from './plain-acts.ts';

/** Does it as their app would, which does not let everything go. */
export async function does(
  discord: DiscordStandIn,
  user: VirtualUser,
  screen: ChatScreen,
  act: Act,
): Promise<Outcome> {
  if (user.hasBlocked && act.do !== 'unblock') return 'not-taken';
  try {
    const pressed = begin(discord, user, screen, act);
    if (pressed === 'done' || pressed === 'not-taken') return pressed;
    return (await pressed.answered).kind === 'failed' ? 'no-answer' : 'done';
  } catch {
    return 'not-taken';
  }
}

function begin(
  discord: DiscordStandIn,
  user: VirtualUser,
  screen: ChatScreen,
  act: Act,
): Pressed | 'done' | 'not-taken' {
  switch (act.do) {
    case 'write':
      return write(discord, screen, act.text);
    case 'press':
      return act.press === '' || act.press.length > 100
        ? 'not-taken'
        : screen.pressData(act.press, { message: act.message });
    case 'choose':
      return choose(screen, act);
    case 'submit':
      return submit(screen, act.fields);
    case 'dismiss':
      screen.dismiss();
      return 'done';
    case 'turn-to':
      return 'done';
    default:
      return didPlainly(user, act) ? 'done' : 'not-taken';
  }
}

function write(discord: DiscordStandIn, screen: ChatScreen, text: string): Pressed | 'done' {
  const [, name, rest = ''] = /^\/([\p{L}\p{N}_-]+)\s*([\s\S]*)$/u.exec(text) ?? [];
  const command = name === undefined ? undefined : discord.commands.find(name.toLowerCase(), undefined);
  if (command === undefined) {
    screen.send(text);
    return 'done';
  }
  const { path, option, value } = followed(command.options ?? [], rest.trim());
  return screen.slash([command.name, ...path].join(' '), value === '' ? {} : { [option ?? 'option']: value });
}

/** Words after a command: first those that it branches into, then what goes into its first option that takes a text. */
function followed(
  options: readonly CommandOption[],
  rest: string,
): { path: string[]; option: string | undefined; value: string } {
  const [, word = '', more = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  const branch = options.find(({ type, name }) => type <= 2 && name === word.toLowerCase());
  if (branch !== undefined) {
    const below = followed(branch.options ?? [], more);
    return { ...below, path: [branch.name, ...below.path] };
  }
  return { path: [], option: options.find(({ type }) => type === 3)?.name, value: rest };
}

const SELECTS: readonly ShownSelect['kind'][] = ['string', 'user', 'role', 'mentionable', 'channel'];

function choose(screen: ChatScreen, act: Act & { readonly do: 'choose' }): Pressed | 'not-taken' {
  const message = screen.see().find(({ messageId }) => messageId === act.message);
  const select = message?.selects.find(
    ({ data, kind }) => act.select === JSON.stringify([data, kind]) && SELECTS.includes(kind),
  );
  const values = act.values.filter((value) => select?.options.some((option) => option.value === value));
  if (select === undefined || values.length < select.min || values.length > select.max) return 'not-taken';
  return screen.chooseData(select.data, values, { message: act.message }, select.kind);
}

/** By the names that the bot gave its fields: two may have the same label. */
function submit(screen: ChatScreen, given: readonly (readonly string[])[]): Pressed {
  const fields = screen.form()?.fields ?? [];
  const values: Record<string, FormValues[string]> = {};
  for (const [index, field] of fields.entries()) {
    const chosen = given[index] ?? [];
    const labels = field.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
    if (field.kind === 'check') values[field.data] = chosen.length > 0;
    else if (field.options.length > 0) values[field.data] = labels;
    else if (field.kind !== 'files') values[field.data] = (chosen[0] ?? '').replaceAll('\r\n', '\n');
  }
  return screen.submit(values);
}
