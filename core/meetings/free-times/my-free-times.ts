import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { type Button, message } from '../../kernel/message.ts';
import { type Recipient, screen } from '../../kernel/screen.ts';
import type { Reader } from '../../store/reader.ts';
import { type Text, text } from '../../texts/text.ts';
import { whenParts, zoneName } from '../../time/say-when.ts';
import { resolveWall } from '../../time/wall-time.ts';
import { clockText } from '../before/clock-text.ts';
import { type Group, groupsOf, type Stretch, stretchesOf } from './free-times.ts';

const add: Button = { label: text('free-button-add'), command: 'open-form', args: { form: 'free-times' } };
const different: Button = {
  label: text('free-button-different'),
  command: 'open-form',
  args: { form: 'different-day' },
};
const fewer: Button = {
  label: text('free-button-fewer'),
  command: 'show',
  args: { screen: 'fewer-free-times', card: 'fewer-free-times' },
};

async function load(read: Reader, _args: object, { person, now }: Recipient) {
  const known = await read.meetings.availability(person.id);
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate().toString();
  return { groups: groupsOf(known?.weekly ?? []), stretches: stretchesOf(known?.exceptions ?? [], today) };
}

/** When somebody is free, on their own clock; and an honest word where that is not known. */
export const myFreeTimes = screen({
  name: 'my-free-times',
  schema: z.object({}),
  load,
  show({ groups, stretches }, _args, { person, now }) {
    const weekly =
      groups.length === 0
        ? [text('free-none')]
        : [text('free-title', { zone: zoneName(now, person.zone) }), ...groups.map(windowText)];
    const days =
      stretches.length === 0
        ? []
        : [text('free-different-days'), ...stretches.map((each) => stretchText(each, person.zone, now))];
    const take = groups.length + stretches.length === 0 ? [] : [[fewer]];
    return message([...weekly, ...days], [[add], [different], ...take, homeButtons]);
  },
});

/** The same, each line a button that takes it away. */
export const fewerFreeTimes = screen({
  name: 'fewer-free-times',
  schema: z.object({}),
  load,
  show({ groups, stretches }, _args, { person, now }) {
    const back: Button = {
      label: text('free-button-back'),
      command: 'show',
      args: { screen: 'my-free-times' },
    };
    if (groups.length + stretches.length === 0)
      return message([text('free-none')], [[add], [back], homeButtons]);
    const windows = groups.map((each): Button[] => [
      {
        label: windowText(each),
        command: 'drop-free-times',
        args: { days: [...each.days], from: each.from, to: each.to },
      },
    ]);
    const days = stretches.map((each): Button[] => [
      { label: stretchText(each, person.zone, now), command: 'drop-different-day', args: { ...each } },
    ]);
    return message([text('free-take-away')], [...windows, ...days, [back], homeButtons]);
  },
});

function windowText({ name, from, to, costly }: Group): Text {
  return text('free-window', {
    days: name,
    from: clockText(from),
    to: clockText(to),
    costly: costly ? 'yes' : 'no',
  });
}

function stretchText(stretch: Stretch, zone: string, now: Temporal.Instant): Text {
  const { kind, first, last, from, to } = stretch;
  const begin = whenParts(resolveWall(`${first}T12:00`, zone).instant, zone, now);
  const { weekday, day, month } = begin;
  const part =
    from === undefined || to === undefined ? undefined : { from: clockText(from), to: clockText(to) };
  if (first === last) {
    if (part === undefined) return text('free-day', { kind, weekday, day, month });
    return text('free-day-part', { kind, weekday, day, month, ...part });
  }
  const end = whenParts(resolveWall(`${last}T12:00`, zone).instant, zone, now);
  const days = {
    kind,
    weekday,
    day,
    month,
    lastWeekday: end.weekday,
    lastDay: end.day,
    lastMonth: end.month,
  };
  return part === undefined ? text('free-days-row', days) : text('free-days-row-part', { ...days, ...part });
}
