import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { answerWith } from './answer.ts';
import type { Supporter } from './person.ts';
import { CODE_LIFE, codeHash, codePlace, newCode } from './supporter-code.ts';

/** Makes a code to hand to somebody who shall help (ACC-02). It works once; an earlier one that nobody used ends. */
export const inviteSupporter = command({
  name: 'invite-supporter',
  schema: z.object({}),
  async load(read, _args, by) {
    const { person } = personOf(by);
    return { key: read.keys.of(person), earlier: await read.people.supportersOf(person.id) };
  },
  decide({ key, earlier }, _args, at, by) {
    const { person, account } = personOf(by);
    const code = newCode(at);
    const row: Supporter = {
      id: at.newId(),
      version: 1,
      personId: person.id,
      supporterId: null,
      state: 'offered',
      codeHash: codeHash(code),
      codeExpiresAt: at.now.add(CODE_LIFE),
      createdAt: at.now,
      endedAt: null,
    };
    const unused = earlier.filter((each) => each.state === 'offered' && each.supporterId === null);
    const ended = unused.map(
      (each): Save => ({
        table: 'supporter',
        row: next(each, { state: 'ended', codeHash: null, endedAt: at.now }),
      }),
    );
    // The code waits for the screen sealed with the person's own key: in the clear it would be worth as much as a password.
    const sealed = key.seal(code, codePlace(row.id), at.random(12));
    return change({
      saves: [{ table: 'supporter', row }, ...ended],
      events: [{ event: 'supporter.invited', ids: { supporterRow: row.id, personId: person.id } }],
      outgoing: [answerWith(person, account, 'supporter-code', { id: row.id, sealed })],
    });
  },
});
