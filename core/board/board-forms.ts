import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import type { Answers, Option, Question } from '../kernel/form.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import { reachOf } from '../kernel/reach.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { heldBack, isAsked, loadStandings, type Standing } from '../training/held-back.ts';

/** Mentors offered at a time, those with the fewest pairs first (our default; as many as every app can show). */
const MOST_MENTORS = 20;
/** Among so many those are looked for who are ready to be offered. */
const MOST_LOOKED_AT = 200;
const RHYTHMS = [7, 14, 28, 0];

const WhoseRole = z.object({ personId: z.uuid() });
const Mentee = z.object({ menteeId: z.uuid(), programmeId: z.uuid() });

async function loadRole(read: Reader, args: JsonObject, by: By) {
  const { personId } = WhoseRole.parse(args);
  const reach = reachOf(await rolesOfActor(read, by, args));
  const own = reach.programmeIds;
  const programmes = (await read.programmes.all()).filter(({ id }) => own.includes(id));
  return { person: await read.people.person(personId), programmes, reach, isTheirs: own.length > 0 };
}
type RoleData = Awaited<ReturnType<typeof loadRole>>;

const whichRole: Question<RoleData> = {
  id: 'role',
  ask: ({ data }) => [text('board-role-ask', { name: data.person?.name ?? '' })],
  options: () => [
    { label: text('board-role-mentee'), value: 'mentee' },
    { label: text('board-role-mentor'), value: 'mentor' },
    { label: text('board-role-volunteer'), value: 'volunteer' },
    { label: text('board-role-lead'), value: 'safeguarding-lead' },
    { label: text('board-role-deputy'), value: 'safeguarding-deputy' },
  ],
};

const whichProgramme: Question<RoleData> = {
  id: 'programme',
  ask: () => [text('board-which-programme')],
  options: ({ data }) =>
    data.programmes.map(({ id, document }) => ({ label: { written: document.name }, value: id })),
  passOver: ({ data }) => data.programmes.length < 2,
  together: true,
};

/** The sites among which somebody who sees all of the programme can say where they belong. */
function sitesFor({ programmes, reach }: RoleData, answers: Answers) {
  const programme = programmes.find(({ id }) => id === answers['programme']) ?? programmes[0];
  const isWhole = programme !== undefined && reach.sites[programme.id] === undefined;
  return isWhole ? programme.document.sites : [];
}

/** How the answer "none of them" is kept. */
const AS_IT_IS = 'as-it-is';

const whichSite: Question<RoleData> = {
  id: 'site',
  ask: ({ data }) => [text('board-which-site', { name: data.person?.name ?? '' })],
  options: ({ data, answers }) => [
    ...sitesFor(data, answers).map(({ code, name }) => ({ label: { written: name }, value: code })),
    { label: text('board-which-site-as-it-is'), value: AS_IT_IS },
  ],
  passOver: ({ data, answers }) =>
    sitesFor(data, answers).length === 0 || !HAS_A_SITE.includes(answers['role'] ?? ''),
};
const HAS_A_SITE = ['mentee', 'mentor', 'volunteer'];

const isTrained: Question<RoleData> = {
  id: 'trained',
  ask: ({ data }) => [text('board-role-trained', { name: data.person?.name ?? '' })],
  options: () => [
    { label: text('board-role-trained-yes'), value: 'yes' },
    { label: text('board-role-trained-no'), value: 'no' },
  ],
  passOver: ({ answers }) => !['mentor', 'volunteer'].includes(answers['role'] ?? ''),
};

/** A coordinator gives somebody who has joined their role. */
export const chooseRole = form<RoleData>({
  name: 'choose-role',
  title: text('board-role-title'),
  questions: [whichRole, whichProgramme, whichSite, isTrained],
  load: loadRole,
  closed({ person, isTheirs }) {
    if (!isTheirs) return text('coordinators-only');
    return person?.state === 'active' ? undefined : text('person-not-ready');
  },
  finish: ({ data, args, answers }) => ({
    command: 'give-role',
    args: {
      personId: WhoseRole.parse(args).personId,
      programmeId: answers['programme'] ?? data.programmes[0]?.id,
      role: answers['role'],
      ...(answers['trained'] === 'yes' ? { trained: true } : {}),
      ...siteOf(answers['site']),
    },
  }),
});

function siteOf(answer: string | undefined): { site?: string } {
  return answer === undefined || answer === '' || answer === AS_IT_IS ? {} : { site: answer };
}

async function loadMentors(read: Reader, args: JsonObject, by: By) {
  const { menteeId, programmeId } = Mentee.parse(args);
  const reach = reachOf(await rolesOfActor(read, by, args));
  const isTheirs = reach.programmeIds.includes(programmeId);
  const [mentee, programme, mentors] = await Promise.all([
    read.people.person(menteeId),
    read.programmes.programme(programmeId),
    isTheirs ? read.board.mentorsFor({ menteeId, programmeId }, reach, MOST_LOOKED_AT) : [],
  ]);
  const people =
    programme === undefined || !isAsked(programme.document, 'mentor')
      ? []
      : await read.people.people(mentors.map(({ id }) => id));
  const standings =
    programme === undefined
      ? new Map<string, Standing>()
      : await loadStandings(read, programme, people, 'mentor');
  return { isTheirs, mentee, mentors, standings };
}
type MentorData = Awaited<ReturnType<typeof loadMentors>>;

/** Nobody is proposed with a module missing or a gate shut (TRN-02). */
function ready({ mentors, standings }: MentorData, now: Temporal.Instant) {
  return mentors
    .filter(({ id }) => {
      const standing = standings.get(id);
      return standing === undefined || heldBack(standing, 'mentor', now) === undefined;
    })
    .slice(0, MOST_MENTORS);
}

const named = (data: MentorData, id: string | undefined): string =>
  data.mentors.find((each) => each.id === id)?.name ?? '';

const whichMentor: Question<MentorData> = {
  id: 'mentor',
  ask: ({ data }) => [text('board-mentor-ask', { name: data.mentee?.name ?? '' })],
  options: ({ data, now }) =>
    ready(data, now).map(
      ({ id, name, pairs }): Option => ({ label: text('board-mentor-choice', { name, pairs }), value: id }),
    ),
};

const howOften: Question<MentorData> = {
  id: 'rhythm',
  ask: () => [text('board-rhythm-ask')],
  options: () => RHYTHMS.map((days) => ({ label: text('board-rhythm', { days }), value: String(days) })),
  together: true,
};

const sure: Question<MentorData> = {
  id: 'sure',
  ask: ({ data, answers }) => [
    text('board-sure-ask', { mentor: named(data, answers['mentor']), name: data.mentee?.name ?? '' }),
  ],
  options: () => [{ label: text('board-sure-yes'), value: 'yes' }],
};

/** A coordinator finds a mentor for somebody who waits for one, and confirms the pair. */
export const bringTogether = form<MentorData>({
  name: 'bring-together',
  title: text('board-mentor-title'),
  questions: [whichMentor, howOften, sure],
  load: loadMentors,
  closed(data, now) {
    if (!data.isTheirs) return text('coordinators-only');
    if (ready(data, now).length > 0) return undefined;
    return data.mentors.length === 0 ? text('board-mentor-none') : text('board-mentor-none-ready');
  },
  finish({ args, answers }) {
    const days = Number(answers['rhythm']);
    const mentorId = answers['mentor'];
    return {
      command: 'make-pair',
      args: { ...Mentee.parse(args), mentorId, rhythmDays: days === 0 ? null : days },
    };
  },
});
