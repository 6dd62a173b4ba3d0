import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { isForSites, siteOf, type TrainingMeeting, type TrainingRecord } from './training.ts';
import {
  inWords,
  moduleNames,
  noLongerPart,
  type TrainingStands,
  trainingStands,
  WAYS_OF,
} from './training-stands.ts';
import { dayParts, meetingButton } from './training-words.ts';
import { takesPartAs } from './when-it-ends.ts';

/** More would be a page of its own. */
const MOST_MEETINGS = 6;
const MOST_NOTED = 20;

const logButton: Button = {
  label: text('button-log-training'),
  command: 'open-form',
  args: { form: 'log-training' },
};
const fileButton: Button = {
  label: text('button-training-record'),
  command: 'show',
  args: { screen: 'my-training-record' },
};

type In = {
  readonly programme: Programme;
  readonly records: readonly TrainingRecord[];
  readonly meetings: readonly TrainingMeeting[];
  readonly isMatched: boolean;
  /** What modules that are gone were called. */
  readonly names: ReadonlyMap<string, string>;
};

async function load(read: Reader, to: Recipient): Promise<In[]> {
  const ids = [...new Set(to.roles.map(({ programmeId }) => programmeId))];
  const [programmes, meetings, pairs] = await Promise.all([
    read.programmes.all(),
    read.training.ahead(ids, to.now),
    read.pairs.pairsOf(to.person.id),
  ]);
  return await Promise.all(
    programmes
      .filter(({ id }) => ids.includes(id))
      .map(async (programme) => ({
        programme,
        records: await read.training.records([to.person.id], programme.id),
        names: await read.programmes.moduleNames(programme.id),
        meetings: await theirs(read, meetings, to.person.id, programme.id),
        isMatched: pairs.some(
          ({ mentorId, programmeId }) => mentorId === to.person.id && programmeId === programme.id,
        ),
      })),
  );
}

/** Those of a programme that are for the people of its sites to whom somebody belongs. */
export async function theirs(
  read: Reader,
  meetings: readonly TrainingMeeting[],
  personId: string,
  programmeId: string,
): Promise<TrainingMeeting[]> {
  const there = meetings.filter((each) => each.programmeId === programmeId);
  if (there.every((each) => siteOf(each) === null)) return there;
  const sites = await read.sites.of(personId, programmeId);
  return there.filter((each) => isForSites(each, sites));
}

/** How somebody's own training stands, what is to come, and what they noted themselves. */
export const myTraining = screen({
  name: 'my-training',
  schema: z.object({ said: z.enum(['noted']).optional() }),
  load: async (read, _args, to) => await load(read, to),
  show(inEach, { said }, to) {
    const lines: Line[] = said === 'noted' ? [text('training-noted')] : [];
    const meetings: Button[] = [];
    for (const each of inEach) {
      if (inEach.length > 1) lines.push({ written: each.programme.document.name });
      lines.push(...linesOf(each, to));
      meetings.push(...each.meetings.map((meeting) => meetingButton(each.programme.document, meeting, to)));
    }
    if (inEach.length === 0) lines.push(text('training-no-role'));
    const shown = meetings.slice(0, MOST_MEETINGS);
    if (shown.length > 0) lines.push(text('training-to-book'));
    return message(lines, [
      ...shown.map((button) => [button]),
      ...(inEach.length === 0 ? [] : [[logButton, fileButton]]),
      homeButtons,
    ]);
  },
});

function linesOf({ programme, records, isMatched, names }: In, to: Recipient): Line[] {
  const { document, id } = programme;
  const whoms = takesPartAs(to.roles, id).filter((each) => each !== 'group-lead');
  const asMentor = whoms.includes('mentor');
  const whom = asMentor ? 'mentor' : (whoms[0] ?? 'mentee');
  const stands = trainingStands(document, records, WAYS_OF[whom], whom, to.now);
  const noted = records.filter(({ kind }) => kind !== 'module' && kind !== 'disclosure' && kind !== 'read');
  return [
    ...standing(stands, document, to),
    ...(asMentor ? [roleNow(stands, isMatched)] : []),
    ...leading(programme, records, to, asMentor),
    ...goneLine(records, document, names),
    ...readLines(records, document, to),
    ...noted.slice(-MOST_NOTED).map((record) => notedLine(record, to)),
  ];
}

function standing(stands: TrainingStands, document: Programme['document'], to: Recipient): Line[] {
  const names = (codes: readonly string[]): string => inWords(moduleNames(document, codes));
  const check = document.training.disclosure?.name ?? '';
  const until = stands.disclosureEndsAt;
  return [
    ...(stands.inDate.length > 0 ? [text('training-done', { what: names(stands.inDate) })] : []),
    ...(stands.missing.length > 0 ? [text('training-missing', { what: names(stands.missing) })] : []),
    ...stands.ending.map(({ code, endsAt }) =>
      text('training-ending', { what: names([code]), ...dayParts(endsAt, to) }),
    ),
    ...(['not-seen', 'ended'].includes(stands.disclosure) ? [text('training-check-missing', { check })] : []),
    ...(['valid', 'ending'].includes(stands.disclosure) && until !== undefined
      ? [text('training-check-until', { check, ...dayParts(until, to) })]
      : []),
    ...(stands.complete ? [text('training-complete')] : []),
  ];
}

/** Who is trained and supports nobody yet is a volunteer; with somebody to support, a mentor (ELG-01). Never stored twice. */
function roleNow({ complete }: TrainingStands, isMatched: boolean): Line {
  if (isMatched) return text('training-as-mentor');
  return complete ? text('training-as-volunteer') : text('training-as-learner');
}

/** What leading a group asks for beyond that (TRN-04). */
function leading(
  { document }: Programme,
  records: readonly TrainingRecord[],
  to: Recipient,
  asMentor: boolean,
): Line[] {
  if (!asMentor) return [];
  const stands = trainingStands(document, records, WAYS_OF['group-lead'], 'group-lead', to.now);
  if (stands.missing.length === 0) return [];
  return [text('training-to-lead', { what: inWords(moduleNames(document, stands.missing)) })];
}

/** What they did of modules that are no longer part of the programme: it stays theirs. */
function goneLine(
  records: readonly TrainingRecord[],
  document: Programme['document'],
  names: ReadonlyMap<string, string>,
): Line[] {
  const codes = [...new Set(noLongerPart(document, records).map(({ what }) => what))];
  if (codes.length === 0) return [];
  return [text('training-no-longer', { what: inWords(codes.map((code) => names.get(code) ?? code)) })];
}

/** What they read again, each module once, with when that was last. */
function readLines(
  records: readonly TrainingRecord[],
  document: Programme['document'],
  to: Recipient,
): Line[] {
  const last = new Map(
    records.filter(({ kind }) => kind === 'read').map(({ what, doneAt }) => [what, doneAt]),
  );
  return [...last].map(([code, at]) =>
    text('training-read-last', { what: inWords(moduleNames(document, [code])), ...dayParts(at, to) }),
  );
}

function notedLine({ kind, what, issuer, doneAt }: TrainingRecord, to: Recipient): Line {
  if (kind === 'interest') return text('training-noted-interest', { what });
  const when = dayParts(doneAt, to);
  return issuer === null
    ? text('training-noted-done', { what, ...when })
    : text('training-noted-by', { what, issuer, ...when });
}
