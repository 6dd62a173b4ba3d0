import { Mode } from '../../core/meetings/meeting.ts';
import { findPair, findPerson, findProgramme } from './find.ts';
import { UsageWrong } from './not-done.ts';
import { nameOf, zoneOf } from './people-verbs.ts';
import { choiceOf, numberOf, type Verb } from './verb.ts';

const MOST = 10_000;
const STATE = {
  proposed: 'asked for',
  confirmed: 'agreed',
  declined: 'not taken up',
  cancelled: 'cancelled',
} as const;

export const pairVerbs: readonly Verb[] = [
  {
    name: 'pair',
    takes: 'MENTOR MENTEE [--every DAYS] [--programme NAME]',
    does: 'Brings two together. --every: the rhythm they agreed, in days.',
    options: { every: 'value', programme: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const rhythmDays = numberOf(given, 'every', 1, 365) ?? null;
      const mentor = await findPerson(desk, given.words[0] ?? '');
      const mentee = await findPerson(desk, given.words[1] ?? '');
      const programme = await findProgramme(desk, given.value('programme'));
      const args = { programmeId: programme.id, mentorId: mentor.id, menteeId: mentee.id, rhythmDays };
      const { pairId } = await desk.perform('make-pair', args);
      return {
        said: [
          `${nameOf(mentor)} is now the mentor of ${nameOf(mentee)}: ${pairId}`,
          ...notTold([mentor, mentee]),
        ],
        data: { pairId },
      };
    },
  },
  {
    name: 'pairs',
    takes: '',
    does: 'Lists the pairs.',
    options: {},
    words: [0, 0],
    async run({ core }) {
      const data = await core.read.desk.pairs({ most: MOST });
      return {
        table: {
          headings: ['Id', 'Mentor', 'Mentee', 'Programme', 'State', 'Every'],
          rows: data.map((each) => [
            each.id,
            each.mentor ?? '',
            each.mentee ?? '',
            each.programme,
            each.state,
            each.rhythmDays === null ? '' : `${each.rhythmDays} days`,
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'book',
    takes: 'PAIR DAY TIME [--minutes N] [--rest N] [--mode MODE] [--place TEXT] [--zone ZONE]',
    does: `Books for a pair, agreed at once, such as: book Ada 2026-12-01 14:30. The time is the mentee's, unless --zone names the place's. Modes: ${Mode.options.join(', ')}.`,
    options: { minutes: 'value', rest: 'value', mode: 'value', place: 'value', zone: 'value' },
    words: [2, 3],
    async run(desk, given) {
      const [who = '', ...when] = given.words;
      const minutes = numberOf(given, 'minutes', 5, 480);
      const restMinutes = numberOf(given, 'rest', 0, 120) ?? 0;
      const mode = choiceOf(given.value('mode') ?? 'phone', Mode.options, '--mode');
      const place = given.value('place');
      const zone = given.value('zone');
      const wall = wallOf(when);
      const pair = await findPair(desk, who);
      const { meetingId } = await desk.perform('book-for-pair', {
        pairId: pair.id,
        wall,
        mode,
        restMinutes,
        ...(minutes === undefined ? {} : { minutes }),
        ...(place === undefined ? {} : { place }),
        ...(zone === undefined ? {} : { zone: zoneOf(zone) }),
      });
      const two = await Promise.all(
        [pair.mentorId, pair.menteeId].map((id) => desk.core.read.desk.person(id)),
      );
      return {
        said: [
          `${pair.mentor} and ${pair.mentee} meet on ${wall.replace('T', ' at ')}: ${meetingId}`,
          ...notTold(two),
        ],
        data: { meetingId },
      };
    },
  },
  {
    name: 'meetings',
    takes: '[PAIR] [--all]',
    does: 'Lists the meetings to come, of one pair or of all; with --all also those that are over.',
    options: { all: 'flag' },
    words: [0, 1],
    async run(desk, given) {
      const [who] = given.words;
      const pair = who === undefined ? undefined : await findPair(desk, who);
      const from = given.flag('all') ? undefined : desk.moment().now.toString();
      const data = await desk.core.read.desk.meetings({ pairId: pair?.id, from, most: MOST });
      return {
        table: {
          headings: ['When', 'Zone', 'Minutes', 'How', 'State', 'Mentor', 'Mentee', 'Id'],
          rows: data.map((each) => [
            each.wall.replace('T', ' '),
            each.zone,
            each.restMinutes === 0 ? `${each.minutes}` : `${each.minutes} + ${each.restMinutes} rest`,
            each.mode,
            STATE[each.state],
            each.mentor ?? '',
            each.mentee ?? '',
            each.id,
          ]),
        },
        data,
        ...(pair === undefined ? {} : { about: { pairId: pair.id } }),
      };
    },
  },
];

/** "2026-12-01 14:30", in one word or two, or with a T between. @throws UsageWrong when it is anything else. */
function wallOf(words: readonly string[]): string {
  const wall = words.join(' ').trim().replace(/\s+/, 'T');
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return wall;
  throw new UsageWrong('Write the day and the time like this: 2026-12-01 14:30');
}

type Reached = { readonly name: string | null; readonly reach: 'app' | 'phone' | 'none' };

/** Whom nothing of ours reaches. */
function notTold(people: readonly (Reached | undefined)[]): string[] {
  return people
    .filter((each): each is Reached => each !== undefined && each.reach !== 'app')
    .map((each) => `${nameOf(each)} has no app here: please tell them yourself.`);
}
