import { z } from 'zod';
import type { JsonObject } from '../../kernel/json.ts';
import { form } from '../../kernel/open-form.ts';
import { text } from '../../texts/text.ts';
import { Series } from '../meeting.ts';

const Which = z.object({ meetingId: z.uuid() });

/** Asks for a rhythm of one's own, in days. */
export const repeatForm = form<undefined>({
  name: 'repeat-meeting',
  questions: [
    {
      id: 'days',
      written: true,
      ask: () => [text('series-how-many-days')],
      take(said) {
        const days = Series.shape.everyDays.safeParse(Number(/\d+/.exec(said)?.[0]));
        return days.success ? { value: String(days.data) } : { again: text('series-number-not-read') };
      },
    },
  ],
  load: async () => undefined,
  finish: ({ args, answers }: { args: JsonObject; answers: Readonly<Record<string, string>> }) => ({
    command: 'propose-series',
    args: { ...Which.parse(args), everyDays: Number(answers['days']) },
  }),
});
