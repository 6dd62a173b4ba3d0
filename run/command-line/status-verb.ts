import { Temporal } from 'temporal-polyfill';
import { waysInReport } from '../../core/index.ts';
import type { Desk } from './desk.ts';
import { balanceSaid } from './enquiry-verbs.ts';
import type { Verb } from './verb.ts';

export const statusVerb: Verb = {
  name: 'status',
  takes: '',
  does: 'Says where the data are, whether the app runs, and how much there is of everything.',
  options: {},
  words: [0, 0],
  async run(desk) {
    const counts = await desk.core.read.desk.counts();
    const balance = await balances(desk);
    const data = {
      ...counts,
      balance,
      isRunning: desk.isRunning ?? null,
      isRehearsal: desk.isRehearsal,
      key: desk.keys.fingerprint,
    };
    const rows = [
      [
        'Data',
        desk.config.databaseUrl === undefined ? desk.config.dataDir : 'in the server that DATABASE_URL names',
      ],
      ['App', runsOrNot(desk)],
      ['Key', `${desk.keys.fingerprint} (${desk.config.keyFile})`],
      ['Clock', clockOf(desk)],
      ['Programmes', String(counts.programmes)],
      ['People', String(counts.people)],
      ['Pairs', String(counts.pairs)],
      ['Open tasks', String(counts.openTasks)],
      ['Messages to send', String(counts.waiting)],
      ['Could not be sent', String(counts.undeliverable)],
      ['To look at', `${counts.review}${counts.review === 0 ? '' : ' (see "outgoing review")'}`],
      ['Due later', String(counts.due)],
      ...(counts.restoredAt === null ? [] : [['Restored', counts.restoredAt.slice(0, 16).replace('T', ' ')]]),
    ];
    return { table: { headings: ['What', 'Now'], rows }, said: balance.map(balanceSaid), data };
  },
};

/** Who waits at each site, for programmes that ask on the way in. */
async function balances({ core }: Desk) {
  const asking = (await core.read.programmes.all()).filter(({ document }) => document.intake.length > 0);
  const reports = await Promise.all(
    asking.map(async ({ id, document }) => waysInReport(document, await core.read.enquiries.counted(id))),
  );
  return reports.flatMap(({ balance }) => balance);
}

function clockOf(desk: Desk): string {
  const now = desk.moment().now.toZonedDateTimeISO(Temporal.Now.timeZoneId());
  return `${now.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} ${now.timeZoneId}`;
}

function runsOrNot({ isRunning }: Desk): string {
  if (isRunning === undefined) return 'not known';
  return isRunning ? 'runs' : 'does not run';
}
