import type { CommandOption } from '../discord/command-book.ts';
import type { ShownField, ShownForm } from '../discord/form.ts';
import type { Shown, ShownSelect } from '../discord/shown.ts';
import type { DiscordStandIn } from '../discord/stand-in.ts';
import type { VirtualUser } from '../discord/virtual-user.ts';
import { does } from './discord-acts.ts';
import { discordWords } from './discord-words.ts';
import type { Command, Phone, Phones, Screen, SeenField, SeenFile, SeenMessage, SeenSheet } from './phone.ts';

/** Ids of people who come later begin here. */
const FIRST_NEW_ID = 72_101n;

export type DiscordParts = {
  readonly discord: DiscordStandIn;
  readonly botName: string;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Everybody with Discord, in the private chat with the bot and in the channels of their servers. */
export function discordPhones(parts: DiscordParts): Phones {
  const { discord } = parts;
  const all = () => discord.everybody().map((user) => phoneOf(parts, user));
  return {
    apps: ['discord'],
    all,
    add(_app, name) {
      const ids = discord.everybody().map((user) => BigInt(user.id));
      const id = ids.reduce((most, next) => (next > most ? next : most), FIRST_NEW_ID - 1n) + 1n;
      const user = discord.user({ id: String(id), name });
      const [guild] = discord.guilds();
      if (guild !== undefined) user.joinGuild(guild.id);
      return phoneOf(parts, user);
    },
    onChange: (listener) =>
      discord.onChange(({ channelId, shown, messageId }) => {
        for (const user of discord.everybody()) {
          const isTheirs = shown?.onlyFor === undefined || shown.onlyFor === user.id;
          const sees =
            user.channelId === channelId || channelsOf(discord, user).some(({ id }) => id === channelId);
          if (isTheirs && sees) listener(phoneOf(parts, user), messageId === '' ? 'view' : 'message');
        }
      }),
  };
}

function phoneOf(parts: DiscordParts, user: VirtualUser): Phone {
  const { discord, zone } = parts;
  const screenOf = (id: string) =>
    channelsOf(discord, user).some((channel) => channel.id === id) ? user.inChannel(id) : user;
  return {
    id: `discord-${user.id}`,
    app: 'discord',
    name: user.name,
    zone,
    place: discord.guilds().find(({ memberIds }) => memberIds.includes(user.id))?.name ?? '',
    state: user.hasBlocked ? 'blocked' : 'open',
    screens: [
      { id: user.channelId, name: parts.botName, kind: 'bot' },
      ...channelsOf(discord, user).map(({ id, name }): Screen => ({ id, name, kind: 'channel' })),
    ],
    commands: discord.commands.list(undefined).flatMap((one) => namesOf(`/${one.name}`, one)),
    can: new Set(['voice', 'photo', 'block', 'unblock']),
    see: (screen) =>
      screenOf(screen)
        .see()
        .map((message) => seen(parts, user, message)),
    sheet: () => sheetOf(user.form()),
    file(id) {
      const screens = [user, ...channelsOf(discord, user).map((channel) => user.inChannel(channel.id))];
      const found = screens.flatMap((screen) => screen.see()).flatMap(({ files }) => files);
      const file = found.find((one) => one.id === id);
      const bytes = file && discord.file(id);
      return bytes && { name: file.name, bytes };
    },
    act: (screen, act) => does(discord, user, screenOf(screen), act),
  };
}

function channelsOf(discord: DiscordStandIn, user: VirtualUser): { id: string; name: string }[] {
  const guilds = discord.guilds().filter(({ memberIds }) => memberIds.includes(user.id));
  return guilds.flatMap((guild) => guild.channels.map(({ id, name }) => ({ id, name })));
}

type Named = {
  readonly description?: string | null | undefined;
  readonly options?: readonly CommandOption[] | null | undefined;
};

/** A command, or each of those that it branches into. */
function namesOf(name: string, command: Named): Command[] {
  const below = (command.options ?? []).filter(({ type }) => type <= 2);
  if (below.length === 0) return [{ name, says: command.description ?? '' }];
  return below.flatMap((one) => namesOf(`${name} ${one.name}`, one));
}

function seen({ discord, zone, now }: DiscordParts, user: VirtualUser, message: Shown): SeenMessage {
  const reader = {
    zone,
    now: now(),
    nameOf: (id: string) => discord.everybody().find((one) => one.id === id)?.name ?? id,
    channelOf: (id: string) => channelsOf(discord, user).find((one) => one.id === id)?.name ?? id,
  };
  const file = fileOf(message);
  return {
    id: message.messageId,
    from: { name: message.from.name, isBot: message.from.isBot, isOwn: message.from.id === user.id },
    words: discordWords(message.content === '' ? message.text : message.content, reader),
    buttons: message.buttons.map((row) =>
      row.map(({ label, data, url, disabled, style }) => ({
        label,
        style: STYLES[style] ?? 'plain',
        ...(data !== undefined && !disabled && { press: data }),
        ...(url !== undefined && { address: url }),
      })),
    ),
    selects: message.selects.filter(({ disabled }) => !disabled).map(selectOf),
    ...(file && { file }),
    isOnlyForMe: message.onlyFor !== undefined,
    isThinking: message.isThinking,
    at: message.at,
    isEdited: message.editedAt !== undefined,
    ...(message.editedAt !== undefined && { editedAt: message.editedAt }),
    revision: message.revision,
  };
}

const STYLES: Readonly<Record<number, 'primary' | 'danger'>> = { 1: 'primary', 3: 'primary', 4: 'danger' };

function selectOf(select: ShownSelect) {
  return {
    id: JSON.stringify([select.data, select.kind]),
    label: select.placeholder ?? '',
    options: select.options.map(({ label, value, chosen }) => ({ label, value, isChosen: chosen })),
    takesMany: select.max > 1,
  };
}

function fileOf({ file }: Shown): SeenFile | undefined {
  if (file === undefined) return undefined;
  const kind = /^voice-message\./.test(file.name) ? 'voice' : file.kind;
  return { kind, id: file.id, name: file.name, size: file.size };
}

function sheetOf(form: ShownForm | undefined): SeenSheet | undefined {
  if (form === undefined) return undefined;
  const { title, texts, fields, data } = form;
  return { title, texts, fields: fields.map(fieldOf), mark: data };
}

const KINDS: Readonly<Record<ShownField['kind'], SeenField['kind']>> = {
  text: 'text',
  'long text': 'long',
  select: 'one',
  people: 'text',
  radio: 'radio',
  checks: 'many',
  check: 'tick',
  files: 'text',
};

function fieldOf(field: ShownField): SeenField {
  const isMany = field.kind === 'select' && field.max > 1;
  return {
    label: field.label,
    hint: field.description ?? field.placeholder ?? '',
    kind: isMany ? 'many' : KINDS[field.kind],
    options: field.options.map(({ label, value }) => ({ label, value, isChosen: false })),
    value: field.value,
    isRequired: field.required,
    longest: field.max,
    error: '',
  };
}
