import { describe, expect, it } from 'vitest';
import { joins, type Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

withPair((opened) => {
  ({ world, two, aisha, ruth } = opened);
});

const person = async (id: string): Promise<Record<string, unknown>> =>
  (await world.rows('SELECT * FROM person WHERE id = $1', [id]))[0] ?? {};
const programme = async (): Promise<string> => (await world.core.read.programmes.first())?.id ?? '';

describe('everything can be set, seen and taken back', () => {
  it('shows each setting as it stands, with what changes it beneath (PAC-03)', async () => {
    await aisha.writes('my settings');
    for (const said of [/Aisha/, /London/, /Plain English|plain English/, /9:00 pm to 8:00 am/, /Reminders/])
      expect(aisha.reads()).toMatch(said);
    await aisha.does({ press: 'Reminders' }, { press: 'Reminders: two hours before' });
    expect((await person(two.menteeId))['settings']).toMatchObject({ reminders: [120] });
    await aisha.does('settings', { press: 'Quiet hours' }, '11pm to 9am');
    expect(await person(two.menteeId)).toMatchObject({ quietFrom: '23:00', quietTo: '09:00' });
    await aisha.does('settings', { press: 'Name' }, 'Aisha B');
    expect((await person(two.menteeId))['name']).toBe('Aisha B');
  });

  it('shows the other one the new name at once, and nothing of the app or number behind it (BND-08)', async () => {
    await ruth.writes('home');
    expect(ruth.reads()).toMatch(/Your mentee: Aisha B/);
    const all = ruth.phone
      .see()
      .map(({ text }) => text)
      .join();
    expect(all).not.toContain(String(two.mentee.id));
    expect(all).not.toMatch(/telegram/i);
  });

  it('tells each of them what their role is, where it ends and whom to ask (ELG-07, SUP-08)', async () => {
    await aisha.writes('what is my role');
    expect(aisha.reads()).toMatch(/You are a mentee here/);
    await ruth.writes('what is my role');
    expect(ruth.reads()).toMatch(/not a nurse/);
    expect(ruth.reads()).toMatch(/01632 960 001/);
  });
});

describe('a break', () => {
  it('keeps the match, the place and everything written, and ends when she says (ENR-03)', async () => {
    await aisha.does('reflect', 'before my break');
    await aisha.does('pause', { press: 'Until I say' });
    expect(await person(two.menteeId)).toMatchObject({ paused: true, state: 'active' });
    const [pair] = await world.core.read.pairs.pairsOf(two.menteeId);
    expect(pair?.state).toBe('active');
    await world.later({ hours: 24 * 40 });
    expect(await person(two.menteeId)).toMatchObject({ paused: true });
    await aisha.writes('home');
    await aisha.presses('End my break');
    expect(await person(two.menteeId)).toMatchObject({ paused: false });
    await aisha.writes('my reflections');
    expect(aisha.labels().join()).toMatch(/before my break/);
  });

  it('ends by itself at the time she chose, and not in her quiet hours (ENR-03)', async () => {
    await aisha.does('pause', { press: 'A week' });
    aisha.looks();
    await world.later({ hours: 6 * 24 });
    expect(aisha.news()).toEqual([]);
    await world.later({ hours: 48 });
    expect(await person(two.menteeId)).toMatchObject({ paused: false });
    expect(aisha.news()).toHaveLength(1);
    const hour = new Date(aisha.last().at).getUTCHours();
    expect(hour).toBeGreaterThanOrEqual(9);
    expect(hour).toBeLessThan(23);
  });
});

describe('leaving', () => {
  it('is one word, tells her where else help is, and the meetings that stand can be cancelled with it (PAC-05, PAC-01)', async () => {
    await ruth.does(
      'book',
      'Wednesday 10am',
      { press: 'By phone' },
      { press: '30 minutes' },
      { press: 'Skip' },
    );
    await aisha.presses('Yes, that suits me');
    await aisha.writes('stop');
    expect(aisha.reads()).toMatch(/1 meeting coming up/);
    expect(aisha.reads()).toMatch(/01632 960 001/);
    await aisha.presses('Cancel my meetings');
    expect(await world.rows(`SELECT id FROM meeting WHERE state = 'confirmed'`)).toEqual([]);
    expect(ruth.reads()).toMatch(/cannot make it/);
  });

  it('holds: whatever the other one does, nothing is written to her until she writes again (PAC-01, PAC-05)', async () => {
    const before = aisha.phone.see().length;
    await ruth.does('book', 'Thursday 10am', { press: 'By text' }, { press: '15 minutes' });
    await world.later({ hours: 72 });
    expect(aisha.phone.see()).toHaveLength(before);
    await aisha.starts();
    await aisha.presses('Start again');
    expect(aisha.reads()).toMatch(/Welcome back/);
    expect(await person(two.menteeId)).toMatchObject({ state: 'active', name: 'Aisha B' });
  });
});

describe('one person in two roles', () => {
  it('is a mentee in one match and a mentor in another, each named apart (ELG-06, ELG-01)', async () => {
    const sam = handOf(world, world.stranger('Sam'));
    const samId = await joins(world, sam.phone, 'Sam');
    const programmeId = await programme();
    await world.coordinate('give-role', { personId: two.menteeId, programmeId, role: 'mentor' });
    await world.coordinate('give-role', { personId: samId, programmeId, role: 'mentee' });
    await world.coordinate('make-pair', { programmeId, mentorId: two.menteeId, menteeId: samId });
    await aisha.writes('home');
    expect(aisha.reads()).toMatch(/Your mentor: Ruth/);
    expect(aisha.reads()).toMatch(/Your mentee: Sam/);
    await aisha.writes('role');
    expect(aisha.reads()).toMatch(/You are a mentee here/);
    expect(aisha.reads()).toMatch(/You are a mentor here/);
    await aisha.writes('book');
    expect(aisha.labels()).toEqual(expect.arrayContaining(['Ruth', 'Sam']));
    await aisha.does({ press: 'Sam' }, 'tomorrow 4pm', { press: 'By text' }, { press: '15 minutes' });
    expect(sam.reads()).toMatch(/A would like/);
    expect(ruth.reads()).not.toMatch(/4:00 pm/);
    await sam.presses('Yes, that suits me');
  });

  it('has two views, and in each of them nothing of the other; whoever is one of both has one (ELG-06)', async () => {
    await aisha.writes('home');
    await aisha.presses('As a mentor');
    expect(aisha.reads()).toMatch(/yours as a mentor(.|\n)*Your mentee: Sam/);
    expect(aisha.reads()).not.toMatch(/Ruth/);
    expect(aisha.labels().join()).not.toMatch(/Ruth/);
    await aisha.presses(/meetings/i);
    expect(aisha.reads()).toMatch(/yours as a mentor(.|\n)*Sam/);
    expect(`${aisha.reads()} ${aisha.labels().join()}`).not.toMatch(/Ruth/);
    await aisha.presses('As a mentee');
    expect(aisha.reads()).toMatch(/yours as a mentee/);
    expect(`${aisha.reads()} ${aisha.labels().join()}`).not.toMatch(/Sam/);
    await ruth.writes('home');
    expect(ruth.labels().join()).not.toMatch(/As a ment/);
    await ruth.writes('my meetings');
    expect(ruth.labels().join()).not.toMatch(/As a ment/);
  });

  it('is never in both at the same hour (ELG-06, MTG-03)', async () => {
    await ruth.does('book', 'tomorrow 4pm');
    expect(ruth.reads()).toMatch(/something on at that time/);
    await ruth.presses('Cancel');
  });

  it('chooses anew for every entry who of them may read it (ELG-06, REF-01)', async () => {
    await aisha.does('reflect', 'two hats today');
    expect(aisha.labels()).toEqual(expect.arrayContaining(['Share with Ruth', 'Share with Sam']));
    ruth.looks();
    await aisha.presses('Share with Sam');
    expect(ruth.news()).toEqual([]);
    await aisha.presses('Take back from Sam');
  });
});

describe('somebody who helps her', () => {
  it('acts beside her with a yes from both, marked for everybody to see, and sees nothing she wrote for herself (ACC-02)', async () => {
    const ann = handOf(world, world.stranger('Ann'));
    await joins(world, ann.phone, 'Ann');
    await aisha.does('settings', { press: 'My helpers' }, { press: 'Make a code for a helper' });
    const code = /Your code: (\S+)\. /.exec(aisha.reads())?.[1] ?? '';
    await ann.does('settings', { press: 'My helpers' }, { press: 'I have a code' }, code, { press: 'Yes' });
    await aisha.does({ press: 'See it' }, { press: 'Yes' });
    await ann.does('settings', { press: 'My helpers' }, { press: /^Help Aisha B now/ });
    expect(ann.reads()).toMatch(/You are helping Aisha B/);
    await ann.writes('book');
    await ann.does(
      { press: 'Ruth' },
      'in 3 days at 2pm',
      { press: 'By phone' },
      { press: '20 minutes' },
      {
        press: 'Skip',
      },
    );
    const [row] = await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1');
    expect(row).toMatchObject({ arrangedWithHelp: true, menteeId: two.menteeId, mentorId: two.mentorId });
    expect(ruth.reads()).toMatch(/Arranged with help/);
    for (const words of ['my reflections', 'my settings', 'what do you know about me']) {
      await ann.writes(words);
      expect(ann.news().join()).not.toMatch(/two hats|before my break|11 pm/);
    }
  });
});

describe('people without the app', () => {
  it('are enrolled and booked for by a coordinator, who sees whom to ring (ACC-05, MTG-04)', async () => {
    const programmeId = await programme();
    await world.coordinate('enrol-person', {
      name: 'Walter',
      programmeId,
      role: 'mentee',
      agreed: true,
      adult: true,
    });
    const [walter] = await world.rows(`SELECT id FROM person WHERE name = 'Walter'`);
    await world.coordinate('make-pair', { programmeId, mentorId: two.mentorId, menteeId: walter?.['id'] });
    const [pair] = await world.core.read.pairs.pairsOf(String(walter?.['id']));
    const day = world.clock.now().add({ hours: 72 }).toString().slice(0, 10);
    ruth.looks();
    await world.coordinate('book-for-pair', {
      pairId: pair?.id,
      wall: `${day}T18:00`,
      mode: 'phone',
      minutes: 20,
    });
    expect(ruth.news().join()).toMatch(/With W\./);
    expect(ruth.news().join()).toMatch(/6:00 pm/);
    const tasks = await world.rows('SELECT kind FROM task WHERE "personId" = $1 AND "doneAt" IS NULL', [
      walter?.['id'],
    ]);
    expect(tasks).toContainEqual({ kind: 'tell-by-phone' });
  });

  it('are told when the other one changes something, through a task of the coordinator (ACC-05)', async () => {
    const tasks = async (): Promise<number> =>
      (await world.rows(`SELECT id FROM task WHERE kind = 'tell-by-phone'`)).length;
    const before = await tasks();
    const [open] = await world.rows(
      `SELECT t.id FROM task t JOIN person p ON p.id = t."personId"
        WHERE p.name = 'Walter' AND t.kind = 'tell-by-phone' AND t."doneAt" IS NULL`,
    );
    await world.coordinate('finish-task', { taskId: open?.['id'] });
    await ruth.presses("I can't make it");
    expect(await tasks()).toBeGreaterThan(before);
  });
});
