import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { instant, minutesBetween } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import { nextLoud } from '../time/quiet.ts';
import type { AppWatch } from './app-watch.ts';

/** Whoever did something within this time may have tried to while we were away; our default. */
const LATELY = { hours: 14 * 24 };

type There = { readonly person: Person; readonly accountId: string };

/**
 * An app is connected at this moment. It keeps what people do for `keepsMinutes` while we are away; after longer than that
 * something may be lost, and those who use it are told so, once, when they are awake.
 */
export const hearApp = command({
  name: 'hear-app',
  schema: z.object({ app: z.string().min(1), keepsMinutes: z.int().min(0), now: instant }),
  async load(read, { app, keepsMinutes, now }) {
    const watch = await read.appWatch.of(app);
    const isMissed = watch !== undefined && minutesBetween(watch.heardAt, now) > keepsMinutes;
    const people = isMissed ? await read.appWatch.thereSince(app, watch.heardAt.subtract(LATELY)) : [];
    return { watch, people };
  },
  decide: ({ watch, people }, { app }, at) => heard(app, watch, people, at),
});

function heard(app: string, watch: AppWatch | undefined, people: readonly There[], at: Moment): Change {
  const row =
    watch === undefined ? { id: app, version: 1, heardAt: at.now } : next(watch, { heardAt: at.now });
  return change({
    saves: [{ table: 'app_watch', row }],
    events: people.length === 0 ? [] : [{ event: 'app.was-away', ids: { app } }],
    outgoing: people.flatMap((there) => told(there, app, at)),
  });
}

/** Nobody who asked for silence, or rests, hears of it. */
function told({ person, accountId }: There, app: string, at: Moment): OutgoingNew[] {
  if (person.state !== 'active' || person.paused) return [];
  const awake = nextLoud(at.now, person.zone, person.quietFrom, person.quietTo);
  const screen = { screen: 'may-have-missed', args: { app }, mode: 'new' } as const;
  return [{ to: person.id, account: accountId, ...screen, at: awake }];
}
