/** The programme is there: the page shows one clock, and says which. */
export const HOME_ZONE = 'Europe/London';

type Faces = { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat };

const byZone = new Map<string, Faces>();

function facesOf(timeZone: string): Faces {
  const known = byZone.get(timeZone);
  if (known !== undefined) return known;
  const weekday = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const faces = {
    day: new Intl.DateTimeFormat('en-GB', { timeZone, ...weekday }),
    time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit', hour12: true }),
  };
  byZone.set(timeZone, faces);
  return faces;
}

/** "Monday 23 November 2026" */
export function dayInWords(epochMilliseconds: number, zone = HOME_ZONE): string {
  return facesOf(zone).day.format(epochMilliseconds).replace(',', '');
}

/** "3:00 pm" */
export function timeInWords(epochMilliseconds: number, zone = HOME_ZONE): string {
  return facesOf(zone).time.format(epochMilliseconds);
}

export function isoOf(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}
