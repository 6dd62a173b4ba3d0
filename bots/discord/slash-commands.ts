import type { MenuEntry, Texts } from '../../core/index.ts';

type Option = {
  readonly type: 1 | 3;
  readonly name: string;
  readonly description: string;
  readonly autocomplete?: true;
  readonly options?: readonly Option[];
};

export type SlashCommand = {
  readonly type: 1;
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
  /** 0: in a server. 1: in the private chat with the bot. */
  readonly contexts: readonly number[];
};

/** Commands that are laid out here whatever the menu says. */
const OWN = new Set(['mentoring', 'group']);

const EVERYWHERE = [0, 1];
const IN_A_SERVER = [0];
const MOST = { description: 100, choices: 25 };

/** Every entry of the menu as a command, the one that takes any words, and what is done in a server's channel. */
export function slashCommands(menu: readonly MenuEntry[], texts: Texts): SlashCommand[] {
  const say = sayer(texts);
  const what: Option = {
    type: 3,
    name: 'what',
    description: say('slash-mentoring-what'),
    autocomplete: true,
  };
  const name: Option = { type: 3, name: 'name', description: say('slash-group-new-name') };
  return [
    ...menu
      .filter(({ command }) => !OWN.has(command))
      .map(({ command, description }) => ({
        ...commandOf(command, description, EVERYWHERE),
        options: followedBy(command, say),
      })),
    { ...commandOf('mentoring', say('slash-mentoring'), EVERYWHERE), options: [what] },
    {
      ...commandOf('group', say('slash-group'), IN_A_SERVER),
      options: [{ type: 1, name: 'new', description: say('slash-group-new'), options: [name] }],
    },
  ];
}

type SlashText =
  | 'slash-mentoring'
  | 'slash-mentoring-what'
  | 'slash-book-when'
  | 'slash-link-code'
  | 'slash-message-words'
  | 'slash-group'
  | 'slash-group-new'
  | 'slash-group-new-name';

/** The words that may follow a command, if any may. */
function followedBy(command: string, say: (id: SlashText) => string): Option[] {
  if (command === 'book') return [{ type: 3, name: 'when', description: say('slash-book-when') }];
  if (command === 'message') return [{ type: 3, name: 'words', description: say('slash-message-words') }];
  if (command === 'link') return [{ type: 3, name: 'code', description: say('slash-link-code') }];
  return [];
}

/** What Discord lists is the same for everybody. */
function sayer(texts: Texts): (id: SlashText) => string {
  return (id) => texts.say('en', id, {});
}

function commandOf(name: string, description: string, contexts: readonly number[]): SlashCommand {
  return { type: 1, name, description: shortened(description), options: [], contexts };
}

function shortened(description: string): string {
  const { length } = description;
  return length <= MOST.description ? description : `${description.slice(0, MOST.description - 1)}…`;
}

/** Whether what Discord has is what we would tell it: it adds much of its own to each command. */
export function areTheSame(ours: readonly SlashCommand[], theirs: unknown): boolean {
  if (!Array.isArray(theirs) || theirs.length !== ours.length) return false;
  return ours.every((command) => theirs.some((other) => holds(other, command)));
}

/** Whether something has everything that is wanted of it; an empty list may be left out. */
function holds(given: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list: unknown = given ?? [];
    return (
      Array.isArray(list) &&
      list.length === wanted.length &&
      wanted.every((each, index) => holds(list[index], each))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return given === wanted;
  if (typeof given !== 'object' || given === null) return false;
  return Object.entries(wanted).every(([key, value]) => holds(Reflect.get(given, key), value));
}

/** What is offered while somebody types what they want: entries of the menu that have these words in them, or all. */
export function completions(
  menu: readonly MenuEntry[],
  typed: string,
): { readonly name: string; readonly value: string }[] {
  const wanted = typed.trim().toLowerCase();
  const fits = menu.filter(
    ({ command, description }) => command.startsWith(wanted) || description.toLowerCase().includes(wanted),
  );
  return (fits.length > 0 ? fits : menu)
    .slice(0, MOST.choices)
    .map(({ command, description }) => ({ name: shortened(description), value: command }));
}
