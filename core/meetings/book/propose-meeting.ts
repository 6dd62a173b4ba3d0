import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { draftIdOf } from '../../conversation/draft.ts';
import { type Change, change, together } from '../../kernel/change.ts';
import { type By, command } from '../../kernel/command.ts';
import { afterChange } from '../after-change.ts';
import { askedAlready, isAllowed, notYours, unfitTime } from '../meeting-refusals.ts';
import { Manner, newMeeting, placeOf } from '../new-meeting.ts';

const When = { pairId: z.uuid(), startsAt: z.iso.datetime() };

/** Asks the other one of a pair for a time. `sameAs`: in the same manner as that meeting of theirs. */
export const proposeMeeting = command({
  name: 'propose-meeting',
  schema: z.union([Manner.extend(When), z.object({ ...When, sameAs: z.uuid() })]),
  keepsForm: true,
  async load(read, args, by) {
    const sameAs = 'sameAs' in args ? args.sameAs : undefined;
    const found = await read.meetings.forBooking(args.pairId, args.startsAt, sameAs);
    return { found, keys: read.keys, by };
  },
  decide({ found, keys }, args, at, by) {
    if (found === undefined || by.is !== 'person' || !isAllowed(found.pair, by)) return notYours;
    const { example } = found;
    const startsAt = Temporal.Instant.from(args.startsAt);
    const manner = 'sameAs' in args ? mannerOf(example, (like) => placeOf(like, found, keys)) : args;
    if (manner === undefined) return notYours;
    const refusal = unfitTime(found, { ...manner, startsAt }, at.now) ?? askedAlready(found.askedAlready);
    if (refusal !== undefined) return refusal;
    const writer = { person: by.person, keys, withHelp: by.supporter !== undefined };
    const meeting = newMeeting(found, startsAt, manner, writer, at);
    const made = {
      found,
      before: undefined,
      meeting,
      by,
      event: 'meeting.proposed',
      answer: 'anew',
    } as const;
    return together(afterChange(made, at), formDone(by, 'book-meeting'));
  },
});

function mannerOf(
  example: Parameters<typeof placeOf>[0] | null,
  placeLike: (meeting: Parameters<typeof placeOf>[0]) => string | undefined,
): Manner | undefined {
  if (example === null) return undefined;
  const { mode, minutes, restMinutes } = example;
  return { mode, minutes, restMinutes, place: placeLike(example) };
}

/** What was begun of a form in this chat is done, also when a button answered it from elsewhere. */
export function formDone({ account, person }: Extract<By, { is: 'person' }>, form: string): Change {
  return change({ removals: [{ table: 'draft', id: draftIdOf(account, person.id, form) }] });
}
