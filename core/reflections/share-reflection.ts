import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { cardOf, ownOrRefused } from './own-reflection.ts';
import { otherIn } from './reflection-readers.ts';

/** Lets the other one of a pair read one entry, and tells them so outside their quiet hours. */
export const shareWithPartner = command({
  name: 'share-with-partner',
  schema: z.object({ reflectionId: z.uuid(), pairId: z.uuid() }),
  async load(read, { reflectionId, pairId }) {
    const [row, pair] = [await read.reflections.reflection(reflectionId), await read.pairs.pair(pairId)];
    const otherId = row === undefined || pair === undefined ? undefined : otherIn(pair, row.personId);
    return { row, pair, other: otherId === undefined ? undefined : await read.people.person(otherId) };
  },
  decide({ row, pair, other }, _args, at, by) {
    const own = ownOrRefused(row, by);
    if ('refused' in own) return own;
    const { id, personId } = own.row;
    const shown = { screen: 'reflection', args: { reflectionId: id } };
    const about = own.row.pairId === null || own.row.pairId === pair?.id;
    if (pair === undefined || other === undefined || pair.state === 'ended' || !about) {
      return { refused: 'reflection.no-partner', say: text('reflection-partner-gone'), show: shown };
    }
    if (own.row.sharedWithPartner) return change({ outgoing: [cardOf(by, id)] });
    return change({
      saves: [{ table: 'reflection', row: next(own.row, { sharedWithPartner: true, pairId: pair.id }) }],
      events: [
        { event: 'reflection.shared', ids: { reflectionId: id, personId, pairId: pair.id, with: 'partner' } },
      ],
      outgoing: [cardOf(by, id), noticeTo(other, id, at)],
    });
  },
});

function noticeTo(other: Person, reflectionId: string, at: Moment): OutgoingNew {
  const { zone, quietFrom, quietTo } = other;
  return {
    to: other.id,
    screen: 'shared-with-you',
    args: { reflectionId },
    mode: 'new',
    at: nextLoud(at.now, zone, quietFrom, quietTo),
  };
}

/** Lets the coordinators read one entry. */
export const shareWithCoordinator = command({
  name: 'share-with-coordinator',
  schema: z.object({ reflectionId: z.uuid() }),
  load: async (read, { reflectionId }) => await read.reflections.reflection(reflectionId),
  decide(row, _args, at, by) {
    const own = ownOrRefused(row, by);
    if ('refused' in own) return own;
    const { id, personId, programmeId, sharedWithCoordinator } = own.row;
    if (sharedWithCoordinator) return change({ outgoing: [cardOf(by, id)] });
    return change({
      saves: [
        { table: 'reflection', row: next(own.row, { sharedWithCoordinator: true }) },
        // Asks the coordinators to read it: it names who shared, never what.
        { table: 'task', row: newTask('shared-a-reflection', { programmeId, personId }, at) },
      ],
      events: [{ event: 'reflection.shared', ids: { reflectionId: id, personId, with: 'coordinator' } }],
      outgoing: [cardOf(by, id)],
    });
  },
});

/** Takes an entry back. From now on it opens for nobody it was shared with. */
export const unshareReflection = command({
  name: 'unshare-reflection',
  schema: z.object({ reflectionId: z.uuid(), from: z.enum(['partner', 'coordinator']) }),
  async load(read, { reflectionId }) {
    return await read.reflections.reflection(reflectionId);
  },
  decide(row, { from }, _at, by) {
    const own = ownOrRefused(row, by);
    if ('refused' in own) return own;
    const { id, personId, meetingId } = own.row;
    // An entry that is about no meeting belongs to no pair once it is taken back: it can be shared with another.
    const taken =
      from === 'partner'
        ? { sharedWithPartner: false, ...(meetingId === null ? { pairId: null } : {}) }
        : { sharedWithCoordinator: false };
    return change({
      saves: [{ table: 'reflection', row: next(own.row, taken) }],
      events: [{ event: 'reflection.unshared', ids: { reflectionId: id, personId, with: from } }],
      outgoing: [cardOf(by, id)],
    });
  },
});
