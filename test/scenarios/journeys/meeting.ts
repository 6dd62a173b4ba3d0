import { describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import type { Pair } from '../../support/arrive.ts';
import type { AppHand } from '../../support/hand.ts';
import { withPairOn } from '../../support/with-pair.ts';
import type { World } from '../../support/world.ts';

describe.each(APPS)('finding a time, with %s', (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, two, aisha, ruth } = opened);
  });

  const meeting = async (): Promise<Record<string, unknown>> =>
    (await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1'))[0] ?? {};
  const cardsOf = (hand: AppHand): string[] =>
    hand.phone
      .see()
      .filter(({ text }) => /^With (A|Aisha|R|Ruth)\./m.test(text))
      .map(({ text }) => text);

  it('books in plain words, and the other says yes in one tap: the card is true on both sides', async () => {
    ruth.looks();
    await aisha.does(
      'book',
      'tomorrow 3pm',
      { press: 'By phone' },
      { press: '30 minutes' },
      { press: 'Skip' },
    );
    expect(aisha.reads()).toMatch(/Tuesday 24 November, 3:00 pm/);
    expect(ruth.news().join()).toMatch(/Tuesday 24 November, 3:00 pm/);
    expect(await meeting()).toMatchObject({ state: 'proposed', startsAt: new Date('2026-11-24T15:00Z') });
    await ruth.presses('Yes, that suits me');
    expect(await meeting()).toMatchObject({ state: 'confirmed', mode: 'phone', minutes: 30 });
    for (const hand of [aisha, ruth]) {
      expect(cardsOf(hand).length).toBeGreaterThan(0);
      for (const card of cardsOf(hand)) {
        expect(card).toMatch(/Tuesday 24 November, 3:00 pm/);
        expect(card).toMatch(/have agreed/);
        expect(card).toMatch(/By phone, 30 minutes/);
      }
    }
  });

  it('moves it: the agreed time stands until the other says yes, then no card shows the old one', async () => {
    await aisha.presses('Move it');
    await aisha.writes('Thursday at 11am');
    expect(await meeting()).toMatchObject({ startsAt: new Date('2026-11-24T15:00Z') });
    await ruth.presses('Yes, move it');
    expect(await meeting()).toMatchObject({ startsAt: new Date('2026-11-26T11:00Z'), state: 'confirmed' });
    for (const card of [...cardsOf(aisha), ...cardsOf(ruth)]) expect(card).toMatch(/26 November, 11:00 am/);
  });

  it('puts it into the calendar, as a file with a plain name', async () => {
    await aisha.presses('Put it in my calendar');
    const file = aisha.phone.see().findLast((said) => said.file !== undefined)?.file;
    expect(file?.name).toMatch(/\.ics$/);
    const entry = Buffer.from(file?.bytes ?? []).toString();
    expect(entry).toMatch(/BEGIN:VEVENT/);
    expect(entry).toMatch(/20261126T110000Z/);
    expect(entry).not.toMatch(/mentor|mentee/i);
  });

  it('calls it off in one tap, and the other is told without a reason', async () => {
    ruth.looks();
    await aisha.writes('my meetings');
    await aisha.presses(/^Thursday 26 November, 11:00 am/);
    await aisha.presses("I can't make it");
    expect(await meeting()).toMatchObject({
      state: 'cancelled',
      cancelledBy: two.menteeId,
      reasonSealed: null,
    });
    expect(ruth.news().join()).toMatch(/cannot make it/);
    await aisha.presses('Caring for someone');
    expect(
      ruth.phone
        .see()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/caring/i);
  });

  it('books by buttons alone, from the card that was called off', async () => {
    await aisha.presses('Find another time');
    const [day = ''] = aisha.labels().filter((label) => /^(Wednesday|Thursday)/.test(label));
    await aisha.presses(day);
    const hour = aisha.labels().find((label) => /\d:\d\d/.test(label));
    await aisha.presses(hour ?? '');
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    expect(await meeting()).toMatchObject({ state: 'proposed', mode: 'text', minutes: 15 });
  });

  it('says no to a time, and the way to another is one tap away for both', async () => {
    aisha.looks();
    await ruth.presses('No, I cannot');
    expect(await meeting()).toMatchObject({ state: 'declined' });
    expect(aisha.news().join()).toMatch(/suit R\b/);
    for (const hand of [aisha, ruth]) expect(hand.labels()).toContain('Find another time');
  });

  it('says another time instead of yes or no, and the first agrees to that one', async () => {
    await aisha.does('book', 'Friday 10am', { press: 'By text' }, { press: '15 minutes' });
    await ruth.presses('Another time');
    await ruth.writes('Friday 2pm');
    expect(await meeting()).toMatchObject({ state: 'proposed', startsAt: new Date('2026-11-27T14:00Z') });
    await aisha.presses('Yes, that suits me');
    expect(await meeting()).toMatchObject({ state: 'confirmed', startsAt: new Date('2026-11-27T14:00Z') });
    await aisha.presses("I can't make it");
  });

  it('takes back what was asked and not answered yet', async () => {
    await aisha.does('book', 'Friday 4pm', { press: 'By text' }, { press: '15 minutes' });
    await aisha.presses('Take it back');
    expect((await meeting())['state']).toMatch(/cancelled|withdrawn/);
    expect(cardsOf(ruth).at(-1)).not.toMatch(/Does this time suit you/);
  });

  it('answers a button of an earlier card kindly and changes nothing', async () => {
    await aisha.does('book', 'Friday 5pm', { press: 'By text' }, { press: '15 minutes' });
    const offered = ruth.last();
    await ruth.presses('No, I cannot');
    const before = await meeting();
    offered.press('Yes, that suits me');
    await world.settle();
    expect(ruth.reads()).toMatch(/changed|declined|does not suit|find another/i);
    expect(await meeting()).toEqual(before);
  });

  it('says when both are free, and only times that suit both are offered', async () => {
    await ruth.does('free', { press: 'Add times each week' }, 'Monday and Thursday', '6 to 8pm');
    await ruth.presses('No, it is fine');
    expect(ruth.reads()).toMatch(/Monday.*6:00 pm to 8:00 pm/s);
    await aisha.does('free', { press: 'Add times each week' }, { press: 'Every day' }, { press: /^Evening/ });
    await aisha.writes('book');
    const offered = aisha.labels().filter((label) => /\d:\d\d/.test(label));
    expect(offered.length).toBeGreaterThan(0);
    for (const label of offered) expect(label).toMatch(/^(Monday|Thursday) .*, [67]:\d\d pm/);
    await aisha.presses(offered[0] ?? '');
    await aisha.presses('By phone');
    await aisha.does({ press: '30 minutes' }, { press: 'Skip' });
    await ruth.presses('Yes, that suits me');
    expect(await meeting()).toMatchObject({ state: 'confirmed' });
  });

  it('repeats it every week by agreement, and stops it with all that is arranged', async () => {
    await aisha.does('book', 'Wednesday 2pm', { press: 'By text' }, { press: '15 minutes' });
    await ruth.presses('Yes, that suits me');
    await aisha.does({ press: 'Repeat this' }, { press: 'Every week' });
    await ruth.presses('Yes, repeat it');
    const standing = async () =>
      (await world.rows(`SELECT "startsAt" AS at FROM meeting WHERE "seriesId" IS NOT NULL AND state = 'confirmed'
        ORDER BY "startsAt"`)) as { at: Date }[];
    const [first, second] = await standing();
    expect(first && second && second.at.getTime() - first.at.getTime()).toBe(7 * 86_400_000);
    await ruth.writes('my meetings');
    await ruth.presses(/2:00 pm, Aisha/);
    await ruth.does({ press: 'How it repeats' }, { press: 'Stop, and call the rest off' });
    expect(await standing()).toEqual([]);
  });
});
