import { z } from 'zod';
import type { Shown } from '../telegram/shown.ts';
import type { TelegramStandIn } from '../telegram/stand-in.ts';
import type { VirtualUser } from '../telegram/virtual-user.ts';
import type { Act, Command, Outcome, Phone, Phones, Piece, SeenMessage } from './phone.ts';
import { didPlainly } from './plain-acts.ts';

const Commands = z.array(z.object({ command: z.string(), description: z.string() }));

/** Ids of people who come later begin here. */
const FIRST_NEW_ID = 71_101;
const CHAT = 'chat';

/** Everybody with Telegram. Their phones are where the programme is. */
export function telegramPhones(telegram: TelegramStandIn, zone: string): Phones {
  const all = () => telegram.everybody().map((user) => phoneOf(telegram, user, zone));
  return {
    apps: ['telegram'],
    all,
    add(_app, name) {
      const id = Math.max(FIRST_NEW_ID - 1, ...telegram.everybody().map((user) => user.id)) + 1;
      return phoneOf(telegram, telegram.user({ id, firstName: name }), zone);
    },
    onChange: (listener) =>
      telegram.onChange(({ chatId }) => {
        const phone = all().find(({ id }) => id === idOf(chatId));
        if (phone !== undefined) listener(phone, 'message');
      }),
  };
}

function idOf(userId: number): string {
  return `telegram-${userId}`;
}

function phoneOf(telegram: TelegramStandIn, user: VirtualUser, zone: string): Phone {
  return {
    id: idOf(user.id),
    app: 'telegram',
    name: user.name,
    zone,
    place: '',
    state: stateOf(user),
    screens: [{ id: CHAT, name: telegram.bot.first_name, kind: 'bot' }],
    commands: menuOf(telegram.settings),
    can: new Set(['start', 'voice', 'photo', 'block', 'unblock']),
    see: () => user.see().map(seen),
    sheet: () => undefined,
    file(id) {
      const file = user.see().find((message) => message.file?.id === id)?.file;
      const bytes = file && telegram.file(file.id);
      return bytes && { name: file.name ?? 'file', bytes };
    },
    act: (_screen, act) => Promise.resolve(does(user, act)),
  };
}

function stateOf(user: VirtualUser): Phone['state'] {
  if (user.hasBlocked) return 'blocked';
  return user.hasStarted ? 'open' : 'new';
}

/** The commands that a phone in English shows in its menu, as the bot has set them. */
function menuOf(settings: TelegramStandIn['settings']): Command[] {
  const everybody = { type: 'default' };
  const found = ['en', ''].map((language) => settings.commands.get(JSON.stringify([everybody, language])));
  const commands = Commands.catch([]).parse(found.find((list) => list !== undefined));
  return commands.map(({ command, description }) => ({ name: `/${command}`, says: description }));
}

function seen(message: Shown): SeenMessage {
  const { from, file } = message;
  return {
    id: String(message.messageId),
    from: { name: from.name, isBot: from.isBot, isOwn: !from.isBot },
    words: wordsOf(message),
    buttons: message.buttons.map((row) =>
      row.map(({ label, data, url }) => ({
        label,
        style: 'plain',
        ...(data !== undefined && { press: data }),
        ...(url !== undefined && { address: url }),
      })),
    ),
    selects: [],
    ...(file && { file: { kind: file.kind, id: file.id, name: file.name ?? file.id, size: file.size } }),
    isOnlyForMe: false,
    isThinking: false,
    at: message.at,
    isEdited: message.editedAt !== undefined,
    ...(message.editedAt !== undefined && { editedAt: message.editedAt }),
    revision: message.revision,
  };
}

/** The words of a message, with what Telegram makes clickable in them. */
function wordsOf({ text, entities }: Pick<Shown, 'text' | 'entities'>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { type, offset, length, url } of entities) {
    if (offset < at) continue;
    const words = text.slice(offset, offset + length);
    pieces.push({ is: 'words', text: text.slice(at, offset) }, asShown(type, words, url));
    at = offset + length;
  }
  return [...pieces, { is: 'words', text: text.slice(at) }];
}

function asShown(type: string, words: string, url: string | undefined): Piece {
  if (type === 'text_link' && url !== undefined) return { is: 'link', text: words, address: url };
  if (type === 'email') return { is: 'link', text: words, address: `mailto:${words}` };
  if (type === 'bot_command') return { is: 'command', text: words };
  if (type !== 'url') return { is: 'words', text: words };
  const address = /^[a-z]+:\/\//i.test(words) ? words : `https://${words}`;
  return { is: 'link', text: words, address };
}

/** A page that was open when the bot was blocked may still offer what can no longer be done. */
function does(user: VirtualUser, act: Act): Outcome {
  if (user.hasBlocked && act.do !== 'unblock' && act.do !== 'start') return 'not-taken';
  switch (act.do) {
    case 'write':
      user.send(act.text);
      return 'done';
    case 'press':
      return press(user, act.message, act.press);
    case 'start':
      user.start(act.payload);
      return 'done';
    default:
      return didPlainly(user, act) ? 'done' : 'not-taken';
  }
}

/** Also a button that has gone since: somebody else's app may not have heard of that yet. */
function press(user: VirtualUser, messageId: string, data: string): Outcome {
  const message = Number(messageId);
  if (messageId === '' || !Number.isSafeInteger(message) || data === '' || data.length > 64)
    return 'not-taken';
  user.pressData(data, { message });
  return 'done';
}
