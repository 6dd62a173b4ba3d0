import type { Phones } from '../phones/phone.ts';
import type { PageClock, Say } from './page-parts.ts';

/** How far the clock goes on the way to something that a phone shows; a default of ours. */
const FURTHEST_DAYS = 28;

type Parts = { readonly phones: Phones; readonly clock: PageClock; readonly say: Say };

/** Moves the clock as asked, and says on whose phones something came of it. */
export async function moveClock({ phones, clock, say }: Parts, move: unknown): Promise<string> {
  const changed = new Set<string>();
  const stop = phones.onChange(({ id }, what) => {
    // A front page is brought up to date all the time, whether it says anything new or not.
    if (what === 'message') changed.add(id);
  });
  try {
    if (move === 'hour') await clock.forward({ hours: 1 });
    else if (move === 'day') await clock.forward({ hours: 24 });
    else if (move !== 'next') return '';
    else if ((await toNextNews(clock, changed)) === 'nothing-next') return say('rehearsal-nothing-next', {});
  } finally {
    stop();
  }
  const names = phones
    .all()
    .filter(({ id }) => changed.has(id))
    .map(({ name }) => name);
  if (names.length === 0) return say('rehearsal-no-news', {});
  return say('rehearsal-news-for', { names: new Intl.ListFormat('en-GB').format(names) });
}

/** Much that is due shows nothing, such as a look whether anybody may want a nudge: those moments are passed by. */
async function toNextNews(clock: PageClock, changed: ReadonlySet<string>): Promise<'moved' | 'nothing-next'> {
  const furthest = clock.now().add({ hours: 24 * FURTHEST_DAYS }).epochMilliseconds;
  while (changed.size === 0 && clock.now().epochMilliseconds < furthest) {
    if ((await clock.toNext()) === undefined) return 'nothing-next';
  }
  return 'moved';
}
