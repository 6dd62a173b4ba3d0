import { describe, expect, it } from 'vitest';
import { meetingCard } from '../../core/meetings/card/meeting-card.ts';
import type { Meeting } from '../../core/meetings/meeting.ts';
import type { Person } from '../../core/people/person.ts';
import type { MeetingInFull } from '../../core/store/meeting-in-full.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { words } from '../../core/texts/words.ts';
import { aMeetingInFull, aPairInFull, aPerson, instantOf, NOW, TUESDAY } from './in-full.ts';

const texts = loadTexts();
// A word that could stand nowhere else, for whatever the programme calls things.
const tell = words.parse(
  Object.fromEntries(
    ['mentor', 'mentee', 'programme', 'meeting', 'pair', 'coordinator'].map((id) => [
      id,
      { one: 'TOPIC', many: 'TOPIC' },
    ]),
  ),
);

type Args = Parameters<typeof meetingCard.show>[1];

function shown(
  found: MeetingInFull,
  to: Person,
  more: Partial<Args> & { place?: string; now?: typeof NOW } = {},
) {
  const { place, now = NOW, ...args } = more;
  const recipient = { person: to, account: undefined, roles: [], programme: found.programme, now };
  const card = meetingCard.show({ found, place }, { meetingId: found.meeting.id, ...args }, recipient);
  const say = (line: Parameters<typeof texts.render>[1] | { written: string }) =>
    'written' in line ? line.written : texts.render(to.language, line, tell);
  return {
    lines: (card?.lines ?? []).map((line) => {
      if ('link' in line) return line.link.address;
      return say('moment' in line ? line.says : line);
    }),
    labels: (card?.buttons ?? []).flat().map(({ label }) => say(label)),
  };
}

const states: Partial<Meeting>[] = [
  { state: 'proposed' },
  { state: 'confirmed' },
  { state: 'confirmed', movedFrom: NOW, arrangedWithHelp: true },
  { state: 'declined' },
  { state: 'cancelled', cancelledBy: null },
  { state: 'confirmed', startsAt: instantOf('2026-11-20T10:00:00Z') },
  { state: 'proposed', startsAt: instantOf('2026-11-20T10:00:00Z') },
];

describe('the card of a meeting', () => {
  it('says who, what and when in every state, to both, and keeps help one tap away (ACC-04)', () => {
    for (const fields of states) {
      const found = aMeetingInFull(fields);
      for (const [me, other] of [
        [found.mentor, 'Mia'],
        [found.mentee, 'Ana'],
      ] as const) {
        const { lines, labels } = shown(found, me);
        expect(lines).toContain(`With ${other}. By phone, 30 minutes.`);
        const day = found.meeting.startsAt.equals(TUESDAY)
          ? 'Tuesday 24 November, 3:00 pm'
          : 'Friday 20 November, 10:00 am';
        expect(lines).toContain(day);
        expect(labels).toContain('Help');
      }
    }
  });

  it('has no word of the programme in it, in any language variant (ENR-07)', () => {
    const pair = aPairInFull();
    const offered = {
      offeredStartsAt: NOW.add({ hours: 50 }),
      offeredWall: '2026-11-25T11:00',
      offeredBy: pair.mentor.id,
    };
    const off: Partial<Meeting> = { state: 'cancelled', cancelledBy: pair.mentee.id };
    for (const fields of [...states, { state: 'confirmed', ...offered } as const, off]) {
      const found = aMeetingInFull(fields, pair);
      for (const person of [found.mentor, found.mentee]) {
        for (const language of ['en', 'en-easy'] as const) {
          for (const news of [undefined, 'said-yes', 'moved', 'kept', 'booked'] as const) {
            const told = news === undefined ? {} : { news, sequence: found.meeting.sequence };
            const { lines } = shown(found, { ...person, language }, told);
            expect(lines.join(' ')).not.toMatch(/TOPIC|mentor|mentee|meeting|programme|carer/i);
          }
        }
      }
    }
  });

  it('shows each their own time, and the other one that of the other', () => {
    const found = aMeetingInFull(
      {},
      aPairInFull(aPerson('Ana', 'Pacific/Auckland'), aPerson('Mia', 'America/St_Johns')),
    );
    expect(shown(found, found.mentee).lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Tuesday 24 November, 11:30 am \(Newfoundland Time\)$/),
        'For Ana that is Wednesday, 4:00 am.',
      ]),
    );
    expect(shown(found, found.mentor).lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Wednesday 25 November, 4:00 am \(New Zealand Time\)$/),
        'For Mia that is Tuesday, 11:30 am.',
      ]),
    );
  });

  it('warns where a clock change before then moves it for one of them only', () => {
    const far = aPairInFull(aPerson('Ana', 'Asia/Kolkata'));
    const warned = (found: MeetingInFull) =>
      shown(found, found.mentee).lines.join(' ').includes('clocks change');
    const april = instantOf('2027-04-06T14:00:00Z');
    expect(warned(aMeetingInFull({ startsAt: april }, far))).toBe(true);
    expect(warned(aMeetingInFull({}, far))).toBe(false);
    expect(warned(aMeetingInFull({ startsAt: april }))).toBe(false);
  });

  it('says that it was arranged with help', () => {
    const found = aMeetingInFull({ arrangedWithHelp: true });
    expect(shown(found, found.mentor).lines).toContain('Arranged with help.');
  });

  it('shows the place as it was written, with what it is', () => {
    const found = aMeetingInFull();
    const { lines } = shown(found, found.mentor, { place: '*01592* 000000' });
    expect(lines.slice(-2)).toEqual(['The number:', '*01592* 000000']);
  });

  it('tells the news only as long as nothing else has happened since', () => {
    const found = aMeetingInFull({ state: 'confirmed' });
    expect(shown(found, found.mentee, { news: 'said-yes', sequence: 3 }).lines[0]).toBe('Ana said yes.');
    expect(shown(found, found.mentee, { news: 'said-yes', sequence: 2 }).lines[0]).not.toBe('Ana said yes.');
  });

  it.each<[Partial<Meeting>, 'mentor' | 'mentee', string[]]>([
    [{}, 'mentor', ['Yes, that suits me', 'Another time', 'No, I cannot']],
    [{}, 'mentee', ['Another time', 'Take it back']],
    [
      { state: 'confirmed' },
      'mentee',
      ['Move it', "I can't make it", 'Put it in my calendar', 'Repeat this', 'Write to Ana'],
    ],
    [{ state: 'declined' }, 'mentee', ['Find another time']],
    [{ state: 'cancelled' }, 'mentor', ['Find another time']],
    [{ startsAt: instantOf('2026-11-20T10:00:00Z') }, 'mentor', ['Find another time']],
    [
      { state: 'confirmed', startsAt: instantOf('2026-11-20T10:00:00Z') },
      'mentor',
      ['It happened', 'It was moved', 'It did not happen', 'Rather not say', 'Find another time'],
    ],
  ])('has the buttons that fit %j for the %s', (fields, side, labels) => {
    const found = aMeetingInFull(fields);
    expect(shown(found, found[side]).labels.slice(0, -2)).toEqual(labels);
  });

  it('shows nothing to anybody else', () => {
    expect(shown(aMeetingInFull(), aPerson('Sam'))).toEqual({ lines: [], labels: [] });
  });
});
