import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { type Button, message } from '../../kernel/message.ts';
import { screen } from '../../kernel/screen.ts';
import { text } from '../../texts/text.ts';
import { Mode } from '../meeting.ts';
import { clocksOf } from './booking.ts';
import { timesForBoth } from './offered-times.ts';
import { timeOptions } from './when-question.ts';

/** After a "no" to one time: others that suit both, each one tap away, and the way to write one. */
export const otherTimes = screen({
  name: 'other-times',
  schema: z.object({
    pairId: z.uuid(),
    minutes: z.int(),
    restMinutes: z.int(),
    mode: Mode,
    /** The meeting that is to be moved; otherwise a new one is asked for. */
    meetingId: z.uuid().optional(),
  }),
  async load(read, { pairId }, to) {
    const [found] = await read.meetings.pairsToBook(to.person.id, pairId);
    return found;
  },
  show(found, { pairId, minutes, restMinutes, mode, meetingId }, to) {
    if (found === undefined) return undefined;
    const clocks = {
      ...clocksOf(found, to.person.id),
      lengthMinutes: minutes + restMinutes,
      isTaken: () => false,
    };
    const times = timesForBoth(found, minutes + restMinutes, to.now, meetingId);
    const buttons = timeOptions(times, clocks, to.now).map(({ label, value }): Button[] => {
      if (meetingId !== undefined)
        return [{ label, command: 'move-meeting', args: { meetingId, startsAt: value } }];
      const args = { pairId, startsAt: value, mode, minutes, restMinutes };
      return [{ label, command: 'propose-meeting', args }];
    });
    const form =
      meetingId === undefined
        ? { form: 'book-meeting', args: { pairId } }
        : { form: 'move-meeting', args: { meetingId } };
    const write: Button = { label: text('meeting-button-another-time'), command: 'open-form', args: form };
    const line = times.length === 0 ? text('meeting-try-another') : text('meeting-these-suit-both');
    return message([line], [...buttons, [write], homeButtons]);
  },
});
