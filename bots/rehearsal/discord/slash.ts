import type { Command, CommandOption } from './command-book.ts';
import { bitsOf, type Channel, memberPermissions, type Person } from './places.ts';
import { resolveValues } from './resolved.ts';
import type { World } from './world.ts';

/** Options by their names; a person, role or channel by its id, a choice by its label. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface ReadSlash {
  readonly command: Command;
  readonly data: Record<string, unknown>;
  readonly focusedType: number | undefined;
}

/** 6 a user, 7 a channel, 8 a role, 9 any of these. */
const BY_ID = new Set([6, 7, 8, 9]);

/**
 * What the app sends for a slash command, `name` with its subcommands. Throws where the app would not let it go: a command or
 * option that is not registered, a required one left out, a value that does not fit.
 */
export function readSlash(
  world: World,
  channel: Channel,
  person: Person,
  name: string,
  values: OptionValues,
  focused?: { readonly name: string; readonly typed: string },
): ReadSlash {
  const [first = '', ...below] = name.replace(/^\//, '').split(' ');
  const command = world.commands.find(first, channel.guildId);
  if (!command) throw new Error(`There is no command /${first}`);
  mustBeOffered(world, channel, person, command);
  const path: CommandOption[] = [];
  let options = command.options ?? [];
  for (const step of below) {
    const sub = options.find((one) => one.name === step && one.type <= 2);
    if (!sub) throw new Error(`/${first} has no ${step}`);
    path.push(sub);
    options = sub.options ?? [];
  }
  if (options.some((one) => one.type <= 2))
    throw new Error(`/${name} goes on: ${options.map((one) => one.name).join(', ')}`);
  const given = fill(options, values, focused);
  const ids = given.filter((one) => BY_ID.has(one.type)).map((one) => String(one.value));
  const resolved = ids.length > 0 ? { resolved: resolveValues(world, channel, ids) } : {};
  const nested = path.reduceRight<readonly unknown[]>(
    (inner, sub) => [{ type: sub.type, name: sub.name, options: inner }],
    given,
  );
  const guild = command['guild_id'] === undefined ? {} : { guild_id: command['guild_id'] };
  const data = { id: command.id, name: command.name, type: 1, options: nested, ...resolved, ...guild };
  return { command, data, focusedType: given.find((one) => one.focused)?.type };
}

/** People find only commands that are meant for this place and for them. */
function mustBeOffered(world: World, channel: Channel, person: Person, command: Command): void {
  const context = channel.guildId === undefined ? 1 : 0;
  const isHere = command.contexts
    ? command.contexts.includes(context)
    : context === 0 || command.dm_permission !== false;
  if (!isHere)
    throw new Error(`/${command.name} is not offered ${context === 1 ? 'in a private chat' : 'in a server'}`);
  const needed = command.default_member_permissions;
  const guild = channel.guildId === undefined ? undefined : world.chats.guilds.get(channel.guildId);
  const member = guild?.members.get(person.user.id);
  if (!guild || !member || needed == null) return;
  const may = BigInt(bitsOf(memberPermissions(guild, member)));
  if ((may & BigInt(needed)) !== BigInt(needed) || BigInt(needed) === 0n) {
    throw new Error(`/${command.name} is not offered to ${person.user.username}`);
  }
}

interface Filled {
  readonly name: string;
  readonly type: number;
  readonly value: string | number | boolean;
  readonly focused?: true;
}

function fill(
  options: readonly CommandOption[],
  values: OptionValues,
  focused: { readonly name: string; readonly typed: string } | undefined,
): Filled[] {
  const names = [...Object.keys(values), ...(focused ? [focused.name] : [])];
  const strange = names.find((name) => !options.some((one) => one.name === name));
  if (strange !== undefined) {
    throw new Error(`There is no option ${strange}; there are ${options.map((one) => one.name).join(', ')}`);
  }
  return options.flatMap((option): Filled[] => {
    const { name, type } = option;
    if (focused?.name === name) {
      if (!option.autocomplete) throw new Error(`The option ${name} offers nothing while one types`);
      return [{ name, type, value: focused.typed, focused: true }];
    }
    const value = values[name];
    if (value !== undefined) return [{ name, type, value: checked(option, value) }];
    if (option.required && !focused) throw new Error(`The option ${name} must be filled in`);
    return [];
  });
}

/** The value as it is sent: a choice by its label becomes what it stands for. */
function checked(option: CommandOption, given: string | number | boolean): string | number | boolean {
  const { name, type, choices } = option;
  const wrong = (why: string) =>
    new Error(`The option ${name} does not take ${JSON.stringify(given)}: ${why}`);
  if (choices && choices.length > 0) {
    const choice = choices.find((one) => one.name === given);
    if (!choice) throw wrong(`it offers ${choices.map((one) => one.name).join(', ')}`);
    return choice.value;
  }
  if (type === 5 && typeof given !== 'boolean') throw wrong('true or false');
  if (type === 4 && !Number.isInteger(given)) throw wrong('a whole number');
  if (type === 10 && typeof given !== 'number') throw wrong('a number');
  if ((type === 3 || BY_ID.has(type)) && typeof given !== 'string') throw wrong('a text');
  const size = typeof given === 'string' ? given.length : Number(given);
  const [min, max] =
    type === 3 ? [option.min_length, option.max_length ?? 6000] : [option.min_value, option.max_value];
  if (!BY_ID.has(type) && ((min != null && size < min) || (max != null && size > max)))
    throw wrong(`${min ?? ''} to ${max ?? ''}`);
  return given;
}
