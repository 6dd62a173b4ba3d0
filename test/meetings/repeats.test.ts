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

async function starts(): Promise<string[]> {
  const rows = await pair.world.rows(
    `SELECT to_char("startsAt" AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS at FROM meeting WHERE state = 'confirmed' ORDER BY "startsAt"`,
  );
  return rows.map(({ at }) => String(at));
}

/** Mia asks to repeat a Tuesday at three, and Ana says yes. */
async function repeats(rhythm = 'Every week'): Promise<string> {
  const id = await pair.book('2026-11-24T15:00');
  await pair.world.press(pair.mentee, 'Repeat this');
  await pair.world.press(pair.mentee, rhythm);
  await pair.world.press(pair.mentor, 'Yes, repeat it');
  return id;
}

const WEEKS = ['11-24 15:00', '12-01 15:00', '12-08 15:00', '12-15 15:00', '12-22 15:00'];

describe('meetings that repeat by agreement (MTG-06)', () => {
  it('are asked of the other one, who says yes; then the next ones are agreed', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-11-24T15:00');
    await pair.world.press(pair.mentee, 'Repeat this');
    expect(pair.world.labels(pair.mentee).slice(0, 4)).toEqual([
      ...['Every week', 'Every two weeks', 'Every four weeks', 'Another number of days'],
    ]);
    await pair.world.press(pair.mentee, 'Every week');
    expect(pair.world.last(pair.mentee)).toContain('You asked Ana to repeat this.');
    expect(pair.world.last(pair.mentor)).toContain('Mia would like to repeat this.');
    expect(pair.world.last(pair.mentor)).toContain('Every week, Tuesday, 3:00 pm.');
    expect(await starts()).toEqual(['11-24 15:00']);
    await pair.world.press(pair.mentor, 'Yes, repeat it');
    expect(await starts()).toEqual(WEEKS);
    expect((await pair.meeting(id)).seriesId).not.toBeNull();
    for (const who of [pair.mentor, pair.mentee]) {
      expect(pair.world.said(who)).toContain('Tuesday 22 December, 3:00 pm');
      expect(pair.world.said(who)).toContain('This repeats for you and');
    }
    expect(await pair.world.rows('SELECT 1 FROM occupancy')).toHaveLength(10);
  });

  it('go on as time passes, with reminders of each, until somebody stops them', async () => {
    pair = await paperPair(undefined, { mentee: { settings: { energyCheck: false, reminders: [120] } } });
    await repeats();
    await until('2026-12-16T09:00:00Z');
    expect(await starts()).toEqual([...WEEKS, '12-29 15:00', '01-05 15:00', '01-12 15:00'].toSorted(byYear));
    expect((await pair.sent(pair.mentee, 'reminder')).map(({ at }) => at)).toEqual([
      ...['2026-11-24T13:00:00Z', '2026-12-01T13:00:00Z', '2026-12-08T13:00:00Z', '2026-12-15T13:00:00Z'],
    ]);
    await pair.world.press(pair.mentee, 'How it repeats');
    await pair.world.press(pair.mentee, 'Stop repeating');
    expect(pair.world.last(pair.mentor)).toContain('This does not repeat.');
    expect(pair.world.last(pair.mentor)).toContain('What is arranged already stays.');
    await until('2027-03-01T09:00:00Z');
    expect(await starts()).toHaveLength(8);
    expect(await pair.due('extend-series')).toEqual([]);
  });

  it('give the pair its rhythm, which stays when they stop until another one is agreed', async () => {
    pair = await paperPair();
    await pair.world.rows('UPDATE pair SET "rhythmDays" = NULL');
    const rhythm = async () => (await pair.world.store.read.pairs.pair(pair.pairId))?.rhythmDays;
    expect(await rhythm()).toBeNull();
    await repeats('Every two weeks');
    expect(await rhythm()).toBe(14);
    await pair.world.press(pair.mentor, 'Stop, and call the rest off');
    expect(await rhythm()).toBe(14);
  });

  it('are told by telephone to somebody who has no app, as they are added', async () => {
    pair = await paperPair();
    await repeats();
    const toRing = async () =>
      (await pair.world.rows(`SELECT "personId" FROM task WHERE kind = 'tell-by-phone'`)).map((row) =>
        String(row['personId']),
      );
    expect(await toRing()).toEqual([]);
    await pair.world.rows(`UPDATE account SET reachable = false WHERE "personId" = '${pair.mentee.id}'`);
    await until('2026-12-02T09:00:00Z');
    const rung = await toRing();
    expect(rung.length).toBeGreaterThan(0);
    expect(new Set(rung)).toEqual(new Set([pair.mentee.id]));
  });

  it('can be stopped and called off in one tap, with one word to the other about all of them', async () => {
    pair = await paperPair();
    await repeats();
    const before = pair.world.messages(pair.mentee).length;
    await pair.world.press(pair.mentor, 'Stop, and call the rest off');
    expect(await starts()).toEqual([]);
    expect(pair.world.messages(pair.mentee)).toHaveLength(before + 1);
    expect(pair.world.last(pair.mentee)).toContain('This does not repeat.');
    expect(await pair.world.rows('SELECT 1 FROM occupancy')).toEqual([]);
    expect([...(await pair.due('remind')), ...(await pair.due('ask-how-it-went'))]).toEqual([]);
    expect(pair.world.labels(pair.mentee)).toContain('Arrange a time');
  });

  it('take single exceptions: one moved or called off leaves the rest as they are', async () => {
    pair = await paperPair();
    await repeats();
    const by = { is: 'coordinator', name: 'Jo' } as const;
    const [, second, third] = await pair.world.rows(`SELECT id FROM meeting ORDER BY "startsAt"`);
    const moved = { meetingId: second?.['id'], startsAt: '2026-12-02T10:00:00Z' };
    await pair.world.core.perform({ command: 'move-meeting', args: moved, by });
    await pair.world.core.perform({ command: 'cancel-meeting', args: { meetingId: third?.['id'] }, by });
    await until('2026-12-09T09:00:00Z');
    expect(await starts()).toEqual(
      ['11-24 15:00', '12-02 10:00', '12-15 15:00', '12-22 15:00', '12-29 15:00', '01-05 15:00'].toSorted(
        byYear,
      ),
    );
  });

  it('leave out a day on which one of the two has something else on, and say so to both', async () => {
    pair = await paperPair();
    const other = await pair.world.person('Zoe');
    await pair.world.pair(pair.mentor, other);
    const pairId = (await pair.world.store.read.pairs.pairsOf(other.id))[0]?.id;
    const args = { pairId, wall: '2026-12-08T15:15', mode: 'phone' };
    await pair.world.core.perform({ command: 'book-for-pair', args, by: { is: 'coordinator', name: 'Jo' } });
    await repeats();
    expect((await starts()).filter((at) => at.startsWith('12-08'))).toEqual(['12-08 15:15']);
    for (const who of [pair.mentor, pair.mentee]) {
      expect(pair.world.said(who)).toContain('On Tuesday 8 December one of you has something else on.');
    }
  });

  it('take a rhythm of their own, and another one instead of the one that was asked for', async () => {
    pair = await paperPair();
    await pair.book('2026-11-24T15:00');
    await pair.world.press(pair.mentee, 'Repeat this');
    await pair.world.press(pair.mentee, 'Another number of days');
    await pair.world.write(pair.mentee, 'loads');
    expect(pair.world.last(pair.mentee)).toContain('I could not read that number');
    await pair.world.write(pair.mentee, 'every 10 days');
    expect(pair.world.last(pair.mentor)).toContain('Every 10 days, 3:00 pm.');
    const old = pair.world.messages(pair.mentor).length - 1;
    await pair.world.press(pair.mentor, 'Another rhythm');
    await pair.world.press(pair.mentor, 'Every two weeks');
    expect(pair.world.last(pair.mentee)).toContain('Ana would like to repeat this.');
    // What was asked before cannot be agreed to any more, and nobody says yes to themself.
    expect(await pair.world.rows('SELECT 1 FROM series')).toHaveLength(1);
    expect(
      pair.world
        .messages(pair.mentor)
        [old]?.buttons.flat()
        .map(({ label }) => label),
    ).not.toContain('Yes, repeat it');
    await pair.world.press(pair.mentee, 'Yes, repeat it');
    expect((await starts()).slice(0, 3)).toEqual(
      ['11-24 15:00', '12-08 15:00', '12-22 15:00'].toSorted(byYear),
    );
  });

  it('are taken back or said no to with nothing lost', async () => {
    pair = await paperPair();
    await pair.book('2026-11-24T15:00');
    await pair.world.press(pair.mentee, 'Repeat this');
    await pair.world.press(pair.mentee, 'Every week');
    await pair.world.press(pair.mentor, 'No, just this once');
    expect(await starts()).toEqual(['11-24 15:00']);
    expect(pair.world.last(pair.mentee)).toContain('This does not repeat.');
    await pair.world.press(pair.mentee, 'Repeat this');
    await pair.world.press(pair.mentee, 'Every four weeks');
    await pair.world.press(pair.mentee, 'Take it back');
    expect(await pair.world.rows(`SELECT 1 FROM series WHERE state <> 'ended'`)).toEqual([]);
  });

  it('rest while one of the two takes a break, and end with the pair', async () => {
    pair = await paperPair();
    await repeats();
    await pair.change(pair.mentee, { paused: true });
    await until('2026-12-09T09:00:00Z');
    expect(await starts()).toEqual(WEEKS);
    await pair.change(pair.mentee, { paused: false });
    await until('2026-12-16T09:00:00Z');
    expect(await starts()).toHaveLength(8);
    const row = await pair.world.store.read.pairs.pair(pair.pairId);
    if (row === undefined) throw new Error('No pair');
    await pair.world.commit({
      saves: [{ table: 'pair', row: { ...row, state: 'ended', version: row.version + 1 } }],
    });
    await until('2027-03-01T09:00:00Z');
    expect(await starts()).toHaveLength(8);
    expect(await pair.world.rows(`SELECT state FROM series`)).toEqual([{ state: 'ended' }]);
  });

  it('catch up after the program did not run for months, without the days that have passed', async () => {
    pair = await paperPair();
    await repeats();
    pair.world.clock.set('2027-04-14T09:00:00Z');
    await pair.world.core.settle();
    const ahead = (await starts()).filter((at) => at > '04-14' && at < '11');
    expect(ahead).toEqual(['04-20 14:00', '04-27 14:00', '05-04 14:00', '05-11 14:00']);
  });
});

/** A winter: what is left of the old year first. */
function byYear(a: string, b: string): number {
  const winter = (at: string) => (at < '07' ? `1${at}` : `0${at}`);
  return winter(a).localeCompare(winter(b));
}
