import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import { noSuchGroup } from './group-rules.ts';

const Args = z.object({ groupId: z.uuid() });

/**
 * "Report", by anybody who reads in the group's place, whatever state they are in: help first, then who reads a report and
 * what is sent. Nothing is sent by this.
 */
export const askToReport = command({
  name: 'ask-to-report',
  schema: Args,
  keepsForm: true,
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  decide(group, { groupId }, _at, by) {
    const { person, account } = personOf(by);
    if (group === undefined) return noSuchGroup;
    const shown = (screen: string, args: OutgoingNew['args']): OutgoingNew => ({
      ...{ to: person.id, account: account.id, screen, args, mode: 'new', evenIfStopped: true },
    });
    return change({ outgoing: [shown('help', { about: 'someone' }), shown('group-report', { groupId })] });
  },
});

/** A coordinator is asked to get in touch about the group. Only who asks and which group it is are passed on. */
export const reportGroup = command({
  name: 'report-group',
  schema: Args,
  keepsForm: true,
  async load(read, { groupId }, by) {
    const { id } = personOf(by).person;
    const [group, open] = await Promise.all([
      read.groups.groupRow(groupId),
      read.tasks.openAbout('group-report', groupId, id),
    ]);
    return { group, open };
  },
  decide({ group, open }, { groupId }, at, by) {
    const { person, account } = personOf(by);
    if (by.is === 'person' && by.supporter !== undefined)
      return { refused: 'supporter.may-not', say: text('supporter-may-not') };
    if (group === undefined) return noSuchGroup;
    const row = {
      ...{ id: at.newId(), version: 1, programmeId: group.programmeId, kind: 'group-report' as const },
      ...{ personId: person.id, pairId: null, meetingId: null, groupId },
      ...{ createdAt: at.now, doneAt: null, doneBy: null },
    };
    const answer = {
      ...{ to: person.id, account: account.id, screen: 'group-reported', args: { groupId } },
      ...{ mode: 'new' as const, evenIfStopped: true },
    };
    if (open !== undefined) return change({ outgoing: [answer] });
    return change({
      saves: [{ table: 'task', row }],
      events: [{ event: 'group.reported', ids: { groupId, personId: person.id } }],
      outgoing: [answer],
    });
  },
});
