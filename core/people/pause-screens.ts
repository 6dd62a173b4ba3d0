import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';

const LENGTHS: readonly Button[] = [
  { label: text('pause-a-day'), command: 'pause', args: { until: 'day' } },
  { label: text('pause-a-week'), command: 'pause', args: { until: 'week' } },
  { label: text('pause-two-weeks'), command: 'pause', args: { until: 'two-weeks' } },
  { label: text('pause-until-i-say'), command: 'pause', args: { until: 'open' } },
];
const meetings: Button = {
  label: text('button-my-meetings'),
  command: 'show',
  args: { screen: 'my-meetings' },
};
const end: Button = { label: text('button-end-pause'), command: 'unpause', args: {} };

/** A break, and how long. Match, place and what was agreed stay as they are (ENR-03). */
export const pauseChoices = screen({
  name: 'pause-choices',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { person, now }) {
    const lengths = LENGTHS.map((length) => [length]);
    if (!person.paused) return message([text('pause-offer'), text('pause-keeps')], [...lengths, homeButtons]);
    const { pausedUntil } = person;
    const until: Line =
      pausedUntil === null ? text('paused-open') : text('paused-until', dayOf(pausedUntil, person.zone, now));
    return message(
      [until, text('pause-keeps'), text('paused-meetings')],
      [[end], [meetings], ...lengths, homeButtons],
    );
  },
});

function dayOf(instant: Parameters<typeof whenParts>[0], zone: string, now: Parameters<typeof whenParts>[2]) {
  const { weekday, day, month, time } = whenParts(instant, zone, now);
  return { weekday, day, month, time };
}

/** The end of a break that had one: said once, asking nothing. */
export const pauseOver = screen({
  name: 'pause-over',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { person }) {
    // They went on resting, or stopped, before this was sent.
    if (person.paused) return undefined;
    const longer: Button = {
      label: text('button-rest-longer'),
      command: 'show',
      args: { screen: 'pause-choices' },
    };
    return message([text('pause-over'), text('pause-over-slowly')], [[longer], [meetings], homeButtons]);
  },
});
