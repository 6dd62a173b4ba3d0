import { z } from 'zod';
import { isFreeWord } from '../is-free-word.ts';
import { type Change, change, next } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { form } from '../kernel/open-form.ts';
import { type Text, text } from '../texts/text.ts';
import { hashOf, LEAST_LETTERS, MOST_LETTERS, plainWord } from './code-word.ts';
import type { Disguise } from './disguise.ts';

const SALT_BYTES = 16;
const refused = (say: Text): Refusal => ({ refused: 'code-words.not-these', say });

/** Why a word cannot be one of the two; undefined: it can. */
function faultOf(word: string, other: string | undefined): Text | undefined {
  const { length } = plainWord(word);
  if (length < LEAST_LETTERS || length > MOST_LETTERS)
    return text('code-word-length', { least: LEAST_LETTERS, most: MOST_LETTERS });
  // A word that asks for something, for help above all, goes on asking for it.
  if (!isFreeWord(word)) return text('code-word-taken');
  if (other !== undefined && plainWord(other) === plainWord(word)) return text('code-word-same');
  return undefined;
}

const taken = (word: string, other?: string) => {
  const again = faultOf(word, other);
  return again === undefined ? { value: word } : { again };
};

/** Both words, one after the other. Neither is ever shown again. */
export const codeWordsForm = form<undefined>({
  name: 'code-words',
  title: text('code-words-title'),
  questions: [
    {
      id: 'away',
      ask: () => [text('ask-code-word-away'), text('ask-code-word-how')],
      written: true,
      most: MOST_LETTERS,
      take: (word) => taken(word),
    },
    {
      id: 'back',
      ask: () => [text('ask-code-word-back')],
      written: true,
      most: MOST_LETTERS,
      together: true,
      take: (word, { answers }) => taken(word, answers['away']),
    },
  ],
  load: async () => undefined,
  finish: ({ answers }) => ({
    command: 'set-code-words',
    args: { away: answers['away'] ?? '', back: answers['back'] ?? '' },
  }),
});

/** The words of this one chat. Others take the place of those there were. */
export const setCodeWords = command({
  name: 'set-code-words',
  schema: z.object({ away: z.string(), back: z.string() }),
  load: (read, _args, by) => read.safe.disguise(personOf(by).account.id),
  decide(earlier, { away, back }, at, by): Change | Refusal {
    const { person, account } = personOf(by);
    const fault = faultOf(away, undefined) ?? faultOf(back, away);
    if (fault !== undefined) return refused(fault);
    const salt = Buffer.from(at.random(SALT_BYTES)).toString('base64url');
    const words = { salt, awayHash: hashOf(away, salt), backHash: hashOf(back, salt) };
    const row: Disguise =
      earlier === undefined
        ? { id: account.id, version: 1, ...words, since: null, createdAt: at.now }
        : next(earlier, words);
    return change({
      saves: [{ table: 'disguise', row }],
      events: [{ event: 'code-words.set', ids: { accountId: account.id, personId: person.id } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'safe-chat',
          mode: 'new',
          evenIfStopped: true,
          args: { news: 'set' },
        },
      ],
    });
  },
});

/** No words any more: what is written is only what it says. */
export const dropCodeWords = command({
  name: 'drop-code-words',
  schema: z.object({}),
  load: (read, _args, by) => read.safe.disguise(personOf(by).account.id),
  decide(earlier, _args, _at, by): Change {
    const { person, account } = personOf(by);
    return change({
      removals: earlier === undefined ? [] : [{ table: 'disguise', id: earlier.id }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'safe-chat',
          mode: 'new',
          evenIfStopped: true,
          args: { news: 'dropped' },
        },
      ],
    });
  },
});
