import { describe, expect, it } from 'vitest';
import { wholeReach } from '../../core/kernel/reach.ts';
import type { StaffAudit } from '../../core/store/read-staff.ts';
import { openApiWorld } from '../admin/api-world.ts';
import { later } from '../pair-messages/two-on-stage.ts';
import { labels, said } from '../people/newcomers.ts';
import { give, type Team, teamOn } from './team-on-stage.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** Without ids and times, and without the order that ids give: two worlds are compared by what is said in them. */
function plain(seen: unknown): unknown {
  if (typeof seen === 'string') return seen.replace(UUID, 'id').replace(TIME, 'then');
  if (Array.isArray(seen))
    return seen.map(plain).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (seen === null || typeof seen !== 'object') return seen;
  return Object.fromEntries(Object.entries(seen).map(([name, value]) => [name, plain(value)]));
}

/** The entries of an audit without their running numbers, which count what everybody does everywhere. */
function unnumbered(entries: readonly StaffAudit[]): object[] {
  return entries.map(({ action, at, reason, who, whom }) => ({
    action,
    at: at.slice(0, 10),
    reason,
    who,
    whom,
  }));
}

/** Everything that a coordinator comes to see of a pair that has a pause, a few weeks on; who paused it is given. */
async function seenAfter(
  pauses: (team: Team) => Promise<unknown>,
  ends: (team: Team) => Promise<unknown>,
  /** Who of the two asked for nothing, and is looked at too: what they read, and what they and others are told who would book. */
  told?: 'aisha' | 'ruth',
) {
  const api = await openApiWorld();
  const { stage } = api;
  const team = await teamOn(stage);
  const { aisha, cora, safi, pair, coordinator, mentee, mentor } = team;
  await stage.rows('UPDATE pair SET "rhythmDays" = 7');
  await give(stage, pair.programmeId, mentee, 'mentee');
  await give(stage, pair.programmeId, mentor, 'mentor');
  const holder = {
    sessionId: '',
    person: coordinator,
    roles: await stage.store.read.people.rolesOf(coordinator.id),
    coordinates: [pair.programmeId],
    reach: wholeReach([pair.programmeId]),
    answersFor: [],
  };
  await aisha.says('tell someone');
  await aisha.presses('Go on');
  await aisha.presses('My mentor, Ruth');
  await aisha.presses('Send it to Safi, safeguarding lead');
  // In hand: those who answer are not asked on and on.
  await safi.presses('I take it');
  const { token } = await api.token(['read', 'write', 'shared']);
  /** In the chat of the other, and wherever somebody would book for the two. */
  const ofTwo = async (who: 'aisha' | 'ruth') => {
    const phone = team[who];
    const read: unknown[] = [phone.messages().map(({ shown }) => shown.paragraphs)];
    for (const words of ['messages', 'my meetings', 'book']) {
      await phone.says(words);
      read.push(said(phone), labels(phone));
    }
    const wish = { pairId: pair.id, wall: '2027-01-08T10:00', mode: 'phone', minutes: 20 };
    const by = { is: 'at-desk', person: coordinator } as const;
    const atDesk = await stage.core.perform({ command: 'book-for-pair', args: wish, by });
    const { status, body } = await api.ask('POST', '/v1/meetings', { token, body: wish });
    return [...read, atDesk, { status, body }];
  };
  const look = async () => {
    await cora.says('board');
    const answers: object[] = [];
    for (const path of ['/v1/pairs', '/v1/tasks', '/v1/people', '/v1/meetings', `/v1/pairs/${pair.id}`]) {
      const { status, body } = await api.ask('GET', path, { token });
      answers.push({ path: path.replace(pair.id, 'it'), status, body });
    }
    const { desk, read } = stage.core;
    return plain({
      board: said(cora).split('\n'),
      buttons: labels(cora),
      desk: [
        await desk.today(holder),
        await desk.person(holder, mentee.id),
        await desk.pairs(holder, mentee.id),
        await desk.pairs(holder, mentor.id),
        unnumbered(await desk.audit(holder, 100)),
      ],
      commandLine: [
        await read.desk.pairs({ most: 100 }),
        await read.desk.pairsMeant('Aisha'),
        await read.desk.tasks({ most: 100, done: true }),
        await read.desk.meetings({ most: 100 }),
      ],
      answers,
      two: told === undefined ? [] : await ofTwo(told),
    });
  };
  await pauses(team);
  const seen = [await look()];
  const [task] = await stage.rows(`SELECT id FROM task WHERE kind = 'may-want-a-hand'`);
  const by = { is: 'coordinator', name: 'Cora' } as const;
  if (task !== undefined)
    await stage.core.perform({ command: 'finish-task', args: { taskId: task['id'] }, by });
  await later(stage, '2026-12-20T10:00:00Z');
  seen.push(await look());
  await ends(team);
  seen.push(await look());
  expect(stage.faults).toEqual([]);
  await stage.close();
  return seen;
}

const byLead = {
  pauses: async ({ safi }: Team) => await safi.presses('Pause messages and meetings'),
  ends: async ({ safi }: Team) => await safi.presses('End the pause between the two'),
};

describe('a pause that the safeguarding lead puts on a pair', () => {
  it('looks to whoever coordinates as one that one of the two asked for, word for word, as long as it lasts and after it', async () => {
    const ordinary = await seenAfter(
      async ({ aisha }) => {
        await aisha.says('messages');
        await aisha.presses('Pause messages');
      },
      async ({ aisha }) => {
        await aisha.says('messages');
        await aisha.presses('End the pause');
      },
    );
    const led = await seenAfter(byLead.pauses, byLead.ends);
    expect(led).toEqual(ordinary);
    expect(JSON.stringify(led[0])).toMatch(/may want a hand/i);
    expect(JSON.stringify(led)).not.toMatch(/"state":"paused"|pair-contact|concern/i);
  });

  it.each([
    ['ruth', 'aisha'],
    ['aisha', 'ruth'],
  ] as const)(
    'looks to %s as one that %s asked for: what they read, and what anybody is told who would book',
    async (other, asks) => {
      const ordinary = await seenAfter(
        async (team) => {
          await team[asks].says('messages');
          await team[asks].presses('Pause messages and meetings');
        },
        async (team) => {
          await team[asks].says('messages');
          await team[asks].presses('End the pause');
        },
        other,
      );
      const led = await seenAfter(byLead.pauses, byLead.ends, other);
      expect(led).toEqual(ordinary);
      expect(JSON.stringify(led[0])).toMatch(/Booking is not open for you two just now/);
      expect(JSON.stringify(led[0])).toMatch(/meetings have a pause too/);
      expect(JSON.stringify(led[2])).not.toMatch(/Booking is not open/);
    },
  );
});
