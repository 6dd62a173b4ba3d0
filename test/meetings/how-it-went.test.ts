import { afterEach, describe, expect, it } from 'vitest';
import { type PaperPair, paperPair } from './paper-pair.ts';

let pair: PaperPair;

afterEach(async () => {
  expect(pair.world.faults).toEqual([]);
  await pair.world.close();
});

async function until(moment: string): Promise<void> {
  const { clock, later } = pair.world;
  await later({ milliseconds: Date.parse(moment) - clock.now().epochMilliseconds });
}

async function lastHeldAt(): Promise<string | undefined> {
  return (await pair.world.store.read.pairs.pair(pair.pairId))?.lastHeldAt?.toString();
}

describe('afterwards (MTG-08)', () => {
  it('asks each side how it went, one tap each, with the way to a next one in the same message', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-24T15:00');
    await until('2026-11-24T16:00:00Z');
    for (const who of [pair.mentor, pair.mentee]) {
      expect((await pair.sent(who, 'how-it-went')).map(({ at }) => at)).toEqual(['2026-11-24T15:40:00Z']);
      expect(pair.world.labels(who)).toEqual([
        ...['It happened', 'It was moved', 'It did not happen', 'Rather not say', 'Find another time'],
        ...['Home', 'Help'],
      ]);
    }
    const before = pair.world.said(pair.mentor);
    await pair.world.press(pair.mentee, 'It happened');
    expect(await pair.meeting(id)).toMatchObject({ menteeAnswer: 'happened', mentorAnswer: null });
    expect(pair.world.said(pair.mentee)).toContain('You said that it happened. You can change this.');
    expect(await lastHeldAt()).toBe('2026-11-24T15:00:00Z');
    // Both say it for themselves: the one is not told what the other said.
    expect(pair.world.said(pair.mentor)).toBe(before);
  });

  it('keeps both answers where they differ, blames nobody, and lets either change theirs', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-24T15:00');
    await until('2026-11-24T16:00:00Z');
    await pair.world.press(pair.mentor, 'It did not happen');
    await pair.world.press(pair.mentee, 'It happened');
    expect(await pair.meeting(id)).toMatchObject({
      menteeAnswer: 'happened',
      mentorAnswer: 'did-not-happen',
    });
    expect(await pair.world.rows('SELECT 1 FROM task')).toEqual([]);
    await pair.world.press(pair.mentee, 'Rather not say');
    expect(await pair.meeting(id)).toMatchObject({ menteeAnswer: 'rather-not-say' });
    expect(await lastHeldAt()).toBeUndefined();
    const answered = await pair.world.rows(
      `SELECT ids FROM journal WHERE event = 'meeting.answered' ORDER BY id`,
    );
    expect(answered.map(({ ids }) => ids)).toMatchObject([
      { answer: 'did-not-happen', personId: pair.mentor.id },
      { answer: 'happened', personId: pair.mentee.id },
      { answer: 'rather-not-say', personId: pair.mentee.id },
    ]);
  });

  it('takes no answer before the end, none from a stranger, and counts the same answer once', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-24T15:00');
    const stranger = await pair.world.person('Zoe');
    const answer = async (who: { id: string; accountId: string }) => {
      const person = await pair.world.store.read.people.person(who.id);
      const account = await pair.world.store.read.people.account(who.accountId);
      if (person === undefined || account === undefined) throw new Error('Nobody');
      const by = { is: 'person', person, account } as const;
      const args = { meetingId: id, answer: 'happened' };
      return await pair.world.core.perform({ command: 'answer-meeting', args, by });
    };
    expect(await answer(pair.mentee)).toMatchObject({
      did: 'refused',
      refusal: { refused: 'meeting.changed' },
    });
    await until('2026-11-24T16:00:00Z');
    expect(await answer(stranger)).toMatchObject({
      did: 'refused',
      refusal: { refused: 'meeting.not-yours' },
    });
    expect(await answer(pair.mentee)).toMatchObject({ events: ['meeting.answered'] });
    expect(await answer(pair.mentee)).toMatchObject({ events: [] });
  });

  it('waits for the morning after a late one, and is dropped when it could not be asked for three days', async () => {
    pair = await paperPair();
    await pair.book('2026-11-24T20:30');
    await pair.book('2026-11-26T15:00');
    await until('2026-11-25T09:00:00Z');
    expect((await pair.sent(pair.mentee, 'how-it-went')).map(({ at }) => at)).toEqual([
      '2026-11-25T08:00:00Z',
    ]);
    // Nothing runs until three days after the second one.
    pair.world.clock.set('2026-11-29T15:31:00Z');
    await pair.world.core.settle();
    expect(await pair.sent(pair.mentee, 'how-it-went')).toHaveLength(1);
  });

  it('waits until quiet hours end that were chosen after it was planned', async () => {
    pair = await paperPair();
    await pair.book('2026-11-24T15:00');
    await until('2026-11-24T15:20:00Z');
    await pair.change(pair.mentee, { quietFrom: '15:30', quietTo: '18:00' });
    await until('2026-11-24T19:00:00Z');
    expect((await pair.sent(pair.mentee, 'how-it-went')).map(({ at }) => at)).toEqual([
      '2026-11-24T18:00:00Z',
    ]);
  });
});

describe('a pattern of short notice (MTG-09, D11)', () => {
  const callsOff = async (wall: string, who: 'mentee' | 'mentor'): Promise<void> => {
    await pair.book(wall);
    await pair.world.press(pair[who], "I can't make it");
  };
  const asked = async () => await pair.world.rows(`SELECT * FROM task WHERE kind = 'may-want-a-hand'`);

  it('is counted for the pair, and asks a coordinator once whether they may want a hand', async () => {
    pair = await paperPair();
    await callsOff('2026-11-23T15:00', 'mentee');
    await callsOff('2026-11-23T16:00', 'mentor');
    expect(await asked()).toEqual([]);
    await callsOff('2026-11-23T17:00', 'mentee');
    expect(await asked()).toMatchObject([{ pairId: pair.pairId, personId: null, doneAt: null }]);
    await callsOff('2026-11-23T18:00', 'mentee');
    expect(await asked()).toHaveLength(1);
    for (const who of [pair.mentee, pair.mentor]) {
      expect(pair.world.said(who)).not.toMatch(/short notice|three times|a hand/i);
    }
  });

  it('leaves early notice out, and what a coordinator has seen to', async () => {
    pair = await paperPair();
    for (const day of ['27', '28', '29', '30']) await callsOff(`2026-11-${day}T15:00`, 'mentee');
    expect(await asked()).toEqual([]);
    for (const hour of ['14', '15', '16']) await callsOff(`2026-11-23T${hour}:00`, 'mentee');
    const [task] = await asked();
    const by = { is: 'coordinator', name: 'Jo' } as const;
    const done = await pair.world.core.perform({
      command: 'finish-task',
      args: { taskId: task?.['id'] },
      by,
    });
    expect(done.did).toBe('done');
    await pair.world.later({ hours: 1 });
    await callsOff('2026-11-23T17:00', 'mentee');
    await callsOff('2026-11-23T18:00', 'mentee');
    expect(await asked()).toHaveLength(1);
    await callsOff('2026-11-23T19:00', 'mentee');
    expect(await asked()).toHaveLength(2);
  });
});
