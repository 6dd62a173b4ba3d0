import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type HelpCardFor, helpCard } from '../../core/help/help-card.ts';
import { helplines } from '../../core/help/helplines.ts';
import { languages } from '../../core/texts/catalogue.ts';
import { loadTexts } from '../../core/texts/say.ts';

const texts = loadTexts();
const mondayNoon = Temporal.Instant.from('2026-11-23T12:00Z');
const mondayEvening = Temporal.Instant.from('2026-11-23T20:00Z');
const contact = { name: 'Morag', phone: '0131 496 0000', hours: 'Monday to Friday, 9 to 5' };

function ids(how: Partial<HelpCardFor>): string[] {
  return helpCard({ now: mondayNoon, about: 'me', ...how }).lines.map(({ id }) => id);
}

function said(how: Partial<HelpCardFor>, language: (typeof languages)[number] = 'en'): string {
  const { lines } = helpCard({ now: mondayNoon, about: 'me', ...how });
  return lines.map((line) => texts.render(language, line)).join('\n');
}

describe('the help card', () => {
  it('gives the emergency number first, then the lines that are there day and night', () => {
    expect(ids({}).slice(1, 5)).toEqual([
      'helpline-emergency',
      'help-day-and-night',
      'helpline-nhs-24',
      'helpline-samaritans',
    ]);
  });

  it('then gives those open now, then those whose hours nobody knows', () => {
    const order = ids({ now: mondayEvening });
    expect(order.slice(5, 10)).toEqual([
      'help-open-now',
      'helpline-breathing-space',
      'help-hours-unknown',
      'helpline-childline',
      'helpline-shout',
    ]);
    expect(order).not.toContain('help-open-later');
  });

  it('never puts a line that is closed, or that nobody knows the hours of, under "open now"', () => {
    expect(ids({})).not.toContain('help-open-now');
    const closed = ids({}).indexOf('help-open-later');
    expect(ids({}).slice(closed, closed + 3)).toEqual([
      'help-open-later',
      'helpline-breathing-space',
      'help-opens-next',
    ]);
    expect(said({})).toContain('Monday at 6pm');
  });

  it.each(languages)('shows every number there is, at any time of day, to everybody (%s)', (language) => {
    for (const now of [mondayNoon, mondayEvening]) {
      for (const young of [false, true]) {
        for (const { number } of helplines.lines) expect(said({ now, young }, language)).toContain(number);
      }
    }
  });

  it('begins for a young person with the emergency number and Childline', () => {
    expect(ids({ young: true }).slice(1, 3)).toEqual(['helpline-emergency', 'helpline-childline']);
    expect(ids({ young: true }).filter((id) => id === 'helpline-childline')).toHaveLength(1);
  });

  it('is worded for the writer and for somebody they look after, and turns to the other', () => {
    const mine = helpCard({ now: mondayNoon, about: 'me' });
    const theirs = helpCard({ now: mondayNoon, about: mine.turn.to });
    expect(theirs.turn.to).toBe('me');
    expect([mine.turn.label.id, theirs.turn.label.id]).toEqual(['help-turn-to-someone', 'help-turn-to-me']);
    for (const language of languages) {
      expect(said({ about: 'me' }, language)).not.toBe(said({ about: 'someone' }, language));
    }
    const emergency = theirs.lines.find(({ id }) => id === 'helpline-emergency');
    expect(emergency?.args).toEqual({ about: 'someone', number: '999' });
  });

  it('always says that this is no emergency service, that nobody reads along and that nothing was sent', () => {
    for (const about of ['me', 'someone'] as const) {
      for (const young of [false, true])
        expect(ids({ about, young })).toContain('help-not-an-emergency-service');
    }
    for (const language of languages) {
      expect(said({}, language)).toMatch(/not an emergency service/);
      expect(said({}, language)).toMatch(/nobody reads/i);
      expect(said({}, language)).toMatch(/nothing was sent to anyone/i);
    }
  });

  it('names the person of the programme where there is one', () => {
    expect(ids({})).not.toContain('help-programme-contact');
    for (const language of languages) {
      for (const part of Object.values(contact)) expect(said({ contact }, language)).toContain(part);
    }
  });

  it('says that their words are kept, when they were writing something', () => {
    expect(ids({})).not.toContain('help-words-kept');
    expect(ids({ wordsKept: true })).toContain('help-words-kept');
  });
});
