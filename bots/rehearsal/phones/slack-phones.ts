import type { Shown, ShownBlocks, ShownInput, ShownSelect, ShownView } from '../slack/shown.ts';
import type { SlackStandIn } from '../slack/stand-in.ts';
import type { VirtualUser } from '../slack/virtual-user.ts';
import type { Phone, Phones, Piece, Screen, SeenField, SeenMessage, SeenSheet } from './phone.ts';
import { CHAT, does, HOME, openChannel } from './slack-acts.ts';

export type SlackParts = {
  readonly slack: SlackStandIn;
  readonly botName: string;
  readonly workspace: string;
  /** Of people who come later; those who are there have their own. */
  readonly zone: string;
  /** Slash commands that the app's manifest lists: Slack tells nobody which they are. */
  readonly commands: Phone['commands'];
  /** Channels that everybody is in who is asked about, by name. */
  readonly channels: readonly string[];
  /** Names of the screens that are no channel. */
  readonly homeName: string;
};

/** Everybody in the Slack workspace: their messages with the bot, its Home tab, and channels. */
export function slackPhones(parts: SlackParts): Phones {
  const { slack } = parts;
  return {
    apps: ['slack'],
    all: () => slack.everybody().map((user) => phoneOf(parts, user)),
    add: (_app, name) => phoneOf(parts, slack.user({ name, timeZone: parts.zone })),
    onChange: (listener) =>
      slack.onChange(({ channel, user: whose }) => {
        for (const user of slack.everybody()) {
          const isTheirs = whose === undefined || whose === user.id;
          const isThere = channel === undefined || screensOf(parts, user).some(({ id }) => id === channel);
          if (isTheirs && (isThere || channel === user.channel))
            listener(phoneOf(parts, user), channel === undefined ? 'view' : 'message');
        }
      }),
  };
}

function phoneOf(parts: SlackParts, user: VirtualUser): Phone {
  const { slack, workspace } = parts;
  const screenOf = (id: string) => openChannel(slack, user, id, parts.channels) ?? user;
  return {
    id: `slack-${user.id}`,
    app: 'slack',
    name: user.name,
    zone: user.timeZone,
    place: workspace,
    state: 'open',
    screens: screensOf(parts, user),
    commands: parts.commands,
    can: new Set(),
    see(screen) {
      if (screen !== HOME)
        return screenOf(screen)
          .see()
          .map((message) => seen(user, message));
      const home = user.home();
      return home === undefined ? [] : [seenHome(home, parts.botName)];
    },
    sheet: () => sheetOf(user.modal()),
    file(id) {
      const screens = [user, ...screensOf(parts, user).map((screen) => screenOf(screen.id))];
      const found = screens.flatMap((screen) => screen.see()).flatMap(({ files }) => files);
      const file = found.find((one) => one.id === id);
      const bytes = file && slack.file(id);
      return bytes && { name: file.name, bytes };
    },
    act: (screen, act) => does(user, screen, screenOf(screen), act),
  };
}

function screensOf({ slack, botName, channels, homeName }: SlackParts, user: VirtualUser): Screen[] {
  const known = channels.map((name) => slack.channel({ name }));
  const own = known.filter(({ members }) => members.includes(user.id));
  return [
    { id: HOME, name: homeName, kind: 'home' },
    { id: CHAT, name: botName, kind: 'bot' },
    ...own.map(({ id, name }): Screen => ({ id, name, kind: 'channel' })),
  ];
}

function seen(user: VirtualUser, message: Shown): SeenMessage {
  const [file] = message.files;
  return {
    ...blocksOf(message, message.text),
    id: message.ts,
    from: { name: message.from.name, isBot: message.from.isBot, isOwn: message.from.id === user.id },
    ...(file && { file: { kind: 'document', id: file.id, name: file.name, size: file.size } }),
    isOnlyForMe: message.isEphemeral,
    isThinking: false,
    at: message.at,
    isEdited: message.isEdited,
    revision: message.revision,
  };
}

function seenHome(home: ShownView, botName: string): SeenMessage {
  return {
    ...blocksOf(home, home.text),
    id: HOME,
    from: { name: botName, isBot: true, isOwn: false },
    isOnlyForMe: false,
    isThinking: false,
    at: 0,
    isEdited: false,
    revision: home.revision,
  };
}

function blocksOf(shown: ShownBlocks, text: string): Pick<SeenMessage, 'words' | 'buttons' | 'selects'> {
  return {
    // Blocks stand apart from each other.
    words: wordsOf(shown.paragraphs.length === 0 ? text : shown.paragraphs.join('\n\n'), shown),
    buttons: shown.buttons.map((row) =>
      row.map(({ label, actionId, blockId, value, url, style }) => ({
        label,
        style: style === 'primary' || style === 'danger' ? style : 'plain',
        press: JSON.stringify([label, blockId, actionId, value ?? null]),
        ...(url !== undefined && { address: url }),
      })),
    ),
    selects: shown.selects.filter(({ options }) => options.length > 0).map(selectOf),
  };
}

/** The text with its links where they stand. */
function wordsOf(text: string, { links }: ShownBlocks): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { label, url } of links) {
    const found = text.indexOf(label, at);
    if (found < 0) continue;
    pieces.push({ is: 'words', text: text.slice(at, found) }, { is: 'link', text: label, address: url });
    at = found + label.length;
  }
  return [...pieces, { is: 'words', text: text.slice(at) }];
}

function selectOf({ label, blockId, actionId, type, options, chosen }: ShownSelect) {
  return {
    id: JSON.stringify([blockId, actionId]),
    label,
    options: options.map((option) => ({
      label: option.label,
      value: option.label,
      isChosen: chosen.includes(option.label),
    })),
    takesMany: type === 'checkboxes' || type.startsWith('multi_'),
  };
}

function sheetOf(view: ShownView | undefined): SeenSheet | undefined {
  if (view === undefined) return undefined;
  const said = new Set(view.inputs.flatMap(({ label, hint, error }) => [label, hint, error]));
  return {
    title: view.title,
    texts: view.paragraphs.filter((paragraph) => !said.has(paragraph)),
    fields: view.inputs.map(fieldOf),
    ...(view.submit !== undefined && { submit: view.submit }),
    cancel: view.close,
    mark: `${view.viewId} ${view.revision} ${view.inputs.map(({ error }) => error ?? '').join()}`,
  };
}

const KINDS: Readonly<Record<string, SeenField['kind']>> = {
  static_select: 'one',
  radio_buttons: 'radio',
  checkboxes: 'many',
  multi_static_select: 'many',
  datepicker: 'date',
  timepicker: 'time',
  number_input: 'number',
};

/** The longest text that a field of Slack's takes unless it says otherwise. */
const LONGEST_TEXT = 3000;

function fieldOf({ label, hint, type, options, value, isOptional, error }: ShownInput): SeenField {
  const values = value === undefined ? [] : [value].flat();
  return {
    label,
    hint: hint ?? '',
    kind: KINDS[type] ?? 'long',
    options: options.map((option) => ({
      label: option.label,
      value: option.label,
      isChosen: values.includes(option.label),
    })),
    value: values[0] ?? '',
    isRequired: !isOptional,
    longest: LONGEST_TEXT,
    error: error ?? '',
  };
}
