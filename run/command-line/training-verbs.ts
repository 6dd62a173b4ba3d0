import { standingsIn } from '../../core/training/standings.ts';
import { surveyReport } from '../../core/training/survey-report.ts';
import { SHOWN } from './enquiry-verbs.ts';
import { findPerson, findProgramme } from './find.ts';
import { NotDone } from './not-done.ts';
import { nameOf } from './people-verbs.ts';
import { choiceOf, needed, type Verb } from './verb.ts';

const MOST = 10_000;
const KINDS = ['module', 'disclosure', 'course', 'qualification'] as const;
const STAGE = {
  learning: 'still learning',
  volunteer: 'trained, supports nobody yet',
  mentor: 'supports somebody',
  mentee: 'is supported',
} as const;

export const trainingVerbs: readonly Verb[] = [
  {
    name: 'training stands',
    takes: '[--programme NAME]',
    does: 'Shows how the training of everybody stands: what is done, what is missing, what ends soon.',
    options: { programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.value('programme'));
      const data = await standingsIn(desk.core.read, programme, desk.moment().now);
      return {
        table: {
          headings: ['Name', 'Stands', 'Done', 'Missing', 'Ends soon', 'Check', 'Id'],
          rows: data.map((each) => [
            each.name ?? '(no name yet)',
            STAGE[each.stage],
            each.done.join(', '),
            each.missing.join(', '),
            each.endsSoon.map(({ module, endsAt }) => `${module} ${endsAt.slice(0, 10)}`).join(', '),
            each.disclosure === 'not-asked' ? '' : each.disclosure,
            each.personId,
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'training records',
    takes: '[PERSON]',
    does: 'Lists what is on record of training, of one person or of all, newest first.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const [who] = given.words;
      const person = who === undefined ? undefined : await findPerson(desk, who);
      const found = await desk.core.read.training.list({ most: MOST, personId: person?.id });
      const people = await desk.core.read.people.people(found.map(({ personId }) => personId));
      const data = found.map((each) => ({
        ...each,
        name: people.find(({ id }) => id === each.personId)?.name ?? null,
      }));
      return {
        table: {
          headings: ['Done', 'Name', 'Kind', 'What', 'By', 'Good until', 'Id'],
          rows: data.map((each) => [
            each.doneAt.toString().slice(0, 10),
            nameOf(each),
            each.kind,
            each.what,
            each.issuer ?? '',
            each.endsAt?.toString().slice(0, 10) ?? '',
            each.id,
          ]),
        },
        data,
        ...(person === undefined ? {} : { about: { personId: person.id } }),
      };
    },
  },
  {
    name: 'training survey',
    takes: '[--programme NAME]',
    does: 'What people said that the training gave them, counted once five or more have answered.',
    options: { programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.value('programme'));
      const data = await surveyReport(desk.core.read, programme.id);
      if (data.answered === null) return { said: ['Fewer than five have answered.'], data };
      const rows = data.counts.map(({ asked, yes, partly, no }) => [asked, ...[yes, partly, no].map(SHOWN)]);
      return { table: { headings: ['Asked', 'Yes', 'In part', 'No'], rows }, data };
    },
  },
  {
    name: 'training record',
    takes: 'PERSON [WHAT] --on DAY [--kind KIND] [--by ISSUER] [--until DAY] [--programme NAME]',
    does: `Puts something on record, such as: training record Ada listening --on 2026-11-01. Kinds: ${KINDS.join(', ')}. A check needs no WHAT.`,
    options: { on: 'value', kind: 'value', by: 'value', until: 'value', programme: 'value' },
    words: [1, 2],
    async run(desk, given) {
      const [who = '', what] = given.words;
      const kind = choiceOf(given.value('kind') ?? 'module', KINDS, '--kind');
      const doneOn = needed(given, 'on', '2026-11-01');
      const person = await findPerson(desk, who);
      const programme = await findProgramme(desk, given.value('programme'));
      const [issuer, endsOn] = [given.value('by'), given.value('until')];
      const { recordId = null } = await desk.perform('record-training', {
        personId: person.id,
        programmeId: programme.id,
        kind,
        doneOn,
        ...(what === undefined ? {} : { what }),
        ...(issuer === undefined ? {} : { issuer }),
        ...(endsOn === undefined ? {} : { endsOn }),
      });
      return {
        said: [
          recordId === null
            ? 'That was on record already.'
            : `On record of ${nameOf(person)}: ${String(recordId)}`,
        ],
        data: { recordId },
      };
    },
  },
  {
    name: 'training take-back',
    takes: 'RECORD',
    does: 'Takes back what was put on record by mistake: an id, or its beginning.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const wanted = (given.words[0] ?? '').toLowerCase();
      const all = await desk.core.read.training.list({ most: MOST });
      const [found, another] = all.filter(({ id }) => wanted.length >= 4 && id.startsWith(wanted));
      if (found === undefined || another !== undefined)
        throw new NotDone(`There is no one record "${wanted}". Type "training records" to see their ids.`);
      await desk.perform('take-back-training', { recordId: found.id });
      return { said: [`"${found.what}" is on record no longer.`], data: { recordId: found.id } };
    },
  },
];
