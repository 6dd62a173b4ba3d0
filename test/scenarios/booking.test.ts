import { describe, expect, it } from 'vitest';
import { joins, type Two } from '../support/arrive.ts';
import { type Hand, handOf, labelsOf } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

describe('a mentee and her mentor arrange to meet', () => {
  let world: World;
  let two: Two;
  let aisha: Hand;
  let ruth: Hand;

  withPair((opened) => {
    ({ world, two, aisha, ruth } = opened);
  });

  const meeting = async (): Promise<Record<string, unknown>> => {
    const rows = await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1');
    return rows[0] ?? {};
  };
  const claimed = async (): Promise<number> =>
    (await world.rows('SELECT 1 FROM occupancy WHERE "meetingId" = $1', [(await meeting())['id']])).length;

  const asks = async (when: string): Promise<void> => {
    await aisha.does('book', when, { press: 'By phone' }, { press: '30 minutes' }, { press: 'Skip' });
  };
  /** Whichever cards stand in a chat say this. */
  const cardsOf = (hand: Hand): string[] =>
    hand.phone
      .see()
      .filter(({ from, text }) => from.isBot && /^With (A|Aisha|R|Ruth)\./m.test(text))
      .map(({ text }) => text);

  it('asks for a time in plain words and in her own time, and he says yes in one tap (MTG-03, ENR-02)', async () => {
    ruth.looks();
    await asks('tomorrow 3pm');
    expect(aisha.reads()).toMatch(/Tuesday 24 November, 3:00 pm/);
    expect(ruth.news().join()).toMatch(/Tuesday 24 November, 3:00 pm/);
    expect(await meeting()).toMatchObject({ state: 'proposed', startsAt: new Date('2026-11-24T15:00Z') });
    expect(await claimed()).toBe(0);
    await ruth.presses('Yes, that suits me');
    expect(await meeting()).toMatchObject({ state: 'confirmed', mode: 'phone', minutes: 30 });
    expect(await claimed()).toBe(2);
  });

  it('says who, when and how on every card, and the earlier card stays true on both sides (ACC-04)', async () => {
    for (const hand of [aisha, ruth]) {
      expect(cardsOf(hand).length).toBeGreaterThan(0);
      for (const card of cardsOf(hand)) {
        expect(card).toMatch(/Tuesday 24 November, 3:00 pm/);
        expect(card).toMatch(/have agreed/);
        expect(card).toMatch(/By phone, 30 minutes/);
      }
    }
  });

  it('moves it: the agreed time stands until the other says yes, then no card shows the old one (MTG-03, PAC-03)', async () => {
    await aisha.presses('Move it');
    await aisha.writes('Thursday at 11');
    if (aisha.labels().some((label) => /11:00 am/.test(label))) await aisha.presses(/11:00 am/);
    expect(await meeting()).toMatchObject({ startsAt: new Date('2026-11-24T15:00Z') });
    await ruth.presses('Yes, move it');
    expect(await meeting()).toMatchObject({
      startsAt: new Date('2026-11-26T11:00Z'),
      movedFrom: new Date('2026-11-24T15:00Z'),
    });
    for (const card of [...cardsOf(aisha), ...cardsOf(ruth)]) expect(card).toMatch(/26 November, 11:00 am/);
  });

  it('cancels in one tap with no reason; the notice is stored and both are free again (MTG-11, MTG-08)', async () => {
    ruth.looks();
    await aisha.presses("I can't make it");
    const now = await meeting();
    expect(now).toMatchObject({ state: 'cancelled', cancelledBy: two.menteeId, reasonSealed: null });
    expect(now['noticeMinutes']).toBe(3 * 24 * 60 + 2 * 60);
    expect(await claimed()).toBe(0);
    expect(ruth.news().join()).toMatch(/cannot make it/);
    expect(aisha.labels()).toContain('Find another time');
  });

  it('names a cause only if she likes, sealed, and he is never shown it (MTG-11)', async () => {
    await aisha.presses('Caring for someone');
    const { reasonSealed } = await meeting();
    expect(reasonSealed).toEqual(expect.any(String));
    expect(reasonSealed).not.toMatch(/caring/i);
    expect(
      ruth.phone
        .see()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/caring/i);
  });

  it('answers a button of an earlier card kindly and changes nothing (ENR-02)', async () => {
    await asks('Friday 10am');
    const offered = ruth.last();
    await ruth.presses('No, I cannot');
    const before = await meeting();
    ruth.phone.press('Yes, that suits me', { message: offered });
    await world.settle();
    expect(ruth.reads()).toMatch(/changed|declined|does not suit|find another/i);
    expect(await meeting()).toEqual(before);
  });

  it('asks which hour when a part of a day was written, and takes a late evening as gladly as a morning (MTG-17)', async () => {
    await aisha.does('book', 'tomorrow evening');
    expect(aisha.reads()).toMatch(/what time on Tuesday/);
    await aisha.writes('half past 8');
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    expect(await meeting()).toMatchObject({
      startsAt: new Date('2026-11-24T20:30Z'),
      mode: 'text',
      minutes: 15,
    });
  });

  it('meets in person, by phone, by video or by text, in short or split sessions, chosen each time (MTG-05, ENR-01, ACC-07)', async () => {
    await aisha.does('book', 'Wednesday 2pm');
    for (const label of ['In person', 'By phone', 'By video', 'By text'])
      expect(aisha.labels()).toContain(label);
    await aisha.presses('By video');
    expect(aisha.labels()).toContain('15 minutes');
    await aisha.presses('Two halves of 10 minutes, with 10 minutes of rest');
    await aisha.writes('https://meet.example.org/aisha');
    expect(await meeting()).toMatchObject({ mode: 'video', minutes: 20, restMinutes: 10 });
    expect((await meeting())['placeSealed']).not.toMatch(/meet\.example/);
    await ruth.presses('Yes, that suits me');
    expect(cardsOf(ruth).at(-1)).toMatch(/meet\.example\.org/);
    const [taken] = await world.rows(
      'SELECT extract(epoch FROM upper(during) - lower(during))::int / 60 AS minutes FROM occupancy WHERE "meetingId" = $1',
      [(await meeting())['id']],
    );
    expect(taken?.['minutes']).toBe(30);
  });

  it('cannot be in two meetings at once, whoever asks and whatever was offered (MTG-03)', async () => {
    const other = handOf(world, world.stranger('Fern'));
    const fern = await joins(world, other.phone, 'Fern');
    const programmeId = (await world.core.read.programmes.first())?.id ?? '';
    await world.coordinate('give-role', { personId: fern, programmeId, role: 'mentee' });
    await world.coordinate('make-pair', { programmeId, mentorId: two.mentorId, menteeId: fern });
    await other.does(
      'book',
      'Thursday 9am',
      { press: 'By phone' },
      { press: '60 minutes' },
      { press: 'Skip' },
    );
    const asked = ruth.last();
    await aisha.does('book', 'Thursday 9.30am');
    const sameAsLast = aisha.labels().find((label) => label.startsWith('Same as last'));
    await aisha.presses(sameAsLast ?? 'By phone');
    const second = ruth.last();
    ruth.phone.press('Yes, that suits me', { message: asked });
    ruth.phone.press('Yes, that suits me', { message: second });
    await world.settle();
    const confirmed = await world.rows(
      `SELECT id FROM meeting WHERE state = 'confirmed' AND "startsAt" >= '2026-11-26' AND "startsAt" < '2026-11-27'`,
    );
    expect(confirmed).toHaveLength(1);
    expect(
      ruth.phone
        .see()
        .slice(-4)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/something on at that time/);
  });

  it('hands over a calendar file with a plain title that stays the same entry when the time moves (ENR-07)', async () => {
    await aisha.writes('my meetings');
    await aisha.presses(/^Wednesday 25 November, 2:00 pm/);
    await aisha.presses('Put it in my calendar');
    const file = world.telegram.journal.requests('sendDocument', aisha.phone.id).at(-1);
    expect(file?.files).toEqual([expect.stringMatching(/\.ics$/)]);
    expect(file?.files.join()).not.toMatch(/mentor|mentee|time to talk/i);
  });

  it('takes a length that is written, and asks again kindly for one that cannot be (ENR-01, ENR-02)', async () => {
    await aisha.does('book', 'in 10 days at 2pm', { press: 'By phone' }, 'as long as you like');
    expect(aisha.reads()).toMatch(/write the minutes, such as 45/);
    await aisha.writes('5');
    expect(aisha.reads()).toMatch(/between 15 minutes and 4 hours/);
    await aisha.does('45', { press: 'Skip' });
    expect(await meeting()).toMatchObject({ minutes: 45, restMinutes: 0 });
    await aisha.presses('Take it back');
  });

  it('says that 25:00 is no time of day, and asks for the hour of that same day again (ENR-02)', async () => {
    await aisha.does('book', 'Thursday week 25:00');
    expect(aisha.reads()).toMatch(/25:00 is not a time of day/);
    const day = aisha.labels().filter((label) => /^Thursday 3 December, /.test(label));
    expect(day.length).toBeGreaterThan(5);
    await aisha.presses('Thursday 3 December, 11:00 am');
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    expect(await meeting()).toMatchObject({ startsAt: new Date('2026-12-03T11:00Z'), mode: 'text' });
    await aisha.presses('Take it back');
    await aisha.does('book', { press: 'Another time' }, 'Friday week', '31:15');
    expect(aisha.reads()).toMatch(/31:15 is not a time of day/);
    expect(aisha.labels().some((label) => /^Friday 4 December, /.test(label))).toBe(true);
    await aisha.presses('Cancel');
  });

  it('finds every meeting in a list, and each opens its card (PAC-03)', async () => {
    await aisha.writes('/meetings');
    const [first] = aisha.labels().filter((label) => /Ruth/.test(label));
    expect(first).toMatch(/^Tuesday 24 November, 8:30 pm/);
    await aisha.presses(first ?? '');
    expect(
      labelsOf(aisha.phone.see().findLast(({ text }) => /8:30 pm/.test(text)) ?? aisha.last()),
    ).toContain('Take it back');
  });

  it('tells agreed from asked for there, and whose answer is waited for (PAC-03, MTG-03)', async () => {
    await ruth.does('book', { press: 'Aisha' }, 'Friday 4pm', { press: 'By text' }, { press: '15 minutes' });
    await aisha.presses('Yes, that suits me');
    await asks('Thursday 7pm');
    const under = (hand: Hand, heading: string): string => {
      const [, after = ''] = hand.reads().split(`${heading}:`);
      return after.split(/\n[^\n]*:\n/)[0] ?? '';
    };
    await aisha.writes('my meetings');
    expect(aisha.reads()).not.toMatch(/arranged/);
    expect(under(aisha, 'Agreed')).toMatch(/Friday 27 November, 4:00 pm/);
    expect(under(aisha, 'Agreed')).not.toMatch(/7:00 pm/);
    expect(under(aisha, 'Waiting for an answer from Ruth')).toMatch(/Thursday 26 November, 7:00 pm/);
    expect(aisha.reads()).not.toMatch(/Waiting for your answer/);
    await ruth.writes('my meetings');
    expect(under(ruth, 'Waiting for your answer')).toMatch(/7:00 pm/);
    expect(under(ruth, 'Agreed')).toMatch(/4:00 pm/);
    await aisha.does('my meetings', { press: /^Friday 27 November, 4:00 pm/ });
    await aisha.does({ press: 'Move it' }, 'Friday 5pm');
    await ruth.writes('my meetings');
    expect(under(ruth, 'Agreed')).toMatch(/4:00 pm/);
    expect(under(ruth, 'Waiting for your answer')).toMatch(/Friday 27 November, 5:00 pm/);
  });
});
