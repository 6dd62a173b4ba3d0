import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { TrainingModule } from '../programmes/training-plan.ts';
import type { TrainingRecord } from './training.ts';

/** What of a document says how training stands: the plan of it, and on whose clock its months are counted. */
export type TrainedBy = Pick<ProgrammeDocument, 'training' | 'safeguarding'>;

/** As what somebody takes part. */
export type Whom = TrainingModule['requiredOf'][number];
/** How somebody meets people. */
export type Way = NonNullable<TrainingModule['onlyFor']>[number];

const ONE_TO_ONE: readonly Way[] = ['in-person', 'phone', 'video', 'text'];

/** Every way in which somebody may come to meet people as what they are: where it is not known more closely, all of these. */
export const WAYS_OF: Readonly<Record<Whom, readonly Way[]>> = {
  mentor: ONE_TO_ONE,
  mentee: ONE_TO_ONE,
  'group-lead': [...ONE_TO_ONE, 'group'],
};

export type Ending = { readonly code: string; readonly endsAt: Temporal.Instant };

/** How somebody's training stands, at one moment. */
export type TrainingStands = {
  /** Codes of the modules that are required of them and not there, or there no longer; in the order of the document. */
  readonly missing: readonly string[];
  /** What of it ends so soon that its owner is reminded. */
  readonly ending: readonly Ending[];
  /** Codes of all modules of the programme that are done and have not ended, required or not. */
  readonly inDate: readonly string[];
  /** The check of an authority, where one is asked for. */
  readonly disclosure: 'not-asked' | 'not-seen' | 'valid' | 'ending' | 'ended';
  readonly disclosureEndsAt: Temporal.Instant | undefined;
  readonly complete: boolean;
};

/**
 * How somebody's training stands (TRN-01 to TRN-04, D21). Pure. What was taken back counts for nothing, and nothing counts
 * from the moment at which it ends. `records` are of one person and one programme.
 */
export function trainingStands(
  document: TrainedBy,
  records: readonly TrainingRecord[],
  ways: readonly Way[],
  whom: Whom,
  now: Temporal.Instant,
): TrainingStands {
  const { modules, disclosure } = document.training;
  const soon = now.add({ hours: 24 * Math.max(0, ...document.training.remindDays) });
  const standing = modules.map((module) => ({
    module,
    stands: latest(document, records, module.code, now),
    required: isRequired(module, ways, whom),
  }));
  const required = standing.filter((each) => each.required);
  const check =
    disclosure?.requiredOf.includes(whom) === true
      ? checkOf(document, records, now, soon)
      : ({ is: 'not-asked' } as const);
  const missing = required.filter(({ stands }) => stands.is !== 'in-date').map(({ module }) => module.code);
  return {
    missing,
    ending: required.flatMap(({ module, stands }) =>
      stands.is === 'in-date' && stands.endsAt !== undefined && !isBefore(soon, stands.endsAt)
        ? [{ code: module.code, endsAt: stands.endsAt }]
        : [],
    ),
    inDate: standing.filter(({ stands }) => stands.is === 'in-date').map(({ module }) => module.code),
    disclosure: check.is,
    disclosureEndsAt: 'endsAt' in check ? check.endsAt : undefined,
    complete: missing.length === 0 && ['not-asked', 'valid', 'ending'].includes(check.is),
  };
}

/** Whether a document asks anything of somebody before they may be that. */
export function asksOf({ training }: TrainedBy, whom: Whom): boolean {
  return (
    training.modules.some(({ requiredOf }) => requiredOf.includes(whom)) ||
    training.disclosure?.requiredOf.includes(whom) === true
  );
}

function isRequired({ requiredOf, onlyFor }: TrainingModule, ways: readonly Way[], whom: Whom): boolean {
  return requiredOf.includes(whom) && (onlyFor === undefined || onlyFor.some((way) => ways.includes(way)));
}

/** The end of something that is good for so many calendar months; of the 31st, the last day of a shorter month. */
export function endOf(doneAt: Temporal.Instant, months: number, zone: string): Temporal.Instant {
  return doneAt.toZonedDateTimeISO(zone).add({ months }).toInstant();
}

/** When a record ends: as it was put down, or as its programme says now of one that was put down without an end. */
export function endsAtOf(
  { training, safeguarding }: TrainedBy,
  record: Pick<TrainingRecord, 'kind' | 'what' | 'doneAt' | 'endsAt'>,
): Temporal.Instant | undefined {
  if (record.endsAt !== null) return record.endsAt;
  const months =
    record.kind === 'disclosure'
      ? training.disclosure?.months
      : training.modules.find(({ code }) => record.kind === 'module' && code === record.what)?.refreshMonths;
  return months === undefined ? undefined : endOf(record.doneAt, months, safeguarding.zone);
}

type Stands =
  | { readonly is: 'missing' }
  | { readonly is: 'ended'; readonly endsAt: Temporal.Instant }
  | { readonly is: 'in-date'; readonly endsAt: Temporal.Instant | undefined };

/** Of several records of one module, the one that lasts longest; `what` undefined: of the check. */
function latest(
  document: TrainedBy,
  records: readonly TrainingRecord[],
  what: string | undefined,
  now: Temporal.Instant,
): Stands {
  const ends = records
    .filter(({ kind }) => kind === (what === undefined ? 'disclosure' : 'module'))
    .filter((record) => what === undefined || record.what === what)
    .filter(({ removedAt, doneAt }) => removedAt === null && !isBefore(now, doneAt))
    .map((record) => endsAtOf(document, record));
  if (ends.length === 0) return { is: 'missing' };
  const [first, ...others] = ends.flatMap((end) => end ?? []);
  if (first === undefined || others.length + 1 < ends.length) return { is: 'in-date', endsAt: undefined };
  const endsAt = others.reduce((a, b) => (isBefore(a, b) ? b : a), first);
  return isBefore(now, endsAt) ? { is: 'in-date', endsAt } : { is: 'ended', endsAt };
}

type Check =
  | { readonly is: 'not-seen' }
  | { readonly is: 'valid' | 'ending' | 'ended'; readonly endsAt: Temporal.Instant | undefined };

function checkOf(
  document: TrainedBy,
  records: readonly TrainingRecord[],
  now: Temporal.Instant,
  soon: Temporal.Instant,
): Check {
  const stands = latest(document, records, undefined, now);
  if (stands.is === 'missing') return { is: 'not-seen' };
  const { endsAt } = stands;
  if (stands.is === 'ended') return { is: 'ended', endsAt };
  return { is: endsAt !== undefined && !isBefore(soon, endsAt) ? 'ending' : 'valid', endsAt };
}

/** Records of modules that the document has no longer: they stay on record, and count for nothing until it has them again. */
export function noLongerPart<R extends Pick<TrainingRecord, 'kind' | 'what'>>(
  { training }: TrainedBy,
  records: readonly R[],
): R[] {
  return records.filter(
    ({ kind, what }) => kind === 'module' && !training.modules.some(({ code }) => code === what),
  );
}

/** What people read instead of codes; a module that the document has no longer stands by its code. */
export function moduleNames({ training }: TrainedBy, codes: readonly string[]): string[] {
  return codes.map((code) => training.modules.find((each) => each.code === code)?.name ?? code);
}

const list = new Intl.ListFormat('en-GB');

/** Several names as people say them: "A, B and C". */
export function inWords(names: readonly string[]): string {
  return list.format(names);
}
