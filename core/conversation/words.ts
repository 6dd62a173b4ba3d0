import type { JsonObject } from '../kernel/json.ts';
import { type Text, text } from '../texts/text.ts';

/** What a word or menu command asks for. */
export type Wish = { readonly command: string; readonly args: JsonObject };

const show = (screen: string): Wish => ({ command: 'show', args: { screen } });
const showAnyTime = (screen: string): Wish => ({ command: 'show-any-time', args: { screen } });
const tell = (kind: string): Wish => ({ command: 'begin-concern', args: { kind } });
const begin = (form: string): Wish => ({ command: 'open-form', args: { form } });

/**
 * The commands of the menu and the plain words that mean the same. They always work, in the middle of a form too.
 * The first word of each line is the menu's command.
 */
const wishes: readonly (readonly [readonly [string, ...string[]], Wish, Text])[] = [
  [['help', 'help me', 'i need help', 'sos'], { command: 'help', args: {} }, text('menu-help')],
  [
    ['who', 'who can i talk to', 'talk to someone', 'talk to somebody', 'contact'],
    showAnyTime('who-can-i-talk-to'),
    text('menu-who'),
  ],
  [
    [
      'tell',
      ...['tell someone', 'tell somebody', 'i want to tell someone', 'i want to tell somebody'],
      ...['i need to tell someone', 'i need to tell somebody', 'report', 'raise a concern', 'concern'],
    ],
    tell('tell-someone'),
    text('button-tell-someone'),
  ],
  [
    [
      'worried',
      ...['i am worried about somebody', 'i am worried about someone', "i'm worried about somebody"],
      ...["i'm worried about someone", 'i am worried', "i'm worried"],
    ],
    tell('worried-about'),
    text('button-worried'),
  ],
  [['home', 'menu', 'main menu'], show('home'), text('menu-home')],
  [['book', 'book a meeting', 'new meeting', 'meet'], begin('book-meeting'), text('menu-book')],
  [
    ['meetings', 'my meetings', 'when is my meeting', 'when do we meet'],
    show('my-meetings'),
    text('menu-meetings'),
  ],
  [
    ['free', 'when i am free', "when i'm free", 'my times', 'availability'],
    show('my-free-times'),
    text('menu-free'),
  ],
  [
    [
      'message',
      'message my mentor',
      'message my mentee',
      'write to my mentor',
      'write to my mentee',
      'send a message',
    ],
    begin('pair-message'),
    text('menu-message'),
  ],
  [['reflect', 'reflection', 'write', 'diary', 'note'], begin('reflect'), text('menu-reflect')],
  [
    ['reflections', 'my reflections', 'read my reflections', 'my notes'],
    show('my-reflections'),
    text('menu-reflections'),
  ],
  [
    ['groups', 'my groups', 'my group', 'group', 'peer group', 'group new', 'new group'],
    show('my-groups'),
    text('menu-groups'),
  ],
  [['role', 'what is my role', "what's my role", 'my role'], show('my-role'), text('menu-role')],
  [['settings', 'my settings', 'change settings'], show('my-settings'), text('menu-settings')],
  [
    ['know', 'what do you know about me', 'my data', 'what do you know'],
    showAnyTime('what-is-kept'),
    text('menu-know'),
  ],
  [
    ['export', 'export my data', 'download my data', 'a copy of my data', 'send me my data'],
    { command: 'export-my-data', args: {} },
    text('menu-export'),
  ],
  [
    ['link', 'link another app', 'link an app', 'link app', 'another app'],
    { command: 'make-link-code', args: {} },
    text('menu-link'),
  ],
  [
    ['nudges', 'less often', 'nudge me', 'my nudges'],
    { command: 'show', args: { screen: 'my-nudges', card: 'my-nudges' } },
    text('menu-nudges'),
  ],
  [['pause', 'take a break', 'i need a break', 'break'], show('pause-choices'), text('menu-pause')],
  [
    ['stop', 'stop messages', 'unsubscribe', 'leave me alone', 'quit'],
    { command: 'stop', args: {} },
    text('menu-stop'),
  ],
  [
    ['hide', 'hide this chat', 'clear this chat', 'hide messages'],
    { command: 'hide', args: {} },
    text('menu-hide'),
  ],
  [
    ['delete', 'delete me', 'delete my data', 'delete everything', 'delete my account', 'forget me'],
    showAnyTime('delete-me'),
    text('menu-delete'),
  ],
];

