import { describe, expect, it } from 'vitest';
import { readTime } from '../../core/time/plain-time.ts';
import { at } from './oracles.ts';
import { brief, LONDON, monday } from './plain-time-brief.ts';

const DAYS: readonly (readonly [string, string])[] = [
  ['today at 3pm', '11-23'],
  ['the day at 3pm', '11-23'],
  ['this monday 3pm', '11-23'],
  ['tomorrow 3pm', '11-24'],
  ['tommorow 3pm', '11-24'],
  ['2moro 3pm', '11-24'],
  ['tmrw 3pm x', '11-24'],
  ['the morn at 3pm', '11-24'],
  ['👍 tomorrow 3pm 🎉', '11-24'],
  ['TUESDAY 3PM', '11-24'],
  ['Tues, 3 p.m. please', '11-24'],
  ['Tuesday 24 November 3pm', '11-24'],
  ['tomorrow, Tuesday, at 3pm', '11-24'],
  ['24.11.2026 3pm', '11-24'],
  ['day after tomorrow 3pm', '11-25'],
  ['wensday at 3pm', '11-25'],
  ['this friday 3pm', '11-27'],
  ['friday coming 3pm', '11-27'],
  ['monday 3pm', '11-30'],
  ['next monday 3pm', '11-30'],
  ['next Tuesday 3pm', '12-01'],
  ['Tuesday week at 3pm', '12-01'],
  ['a week on Tuesday, 3pm', '12-01'],
  ['tomorrow week 3pm', '12-01'],
  ['Tuesday next week at 3pm', '12-01'],
  ['1/12 at 3pm', '12-01'],
  ['1st Dec 3pm', '12-01'],
  ['Dec 1, 3pm', '12-01'],
  ['first of December 3pm', '12-01'],
  ['next friday 3pm', '12-04'],
  ['the 5th at 3pm', '12-05'],
  ['in two weeks at 3pm', '12-07'],
  ['a fortnight today at 3pm', '12-07'],
  ['Tuesday fortnight 3pm', '12-08'],
  ['2 weeks on tuesday 3pm', '12-08'],
  ['10 days from now at 3pm', '12-03'],
  ['in a month at 3pm', '12-23'],
  ['a month from today, 3pm', '12-23'],
  ['twenty first of december 3pm', '12-21'],
  ['christmas eve 3pm', '12-24'],
  ['Hogmanay at 3pm', '12-31'],
  ['the 31st at 3pm', '12-31'],
];

describe('the day people mean, said on a Monday', () => {
  it.each(DAYS)('%s', (text, date) => {
    expect(brief(readTime(text, monday))).toBe(`time 2026-${date}T15:00`);
  });

  it.each([
    ['12/5/2027 3pm', '2027-05-12'],
    ['1 March 3pm', '2027-03-01'],
    ['29 February 2028 3pm', '2028-02-29'],
    ['2026-12-01 3pm', '2026-12-01'],
  ])('%s, with its year', (text, date) => {
    expect(brief(readTime(text, monday))).toBe(`time ${date}T15:00`);
  });

  it('is the person’s own day, not the server’s', () => {
    const auckland = { now: at('2026-11-23T12:00Z'), zone: 'Pacific/Auckland' };
    expect(brief(readTime('tomorrow 3pm', auckland))).toBe('time 2026-11-25T15:00');
    const johns = { now: at('2026-11-24T02:00Z'), zone: 'America/St_Johns' };
    expect(brief(readTime('tomorrow 3pm', johns))).toBe('time 2026-11-24T15:00');
    expect(brief(readTime('in 3 days at 3pm', johns))).toBe('time 2026-11-26T15:00');
  });

  it('"next" is of the next calendar week, on every day of this one', () => {
    for (let day = 23; day <= 29; day += 1) {
      const options = { now: at(`2026-11-${day}T10:00Z`), zone: LONDON };
      expect(brief(readTime('next Tuesday 3pm', options))).toBe('time 2026-12-01T15:00');
    }
  });
});

describe('the hour people mean', () => {
  it.each([
    ['3', '15:00'],
    ['at three', '15:00'],
    ["3 o'clock", '15:00'],
    ['3ish', '15:00'],
    ['threeish', '15:00'],
    ['about 3', '15:00'],
    ['half three', '15:30'],
    ['half past three', '15:30'],
    ['half-past three', '15:30'],
    ['hauf fower', '16:30'],
    ['half 7', '19:30'],
    ['7ish', '19:00'],
    ['at 8', '08:00'],
    ['12', '12:00'],
    ['half 12', '12:30'],
    ['quarter to three', '14:45'],
    ['quarter tae one', '12:45'],
    ['quarter past 9', '09:15'],
    ['ten past four', '16:10'],
    ['twenty-five to six', '17:35'],
    ['10 to 3', '14:50'],
    ['10.30', '10:30'],
    ['7:30', '19:30'],
    ['seven thirty', '19:30'],
    ['3-4', '15:00'],
    ['from 10 to 12', '10:00'],
  ])('%s is %s, and morning or afternoon was assumed', (text, time) => {
    expect(readTime(`tomorrow ${text}`, monday)).toMatchObject({ wall: `2026-11-24T${time}`, assumed: true });
  });

  it.each([
    ['noon', '12:00'],
    ['12 midday', '12:00'],
    ['3pm', '15:00'],
    ['3 am', '03:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['07:30', '07:30'],
    ['14:30', '14:30'],
    ['1500', '15:00'],
    ['0900hrs', '09:00'],
    ['15h30', '15:30'],
    ['morning at 7', '07:00'],
    ['evening at 8', '20:00'],
    ['at 5 in the evening', '17:00'],
    ['3-4pm', '15:00'],
    ['from 3pm till 5pm', '15:00'],
    ['3pm for half an hour', '15:00'],
    ['3pm for 30 minutes', '15:00'],
  ])('%s is %s for sure', (text, time) => {
    expect(readTime(`tomorrow ${text}`, monday)).toMatchObject({
      wall: `2026-11-24T${time}`,
      assumed: false,
    });
  });

  it('midnight ends the day it is said of', () => {
    expect(brief(readTime('tomorrow at midnight', monday))).toBe('time 2026-11-25T00:00');
    expect(brief(readTime('tonight at 12', monday))).toBe('time 2026-11-24T00:00');
  });

  it.each([
    ['in 2 hours', '2026-11-23T12:00'],
    ['in half an hour', '2026-11-23T10:30'],
    ['in an hour and a half', '2026-11-23T11:30'],
    ['an hour from now', '2026-11-23T11:00'],
    ['in 42 minutes', '2026-11-23T10:45'],
  ])('%s counts from now', (text, wall) => {
    expect(brief(readTime(text, monday))).toBe(`time ${wall}`);
  });

  it('real time is counted through a clock change', () => {
    const night = { now: at('2027-03-28T00:00Z'), zone: LONDON };
    expect(brief(readTime('in 2 hours', night))).toBe('time 2027-03-28T03:00');
  });
});
