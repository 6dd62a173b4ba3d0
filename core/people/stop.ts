import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerWith } from './answer.ts';
import { holderOf } from './own-matter.ts';
import type { Person } from './person.ts';

/**
 * "Stop": from now on nothing is written to this person but answers to their own messages, and nobody nags. Their meetings
 * stand until they say otherwise; the answer says so and offers to cancel them (PAC-05).
 */
export const stop = command({
  name: 'stop',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  decide(_data, _args, at, by) {
    const { person, account } = holderOf(by);
    const answer = answerWith(person, account, 'stopped');
    if (person.state === 'stopped') return change({ outgoing: [answer] });
    return change({
      saves: [{ table: 'person', row: next(person, { state: 'stopped', stoppedAt: at.now }) }],
      callOff: [`nudges:${person.id}`, `pause:${person.id}`],
      events: [{ event: 'person.stopped', ids: { personId: person.id } }],
      outgoing: [answer],
    });
  },
});

/** Back again, to where they were: in, waiting for a coordinator, or before the first questions. */
export const startAgain = command({
  name: 'start-again',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  decide(_data, _args, _at, by) {
    const { person, account } = holderOf(by);
    if (person.state !== 'stopped')
      return change({ outgoing: [answerWith(person, account, screenOf(person.state))] });
    const state = stateBefore(person);
    // A break with an end would have no end any more, because "stop" called it off.
    const row = next(person, { state, stoppedAt: null, paused: false, pausedUntil: null });
    return change({
      saves: [{ table: 'person', row }],
      events: [{ event: 'person.started-again', ids: { personId: person.id } }],
      outgoing: [
        answerWith(person, account, screenOf(state), state === 'active' ? { after: 'started-again' } : {}),
      ],
    });
  },
});

function stateBefore({ adult, agreedAt }: Person): Person['state'] {
  if (adult === false) return 'held';
  return agreedAt === null ? 'arriving' : 'active';
}

function screenOf(state: Person['state']): string {
  if (state === 'arriving') return 'welcome';
  return state === 'active' ? 'home' : state;
}
