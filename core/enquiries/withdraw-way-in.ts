import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import type { Enquiry } from './enquiry.ts';
import { doneTasks } from './finish-intake.ts';
import { isForTalk, NO_ANSWERS } from './without-answers.ts';

/** What is left of a way in that somebody left: that there was one. What they answered goes. */
function withdrawn(enquiry: Enquiry): Enquiry {
  return next(enquiry, {
    ...NO_ANSWERS,
    state: 'withdrawn',
    waitingSince: null,
  });
}

function eventOf({ id, personId, programmeId, as }: Enquiry) {
  return { event: 'enquiry.withdrawn', ids: { enquiryId: id, personId, programmeId, as } };
}

const ABOUT = ['to-talk-with', 'wants-to-mentor', 'no-answers', 'wants-taster', 'wants-drop-in'];
const TO_TRY = ['wants-taster', 'wants-drop-in'];

/** Somebody leaves their way in, in one press; they can come back at any time. */
export const withdrawWayIn = command({
  name: 'withdraw-way-in',
  schema: z.object({ enquiryId: z.uuid() }),
  async load(read, { enquiryId }, by) {
    const { person } = personOf(by);
    const [enquiry, tasks] = await Promise.all([
      read.enquiries.enquiry(enquiryId),
      read.tasks.openAboutPerson(person.id),
    ]);
    const as = enquiry?.as ?? 'mentee';
    const isAbout = (each: Task): boolean =>
      isForTalk(each, as) || (as === 'mentee' && TO_TRY.includes(each.kind));
    const open = tasks.filter((each) => each.programmeId === enquiry?.programmeId && isAbout(each));
    return { enquiry, open };
  },
  decide({ enquiry, open }, _args, at, by) {
    const { person, account } = personOf(by);
    if (enquiry === undefined || enquiry.personId !== person.id)
      return { refused: 'enquiry.not-yours', say: text('way-in-unknown') };
    const { programmeId } = enquiry;
    const show = { screen: 'way-in', args: { programmeId } };
    // Two who have begun to meet end that together, with somebody beside them.
    if (enquiry.state === 'matched') return { refused: 'enquiry.matched', say: text('way-in-matched'), show };
    const seen = { to: person.id, account: account.id, ...show, mode: 'new', evenIfStopped: true } as const;
    if (enquiry.state === 'withdrawn') return change({ outgoing: [seen] });
    return change({
      saves: [{ table: 'enquiry', row: withdrawn(enquiry) }, ...doneTasks({ open }, at)],
      events: [eventOf(enquiry)],
      outgoing: [seen],
    });
  },
});

/** Somebody turns out to be under age: only that they asked is kept, on their ways in too, and nobody is to talk with them. */
export const endWaysIn = command({
  name: 'end-ways-in',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }) {
    const [enquiries, tasks] = await Promise.all([
      read.enquiries.allOf(personId),
      read.tasks.openAboutPerson(personId),
    ]);
    return { enquiries, open: tasks.filter(({ kind }) => ABOUT.includes(kind)) };
  },
  decide({ enquiries, open: asked }, _args, at) {
    const open = enquiries.filter(({ state }) => state !== 'withdrawn' && state !== 'matched');
    return change({
      saves: [
        ...open.map((each) => ({ table: 'enquiry', row: withdrawn(each) }) as const),
        ...doneTasks({ open: asked }, at),
      ],
      events: open.map(eventOf),
    });
  },
});
