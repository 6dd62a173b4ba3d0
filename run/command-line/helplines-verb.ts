import { Temporal } from 'temporal-polyfill';
import { helplines, type Line, staleSince } from '../../core/help/helplines.ts';
import { approvalOf } from '../../core/help/own-lines.ts';
import { examineHelplines } from '../doctor/helplines.ts';
import type { Verb } from './verb.ts';

/** The check before a release, and at any time: what the help card says, where that comes from and how old it is. */
export const helplinesVerb: Verb = {
  name: 'helplines',
  takes: '',
  does: 'Lists every number of the help card with its hours, source and age; fails when one was checked too long ago.',
  options: {},
  words: [0, 0],
  async run(desk) {
    const today = desk.moment().now.toZonedDateTimeISO('Europe/London').toPlainDate();
    const programmes = await desk.core.read.programmes.all();
    const rows = [
      ...helplines.lines.map((line) => row('all', line.id, line, helplines.checked, today)),
      ...programmes.flatMap(({ slug, document }) =>
        document.helplines.own.map((own) => {
          const number = own.call ?? own.text ?? '';
          const { name, hours, source } = own;
          return row(slug, name, { number, hours, source }, Temporal.PlainDate.from(own.checked), today);
        }),
      ),
    ];
    const findings = examineHelplines(today, programmes);
    const data = {
      today: today.toString(),
      checkAgainDays: helplines.checkAgainDays,
      lines: rows,
      programmes: programmes.map(({ slug, document }) => ({
        slug,
        ...approvalOf(document),
      })),
    };
    return {
      table: {
        headings: ['Programme', 'Line', 'Number', 'Hours', 'Checked', 'Days ago', 'Too old', 'Source'],
        rows: rows.map((each) => [
          each.programme,
          each.line,
          each.number,
          each.hours,
          each.checked,
          String(each.daysAgo),
          each.tooOld ? 'YES' : 'no',
          each.source,
        ]),
      },
      said: ['', ...findings.map(({ is, says }) => `${is === 'wrong' ? 'WRONG' : is}: ${says}`)],
      data,
      ...(findings.some(({ is }) => is === 'wrong') ? { failed: true } : {}),
    };
  },
};

type Listed = Pick<Line, 'number' | 'source'> & { readonly hours: string | readonly object[] };

function row(
  programme: string,
  line: string,
  { number, hours, source }: Listed,
  checked: Temporal.PlainDate,
  today: Temporal.PlainDate,
) {
  return {
    programme,
    line,
    number,
    hours: typeof hours === 'string' ? hours : `${hours.length} stretches a week`,
    checked: checked.toString(),
    daysAgo: checked.until(today).days,
    tooOld: staleSince(checked, today) !== undefined,
    source,
  };
}
