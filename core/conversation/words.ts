import type { JsonObject } from '../kernel/json.ts';

/** What a word or menu command asks for. */
export type Wish = { readonly command: string; readonly args: JsonObject };

const show = (screen: string): Wish => ({ command: 'show', args: { screen } });
const begin = (form: string): Wish => ({ command: 'open-form', args: { form } });

/**
 * The commands of the menu and the plain words that mean the same. They always work, in the middle of a form too.
 * The first word of each line is the menu's command.
 */
const wishes: readonly (readonly [readonly string[], Wish])[] = [
  [['help', 'help me', 'i need help', 'sos'], { command: 'help', args: {} }],
  [['who', 'who can i talk to', 'talk to someone', 'talk to somebody', 'contact'], show('who-can-i-talk-to')],
  [['home', 'menu', 'start again', 'main menu'], show('home')],
  [['book', 'book a meeting', 'new meeting', 'meet'], begin('book-meeting')],
  [['meetings', 'my meetings', 'when is my meeting', 'when do we meet'], show('my-meetings')],
  [['free', 'when i am free', "when i'm free", 'my times', 'availability'], show('my-free-times')],
  [['reflect', 'reflection', 'write', 'diary', 'note'], begin('reflect')],
  [['reflections', 'my reflections', 'read my reflections', 'my notes'], show('my-reflections')],
  [['role', 'what is my role', "what's my role", 'my role'], show('my-role')],
  [['settings', 'my settings', 'change settings'], show('my-settings')],
  [['know', 'what do you know about me', 'my data', 'what do you know'], show('what-is-kept')],
  [['nudges', 'less often', 'nudge me', 'my nudges'], show('my-nudges')],
  [['pause', 'take a break', 'i need a break', 'break'], show('pause-choices')],
  [['stop', 'stop messages', 'unsubscribe', 'leave me alone', 'quit'], { command: 'stop', args: {} }],
];

const byWord = new Map(wishes.flatMap(([words, wish]) => words.map((word) => [word, wish] as const)));

/** The menu's commands, in the order in which they are offered. */
export const menu: readonly string[] = wishes.map(([words]) => words[0] ?? '');

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
