import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let amina: Writer;
let tom: Writer;

beforeEach(async () => {
  world = await openPaperWorld();
  amina = await world.person('Amina');
  tom = await world.person('Tom');
});

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function wrote(who: Writer, text: string): Promise<void> {
  await world.write(who, 'reflect');
  await world.write(who, text);
}

describe('the list of what somebody wrote', () => {
  it('is theirs alone, newest first, a page at a time, with their own days', async () => {
    for (let count = 1; count <= 8; count += 1) {
      await wrote(amina, `note number ${count}`);
      world.clock.forward({ hours: 24 });
    }
    await wrote(tom, 'a note of Tom');
    await world.write(amina, 'my reflections');
    expect(world.labels(amina)[0]).toBe('Monday 30 November: note number 8');
    expect(world.labels(amina).filter((label) => label.includes('note number'))).toHaveLength(6);
    await world.press(amina, 'Older');
    expect(world.labels(amina).filter((label) => label.includes('note number'))).toHaveLength(2);
    expect(world.labels(amina).join()).not.toContain('Tom');
  });

  it('shows the beginning of a text, cut between letters as a reader sees them', async () => {
    await wrote(amina, '👩‍👩‍👧'.repeat(50));
    await world.write(amina, 'my reflections');
    expect(world.labels(amina)[0]?.endsWith(`${'👩‍👩‍👧'.repeat(36)}…`)).toBe(true);
  });

  it('can be taken away as a text file, oldest first, each under its own time', async () => {
    await wrote(amina, 'first');
    world.clock.forward({ hours: 1 });
    await wrote(amina, 'ä second 🙂');
    await wrote(tom, 'a note of Tom');
    await world.write(amina, 'my reflections');
    await world.press(amina, 'Save all as a file');
    const file = world.messages(amina).at(-1)?.file;
    expect(new TextDecoder('utf-8', { fatal: true }).decode(file?.bytes)).toBe(
      '2026-11-23 09:00 (Europe/London)\n\nfirst\n\n----\n\n2026-11-23 10:00 (Europe/London)\n\nä second 🙂\n',
    );
  });
});

describe('what was written outside any question', () => {
  const thought = 'The bus was late and I still went in, which is something';

  it('is offered as the beginning of a reflection, and kept in one tap', async () => {
    await world.write(amina, thought);
    await world.write(amina, 'reflect');
    expect(world.last(amina)).toContain(thought);
    await world.press(amina, 'Yes, keep that');
    await world.press(amina, 'Read it');
    expect(world.last(amina)).toContain(thought);
    expect(await world.rows('SELECT 1 FROM draft')).toHaveLength(0);
  });

  it('takes one word for a reflection, also one that means something elsewhere; help is heard all the same', async () => {
    await world.write(amina, 'reflect');
    await world.write(amina, 'help!');
    expect(world.last(amina)).toContain('999');
    await world.write(amina, 'free');
    await world.press(amina, 'Read it');
    expect(world.last(amina)).toContain('free');
  });

  it('stays, in front of something else that is written instead', async () => {
    await world.write(amina, thought);
    await world.write(amina, 'reflect');
    await world.write(amina, 'keep');
    await world.press(amina, 'Read it');
    expect(world.last(amina)).toContain('keep');
    expect(world.last(amina)).toContain(thought);
  });
});
