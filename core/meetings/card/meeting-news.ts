import { z } from 'zod';
import { type Text, text } from '../../texts/text.ts';
import { clockText } from '../before/clock-text.ts';
import { isEasier } from '../before/easier-meeting.ts';

/** Said above the card, for as long as it is the latest. */
export const News = z.enum([
  'said-yes',
  'moved',
  'kept',
  'booked',
  'ready',
  'shorter',
  'by-text',
  'new-rules',
  'reminder',
  'energy',
  'costly',
  'clock-change',
  'how-it-went',
]);
export type News = z.infer<typeof News>;

// Once these are not so any more, there is nothing to send: whatever has changed was told already.
const OF_THE_CLOCK: readonly News[] = [
  'reminder',
  'energy',
  'costly',
  'clock-change',
  'how-it-went',
  'ready',
];

/** Whether this was said because a moment had come: out of date, it is not sent at all. */
export function isOfTheClock(news: News): boolean {
  return OF_THE_CLOCK.includes(news);
}

/** The news in words. Clock times are "HH:mm" as the reader's clock shows them. */
export function newsText(
  news: News,
  name: string,
  clock: { usual: string; now: string },
  meeting: Parameters<typeof isEasier>[0],
): Text {
  switch (news) {
    case 'said-yes':
      return text('meeting-news-said-yes', { name });
    case 'moved':
      return text('meeting-news-moved');
    case 'kept':
      return text('meeting-news-kept');
    case 'booked':
      return text('meeting-news-booked');
    case 'ready':
      return text('meeting-news-ready', { name });
    case 'shorter':
      return text('meeting-news-shorter', { name });
    case 'by-text':
      return text('meeting-news-by-text', { name });
    case 'new-rules':
      return text('meeting-news-new-rules');
    case 'reminder':
      return text('meeting-news-reminder', { name });
    case 'energy':
      return text('meeting-news-energy', {
        name,
        shorter: isEasier(meeting, 'shorter') ? 'yes' : 'no',
        text: isEasier(meeting, 'by-text') ? 'yes' : 'no',
      });
    case 'costly':
      return text('meeting-news-costly', { name });
    case 'clock-change':
      return text('meeting-news-clock-change', { usual: clockText(clock.usual), time: clockText(clock.now) });
    case 'how-it-went':
      return text('meeting-news-how-it-went', { name });
  }
}
