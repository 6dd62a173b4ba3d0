import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { reaching } from '../kernel/reaching.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { actingId, overseenBy } from './may-oversee.ts';
import { NEVER_IN } from './supervision-note.ts';
import { notYours } from './write-supervision.ts';

const Args = z.object({
  mentorId: z.uuid(),
  /** As which coordinator or cover, where it is not done in a chat. */
  asId: z.uuid().optional(),
});

async function load(read: Reader, { mentorId, asId }: z.infer<typeof Args>, by: By) {
  const readerId = actingId(by, asId);
  if (readerId === undefined) return undefined;
  const [roles, mentor] = await Promise.all([
    reaching(read, await read.people.rolesOf(readerId), { mentorId }),
    read.supervision.mentor(mentorId),
  ]);
  return { readerId, programmeIds: overseenBy({ id: readerId, roles }, mentor) };
}

const notHere: Refusal = { refused: 'supervision.not-here', say: text('supervision-not-in-slack') };

/** Somebody who oversees is about to read: written down first, with who and of whom, or it cannot be read. Never in Slack. */
export const readSupervision = command({
  name: 'read-supervision',
  schema: Args,
  keepsForm: true,
  load,
  decide(found, { mentorId }, _at, by) {
    if (found === undefined || found.programmeIds.length === 0) return notYours;
    if (by.is === 'person' && by.account.platform === NEVER_IN) return notHere;
    const ids = { mentorId, readerId: found.readerId };
    const shown: OutgoingNew[] =
      by.is === 'person'
        ? [
            {
              to: by.person.id,
              account: by.account.id,
              evenIfStopped: true,
              mode: 'new',
              screen: 'supervision-of',
              args: { mentorId, accountId: by.account.id },
            },
          ]
        : [];
    return change({
      events: [{ event: 'supervision.read', ids }],
      audits: [{ action: 'supervision.opened', ids }],
      outgoing: shown,
    });
  },
});
