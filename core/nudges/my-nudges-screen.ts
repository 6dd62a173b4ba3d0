import { Temporal } from 'temporal-polyfill';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { wantsNudges } from './may-nudge.ts';
import { Pressed } from './set-nudges.ts';

/** Rhythms to choose between, in days (our default). */
const RHYTHMS = [7, 14, 30];

/** Whether the bot may write first and how often, each a tap away. Shown in the place of a nudge, it stays there. */
export const myNudgesScreen = screen({
  name: 'my-nudges',
  schema: Pressed,
  async load() {
    return undefined;
  },
  show(_data, args, { person, now }) {
    const { nudges, nudgeEveryDays, nudgesMutedUntil } = person.settings;
    if (nudges === 'off')
      return message(
        [
          text('nudges-what'),
          text('nudges-off'),
          // Whoever chose it hears nothing at all.
          ...(person.settings.nudgesChosenAt === undefined ? [text('nudges-off-fit')] : []),
        ],
        [[onButton(args)], [...homeButtons]],
      );
    const may = wantsNudges(person, now);
    const muted =
      may.may === 'not' && may.why === 'muted' && nudgesMutedUntil !== undefined
        ? [mutedLine(Temporal.Instant.from(nudgesMutedUntil), person.zone, now)]
        : [];
    const others = RHYTHMS.filter((days) => days !== nudgeEveryDays || muted.length > 0);
    return message(
      [text('nudges-what'), text('nudges-on', { days: nudgeEveryDays }), ...muted],
      [others.map((days) => everyButton(days, args)), [stopButton(args)], [...homeButtons]],
    );
  },
});

function mutedLine(until: Temporal.Instant, zone: string, now: Temporal.Instant): Text {
  const { weekday, day, month } = whenParts(until, zone, now);
  return text('nudges-muted-until', { weekday, day, month });
}

function onButton(args: Pressed): Button {
  return { label: text('nudges-turn-on'), command: 'set-nudges', args: { nudges: 'on', ...placeOf(args) } };
}

function stopButton(args: Pressed): Button {
  return { label: text('nudge-stop'), command: 'set-nudges', args: { nudges: 'off', ...placeOf(args) } };
}

function everyButton(days: number, args: Pressed): Button {
  return {
    label: text('nudges-every', { days }),
    command: 'set-nudges',
    args: { nudges: 'on', everyDays: days, ...placeOf(args) },
  };
}

function placeOf({ on }: Pressed): { on?: string } {
  return on === undefined ? {} : { on };
}
