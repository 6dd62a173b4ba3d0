import type { Temporal } from 'temporal-polyfill';
import type { Line } from '../kernel/message.ts';
import { areThere } from '../kernel/there-now.ts';
import type { Programme } from '../programmes/programme.ts';
import { type Text, text } from '../texts/text.ts';
import type { Answerer } from './concern.ts';
import { inOrder } from './cover.ts';

/** What is known of those who would be asked. */
export type Readers = {
  readonly team: readonly Answerer[];
  readonly concerned: readonly string[];
  readonly programme: Programme | undefined;
};

/** Who it would go to first. */
export function firstOf({ team, concerned }: Readers, now: Temporal.Instant): Answerer | undefined {
  return inOrder(team, concerned, now)[0];
}

/** Who will read it, by role and name, who is next, and when they are there. */
export function whoReads(readers: Readers, now: Temporal.Instant): Line[] {
  const [first, ...others] = inOrder(readers.team, readers.concerned, now);
  if (first === undefined) return [text('concern-nobody-yet')];
  const next = others.map(({ name }) => name ?? '…').join(', ');
  return [
    text('concern-who-reads', { role: first.role, name: first.name ?? '…' }),
    ...(next === '' ? [] : [text('concern-who-next', { names: next })]),
    ...hoursOf(readers.programme, now),
  ];
}

function hoursOf(programme: Programme | undefined, now: Temporal.Instant): Text[] {
  const own = programme?.document.safeguarding;
  if (own?.hours === undefined) return [text('concern-hours-unknown')];
  const there = areThere(own, now);
  const said = there === undefined ? [] : [there ? text('concern-there-now') : text('concern-not-there-now')];
  return [text('concern-hours', { hours: own.hours }), ...said];
}
