import { z } from 'zod';
import { personOf } from '../kernel/command.ts';
import type { Taken } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import type { TwoInContact } from '../store/read-pair-messages.ts';
import { text } from '../texts/text.ts';
import { readClock } from '../time/plain-clock.ts';
import { isBlocked, nameOf, otherIn, sideIn } from './contact.ts';

const ANY_TIME = '00:00-00:00';
const CHOICES = ['09:00-17:00', '09:00-20:00', '17:00-21:00'] as const;
const HOURS = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/;

type Data = { readonly two: TwoInContact | undefined; readonly me: string };

/** The hours in which the two hear from each other: asked for by one, and agreed by the other (BND-05). */
export const hoursForm = form<Data>({
  name: 'contact-hours',
  title: text('hours-title'),
  async load(read, args, by) {
    const { pairId } = z.object({ pairId: z.uuid() }).parse(args);
    const { person } = personOf(by);
    const two = await read.pairMessages.two(pairId);
    return {
      two: two !== undefined && sideIn(two, person.id) !== undefined ? two : undefined,
      me: person.id,
    };
  },
  closed({ two }) {
    if (two === undefined || two.pair.state === 'ended') return text('messages-nobody');
    return isBlocked(two) ? text('messages-paused-for-now') : undefined;
  },
  questions: [
    {
      id: 'hours',
      ask: ({ data }) => [
        text('ask-hours', { name: data.two === undefined ? '…' : nameOf(otherIn(data.two, data.me)) }),
        text('ask-hours-how'),
      ],
      options: () => [
        ...CHOICES.map((value) => ({ label: text('hours-choice', saidHours(value)), value })),
        { label: text('hours-any-time'), value: ANY_TIME },
      ],
      written: true,
      take: readHours,
    },
  ],
  finish: ({ data, answers }) => ({
    command: 'propose-contact-hours',
    args: { pairId: data.two?.pair.id ?? '', hours: answers['hours'] ?? '' },
  }),
});

/** "9 to 5", "10am-8pm", "any time". */
export function readHours(written: string): Taken {
  if (HOURS.test(written)) return { value: written };
  if (/^\s*any ?time\s*$/iu.test(written)) return { value: ANY_TIME };
  const [first, second, third] = written.toLowerCase().split(/\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s*/u);
  const from = readClock(first ?? '', 'morning').clock;
  const to = readClock(second ?? '', 'evening').clock;
  if (third !== undefined || from === null || to === null || from.minutes >= to.minutes)
    return { again: text('hours-not-read') };
  return { value: `${wall(from.minutes)}-${wall(to.minutes)}` };
}

function wall(minutes: number): string {
  const inDay = minutes % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** "09:00-20:00" as "9:00 am" and "8:00 pm". */
export function saidHours(hours: string): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = hours.split('-');
  return { from: clockTime(from), to: clockTime(to) };
}

function clockTime(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  const hour = Number(hours);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}
