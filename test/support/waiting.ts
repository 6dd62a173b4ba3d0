import type { Enquiry } from '../../core/enquiries/enquiry.ts';
import { sealedAnswers, sealedWords } from '../../core/enquiries/sealed-enquiry.ts';
import { change, type Save } from '../../core/kernel/change.ts';
import type { As, IntakeAnswers } from '../../core/programmes/intake.ts';
import { momentAt, type World } from './world.ts';

/** A small programme with everything that finding somebody needs. */
export function aMatching(more: Record<string, unknown> = {}): Record<string, unknown> {
  const both = ['mentee', 'mentor'];
  const choices = (...values: string[]) => values.map((value) => ({ value, says: `To do with ${value}` }));
  const intake = [
    {
      code: 'lives-with',
      as: both,
      kind: 'many',
      ask: 'What is it about?',
      choices: choices('dementia', 'stroke'),
    },
    {
      code: 'likes',
      as: both,
      kind: 'many',
      ask: 'What do you like?',
      choices: choices('walks', 'music'),
      optional: true,
    },
    {
      code: 'age',
      as: both,
      kind: 'one',
      ask: 'How old are you?',
      choices: choices('twenties', 'forties', 'sixties'),
      optional: true,
    },
    {
      code: 'age-wish',
      as: ['mentee'],
      kind: 'one',
      ask: 'Age?',
      choices: choices('same', 'older', 'no-wish'),
      optional: true,
    },
    { code: 'age-firm', as: ['mentee'], kind: 'yes-no', ask: 'Only so?', optional: true },
    { code: 'words', as: both, kind: 'words', ask: 'A few words?', optional: true, for: ['outline'] },
  ];
  const factors = [
    {
      code: 'lived',
      weight: 10,
      says: 'You know the same from your own life.',
      how: 'shared',
      question: 'lives-with',
      experience: true,
    },
    { code: 'likes', weight: 4, says: 'You like some of the same things.', how: 'shared', question: 'likes' },
    {
      ...{ code: 'age', weight: 2, says: 'The age is as was wished for.', how: 'wish', question: 'age-wish' },
      ...{ mentorQuestion: 'age', ownQuestion: 'age', firmQuestion: 'age-firm' },
    },
  ];
  const contact = { name: 'Morag', phone: '01632 960 001', hours: 'Monday to Friday, 9 to 5' };
  const roles = [{ code: 'events', name: 'Help at events', says: 'Organise a film evening.' }];
  return { v: 1, name: 'Side by side', contact, intake, matching: { factors, capacity: 1 }, roles, ...more };
}

export type Waits = {
  readonly personId: string;
  readonly programmeId: string;
  readonly as: As;
  readonly answers: IntakeAnswers;
  readonly words?: string;
  /** Whether who may be matched with them reads their words; yes unless told. */
  readonly agreed?: boolean;
};

/** Somebody who has been spoken with and waits for a match from now on, with their role. */
export async function waitsForMatch(
  world: Pick<World, 'store' | 'clock' | 'settle'>,
  waits: Waits,
): Promise<Enquiry> {
  const { personId, programmeId, as, answers, words, agreed = true } = waits;
  const at = momentAt(world.clock);
  const { read } = world.store;
  const person = await read.people.person(personId);
  if (person === undefined) throw new Error('Nobody waits');
  const key = read.keys.of(person);
  const id = at.newId();
  const enquiry: Enquiry = {
    ...{
      id,
      version: 1,
      programmeId,
      personId,
      as,
      state: 'waiting',
      // A programme without sites has one for everybody.
      site: 'main',
      route: 'self',
      source: null,
    },
    ...{ referralId: null, answersSealed: sealedAnswers(id, answers, key, at.random(12)) },
    wordsSealed: words === undefined || !agreed ? null : sealedWords(id, words, key, at.random(12)),
    outlineAgreedAt: agreed ? at.now : null,
    ...{ firstSupported: null, waitingSince: at.now, newsDays: null, newsAt: null },
    ...{ createdAt: at.now, decidedAt: at.now },
  };
  const role = as === 'mentee' ? 'mentee' : 'mentor';
  const given = {
    id: at.newId(),
    version: 1,
    personId,
    programmeId,
    role,
    since: at.now,
    endedAt: null,
  } as const;
  const held = await read.people.role(personId, programmeId, role);
  const saves: Save[] = [
    { table: 'enquiry', row: enquiry },
    ...(held === undefined ? [{ table: 'role', row: given } as const] : []),
  ];
  const due = { key: `begin:${id}`, command: 'begin-to-wait', args: { enquiryId: id }, at: at.now };
  const done = await world.store.commit(change({ saves, due: [due] }), { by: 'test' }, at);
  if (done !== 'done') throw new Error(`Not written: ${done}`);
  await world.settle();
  return enquiry;
}
