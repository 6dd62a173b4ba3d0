import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';

/** After "hide": what stays, in words that say nothing of what this is. */
export const hidden = screen({
  name: 'hidden',
  schema: z.object({}),
  load: async (read, _args, { account }) =>
    account === undefined ? 0 : await read.safe.standing(account.id),
  show(standing) {
    return message([
      text('hidden-done'),
      text('hidden-yours'),
      ...(standing === 0 ? [] : [text('hidden-some-left')]),
    ]);
  },
});

/** All that a chat says while it is put away. Nothing is said by itself, nothing is kept, and no button tells of more. */
export const plainNote = screen({
  name: 'plain-note',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: () => message([text('plain-note')]),
});

const hideButton: Button = { label: text('button-hide'), command: 'hide', args: {} };

/** What somebody can do when others may read on their phone. */
export const safeChat = screen({
  name: 'safe-chat',
  schema: z.object({ news: z.enum(['set', 'dropped']).optional() }),
  async load(read, _args, { account, person }) {
    const [own, all] = await Promise.all([
      account === undefined ? undefined : read.safe.disguise(account.id),
      read.safe.disguisesOf(person.id),
    ]);
    const away = all.filter(({ since, id }) => since !== null && id !== account?.id);
    return { hasWords: own !== undefined, away, accounts: await read.people.accountsOf(person.id) };
  },
  show({ hasWords, away, accounts }, { news }) {
    const choose: Button = {
      label: text(hasWords ? 'button-code-words-change' : 'button-code-words'),
      command: 'open-form',
      args: { form: 'code-words' },
    };
    const drop: Button = { label: text('button-code-words-drop'), command: 'drop-code-words', args: {} };
    const back = away.map(({ id }): Button[] => {
      const app = accounts.find((each) => each.id === id)?.platform ?? '';
      return [{ label: text('button-bring-back', { app }), command: 'bring-back', args: { accountId: id } }];
    });
    return message(
      [
        ...(news === undefined ? [] : [text(news === 'set' ? 'code-words-set' : 'code-words-dropped')]),
        text('safe-chat-hide'),
        text(hasWords ? 'safe-chat-has-words' : 'safe-chat-words'),
        text('safe-chat-help'),
        ...(hasWords ? [text('safe-chat-forgotten')] : []),
      ],
      [[hideButton], [choose, ...(hasWords ? [drop] : [])], ...back, homeButtons],
    );
  },
});
