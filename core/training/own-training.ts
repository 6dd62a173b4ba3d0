import { z } from 'zod';
import { type By, command, personOf } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import type { Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { readDay } from './read-day.ts';
import { dayIn, LONGEST_NAME, newRecord, recorded } from './record-training.ts';

const KINDS = ['course', 'qualification', 'interest'] as const;
const LABELS = {
  course: text('training-kind-course'),
  qualification: text('training-kind-qualification'),
  interest: text('training-kind-interest'),
} as const;
const Name = z.string().trim().min(1).max(LONGEST_NAME);

/** Somebody notes a course or a qualification of their own, or what they would like to learn one day (TRN-12, TRN-13). */
export const logTraining = command({
  name: 'log-training',
  schema: z.object({
    /** Nothing: where they take part. */
    programmeId: z.uuid().optional(),
    kind: z.enum(KINDS),
    what: Name,
    issuer: Name.optional(),
    doneOn: z.iso.date().optional(),
  }),
  async load(read, { programmeId }, by) {
    const roles = await rolesOfActor(read, by, {});
    const id = programmeId ?? roles[0]?.programmeId;
    return { roles, programme: id === undefined ? undefined : await read.programmes.programme(id) };
  },
  decide({ roles, programme }, { kind, what, issuer = null, doneOn }, at, by) {
    const { person, account } = personOf(by);
    if (programme === undefined || !isIn(roles, programme.id))
      return { refused: 'training.no-role', say: text('training-no-role') };
    const doneAt = doneOn === undefined ? at.now : dayIn(doneOn, programme.document);
    if (isBefore(at.now, doneAt))
      return { refused: 'training.not-done-yet', say: text('training-not-done-yet'), question: 'when' };
    const about = { personId: person.id, programmeId: programme.id, kind, what, issuer };
    const shown = { to: person.id, account: account.id, evenIfStopped: true, mode: 'new' } as const;
    return recorded(newRecord(about, doneAt, at, by), programme, at, [
      { ...shown, screen: 'my-training', args: { said: 'noted' } },
    ]);
  },
});

function isIn(roles: readonly Role[], programmeId: string): boolean {
  return roles.some((each) => each.programmeId === programmeId && each.endedAt === null);
}

async function load(read: Reader, _args: JsonObject, by: By) {
  const roles = await rolesOfActor(read, by, {});
  const programmes = (await read.programmes.all()).filter(({ id }) => isIn(roles, id));
  return { programmes };
}
type Data = { readonly programmes: readonly Programme[] };

/** What it is, what it is called, who gives it, and when it was. */
export const logTrainingForm = form<Data>({
  name: 'log-training',
  title: text('training-log-title'),
  questions: [
    {
      id: 'kind',
      ask: () => [text('training-log-kind')],
      options: () => KINDS.map((kind) => ({ label: LABELS[kind], value: kind })),
    },
    {
      id: 'programme',
      ask: () => [text('board-which-programme')],
      options: ({ data }) =>
        data.programmes.map(({ id, document }) => ({ label: { written: document.name }, value: id })),
      passOver: ({ data }) => data.programmes.length < 2,
    },
    {
      id: 'what',
      written: true,
      most: LONGEST_NAME,
      ask: ({ answers }) => [
        answers['kind'] === 'interest' ? text('training-log-interest') : text('training-log-what'),
        text('training-log-who-sees'),
      ],
    },
    {
      id: 'issuer',
      written: true,
      optional: true,
      most: LONGEST_NAME,
      ask: () => [text('training-log-issuer')],
      passOver: ({ answers }) => answers['kind'] === 'interest',
    },
    {
      id: 'when',
      written: true,
      ask: () => [text('training-log-when')],
      options: () => [{ label: text('training-log-today'), value: 'today' }],
      passOver: ({ answers }) => answers['kind'] === 'interest',
      take(written, { data, now }) {
        const zone = data.programmes[0]?.document.safeguarding.zone ?? 'Europe/London';
        const day = readDay(written, zone, now);
        return day === undefined ? { again: text('training-log-day-not-read') } : { value: day };
      },
    },
  ],
  load,
  closed: ({ programmes }) => (programmes.length === 0 ? text('training-no-role') : undefined),
  finish({ data, answers }) {
    const { kind, what, issuer = '', when } = answers;
    const programmeId = answers['programme'] ?? data.programmes[0]?.id;
    const day = when === undefined || when === '' ? {} : { doneOn: when };
    const gives = issuer === '' ? {} : { issuer };
    return { command: 'log-training', args: { programmeId, kind, what, ...gives, ...day } };
  },
});
