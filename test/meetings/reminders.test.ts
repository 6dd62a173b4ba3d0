import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { type PaperPair, paperPair } from './paper-pair.ts';

let pair: PaperPair;

afterEach(async () => {
  expect(pair.world.faults).toEqual([]);
  await pair.world.close();
});

describe('reminders before a meeting (MTG-07)', () => {
  it('come a day and two hours before, each once, with confirm, change and cancel in the same message', async () => {
    pair = await paperPair(undefined, { mentee: { settings: { energyCheck: false } } });
    await pair.book('2026-11-26T15:00');
    await pair.world.later({ hours: 24 * 3 + 5 });
    expect((await pair.sent(pair.mentee, 'reminder')).map(({ at }) => at)).toEqual([
      '2026-11-25T15:00:00Z',
      '2026-11-26T13:00:00Z',
    ]);
    expect(pair.world.said(pair.mentee)).toContain('A short reminder: you and Ana are going to talk.');
    expect(pair.world.labels(pair.mentee)).toEqual([
      "I'll be there",
      'Move it',
      "I can't make it",
      'Put it in my calendar',
      'Repeat this',
      'Write to Ana',
      'Home',
      'Help',
    ]);
    await pair.world.press(pair.mentee, "I'll be there");
    expect(pair.world.last(pair.mentee)).toContain('You said you will be there');
    expect(pair.world.labels(pair.mentee)).not.toContain("I'll be there");
    expect(pair.world.last(pair.mentor)).toContain('Mia will be there.');
  });

  it('come at the times that each person set, also when set after the meeting was booked', async () => {
    pair = await paperPair(undefined, { mentee: { settings: { energyCheck: false } } });
    await pair.book('2026-11-26T15:00');
    await pair.world.write(pair.mentee, 'settings');
    await pair.world.press(pair.mentee, 'Reminders');
    await pair.world.press(pair.mentee, 'Reminders: two hours before');
    await pair.world.later({ hours: 24 * 3 + 5 });
    expect((await pair.sent(pair.mentee, 'reminder')).map(({ at }) => at)).toEqual(['2026-11-26T13:00:00Z']);
    // On the day the mentor is asked how he is instead, in the morning.
    expect((await pair.sent(pair.mentor)).map(({ news, at }) => `${news} ${at}`)).toEqual([
      'booked 2026-11-23T09:00:00Z',
      'reminder 2026-11-25T15:00:00Z',
      'energy 2026-11-26T09:00:00Z',
      'reminder 2026-11-26T13:00:00Z',
    ]);
  });

  it('are not sent again when settings change after one was sent', async () => {
    pair = await paperPair(undefined, { mentee: { settings: { energyCheck: false } } });
    await pair.book('2026-11-26T22:30');
    // Ten in the evening is quiet, so the day-before one came at half past eight.
    await pair.world.later({ hours: 24 * 2 + 11, minutes: 35 });
    expect((await pair.sent(pair.mentee, 'reminder')).map(({ at }) => at)).toEqual(['2026-11-25T20:30:00Z']);
    await pair.world.write(pair.mentee, 'settings');
    await pair.world.press(pair.mentee, 'Quiet hours');
    await pair.world.press(pair.mentee, 'No quiet hours');
    await pair.world.later({ hours: 24 + 2 });
    expect((await pair.sent(pair.mentee, 'reminder')).map(({ at }) => at)).toEqual([
      '2026-11-25T20:30:00Z',
      '2026-11-26T20:30:00Z',
    ]);
  });

  it('that had passed when the meeting was booked are not made up for, and none is sent late', async () => {
    pair = await paperPair(undefined, { mentee: { settings: { energyCheck: false } } });
    await pair.book('2026-11-24T08:30');
    // The two-hours one falls into the night: it comes on the evening before.
    expect(
      (await pair.due('remind')).filter(({ args }) => args['personId'] === pair.mentee.id),
    ).toMatchObject([{ at: '2026-11-23T20:30:00Z' }]);
    // Nothing ran from then on for an hour.
    pair.world.clock.set('2026-11-23T20:59:00Z');
    await pair.world.core.settle();
    expect(await pair.sent(pair.mentee, 'reminder')).toHaveLength(1);
    await pair.book('2026-11-25T15:00');
    pair.world.clock.set('2026-11-25T13:31:00Z');
    await pair.world.core.settle();
    expect(await pair.sent(pair.mentee, 'reminder')).toHaveLength(1);
  });

  it('fire once when the clock jumps an hour or a day forward and back', async () => {
    for (const [minutes, jump] of [
      [60, { hours: 1 }],
      [1440, { hours: 24 }],
    ] as const) {
      pair = await paperPair(undefined, {
        mentee: { settings: { energyCheck: false, reminders: [minutes] } },
      });
      await pair.book('2026-11-26T15:00');
      const at = Temporal.Instant.from('2026-11-26T15:00:00Z').subtract({ minutes });
      for (const moment of [
        at.subtract(jump),
        at,
        at.subtract(jump),
        at.add({ minutes: 1 }),
        at,
        at.add(jump),
      ]) {
        pair.world.clock.set(moment.toString());
        await pair.world.core.settle();
      }
      expect(await pair.sent(pair.mentee, 'reminder')).toHaveLength(1);
      if (minutes === 60) await pair.world.close();
    }
  });

  it('go to nobody who asked for silence, and to somebody on a break about what they kept', async () => {
    pair = await paperPair();
    await pair.book('2026-11-26T15:00');
    await pair.world.write(pair.mentee, 'stop');
    await pair.world.write(pair.mentor, 'pause');
    await pair.world.press(pair.mentor, 'A week');
    await pair.world.later({ hours: 24 * 3 + 8 });
    expect(await pair.sent(pair.mentee, 'reminder')).toEqual([]);
    expect(await pair.sent(pair.mentor, 'reminder')).toHaveLength(2);
    expect(await pair.sent(pair.mentor, 'how-it-went')).toEqual([]);
  });

  it('follow a meeting that moves, and none is left of the old time', async () => {
    pair = await paperPair(undefined, { mentee: { settings: { energyCheck: false } } });
    const id = await pair.book('2026-11-26T15:00');
    const by = { is: 'coordinator', name: 'Jo' } as const;
    const args = { meetingId: id, startsAt: '2026-11-27T10:00:00Z' };
    await pair.world.core.perform({ command: 'move-meeting', args, by });
    await pair.world.later({ hours: 24 * 5 });
    expect((await pair.sent(pair.mentee, 'reminder')).map(({ at }) => at)).toEqual([
      '2026-11-26T10:00:00Z',
      '2026-11-27T08:00:00Z',
    ]);
  });

  it('are gone once the meeting is called off', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-26T15:00');
    await pair.world.press(pair.mentee, "I can't make it");
    expect((await pair.meeting(id)).state).toBe('cancelled');
    expect([...(await pair.due('remind')), ...(await pair.due('ask-how-it-went'))]).toEqual([]);
  });
});
