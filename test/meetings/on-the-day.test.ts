import { afterEach, describe, expect, it } from 'vitest';
import { type PaperPair, paperPair } from './paper-pair.ts';

let pair: PaperPair;

afterEach(async () => {
  expect(pair.world.faults).toEqual([]);
  await pair.world.close();
});

/** To that moment, stopping at everything that is due on the way. */
async function until(moment: string): Promise<void> {
  const { clock, later } = pair.world;
  await later({ milliseconds: Date.parse(moment) - clock.now().epochMilliseconds });
}

describe('the energy check on the day (ENR-04)', () => {
  it('asks in the morning, with what can be done about it one tap away', async () => {
    pair = await paperPair();
    await pair.book('2026-11-26T15:00');
    await until('2026-11-26T09:00:00Z');
    expect(pair.world.last(pair.mentee)).toContain('Today you and Ana are going to talk. How are you?');
    expect(pair.world.labels(pair.mentee)).toEqual([
      ...["Let's go ahead", 'Only 15 minutes', 'By text today', 'Another day', "I can't make it"],
      ...['Put it in my calendar', 'Write to Ana', 'Home', 'Help'],
    ]);
  });

  it('names only what can be done about this one', async () => {
    pair = await paperPair();
    const asked = async (wall: string, manner: { mode: string; minutes: number }): Promise<string> => {
      await pair.book(wall, manner);
      await until(`${wall.slice(0, 10)}T09:00:00Z`);
      return pair.world.last(pair.mentee);
    };
    const short = await asked('2026-11-26T15:00', { mode: 'text', minutes: 15 });
    expect(short).toContain('How are you? You can go ahead or choose another day.');
    expect(short).not.toMatch(/shorter|by text,/);
    expect(pair.world.labels(pair.mentee).join()).not.toMatch(/Only|By text today/);
    const brief = await asked('2026-11-27T15:00', { mode: 'phone', minutes: 15 });
    expect(brief).toContain('You can go ahead, do it by text or choose another day.');
    const typed = await asked('2026-11-30T15:00', { mode: 'text', minutes: 30 });
    expect(typed).toContain('You can go ahead, make it shorter or choose another day.');
    const long = await asked('2026-12-01T15:00', { mode: 'phone', minutes: 30 });
    expect(long).toContain('You can go ahead, make it shorter, do it by text or choose another day.');
  });

  it('makes it shorter at once, tells the other one, and both cards say so', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-26T15:00', { minutes: 60, restMinutes: 15 });
    await until('2026-11-26T09:00:00Z');
    await pair.world.press(pair.mentee, 'Only 30 minutes');
    expect(await pair.meeting(id)).toMatchObject({
      minutes: 30,
      restMinutes: 15,
      state: 'confirmed',
      menteeReady: true,
    });
    expect(pair.world.last(pair.mentor)).toContain('Mia made it shorter this time.');
    for (const who of [pair.mentor, pair.mentee]) {
      const cards = pair.world
        .messages(who)
        .filter(({ paragraphs }) => /With (Ana|Mia)\./.test(paragraphs.join(' ')));
      for (const card of cards.slice(-3))
        expect(card.paragraphs.join(' ')).toContain('30 minutes in two halves');
    }
    const [claim] = await pair.world.rows('SELECT DISTINCT upper(during) AS ends FROM occupancy');
    expect(claim?.['ends']).toEqual(new Date('2026-11-26T15:45:00Z'));
  });

  it('makes it by text at once, and the place that was meant for something else is gone', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-26T15:00');
    await until('2026-11-26T09:00:00Z');
    await pair.world.press(pair.mentee, 'By text today');
    expect(await pair.meeting(id)).toMatchObject({ mode: 'text', placeSealed: null, minutes: 30 });
    expect(pair.world.last(pair.mentor)).toContain('Mia would like to do this by text.');
    expect(pair.world.labels(pair.mentee)).not.toContain('By text today');
  });

  it('leads to another day, and to a word that both are there', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-26T15:00');
    await until('2026-11-26T09:00:00Z');
    await pair.world.press(pair.mentor, "Let's go ahead");
    expect(await pair.meeting(id)).toMatchObject({ mentorReady: true, menteeReady: false });
    expect(pair.world.last(pair.mentee)).toContain('Ana will be there.');
    await pair.world.press(pair.mentee, 'Another day');
    expect(pair.world.last(pair.mentee)).toContain('The time is now:');
  });

  it('is left out by those who do not want it, and never comes in quiet hours or too late to help', async () => {
    pair = await paperPair(undefined, {
      mentee: { settings: { energyCheck: false } },
      mentor: { quietFrom: '22:00', quietTo: '10:00' },
    });
    await pair.book('2026-11-26T10:45');
    await pair.book('2026-11-27T10:15');
    await until('2026-11-28T09:00:00Z');
    expect(await pair.sent(pair.mentee, 'energy')).toEqual([]);
    expect((await pair.sent(pair.mentor, 'energy')).map(({ at }) => at)).toEqual(['2026-11-26T10:00:00Z']);
  });
});

describe('a time that costs the mentor something (MTG-10)', () => {
  const costly = async (): Promise<string> => {
    const weekly = [{ day: 4 as const, from: '14:00', to: '17:00', costly: true }];
    const changedAt = pair.world.clock.now();
    const row = { id: pair.mentor.id, version: 1, weekly, exceptions: [], changedAt };
    await pair.world.commit({ saves: [{ table: 'availability', row }] });
    return await pair.book('2026-12-03T15:00');
  };

  it('asks the mentee early and gently, and tells the mentor at once when there is a yes', async () => {
    pair = await paperPair();
    const id = await costly();
    expect(await pair.meeting(id)).toMatchObject({ costly: true });
    await until('2026-11-30T15:00:00Z');
    expect((await pair.sent(pair.mentee, 'costly')).map(({ at }) => at)).toEqual(['2026-11-30T15:00:00Z']);
    expect(await pair.sent(pair.mentor, 'costly')).toEqual([]);
    expect(pair.world.last(pair.mentee)).toContain('If not, that is fine too.');
    await pair.world.press(pair.mentee, "I'll be there");
    expect(pair.world.last(pair.mentor)).toMatch(/^Mia will be there\./);
  });

  it('asks nothing of somebody on a break, and nothing of who has said so already', async () => {
    pair = await paperPair();
    await costly();
    await pair.world.write(pair.mentee, 'pause');
    await pair.world.press(pair.mentee, 'Until I say');
    await until('2026-12-01T15:00:00Z');
    expect(await pair.sent(pair.mentee, 'costly')).toEqual([]);
  });
});
