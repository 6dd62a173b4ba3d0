import type { Temporal } from 'temporal-polyfill';

type Times = {
  readonly zone: string;
  readonly times: readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
};

/** Whether people are there at a moment, by the times they are there. Undefined: the times are not known. */
export function areThere({ zone, times }: Times, now: Temporal.Instant): boolean | undefined {
  if (times.length === 0) return undefined;
  const here = now.toZonedDateTimeISO(zone);
  const wall = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const yesterday = here.subtract({ days: 1 }).dayOfWeek;
  return times.some(({ days, from, to }) =>
    from < to
      ? days.includes(here.dayOfWeek) && from <= wall && wall < to
      : (days.includes(here.dayOfWeek) && from <= wall) || (days.includes(yesterday) && wall < to),
  );
}
