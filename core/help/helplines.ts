import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { nextOpening, type Opening, opening, opensAt } from '../time/opening-hours.ts';
import configured from './helplines.json' with { type: 'json' };

/** The helplines a card can show; each has its words in help.ftl. */
export const lineIds = [
  'emergency',
  'nhs-24',
  'samaritans',
  'breathing-space',
  'childline',
  'shout',
] as const;

const hours = z.union([z.literal('always'), z.literal('unknown'), z.array(opening).min(1)]);
const about = { id: z.enum(lineIds), hours, young: z.boolean().default(false), source: z.string().min(1) };
const number = z.string().regex(/^[0-9 ]{3,16}$/);
const line = z.union([
  z.strictObject({ ...about, call: number }).transform(({ call, ...rest }) => ({ ...rest, number: call })),
  z.strictObject({ ...about, text: number }).transform(({ text, ...rest }) => ({ ...rest, number: text })),
]);

/** The dated configuration: which lines there are, and the day on which a person last checked every one of them. */
export const helplineConfiguration = z.strictObject({
  checked: z.iso.date().transform((day) => Temporal.PlainDate.from(day)),
  /** For how many days after that they may be relied on (120 is our default). */
  checkAgainDays: z.int().min(1).max(400),
  lines: z
    .array(line)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'a line twice'),
});

/** One helpline: whom to call or text, and when it is there. */
export type Line = z.infer<typeof line>;

/** The configuration that comes with this release. */
export const helplines = helplineConfiguration.parse(configured);

/** The day since which numbers checked on that day are too old to be relied on, if it has come by then. */
export function staleSince(
  checked: Temporal.PlainDate,
  today: Temporal.PlainDate,
  days = helplines.checkAgainDays,
): Temporal.PlainDate | undefined {
  const stale = checked.add({ days: days + 1 });
  return Temporal.PlainDate.compare(stale, today) <= 0 ? stale : undefined;
}

/** All that is shown of a line's times is worked out from these. */
type Timed = {
  readonly hours: 'always' | 'unknown' | readonly Opening[];
  readonly young: boolean;
  readonly id?: string;
};

export type LinesNow<L extends Timed> = {
  /** There day and night, the emergency number first. */
  readonly always: readonly L[];
  /** Known to be open at this moment. */
  readonly openNow: readonly L[];
  /** Everything else, closed now or with hours nobody knows: never to be shown as open. */
  readonly others: readonly L[];
};

/**
 * Which lines are there at this moment; hours are wall-clock time in Europe/London. For a young person the lines made for
 * young people come first among their own kind.
 */
export function linesNow<L extends Timed>(
  now: Temporal.Instant,
  { young = false }: { readonly young?: boolean },
  lines: readonly L[],
): LinesNow<L> {
  const sorted = young ? [...lines].sort((a, b) => Number(b.young) - Number(a.young)) : lines;
  const always = sorted.filter((each) => each.hours === 'always');
  const emergencyFirst = always.toSorted(
    (a, b) => Number(b.id === 'emergency') - Number(a.id === 'emergency'),
  );
  const openNow = sorted.filter((each) => opensAt(knownHours(each), now));
  return {
    always: emergencyFirst,
    openNow,
    others: sorted.filter((each) => each.hours !== 'always' && !openNow.includes(each)),
  };
}

/** When a line that is closed now opens next, in Europe/London; nothing when its hours are not known. */
export function opensNext(each: Timed, now: Temporal.Instant): Temporal.PlainDateTime | undefined {
  return nextOpening(knownHours(each), now);
}

function knownHours({ hours }: Timed): readonly Opening[] {
  return typeof hours === 'string' ? [] : hours;
}
