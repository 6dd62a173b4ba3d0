import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await openDeskWorld();
});
afterAll(() => world.close());

const Tasks = z.array(
  z.object({ id: z.uuid(), kind: z.string(), person: z.string(), doneAt: z.string().nullable() }),
);

/** A Tuesday a few weeks from now: the command line has the real clock. */
const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 21 }).toString();

describe('ACC-05, MTG-04: a coordinator serves somebody who has no app, by the command line', () => {
  it('enrols them both, once each has agreed', async () => {
    const words = ['enrol', '--name', 'Annie', '--role', 'mentee'];
    const unasked = await world.type(...words, '--adult');
    expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining('--agreed')]);
    const unaged = await world.type(...words, '--agreed');
    expect([unaged.code, unaged.err]).toEqual([2, expect.stringContaining('--adult')]);
    expect((await world.type(...words, '--agreed', '--adult')).code).toBe(0);
    const moira = ['enrol', '--name', 'Moira', '--role', 'mentor', '--agreed', '--adult'];
    expect((await world.type(...moira)).code).toBe(0);
    const { out } = await world.type('people');
    expect(out).toMatch(/Annie +mentee \(first\) +here +by phone/);
  });

  it('brings the two together, and is told that neither has heard', async () => {
    const { code, out } = await world.type('pair', 'Moira', 'annie', '--every', '14');
    expect(code).toBe(0);
    expect(out).toContain('Annie has no app here: please tell them yourself.');
    expect((await world.type('pairs')).out).toMatch(/Moira +Annie +first +active +14 days/);
  });

  it('books for them, agreed at once, and finds whom to ring in the list of tasks', async () => {
    const booked = await world.type(
      'book',
      'Annie',
      day,
      '14:30',
      '--minutes',
      '45',
      '--place',
      'the canary cafe',
    );
    expect(booked.code, booked.err).toBe(0);
    expect((await world.type('meetings', 'Moira')).out).toMatch(
      new RegExp(`${day} 14:30 +Europe/London +45 +phone +agreed +Moira +Annie`),
    );
    const tasks = Tasks.parse((await world.type('tasks', '--json')).json());
    expect(tasks.map(({ kind, person }) => [kind, person]).sort()).toEqual([
      ['tell-by-phone', 'Annie'],
      ['tell-by-phone', 'Moira'],
    ]);
    expect((await world.type('tasks')).out).toMatch(
      new RegExp(`tell them by phone about a meeting +Annie +${day} 14:30`),
    );
  });

  it('cannot book somebody twice at the same time, and says so', async () => {
    const { code, err } = await world.type('book', 'Annie', day, '14:45');
    expect(code).toBe(1);
    expect(err).not.toBe('');
    expect(z.array(z.unknown()).parse((await world.type('meetings', '--json')).json())).toHaveLength(1);
  });

  it('ticks a task off once it is done', async () => {
    const [first] = Tasks.parse((await world.type('tasks', '--json')).json());
    expect((await world.type('task', 'done', first?.id ?? '')).code).toBe(0);
    expect(Tasks.parse((await world.type('tasks', '--json')).json())).toHaveLength(1);
    const all = Tasks.parse((await world.type('tasks', '--all', '--json')).json());
    expect(all.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id)).toEqual([first?.id]);
    expect((await world.type('task', 'done', first?.id ?? '')).out).toContain('already');
  });

  it('is never shown what anybody wrote', async () => {
    const lists = [
      ['people'],
      ['person', 'Annie'],
      ['pairs'],
      ['meetings', '--all'],
      ['tasks', '--all'],
      ['status'],
    ];
    for (const words of lists) {
      for (const typed of [await world.type(...words), await world.type(...words, '--json')]) {
        expect(typed.code, words.join(' ')).toBe(0);
        expect(typed.out, words.join(' ')).not.toMatch(/canary|wrappedKey|[Ss]ealed|v1\./);
      }
    }
  });
});
