import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aMeeting,
  anOpenGroup,
  type GroupWorld,
  openGroupWorld,
  PLACE,
  type Somebody,
} from './group-world.ts';

let world: GroupWorld;
beforeAll(async () => {
  world = await openGroupWorld();
});
afterAll(async () => {
  await world.close();
});

const CAPACITY = 2;
const PEOPLE = 5;
const ANSWERS = ['coming', 'maybe', 'cannot', 'listening'] as const;
type Answer = (typeof ANSWERS)[number];

/** One thing that one of the people does; `together` with the thing after it, at the same moment. */
const action = fc.record({
  who: fc.nat(PEOPLE - 1),
  what: fc.constantFrom('join', 'join', 'leave', 'take', 'answer', 'answer', 'answer'),
  answer: fc.constantFrom(...ANSWERS),
});
type Action = { who: number; what: string; answer: Answer };

/** A group as a sheet of paper would keep it: who is in, who is asked, who waits in which order, and who said what. */
type Paper = { in: Set<number>; asked: Set<number>; waiting: number[]; said: Map<number, Answer> };

function onPaper(paper: Paper, { who, what, answer }: Action): void {
  const stands = paper.in.has(who) || paper.asked.has(who) || paper.waiting.includes(who);
  if (what === 'join' && !stands) {
    if (paper.in.size + paper.asked.size < CAPACITY && paper.waiting.length === 0) paper.in.add(who);
    else paper.waiting.push(who);
  }
  if (what === 'take' && paper.asked.delete(who)) paper.in.add(who);
  if (what === 'answer' && paper.in.has(who)) paper.said.set(who, answer);
  if (what === 'leave' && stands) {
    paper.in.delete(who);
    paper.asked.delete(who);
    paper.said.delete(who);
    paper.waiting = paper.waiting.filter((each) => each !== who);
  }
  while (paper.waiting.length > 0 && paper.in.size + paper.asked.size < CAPACITY) {
    const next = paper.waiting.shift();
    if (next !== undefined) paper.asked.add(next);
  }
}

describe('joining, leaving, waiting and answering, in any order (GRP-01)', () => {
  it('comes to the same counts as a sheet of paper', { timeout: 180_000 }, async () => {
    const run = async (actions: readonly Action[]): Promise<void> => {
      const { groupId, meetingId, people } = await aGroup();
      const paper: Paper = { in: new Set(), asked: new Set(), waiting: [], said: new Map() };
      for (const each of actions) {
        await perform(people, groupId, meetingId, each);
        await world.core.tick();
        // Who waits longer is told apart by when they began to.
        world.clock.forward({ seconds: 1 });
        onPaper(paper, each);
        const said = [...paper.said.values()];
        expect(await world.store.read.groups.counts(groupId)).toEqual({
          members: paper.in.size,
          taken: paper.in.size + paper.asked.size,
          waiting: paper.waiting.length,
        });
        expect(await world.store.read.groups.tally(meetingId)).toEqual(
          Object.fromEntries(ANSWERS.map((one) => [one, said.filter((answer) => answer === one).length])),
        );
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), run), {
      numRuns: 12,
    });
  });

  it('never goes over its capacity when all act at once, and nobody who could be in is left waiting', {
    timeout: 180_000,
  }, async () => {
    const run = async (rounds: readonly (readonly Action[])[]): Promise<void> => {
      const { groupId, meetingId, people } = await aGroup();
      for (const actions of rounds) {
        await Promise.all(actions.map((each) => perform(people, groupId, meetingId, each)));
        const { taken } = await world.store.read.groups.counts(groupId);
        expect(taken).toBeLessThanOrEqual(CAPACITY);
        await world.core.tick();
        world.clock.forward({ seconds: 1 });
        const counts = await world.store.read.groups.counts(groupId);
        expect(counts.taken).toBeLessThanOrEqual(CAPACITY);
        expect(counts.waiting === 0 || counts.taken === CAPACITY).toBe(true);
        const rows = await world.rows(
          `SELECT count(*)::int AS n FROM group_answer WHERE "meetingId" = $1 GROUP BY "personId" HAVING count(*) > 1`,
          [meetingId],
        );
        expect(rows).toEqual([]);
      }
    };
    const rounds = fc.array(fc.array(action, { minLength: 2, maxLength: 8 }), { minLength: 2, maxLength: 6 });
    await fc.assert(fc.asyncProperty(rounds, run), { numRuns: 12 });
  });
});

let places = 0;

async function aGroup(): Promise<{ groupId: string; meetingId: string; people: Somebody[] }> {
  places += 1;
  const place = { ...PLACE, chatId: `${PLACE.chatId}-${places}` };
  const { lead, groupId } = await anOpenGroup(world, CAPACITY, place);
  const startsAt = world.clock
    .now()
    .add({ hours: 24 * 30 })
    .toString();
  const meetingId = await aMeeting(world, lead, groupId, startsAt);
  const people: Somebody[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await world.somebody(`Person ${n}`));
  return { groupId, meetingId, people };
}

async function perform(
  people: readonly Somebody[],
  groupId: string,
  meetingId: string,
  { who, what, answer }: Action,
): Promise<void> {
  const by = people[who]?.by;
  if (by === undefined) throw new Error(`There is nobody ${who}`);
  const orders: Record<string, { command: string; args: object }> = {
    join: { command: 'join-group', args: { groupId } },
    leave: { command: 'leave-group', args: { groupId } },
    take: { command: 'take-place', args: { groupId } },
    answer: { command: 'answer-group-meeting', args: { meetingId, sequence: 0, answer } },
  };
  const order = orders[what];
  if (order === undefined) throw new Error(what);
  await world.core.perform({ ...order, by });
}
