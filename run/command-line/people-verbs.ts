import { Role } from '../../core/people/person.ts';
import { isZone } from '../../core/time/zones.ts';
import { findPerson, findProgramme } from './find.ts';
import { UsageWrong } from './not-done.ts';
import { choiceOf, needed, siteGiven, type Verb } from './verb.ts';

type Listed = Awaited<ReturnType<typeof findPerson>>;

const ROLES = Role.shape.role.options;
const MOST = 10_000;

const REACH = { app: 'in an app', phone: 'by phone', none: 'cannot be reached' } as const;
const STATE = {
  arriving: 'joining',
  active: 'here',
  held: 'under age',
  stopped: 'asked for silence',
  erased: 'erased',
} as const;

export const peopleVerbs: readonly Verb[] = [
  {
    name: 'people',
    takes: '[--all]',
    does: 'Lists the people who are here; with --all also those who are still joining or have stopped.',
    options: { all: 'flag' },
    words: [0, 0],
    async run({ core }, given) {
      const everybody = await core.read.desk.people({ most: MOST });
      const data = everybody.filter((each) => given.flag('all') || ['active', 'held'].includes(each.state));
      return { table: { headings: HEADINGS, rows: data.map(rowOf) }, data };
    },
  },
  {
    name: 'person',
    takes: 'PERSON',
    does: 'Shows one person: an id, its beginning, or a name.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const pairs = (await desk.core.read.pairs.pairsOf(person.id)).map((pair) => pair.id);
      return {
        table: { headings: HEADINGS, rows: [rowOf(person)] },
        said: pairs.map((id) => `In the pair ${id}`),
        data: { ...person, pairs },
        about: { personId: person.id },
      };
    },
  },
  {
    name: 'shared',
    takes: 'PERSON',
    does: 'Shows what somebody wrote and chose to share with coordinators; nothing else of theirs can be read.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const all = await desk.core.read.reflections.sharedWithCoordinator({ most: MOST });
      const theirs = all.filter((each) => each.by.id === person.id);
      const data = theirs.map(({ reflection, text }) => ({
        id: reflection.id,
        at: reflection.createdAt,
        text,
      }));
      const said = theirs.flatMap(({ reflection, text }) => [
        `${reflection.createdAt.toString().slice(0, 10)}`,
        text,
        '',
      ]);
      const about = { personId: person.id };
      return { said: theirs.length === 0 ? [`${person.name} has shared nothing.`] : said, data, about };
    },
  },
  {
    name: 'enrol',
    takes: `--name NAME --role ROLE --agreed --adult [--zone ZONE] [--programme NAME]`,
    does: 'Enrols somebody who has no app. --agreed: they agreed to take part and to what is kept. --adult: they are of age.',
    options: {
      name: 'value',
      role: 'value',
      agreed: 'flag',
      adult: 'flag',
      zone: 'value',
      programme: 'value',
    },
    words: [0, 0],
    async run(desk, given) {
      const name = needed(given, 'name', '"Ada"');
      if (name.length > 40) throw new UsageWrong('--name takes up to 40 characters.');
      const role = choiceOf(needed(given, 'role', 'mentee'), ROLES, '--role');
      for (const [flag, why] of CONFIRMED) if (!given.flag(flag)) throw new UsageWrong(why);
      const zone = zoneOf(given.value('zone') ?? 'Europe/London');
      const programme = await findProgramme(desk, given.value('programme'));
      const args = { name, role, zone, programmeId: programme.id, agreed: true, adult: true };
      const { personId } = await desk.perform('enrol-person', args);
      return { said: [`${name} is enrolled as ${role}: ${personId}`], data: { personId } };
    },
  },
  {
    name: 'role',
    takes: 'PERSON ROLE [--trained] [--site CODE|--all-sites] [--programme NAME]',
    does: `Gives somebody a role: ${ROLES.join(', ')}. --trained: they are trained to lead a group. --site: of a coordinator the one site they see, of others where they belong; --all-sites takes that back.`,
    options: { trained: 'flag', site: 'value', 'all-sites': 'flag', programme: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const [who = '', what = ''] = given.words;
      const role = choiceOf(what, ROLES, 'The role');
      const person = await findPerson(desk, who);
      const programme = await findProgramme(desk, given.value('programme'));
      const trained = given.flag('trained');
      const site = given.flag('all-sites') ? { site: null } : siteGiven(given);
      await desk.perform('give-role', {
        personId: person.id,
        programmeId: programme.id,
        role,
        trained,
        ...site,
      });
      return {
        said: [`${nameOf(person)} is now ${role} in "${programme.slug}".`],
        data: { personId: person.id, role },
      };
    },
  },
  {
    name: 'end-role',
    takes: 'PERSON ROLE [--programme NAME]',
    does: `Ends somebody's role: ${ROLES.join(', ')}. Not while people depend on it: then it says what to do first.`,
    options: { programme: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const [who = '', what = ''] = given.words;
      const role = choiceOf(what, ROLES, 'The role');
      const person = await findPerson(desk, who);
      const programme = await findProgramme(desk, given.value('programme'));
      await desk.perform('end-role', { personId: person.id, programmeId: programme.id, role });
      return {
        said: [`${nameOf(person)} is no longer ${role} in "${programme.slug}".`],
        data: { personId: person.id, role },
      };
    },
  },
  {
    name: 'trained',
    takes: 'PERSON [--not] [--programme NAME]',
    does: 'Says that a mentor is trained to lead a group, which no group opens without; with --not takes it back.',
    options: { not: 'flag', programme: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const programme = await findProgramme(desk, given.value('programme'));
      const trained = !given.flag('not');
      await desk.perform('mark-trained', { personId: person.id, programmeId: programme.id, trained });
      const is = trained ? 'is trained' : 'does not count as trained';
      return {
        said: [`${nameOf(person)} ${is} to lead a group in "${programme.slug}".`],
        data: { personId: person.id, trained },
      };
    },
  },
  {
    name: 'join',
    takes: 'PERSON OTHER',
    does: 'Makes two records of one person one: the first stays, the chats of the other become theirs, and the other goes. The other must have nothing of their own yet.',
    options: {},
    words: [2, 2],
    async run(desk, given) {
      const keep = await findPerson(desk, given.words[0] ?? '');
      const other = await findPerson(desk, given.words[1] ?? '');
      await desk.perform('join-records', { keepId: keep.id, otherId: other.id });
      return {
        said: [`${nameOf(other)} and ${nameOf(keep)} are one person now: ${keep.id}`],
        data: { personId: keep.id },
      };
    },
  },
];

const CONFIRMED = [
  [
    'agreed',
    'Ask them first, and add --agreed when they agreed to take part and to what is kept about them.',
  ],
  ['adult', 'Add --adult when they are of age. Somebody who is not cannot be enrolled here.'],
] as const;

/** A zone that time can be told in. @throws UsageWrong when it is none. */
export function zoneOf(text: string): string {
  if (isZone(text)) return text;
  throw new UsageWrong(
    `"${text}" is not a time zone. Zones are written like Europe/London or America/St_Johns.`,
  );
}

const HEADINGS = ['Id', 'Name', 'Roles', 'State', 'Told things', 'Zone'];

function rowOf(person: Listed): string[] {
  const roles = person.roles
    .map((each) => `${each.role}${each.trained ? ', trained' : ''} (${each.programme})`)
    .join(', ');
  return [person.id, nameOf(person), roles, STATE[person.state], REACH[person.reach], person.zone];
}

export function nameOf(person: Pick<Listed, 'name'>): string {
  return person.name ?? '(no name yet)';
}