/** Words that people use for what buttons do; in the menu itself they would stand for little. */
const moreWords: readonly (readonly [readonly string[], Wish])[] = [
  [['i need help now', 'need help now'], tell('need-help')],
  [['concerns', 'open concerns'], show('concerns')],
  [['training', 'my training', 'training record', 'my courses'], show('my-training')],
  [['plan training', 'plan a training meeting'], begin('plan-training')],
  [['what to expect', 'induction', 'how does it work'], show('induction')],
  [['supervision', 'my supervision'], show('my-supervision')],
  [['for my supervision', 'something for my supervision'], begin('supervision-note')],
  [['away', 'i am away', "i'm away", 'i am away until', 'i am back'], begin('away')],
  [['messages', 'my messages', 'our messages', 'contact hours'], show('pair-messages')],
  [
    ['apps', 'my apps', 'chat apps', 'my chat apps', 'linked apps', 'unlink', 'unlink an app'],
    { command: 'show', args: { screen: 'my-apps', card: 'apps' } },
  ],
  [['start again', 'start messages', 'unstop'], { command: 'start-again', args: {} }],
  [['end my break', 'end break', 'end pause', 'unpause', 'resume'], { command: 'unpause', args: {} }],
  [
    [
      'cancel my meeting',
      'move my meeting',
      'change my meeting',
      "i can't come",
      'i cannot come',
      "i can't make it",
    ],
    show('my-meetings'),
  ],
  [
    ['board', 'mentoring', 'status', 'who needs me', 'who needs me today'],
    { command: 'show', args: { screen: 'board', card: 'board' } },
  ],
  [['desk', 'sign in', 'log in'], { command: 'show', args: { screen: 'desk' } }],
  [['privacy', 'privacy notice', 'is this private', 'confidentiality'], showAnyTime('notice')],
  [['easy read'], { command: 'set-language', args: { language: 'en-easy' } }],
];

/** The single words that are never taken for a reflection. Longer phrases are known everywhere. */
const alwaysHeard = new Set(['help', 'sos', 'who', 'pause', 'stop', 'hide']);

/** The same while somebody writes for themself: "free" or "home" may be all they have to say. */
export function wishWhileWriting(text: string): Wish | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length === 1 && !alwaysHeard.has(words[0] ?? '') ? undefined : wishOf(text);
}

/** Screens and forms that are about whoever writes, never about somebody they help. */
const own = new Set([
  'desk',
  'board',
  'concerns',
  'away',
  'my-apps',
  'my-groups',
  'make-group',
  'my-role',
  'my-settings',
  'my-training',
  'plan-training',
  'induction',
  'safe-chat',
  'what-is-kept',
  'delete-me',
  'my-nudges',
  'pause-choices',
  'my-reflections',
  'reflect',
]);

/** Whether a wish is about the writer's own matters alone. */
export function isOwn({ command, args }: Wish): boolean {
  return (
    command === 'export-my-data' ||
    command === 'begin-concern' ||
    command === 'ask-for-desk' ||
    command === 'hide' ||
    own.has(String(args['screen'] ?? args['form'] ?? ''))
  );
}

/** What moves a question of a form on when it is written instead of pressed. */
export type Way = 'back' | 'skip' | 'cancel';

export function wayOf(text: string): Way | undefined {
  const plain = text.trim().toLowerCase();
  return plain === 'back' || plain === 'skip' || plain === 'cancel' ? plain : undefined;
}

const byWord = new Map(
  [...wishes, ...moreWords].flatMap(([words, wish]) => words.map((word) => [word, wish] as const)),
);

/** The menu's commands, in the order in which they are offered. */
export const menu: readonly { readonly command: string; readonly says: Text }[] = wishes.map(
  ([[command], , says]) => ({ command, says }),
);

/** What a whole message asks for when it is one of the known words; case, punctuation and a leading "/" do not matter. */
export function wishOf(text: string): Wish | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return byWord.get(plain);
}
