import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { compareCode } from '../../core/audit-head/audit-head.ts';
import { type Broken, type Head, headsIn, type Verified, writtenHead } from '../../core/store/audit/audit.ts';
import { findPerson } from './find.ts';
import { NotDone, UsageWrong } from './not-done.ts';
import { numberOf, type Verb } from './verb.ts';

/** So many faults are told one by one; of the rest only how many there are. */
const TOLD = 20;

export const auditVerbs: readonly Verb[] = [
  {
    name: 'audit verify',
    takes: '[--head HEAD|FILE]',
    does: 'Checks every link of the record of who did and saw what; with a head written down earlier, also that nothing was cut off.',
    options: { head: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const heads = await headsGiven(given.value('head'));
      const verified = await desk.store.audit.verify(heads);
      const { links, head, broken, unchained, headsChecked } = verified;
      const data = {
        links,
        head: writtenHead(head),
        headsChecked,
        broken: broken.map((each) => ({ ...each, ...asText(each) })),
        unchained: unchained.count,
      };
      return { said: told(verified), data, failed: broken.length > 0 };
    },
  },
  {
    name: 'audit show',
    takes: '[--person PERSON] [--since DAY] [--most N]',
    does: 'Lists who did and saw what, newest first, in codes and ids.',
    options: { person: 'value', since: 'value', most: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const named = given.value('person');
      const person = named === undefined ? undefined : (await findPerson(desk, named)).id;
      const since = sinceOf(given.value('since'));
      const most = numberOf(given, 'most', 1, 100_000) ?? 200;
      const search = {
        most,
        ...(person === undefined ? {} : { person }),
        ...(since === undefined ? {} : { since }),
      };
      const entries = await desk.store.audit.list(search);
      return {
        table: {
          headings: ['Number', 'When (UTC)', 'Who', 'What', 'About', 'Why'],
          rows: entries.map((each) => [
            each.number ?? 'not yet',
            each.at.slice(0, 19).replace('T', ' '),
            each.by,
            each.action,
            aboutIn(each.ids),
            each.reason ?? '',
          ]),
        },
        data: entries.map((each) => ({ ...each, ids: JSON.parse(each.ids) })),
        ...(person === undefined ? {} : { about: { personId: person } }),
      };
    },
  },
  {
    name: 'audit head',
    takes: '',
    does: 'Shows the head of the record: written down elsewhere, it shows later that nothing before it was changed or cut off.',
    options: {},
    words: [0, 0],
    async run(desk) {
      await desk.core.chain();
      const head = writtenHead(await desk.store.audit.head());
      const compare = compareCode(head);
      return { said: [head, `To compare it with what was sent: ${compare}`], data: { head, compare } };
    },
  },
  {
    name: 'audit send',
    takes: 'PERSON [--stop]',
    does: 'Sends the head of the record to somebody in their chat, every day: a coordinator, safeguarding lead or deputy.',
    options: { stop: 'flag' },
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const on = !given.flag('stop');
      await desk.perform('send-audit-head', { personId: person.id, on });
      const said = on
        ? 'They are sent the head of the record every day from now on.'
        : 'They are not sent the head of the record any more.';
      return { said: [said], data: { personId: person.id, on } };
    },
  },
];

async function headsGiven(given: string | undefined): Promise<Head[]> {
  if (given === undefined) return [];
  const direct = headsIn(given);
  if (direct.length > 0) return direct;
  const text = await readFile(given, 'utf8').catch(() => {
    throw new UsageWrong(
      `--head takes a head as "audit head" shows it, or a file with such heads. "${given}" is neither.`,
    );
  });
  const heads = headsIn(text);
  if (heads.length === 0) throw new NotDone(`There is no head in ${given}.`);
  return heads;
}

function sinceOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : Temporal.Instant.from(text).toString();
  } catch {
    throw new UsageWrong('--since takes a day such as 2026-11-23, or a moment such as 2026-11-23T09:00:00Z.');
  }
}

function told(verified: Verified): string[] {
  const { links, head, broken, unchained, headsChecked, restores } = verified;
  const checked = `${links} ${links === 1 ? 'link was' : 'links were'} checked`;
  const rest = [
    ...(unchained.count === 0
      ? []
      : [
          `${unchained.count} ${unchained.count === 1 ? 'entry is' : 'entries are'} not chained yet${unchained.tooLong ? ', for more than a minute: is the app running?' : '.'}`,
        ]),
    ...(headsChecked === 0
      ? ['No head was given, so this cannot show whether the end was cut off. Add --head.']
      : []),
    `The head is ${writtenHead(head)}`,
  ];
  if (broken.length === 0) {
    const and = headsChecked === 0 ? '' : ` and ${headsChecked} ${headsChecked === 1 ? 'head' : 'heads'}`;
    return [`${checked}${and}: all is as it was written.`, ...rest];
  }
  const isCut = broken.some((each) => each.is === 'cut-off' || each.is === 'other-head');
  return [
    `${checked}, and the record is BROKEN in ${broken.length} ${broken.length === 1 ? 'place' : 'places'}:`,
    ...broken.slice(0, TOLD).map((each) => `  ${inWords(each)}`),
    ...(broken.length > TOLD ? [`  … and ${broken.length - TOLD} more.`] : []),
    ...(isCut && restores.length > 0
      ? [
          `A backup was restored at ${restores.join(', ')}: heads written down between the backup and then are not in it.`,
        ]
      : []),
    ...rest,
  ];
}

function inWords(broken: Broken): string {
  const { number } = broken;
  if (broken.is === 'missing')
    return broken.upTo === number
      ? `Entry ${number} is missing.`
      : `Entries ${number} to ${broken.upTo} are missing.`;
  if (broken.is === 'twice')
    return `From entry ${number} on, ${broken.count} have a number that another has as well: somebody added them.`;
  if (broken.is === 'changed')
    return `Entry ${number} was changed, moved, or not made by Beenthere: its link does not fit what it says.`;
  if (broken.is === 'other-key') return `Entry ${number} was made with a key that was not in use then.`;
  if (broken.is === 'cut-off')
    return `The head ${number} was written down, and the record ends at ${broken.endsAt}: its end was cut off.`;
  return `Entry ${number} is not the one whose head was written down.`;
}

function asText(broken: Broken): Record<string, string> {
  const { number } = broken;
  return {
    number: String(number),
    ...('upTo' in broken ? { upTo: String(broken.upTo) } : {}),
    ...('endsAt' in broken ? { endsAt: String(broken.endsAt) } : {}),
  };
}

function aboutIn(ids: string): string {
  return Object.entries(JSON.parse(ids))
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
