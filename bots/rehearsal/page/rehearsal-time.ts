/** The story on the phones plays where the programme is; the page shows one clock, and says which. */
const ZONE = 'Europe/London';

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** "Monday 23 November 2026" */
export function dayInWords(epochMilliseconds: number): string {
  return day.format(epochMilliseconds).replace(',', '');
}

/** "3:00 pm" */
export function timeInWords(epochMilliseconds: number): string {
  return time.format(epochMilliseconds);
}

export function isoOf(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}
