import { findGroup, findPerson } from './find.ts';
import { UsageWrong } from './not-done.ts';
import { nameOf } from './people-verbs.ts';
import type { Verb } from './verb.ts';

const MOST = 10_000;
const STATE = { made: 'not open yet', open: 'open', closed: 'closed' } as const;

export const groupVerbs: readonly Verb[] = [
  {
    name: 'groups',
    takes: '[--all]',
    does: 'Lists the peer groups with how many are in them; with --all also those that are closed.',
    options: { all: 'flag' },
    words: [0, 0],
    async run({ core }, given) {
      const found = await core.read.groups.list({ most: MOST });
      const data = found.filter(({ state }) => given.flag('all') || state !== 'closed');
      return {
        table: {
          headings: ['Id', 'Name', 'Programme', 'State', 'Lead', 'Members', 'Places left', 'Waiting'],
          rows: data.map((each) => [
            each.id,
            each.name,
            each.programme,
            STATE[each.state],
            each.lead ?? '',
            `${each.members}`,
            `${each.placesLeft}`,
            `${each.waiting}`,
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'group capacity',
    takes: 'GROUP PLACES',
    does: 'Changes how many can be in a group. Those who wait are asked; nobody is put out.',
    options: {},
    words: [2, 2],
    async run(desk, given) {
      const capacity = placesIn(given.words[1] ?? '');
      const { id: groupId, name } = await findGroup(desk, given.words[0] ?? '');
      await desk.perform('change-group-capacity', { groupId, capacity });
      return { said: [`${name} has ${capacity} places now.`], data: { groupId, capacity } };
    },
  },
  {
    name: 'group hand-over',
    takes: 'GROUP PERSON',
    does: 'Offers the lead of a group to a trained mentor. Nothing changes before they agree in their app.',
    options: {},
    words: [2, 2],
    async run(desk, given) {
      const { id: groupId, name } = await findGroup(desk, given.words[0] ?? '');
      const person = await findPerson(desk, given.words[1] ?? '');
      await desk.perform('offer-group-lead', { groupId, personId: person.id });
      return {
        said: [`${nameOf(person)} is asked whether they would lead ${name}.`],
        data: { groupId, personId: person.id },
      };
    },
  },
  {
    name: 'group close',
    takes: 'GROUP',
    does: 'Closes a group: what was to come is called off, and everybody in it is told once.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const { id: groupId, name } = await findGroup(desk, given.words[0] ?? '');
      await desk.perform('close-group', { groupId });
      return { said: [`${name} is closed.`], data: { groupId } };
    },
  },
];

/** @throws UsageWrong when it is no number of places that a group can have. */
function placesIn(text: string): number {
  const places = Number(text);
  if (/^\d{1,3}$/.test(text) && places >= 2 && places <= 500) return places;
  throw new UsageWrong('PLACES is a whole number from 2 to 500, such as 12.');
}
