import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slips } from '../../core/time/edit-distance.ts';
import { COUNTRIES } from '../../core/time/zone-countries.ts';
import { PLACES } from '../../core/time/zone-places.ts';
import { guessZones, isZone } from '../../core/time/zones.ts';

describe('a zone is guessed by what a person calls their place', () => {
  it.each([
    ...[
      'Glasgow',
      'edinburgh',
      'DUNFERMLINE',
      'Fife',
      'Belfast',
      'Cardiff',
      'Leeds',
      'Kirkcaldy',
      'Scotland',
      'UK',
      'GMT',
      'bst',
    ].map((text) => [text, 'Europe/London']),
    ['I live in Glasgow, Scotland!', 'Europe/London'],
    ['Dublin', 'Europe/Dublin'],
    ['cork', 'Europe/Dublin'],
    ['new york', 'America/New_York'],
    ['St. John’s', 'America/St_Johns'],
    ['Newfoundland', 'America/St_Johns'],
    ['auckland', 'Pacific/Auckland'],
    ['New Zealand', 'Pacific/Auckland'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Kraków', 'Europe/Warsaw'],
    ['Kiev', 'Europe/Kyiv'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Perth Australia', 'Australia/Perth'],
    ['UTC', 'UTC'],
  ])('%s: %s', (text, zone) => {
    expect(guessZones(text)[0]?.zone).toBe(zone);
  });

  it.each([
    ['edinbrugh', 'Europe/London'],
    ['Glasgwo', 'Europe/London'],
    ['dunfirmline', 'Europe/London'],
    ['manchster', 'Europe/London'],
    ['Wellignton', 'Pacific/Auckland'],
    ['Aukland', 'Pacific/Auckland'],
    ['edinb', 'Europe/London'],
  ])('%s, misspelt or begun: %s', (text, zone) => {
    expect(guessZones(text)[0]?.zone).toBe(zone);
  });

  it.each([
    ['europe/LONDON', 'Europe/London'],
    ['Europe London', 'Europe/London'],
    ['pacific/auckland', 'Pacific/Auckland'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
  ])('%s names its zone: %s', (text, zone) => {
    expect(guessZones(text).map((one) => one.zone)).toEqual([zone]);
  });

  it('offers every place of the same name, the nearest to our programmes first, each told apart by its label', () => {
    expect(guessZones('Perth')).toEqual([
      { zone: 'Europe/London', label: 'Perth in Scotland' },
      { zone: 'Australia/Perth', label: 'Perth' },
    ]);
    expect(guessZones('Glasgow and Edinburgh')).toEqual([{ zone: 'Europe/London', label: 'Glasgow' }]);
    expect(guessZones('america').length).toBeGreaterThan(3);
  });

  it.each(['', '   ', 'xyzzy', '🙂', 'qwertyuiop', '+01:00', 'a'.repeat(5000), 'Glasgow '.repeat(20)])(
    'nothing is guessed from %j',
    (text) => {
      expect(guessZones(text)).toEqual([]);
    },
  );

  it('every guess is a zone and none comes twice, whatever is typed', () => {
    const names = [...PLACES.map(([, list]) => list), ...COUNTRIES.map(([list]) => list)].flatMap((list) =>
      list.split(','),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...names),
      fc.mixedCase(fc.constantFrom(...names)),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const zones = guessZones(typed).map((one) => one.zone);
        expect(zones.every(isZone)).toBe(true);
        expect(new Set(zones).size).toBe(zones.length);
      }),
      { numRuns: 400 },
    );
  });

  it('every zone of the tables exists, and every zone there is can be named', () => {
    const inTables = [...PLACES.map(([zone]) => zone), ...COUNTRIES.flatMap(([, ...zones]) => zones)];
    expect(inTables.filter((zone) => !isZone(zone))).toEqual([]);
    const unnamed = Intl.supportedValuesOf('timeZone').filter(
      (zone) => guessZones(zone.toLowerCase()).length !== 1,
    );
    expect(unnamed).toEqual([]);
  });
});

describe('a zone', () => {
  it.each(['Europe/London', 'europe/london', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'])(
    '%s is one',
    (text) => {
      expect(isZone(text)).toBe(true);
    },
  );

  it.each([
    '',
    'BST',
    'GMT',
    '+01:00',
    'Foo/Bar',
    'Europe/Londonn',
    'Europe/London\n',
    '../etc',
    'x/'.repeat(2500),
  ])('%j is none', (text) => {
    expect(isZone(text)).toBe(false);
  });
});

describe('slips between two words', () => {
  it.each([
    ['glasgow', 'glasgow', 0],
    ['glasgwo', 'glasgow', 1],
    ['glasow', 'glasgow', 1],
    ['glassgow', 'glasgow', 1],
    ['dunfirmlin', 'dunfermline', 2],
    ['leeds', 'fife', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(slips(a, b, 2)).toBe(distance);
    expect(slips(b, a, 2)).toBe(distance);
  });
});
