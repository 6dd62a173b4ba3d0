import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pairUp, type Two } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';

let world: World;
let two: Two;

beforeEach(async () => {
  world = await openWorld();
  two = await pairUp(world);
});

afterEach(() => world.close());

/** What may follow what in the life of one meeting, by the events of the journal. */
const LEGAL: Readonly<Record<string, readonly string[]>> = {
  begin: ['meeting.proposed', 'meeting.confirmed'],
  'meeting.proposed': ['meeting.proposed', 'meeting.confirmed', 'meeting.declined', 'meeting.cancelled'],
  'meeting.confirmed': ['meeting.move-asked', 'meeting.moved', 'meeting.cancelled'],
  'meeting.move-asked': ['meeting.move-asked', 'meeting.moved', 'meeting.kept', 'meeting.cancelled'],
  'meeting.moved': ['meeting.move-asked', 'meeting.moved', 'meeting.cancelled'],
  'meeting.kept': ['meeting.move-asked', 'meeting.moved', 'meeting.cancelled'],
  'meeting.declined': [],
  'meeting.cancelled': [],
};

const ENDS: Readonly<Record<string, string>> = {
  'meeting.proposed': 'proposed',
  'meeting.declined': 'declined',
  'meeting.cancelled': 'cancelled',
};

let pressed = 0;
let stale = 0;

/** Which of the buttons ever shown about meetings are pressed, how many at once. */
const press = fc.record({ which: fc.nat(10_000), together: fc.integer({ min: 1, max: 8 }) });

describe('F4: updates come in any order, old buttons among them', () => {
  it(
    'ends in a state that some legal order leads to, and answers every press',
    async () => {
      const runs = sized(3, 250);
      const presses = sized(25, 40);
      await fc.assert(
        fc.asyncProperty(
          fc.array(press, { minLength: presses, maxLength: presses }),
          fc.integer({ min: 1, max: 300 }),
          async (plan, day) => {
            await ask(day);
            for (let at = 0; at < plan.length; ) {
              const together = plan.slice(at, at + (plan[at]?.together ?? 1));
              at += together.length;
              await pressAll(together.map(({ which }) => which));
            }
            await isLegal();
            await callOffAll();
          },
        ),
        { numRuns: runs, seed, endOnFailure: true },
      );
      figure('F4', 'sequences in any order', runs);
      figure('F4', 'presses in them', pressed);
      figure('F4', 'presses that were refused kindly', stale);
      figure('F4', 'illegal states', 0, '0');
      expect(stale).toBeGreaterThan(0);
      expect(world.faults).toEqual([]);
    },
    LONGEST_MS,
  );

  it('would show a state that no order leads to', () => {
    expect(faultIn(['meeting.proposed', 'meeting.moved'], 'confirmed')).toBeDefined();
    expect(
      faultIn(['meeting.proposed', 'meeting.cancelled', 'meeting.confirmed'], 'confirmed'),
    ).toBeDefined();
    expect(faultIn(['meeting.proposed'], 'confirmed')).toBeDefined();
  });
});

/** Some meetings that wait for a yes, for there to be buttons. */
async function ask(day: number): Promise<void> {
  const [mentee] = await world.rows('SELECT id FROM account WHERE "personId" = $1', [two.menteeId]);
  const account = await world.core.read.people.account(String(mentee?.['id']));
  const person = await world.core.read.people.person(two.menteeId);
  if (account === undefined || person === undefined) throw new Error('Nobody is there');
  for (const hour of [9, 11]) {
    const startsAt = world.clock
      .now()
      .add({ hours: 24 * day + hour })
      .toString();
    const args = { pairId: two.pairId, startsAt, minutes: 30, mode: 'phone' };
    await world.core.perform({ command: 'propose-meeting', args, by: { is: 'person', person, account } });
  }
  await world.core.settle();
}

const ABOUT_MEETINGS = [
  'accept-meeting',
  'decline-meeting',
  'cancel-meeting',
  'move-meeting',
  'say-why',
  'open-form',
  'answer',
];

/** Presses of any buttons of the last meetings, old ones too, at once and in any order. */
async function pressAll(which: readonly number[]): Promise<void> {
  const buttons = await world.rows(
    `SELECT b.token, a."userId" FROM button b JOIN account a ON a."personId" = b."personId"
     WHERE b.command = ANY($1) ORDER BY b."createdAt" DESC, b.token LIMIT 60`,
    [ABOUT_MEETINGS],
  );
  const answers = await Promise.all(
    which.map(async (number) => {
      const button = buttons[number % buttons.length];
      const userId = String(button?.['userId']);
      pressed += 1;
      const key = `telegram:press-${pressed}`;
      const answer = await world.core.receive({
        key,
        account: { platform: 'telegram', tenant: '', userId },
        chat: { id: userId, private: true },
        intent: { is: 'press', token: String(button?.['token']) },
      });
      return answer;
    }),
  );
  stale += answers.filter((each) => each === 'refused').length;
  const before = world.telegram.journal.requests().length;
  await world.core.settle();
  expect(answers.every((each) => each === 'done' || each === 'refused')).toBe(true);
  expect(world.telegram.journal.requests().length).toBeGreaterThan(before);
}

async function isLegal(): Promise<void> {
  const meetings = await world.rows(
    `SELECT m.id, m.state, m.sequence, (SELECT count(*)::int FROM occupancy o WHERE o."meetingId" = m.id
        AND o.during = tstzrange(m."startsAt", m."startsAt" + make_interval(mins => m.minutes + m."restMinutes"), '[)')) AS claims,
       (SELECT array_agg(j.event ORDER BY j.id) FROM journal j WHERE j.ids->>'meetingId' = m.id::text AND j.event = ANY($1)) AS events
     FROM meeting m`,
    [Object.keys(LEGAL)],
  );
  for (const { state, sequence, claims, events } of meetings) {
    const list = Array.isArray(events) ? events.map(String) : [];
    expect(faultIn(list, String(state)), list.join(' ')).toBeUndefined();
    expect(sequence).toBe(list.length - 1);
    expect(claims).toBe(state === 'confirmed' ? 2 : 0);
  }
}

/** The first thing in a meeting's life that no order of presses can have led to. */
function faultIn(events: readonly string[], state: string): string | undefined {
  let last = 'begin';
  for (const event of events) {
    if (!(LEGAL[last] ?? []).includes(event)) return `${event} after ${last}`;
    last = event;
  }
  return (ENDS[last] ?? 'confirmed') === state ? undefined : `${state} after ${last}`;
}

async function callOffAll(): Promise<void> {
  for (const { id } of await world.rows(`SELECT id FROM meeting WHERE state IN ('proposed', 'confirmed')`))
    await world.core.perform({
      command: 'cancel-meeting',
      args: { meetingId: id },
      by: { is: 'coordinator', name: 'test' },
    });
  await world.core.settle();
}
