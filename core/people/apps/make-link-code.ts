import { z } from 'zod';
import { change, next, type Save } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { answerWith } from '../answer.ts';
import { holderOf } from '../own-matter.ts';
import { newShortCode } from '../short-code.ts';
import type { AppLink } from './app-link.ts';
import { LINK_KEPT, LINK_LIFE, linkCodeHash, linkCodePlace } from './link-code.ts';
import { linkEvent } from './link-rules.ts';

/** Makes a code to write in another chat app. It works once and for ten minutes; an earlier one ends. */
export const makeLinkCode = command({
  name: 'make-link-code',
  schema: z.object({}),
  async load(read, _args, by) {
    const { person } = holderOf(by);
    return { key: read.keys.of(person), earlier: await read.links.openLinksOf(person.id) };
  },
  decide({ key, earlier }, _args, at, by) {
    const { person, account } = holderOf(by);
    const code = newShortCode(at);
    const row: AppLink = {
      id: at.newId(),
      version: 1,
      personId: person.id,
      accountId: account.id,
      toAccountId: null,
      state: 'offered',
      codeHash: linkCodeHash(code),
      expiresAt: at.now.add(LINK_LIFE),
      createdAt: at.now,
    };
    const ended = earlier.map((each): Save => ({ table: 'app_link', row: next(each, { state: 'ended' }) }));
    // The code waits for the screen sealed with the person's own key: in the clear it would be worth as much as a password.
    const sealed = key.seal(code, linkCodePlace(row.id), at.random(12));
    return change({
      saves: [{ table: 'app_link', row }, ...ended],
      due: [
        {
          key: `app-link:${row.id}`,
          command: 'forget-app-link',
          args: { id: row.id },
          at: at.now.add(LINK_KEPT),
        },
      ],
      events: [linkEvent('offered', row)],
      outgoing: [answerWith(person, account, 'link-code', { id: row.id, sealed })],
    });
  },
});
