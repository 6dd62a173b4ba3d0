import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import { acceptFirst, mustAcceptRules } from './change-group.ts';
import { ASKED_FOR_DAYS, freeSeats, noSuchGroup } from './group-rules.ts';
import { anyOf, nothingToDo } from './join-group.ts';
import { answered } from './open-group.ts';
import { refreshSoon } from './refresh-group-card.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A place is free: whoever has waited longest is asked, and it is kept for them until they answer (GRP-01). */
export const askNext = command({
  name: 'ask-next',
  speaksFirst: true,
  schema: z.object({ groupId: z.uuid() }),
  load: async (read, { groupId }) => await read.groups.inGroup(groupId, NOBODY),
  decide(found, { groupId }, at, by) {
    if (by.is !== 'clock') throw new Error('The next is asked when a place becomes free');
    if (found === undefined || found.group.state !== 'open') return nothingToDo;
    const { group, seats, first } = found;
    const free = freeSeats(group, seats);
    if (first === null || free.length === 0) return nothingToDo;
    const askedUntil = at.now.add({ hours: 24 * ASKED_FOR_DAYS });
    const row = next(first, { state: 'asked', seat: anyOf(free, at), askedUntil });
    const ids = { groupId, personId: first.personId };
    return change({
      saves: [{ table: 'group_member', row }],
      // Where another place is free too, the one after is asked as well.
      events: [{ event: 'group.asked', ids }],
      due: [
        refreshSoon('group', groupId, at),
        {
          key: `group-asked:${row.id}:${row.version}`,
          command: 'place-lapses',
          args: { memberId: row.id, version: row.version },
          at: askedUntil,
        },
      ],
      outgoing: [
        {
          to: first.personId,
          screen: 'group-place-free',
          args: { groupId },
          mode: 'new',
          until: askedUntil,
        },
      ],
    });
  },
});

const passedOn: Refusal = { refused: 'group.place-passed-on', say: text('group-place-passed-on') };

/** "Yes, I would like the place." The ground rules were accepted when they began to wait. */
export const takePlace = command({
  name: 'take-place',
  schema: z.object({ groupId: z.uuid() }),
  load: async (read, { groupId }, by) => await read.groups.inGroup(groupId, personOf(by).person.id),
  decide(found, { groupId }, at, by) {
    if (found === undefined || found.group.state !== 'open') return noSuchGroup;
    const { group, mine } = found;
    if (mine?.state === 'in') return change({ outgoing: answered(by, group) });
    if (mine?.state === 'asked' && mustAcceptRules(group, mine)) return acceptFirst(groupId);
    if (mine?.state !== 'asked') return { ...passedOn, show: { screen: 'group', args: { groupId } } };
    const row = next(mine, { state: 'in', askedUntil: null, waitingSince: null, joinedAt: at.now });
    return change({
      saves: [{ table: 'group_member', row }],
      events: [{ event: 'group.joined', ids: { groupId, personId: mine.personId } }],
      due: [refreshSoon('group', groupId, at)],
      outgoing: answered(by, group, 'joined'),
    });
  },
});

/** No answer within the time: the place goes to the next, kindly. */
export const placeLapses = command({
  name: 'place-lapses',
  speaksFirst: true,
  schema: z.object({ memberId: z.uuid(), version: z.int() }),
  load: async (read, { memberId }) => await read.groups.memberRow(memberId),
  decide(member, { version }, at, by) {
    if (by.is !== 'clock') throw new Error('A place lapses at its time');
    if (member?.state !== 'asked' || member.version !== version) return nothingToDo;
    const { groupId, personId } = member;
    const left = { state: 'left', seat: null, askedUntil: null, waitingSince: null, leftAt: at.now } as const;
    return change({
      saves: [{ table: 'group_member', row: next(member, left) }],
      events: [{ event: 'group.left', ids: { groupId, personId } }],
      due: [refreshSoon('group', groupId, at)],
      outgoing: [
        { to: personId, screen: 'say', args: { id: 'group-place-passed-on', args: {} }, mode: 'new' },
      ],
    });
  },
});
