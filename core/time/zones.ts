import { slips } from './edit-distance.ts';
import { COUNTRIES } from './zone-countries.ts';
import { PLACES } from './zone-places.ts';

/** `label` is the place the guess was made by, to be shown beside the zone's time: "Perth in Scotland". */
export type ZoneGuess = { zone: string; label: string };

type Place = ZoneGuess & { key: string };

const LONGEST_TEXT = 100;
const LONGEST_PLACE_WORDS = 4;
const MOST_GUESSES = 6;

// Run-times still list some zones by the name they had before.
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Godthab', 'America/Nuuk'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
]);

const gazetteer: readonly Place[] = buildGazetteer();
const byKey: ReadonlyMap<string, Place[]> = Map.groupBy(gazetteer, (place) => place.key);
// Zones by every way of writing them: "Europe/London", "europe london".
const zonesByKey: ReadonlyMap<string, string> = new Map(
  [...Intl.supportedValuesOf('timeZone'), ...gazetteer.map((place) => place.zone)].map((zone) => [
    keyOf(zone),
    zone,
  ]),
);

/**
 * Is this a zone that time can be told in? Names are IANA's `Area/City`, in any case, and `UTC`. An offset is not a zone,
 * and neither is an abbreviation: computers take `BST` for Bangladesh.
 */
export function isZone(text: string): boolean {
  if (text.toUpperCase() === 'UTC') return true;
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The zones somebody may mean by a city, a country, an area or an IANA name, best first and each zone once; a slip or two
 * in the spelling is allowed. Empty when nothing is known: then a person is asked for a bigger city nearby.
 */
export function guessZones(cityText: string): ZoneGuess[] {
  if (cityText.length > LONGEST_TEXT) return [];
  const named = zoneNamed(cityText.trim());
  if (named !== null) return [named];
  const phrases = phrasesOf(keyOf(cityText));
  const exact = knownIn(phrases);
  if (exact.length > 0) return distinct(exact);
  const whole = phrases[0] ?? '';
  const begun = whole.length < 3 ? [] : gazetteer.filter((place) => place.key.startsWith(whole));
  return distinct([...begun, ...misspelt(phrases)]);
}

/** Places named in full. What more than one phrase speaks for comes first: "Perth Australia" is in Australia. */
function knownIn(phrases: readonly string[]): Place[] {
  const known = phrases.filter((phrase) => byKey.has(phrase));
  const longest = known.filter(
    (one) => !known.some((other) => other !== one && ` ${other} `.includes(` ${one} `)),
  );
  const places = longest.flatMap((phrase) => byKey.get(phrase) ?? []);
  const votes = new Map<string, number>();
  for (const { zone } of places) votes.set(zone, (votes.get(zone) ?? 0) + 1);
  return places.toSorted((a, b) => (votes.get(b.zone) ?? 0) - (votes.get(a.zone) ?? 0));
}

function zoneNamed(text: string): ZoneGuess | null {
  const listed = zonesByKey.get(keyOf(text));
  if (listed !== undefined) return { zone: todays(listed), label: cityOf(todays(listed)) };
  if (!isZone(text)) return null;
  const zone = todays(new Intl.DateTimeFormat('en-GB', { timeZone: text }).resolvedOptions().timeZone);
  return { zone, label: cityOf(zone) };
}

function misspelt(phrases: readonly string[]): Place[] {
  const found: { place: Place; distance: number }[] = [];
  for (const phrase of phrases.filter((one) => one.length >= 5)) {
    const most = phrase.length >= 8 ? 2 : 1;
    for (const place of gazetteer) {
      // A short name is one slip away from many others: "Perth" from "Berth".
      if (place.key.length < 4) continue;
      const distance = slips(phrase, place.key, most);
      if (distance <= most) found.push({ place, distance });
    }
  }
  return found.sort((a, b) => a.distance - b.distance).map((one) => one.place);
}

/** Every run of up to four words, longest first: "i live in new york" holds "new york". */
function phrasesOf(key: string): string[] {
  const words = key.split(' ').filter((word) => word !== '');
  const phrases = words.length > LONGEST_PLACE_WORDS ? [] : [words.join(' ')];
  for (let size = Math.min(LONGEST_PLACE_WORDS, words.length); size > 0; size -= 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      phrases.push(words.slice(start, start + size).join(' '));
    }
  }
  return [...new Set(phrases)].filter((phrase) => phrase !== '');
}

function distinct(places: readonly Place[]): ZoneGuess[] {
  const seen = new Map<string, ZoneGuess>();
  for (const { zone, label } of places) if (!seen.has(zone)) seen.set(zone, { zone, label });
  return [...seen.values()].slice(0, MOST_GUESSES);
}

function buildGazetteer(): Place[] {
  const places = PLACES.flatMap(([zone, names]) => names.split(',').map((name) => placeOf(zone, name)));
  const countries = COUNTRIES.flatMap(([names, ...zones]) =>
    names
      .split(',')
      .flatMap((name) => zones.map((zone) => ({ ...placeOf(zone, name), label: cityOf(zone) }))),
  );
  const cities = Intl.supportedValuesOf('timeZone').map((zone) => placeOf(todays(zone), cityOf(zone)));
  return [...places, ...countries, ...cities];
}

function todays(zone: string): string {
  return RENAMED.get(zone) ?? zone;
}

function placeOf(zone: string, name: string): Place {
  const [word = name, label = word] = name.split('|');
  return { zone, label, key: keyOf(word) };
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
