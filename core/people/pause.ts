import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { nextLoud } from '../time/quiet.ts';
import { answerWith } from './answer.ts';
import type { Person } from './person.ts';

export const PauseLength = z.enum(['day', 'week', 'two-weeks', 'open']);
export type PauseLength = z.infer<typeof PauseLength>;

const HOURS = { day: 24, week: 7 * 24, 'two-weeks': 14 * 24 } as const satisfies Record<
  Exclude<PauseLength, 'open'>,
  number
>;

function subjectOf(person: Person): string {
  return `pause:${person.id}`;
}

/** A break, for as long as is wanted. The match, the place and what was agreed stay as they are (ENR-03). */
export const pause = command({
  name: 'pause',
  schema: z.object({ until: PauseLength }),
  async load() {
    return undefined;
  },
  decide(_data, { until }, at, by) {
    const { person, account } = personOf(by);
    const end = until === 'open' ? null : at.now.add(Temporal.Duration.from({ hours: HOURS[until] }));
    const row = next(person, { paused: true, pausedUntil: end });
    const due = { command: 'pause-ends', args: { personId: person.id }, subject: subjectOf(person) };
    return change({
      saves: [{ table: 'person', row }],
      callOff: [subjectOf(person)],
      due: end === null ? [] : [{ ...due, key: `pause:${person.id}:${row.version}`, at: end }],
      events: [{ event: 'person.paused', ids: { personId: person.id } }],
      outgoing: [answerWith(person, account, 'pause-choices', {}, { card: 'pause', mode: 'card' })],
    });
  },
});

export const unpause = command({
  name: 'unpause',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  decide(_data, _args, _at, by) {
    const { person, account } = personOf(by);
    const home = answerWith(person, account, 'home', { after: 'unpaused' });
    if (!person.paused) return change({ outgoing: [home] });
    return change({
      saves: [{ table: 'person', row: next(person, { paused: false, pausedUntil: null }) }],
      callOff: [subjectOf(person)],
      events: [{ event: 'person.unpaused', ids: { personId: person.id } }],
      outgoing: [home],
    });
  },
});

/** The end that was chosen has come: said once, outside quiet hours, with another break one tap away. */
export const pauseEnds = command({
  name: 'pause-ends',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }) {
    return await read.people.person(personId);
  },
  decide(person, _args, at) {
    if (person === undefined || !person.paused || person.pausedUntil === null) return change({});
    if (isBefore(at.now, person.pausedUntil)) return change({});
    const { zone, quietFrom, quietTo } = person;
    const said = {
      to: person.id,
      screen: 'pause-over',
      args: {},
      mode: 'new',
      at: nextLoud(at.now, zone, quietFrom, quietTo),
    } as const;
    return change({
      saves: [{ table: 'person', row: next(person, { paused: false, pausedUntil: null }) }],
      events: [{ event: 'person.unpaused', ids: { personId: person.id } }],
      outgoing: [said],
    });
  },
});
