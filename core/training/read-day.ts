import { Temporal } from 'temporal-polyfill';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day that lies behind, as people write it: "today", "2024-05-01", "1/5/2024", "1 May 2024", "May 2024" or "2024". Of a
 * month or a year alone, its first day. Undefined when it is none, or still to come.
 */
export function readDay(written: string, zone: string, now: Temporal.Instant): string | undefined {
  const plain = written.trim().toLowerCase().replace(/[.,]/gu, ' ').replace(/\s+/gu, ' ');
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (plain === 'today') return today.toString();
  if (plain === 'yesterday') return today.subtract({ days: 1 }).toString();
  const day = dayOf(plain);
  if (day === undefined || day.year < 1950 || Temporal.PlainDate.compare(day, today) > 0) return undefined;
  return day.toString();
}

function dayOf(plain: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(plain);
  if (iso !== null) return real(iso[1], iso[2], iso[3]);
  const slashed = /^(\d{1,2})[/ -](\d{1,2})[/ -](\d{4})$/u.exec(plain);
  if (slashed !== null) return real(slashed[3], slashed[2], slashed[1]);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9}) (\d{4})$/u.exec(plain);
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] ?? '').slice(0, 3)) + 1;
    return month === 0 ? undefined : real(named[3], String(month), named[1] ?? '1');
  }
  return /^\d{4}$/u.test(plain) ? real(plain, '1', '1') : undefined;
}

function real(year = '', month = '', day = ''): Temporal.PlainDate | undefined {
  const fields = { year: Number(year), month: Number(month), day: Number(day) };
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
