import { resolveWall } from '../../core/time/wall-time.ts';
import type { Desk } from './desk.ts';
import { findPerson, findProgramme } from './find.ts';
import { NotDone, UsageWrong } from './not-done.ts';
import { nameOf } from './people-verbs.ts';
import { needed, numberOf, siteGiven, type Verb } from './verb.ts';

const MOST = 10_000;
const STATE = { planned: 'planned', cancelled: 'called off', held: 'held' } as const;
const CAME = {
  booked: 'has a place',
  'called-off': 'gave it back',
  came: 'came',
  'did-not-come': 'did not come',
} as const;

export const trainingMeetingVerbs: readonly Verb[] = [
  {
    name: 'training meetings',
    takes: '',
    does: 'Lists the meetings at which modules are taught.',
    options: {},
    words: [0, 0],
    async run({ core }) {
      const data = await core.read.training.meetings({ most: MOST });
      return {
        table: {
          headings: ['When', 'Zone', 'Minutes', 'Modules', 'Where', 'Places', 'State', 'Id'],
          rows: data.map((each) => [
            each.wall.replace('T', ' '),
            each.zone,
            `${each.minutes}`,
            each.modules.join(', '),
            each.place,
            `${each.capacity}`,
            STATE[each.state],
            each.id,
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'training plan',
    takes: 'MODULE… --at "DAY TIME" --where PLACE --places N [--minutes N] [--site CODE] [--programme NAME]',
    does: 'Plans one, such as: training plan listening --at "2026-12-01 18:00" --where "The hall" --places 8. The time is the programme\'s.',
    options: {
      at: 'value',
      where: 'value',
      places: 'value',
      minutes: 'value',
      site: 'value',
      programme: 'value',
    },
    words: [1, 40],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.value('programme'));
      const wall = needed(given, 'at', '"2026-12-01 18:00"').replace(/\s+/, 'T');
      if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall))
        throw new UsageWrong('Write the day and the time like this: --at "2026-12-01 18:00"');
      const { instant } = resolveWall(wall, programme.document.safeguarding.zone);
      const capacity = numberOf(given, 'places', 1, 200);
      if (capacity === undefined) throw new UsageWrong('Add --places, such as --places 8.');
      const { trainingMeetingId } = await desk.perform('plan-training', {
        programmeId: programme.id,
        modules: given.words,
        startsAt: instant.toString(),
        minutes: numberOf(given, 'minutes', 15, 720) ?? 120,
        where: needed(given, 'where', '"The hall"'),
        capacity,
        ...siteGiven(given),
      });
      return {
        said: [`Planned: ${String(trainingMeetingId)}. Those for whom it is still to come are told.`],
        data: { trainingMeetingId },
      };
    },
  },
  {
    name: 'training cancel',
    takes: 'MEETING',
    does: 'Calls one off; those who had a place are told.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const trainingMeetingId = await findMeeting(desk, given.words[0] ?? '');
      await desk.perform('cancel-training', { trainingMeetingId });
      return { said: ['It is called off.'], data: { trainingMeetingId } };
    },
  },
  {
    name: 'training register',
    takes: 'MEETING',
    does: 'Shows who had a place and who came.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const id = await findMeeting(desk, given.words[0] ?? '');
      const places = await desk.core.read.training.places(id);
      const people = await desk.core.read.people.people(places.map(({ personId }) => personId));
      const data = places.map(({ personId, state }) => ({
        personId,
        name: people.find((each) => each.id === personId)?.name ?? null,
        state,
      }));
      return {
        table: {
          headings: ['Name', 'State', 'Id'],
          rows: data.map((each) => [nameOf(each), CAME[each.state], each.personId]),
        },
        data,
      };
    },
  },
  {
    name: 'training came',
    takes: 'MEETING PERSON [--not]',
    does: 'Says that somebody came, with a place or without: the modules are on record for them. With --not that they did not.',
    options: { not: 'flag' },
    words: [2, 2],
    async run(desk, given) {
      const [which = '', who = ''] = given.words;
      const trainingMeetingId = await findMeeting(desk, which);
      const person = await findPerson(desk, who);
      const attended = given.flag('not') ? 'did-not-come' : 'came';
      await desk.perform('mark-training', { trainingMeetingId, personId: person.id, attended });
      return {
        said: [`${nameOf(person)} ${given.flag('not') ? 'did not come' : 'came'}.`],
        data: { trainingMeetingId, personId: person.id, attended },
      };
    },
  },
  {
    name: 'training held',
    takes: 'MEETING',
    does: 'Says that the register is finished; it can still be put right.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const trainingMeetingId = await findMeeting(desk, given.words[0] ?? '');
      await desk.perform('finish-training', { trainingMeetingId });
      return { said: ['The register is finished.'], data: { trainingMeetingId } };
    },
  },
];

/** The one meeting that an id or its beginning means. @throws NotDone when it is none or several. */
async function findMeeting(desk: Desk, text: string): Promise<string> {
  const all = await desk.core.read.training.meetings({ most: MOST });
  const wanted = text.toLowerCase();
  const [found, another] = all.filter(({ id }) => wanted.length >= 4 && id.startsWith(wanted));
  if (found !== undefined && another === undefined) return found.id;
  throw new NotDone(`There is no one training meeting "${text}". Type "training meetings" to see their ids.`);
}
