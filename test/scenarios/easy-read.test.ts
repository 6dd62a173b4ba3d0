import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { joins } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let noor: Hand;
let ruth: Hand;

beforeAll(async () => {
  world = await openWorld();
  noor = handOf(world, world.stranger('Noor'));
  ruth = handOf(world, world.stranger('Ruth'));
  await joins(world, ruth.phone, 'Ruth');
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

/** Words in each sentence of what was written by the bot; a list of numbers or a name is no sentence. */
function longest(text: string): number {
  const sentences = text.split(/[.!?:\n]+/).map((each) => each.trim().split(/\s+/).filter(Boolean).length);
  return Math.max(...sentences);
}

describe('somebody for whom short sentences are easier', () => {
  it('can switch before the first question, in one tap (ACC-01)', async () => {
    await noor.starts();
    await noor.presses('Easy Read');
    expect(longest(noor.reads())).toBeLessThanOrEqual(15);
    await noor.does({ press: 'Continue' }, { press: 'Yes' }, { press: /agree|Yes/ }, 'Noor', {
      press: /^London/,
    });
    expect(noor.labels().join()).not.toMatch(/Plain English/);
    await noor.presses(/9.*8/);
    await noor.presses(/rather not say|do not want to say|Skip/i);
    const [row] = await world.rows('SELECT language, state FROM person WHERE id = $1', [
      await noor.personId(),
    ]);
    expect(row).toEqual({ language: 'en-easy', state: 'active' });
  });

  it('goes the whole way in it: joins, books, agrees, moves, calls off and writes (ACC-01, ENR-02)', async () => {
    const programmeId = (await world.core.read.programmes.first())?.id ?? '';
    const [menteeId, mentorId] = [await noor.personId(), await ruth.personId()];
    await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
    await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
    await world.coordinate('make-pair', { programmeId, mentorId, menteeId });
    await noor.does('book', 'tomorrow 3pm', { press: /phone/i }, { press: /^30/ }, { press: 'Skip' });
    await ruth.presses('Yes, that suits me');
    await ruth.does({ press: 'Move it' }, 'Thursday 2pm');
    await noor.presses(/^Yes/);
    const meeting = async () => (await world.rows('SELECT state, "startsAt" FROM meeting'))[0];
    expect(await meeting()).toEqual({ state: 'confirmed', startsAt: new Date('2026-11-26T14:00Z') });
    await noor.writes('my meetings');
    await noor.presses(/Ruth/);
    await noor.presses(/can't|cannot|not come|not make/i);
    expect((await meeting())?.['state']).toBe('cancelled');
    await noor.does('reflect', '🙂');
    expect(await world.rows('SELECT id FROM reflection WHERE "personId" = $1', [menteeId])).toHaveLength(1);
  });

  it('meets short sentences everywhere, help included, and one question at a time (ACC-01)', async () => {
    for (const word of [
      'home',
      'help',
      'who',
      'book',
      'my meetings',
      'reflect',
      'role',
      'settings',
      'know',
      'pause',
    ]) {
      await noor.writes(word);
      for (const said of noor.news()) {
        expect([word, longest(said), said]).toEqual([word, expect.toSatisfy((n: number) => n <= 18), said]);
      }
    }
    for (const { text } of noor.phone.see().filter(({ from }) => from.isBot))
      expect(text.split('?').length - 1).toBeLessThanOrEqual(3);
  });

  it('changes nothing for the other one, and can be switched back (ACC-01, PAC-03)', async () => {
    await noor.does('settings', { press: 'Plain English' });
    const [row] = await world.rows('SELECT language FROM person WHERE id = $1', [await noor.personId()]);
    expect(row).toEqual({ language: 'en' });
    const [other] = await world.rows('SELECT language FROM person WHERE id = $1', [await ruth.personId()]);
    expect(other).toEqual({ language: 'en' });
  });
});

describe('what a picture or a sign says', () => {
  it('is said in words too: every button has a word on it and no picture is sent (ACC-03)', () => {
    for (const hand of [noor, ruth]) {
      const labels = hand.phone.see().flatMap((message) => message.buttons.flat().map(({ label }) => label));
      for (const label of labels) expect(label).toMatch(/\p{L}|\d/u);
    }
    expect(world.telegram.journal.requests('sendPhoto')).toEqual([]);
  });
});

describe('what may be read on a locked screen', () => {
  const TOPICS =
    /mentor|mentee|peer|programme|program\b|time to talk|carer|illness|recovery|reflection|coordinator|crisis/i;

  it('says nothing of the programme or the topic when the bot writes first (ENR-07)', async () => {
    const unasked: string[] = [];
    const watch = (hand: Hand): void => {
      hand.looks();
    };
    const collect = (hand: Hand): void => {
      unasked.push(...hand.news().map((text) => text.split('\n')[0] ?? ''));
    };
    const programmeId = (await world.core.read.programmes.first())?.id ?? '';
    const newcomer = handOf(world, world.stranger('Lin'));
    const menteeId = await joins(world, newcomer.phone, 'Lin');
    watch(newcomer);
    watch(ruth);
    await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
    await world.coordinate('make-pair', { programmeId, mentorId: await ruth.personId(), menteeId });
    collect(newcomer);
    collect(ruth);
    expect(unasked).toHaveLength(3);
    await newcomer.presses('See it');
    expect(newcomer.reads()).toMatch(/Ruth is now your mentor/);
    watch(ruth);
    await noor.does('book', 'tomorrow 4pm', { press: 'By text' }, { press: '15 minutes' });
    collect(ruth);
    watch(noor);
    await ruth.presses('Yes, that suits me');
    collect(noor);
    watch(ruth);
    await noor.does('reflect', 'something to read', { press: /^Share with Ruth/ });
    collect(ruth);
    watch(noor);
    watch(ruth);
    await world.later({ hours: 48 });
    collect(noor);
    collect(ruth);
    expect(unasked.length).toBeGreaterThanOrEqual(6);
    for (const line of unasked) expect(line).not.toMatch(TOPICS);
  });
});
