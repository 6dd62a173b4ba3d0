import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inviteCodeHash, inviteWords, sourceWords } from '../../core/enquiries/referral-code.ts';
import { toldAgency, waysInReport } from '../../core/index.ts';
import { newShortCode } from '../../core/people/short-code.ts';
import type { Desk } from './desk.ts';
import { COMMAND_LINE } from './desk.ts';
import { findPerson, findProgramme } from './find.ts';
import { type Link, linksFor, NAME_NOT_KNOWN, placesOf } from './links.ts';
import { NotDone, UsageWrong } from './not-done.ts';
import { posterCode } from './poster-code.ts';
import { needed, type Verb } from './verb.ts';

const MOST = 10_000;
const YES_NO = { true: 'yes', false: 'no' } as const;
/** A count below which nothing is said. */
export const SHOWN = (count: number | null): string => (count === null ? 'a few' : String(count));

export const enquiryVerbs: readonly Verb[] = [
  {
    name: 'enquiries',
    takes: '[--programme NAME]',
    does: 'Lists who has come in, as what, and how it stands: never what they answered.',
    options: { programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const { id } = await findProgramme(desk, given.value('programme'));
      const data = await desk.core.read.enquiries.list({ programmeId: id, most: MOST });
      return {
        table: {
          headings: ['Name', 'As', 'State', 'Site', 'From', 'Since', 'Person'],
          rows: data.map((each) => [
            each.person ?? '(no name yet)',
            each.as,
            each.state,
            each.site ?? '',
            each.source ?? '',
            each.createdAt.toString().slice(0, 10),
            each.personId,
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'enquiry',
    takes: 'PERSON [--mentor] [--programme NAME]',
    does: 'Shows what somebody answered on their way in, which they gave to coordinators. That it was read is written down.',
    options: { mentor: 'flag', programme: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const whose = await whoseEnquiry(desk, given);
      const answers = await desk.core.openedEnquiry(whose, COMMAND_LINE);
      if (answers === undefined) throw new NotDone('There is no such enquiry. Type "enquiries" to see them.');
      const rows = answers.map(({ asked, answer }) => [
        asked,
        typeof answer === 'boolean' ? YES_NO[`${answer}`] : answer,
      ]);
      return { table: { headings: ['Asked', 'Answered'], rows }, data: answers };
    },
  },
  {
    name: 'ready',
    takes: 'PERSON [--mentor] [--programme NAME]',
    does: 'Says that somebody was spoken with: from now on they wait for a match.',
    options: { mentor: 'flag', programme: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const whose = await whoseEnquiry(desk, given);
      await desk.perform('enquiry-ready', whose);
      return { said: ['They wait for a match now, and were told.'], data: whose };
    },
  },
  {
    name: 'ways-in',
    takes: '[NAME]',
    does: 'Counts enquiries and matches by where people heard of it, agencies that are silent, and who waits at each site.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const { id, document } = await findProgramme(desk, given.words[0]);
      const data = waysInReport(document, await desk.core.read.enquiries.counted(id));
      const { first, before, notSaid } = data.supported;
      return {
        table: {
          headings: ['From', 'Kind', 'To be supported', 'Matched', 'To support', 'Matched'],
          rows: data.sources.map((each) => [
            each.name,
            each.kind,
            SHOWN(each.mentees),
            SHOWN(each.menteesMatched),
            SHOWN(each.mentors),
            SHOWN(each.mentorsMatched),
          ]),
        },
        said: [
          `Supported for the first time: ${SHOWN(first)}. Before: ${SHOWN(before)}. Not said: ${SHOWN(notSaid)}.`,
          ...data.agencies.map(({ name, sent, last }) =>
            sent === 0 ? `${name}: has sent nobody yet.` : `${name}: has sent ${sent}, last on ${last}.`,
          ),
          ...data.balance.map(balanceSaid),
        ],
        data,
      };
    },
  },
];

export function balanceSaid(each: {
  name: string;
  mentors: number;
  mentees: number;
  tooManyMentors: boolean;
}): string {
  const where = each.name === '' ? 'Waiting' : `Waiting at ${each.name}`;
  const warning = each.tooManyMentors
    ? ' There are more mentors than people to support: look for those first.'
    : '';
  return `${where}: ${each.mentees} to be supported, ${each.mentors} to support.${warning}`;
}

async function whoseEnquiry(desk: Desk, given: Parameters<Extract<Verb, { run: unknown }>['run']>[1]) {
  const person = await findPerson(desk, given.words[0] ?? '');
  const programme = await findProgramme(desk, given.value('programme'));
  const as = given.flag('mentor') ? ('mentor' as const) : ('mentee' as const);
  return { personId: person.id, programmeId: programme.id, as };
}

/** Sending somebody, and the links and words by which people come. */
export const sourceVerbs: readonly Verb[] = [
  {
    name: 'refer',
    takes: '--source CODE --agreed [--tells-agency] [--programme NAME]',
    does: 'Sends somebody who agreed to it: makes a code, which they write to the bot themselves. --tells-agency: they agreed that whoever sends them hears whether they came.',
    options: { source: 'value', agreed: 'flag', 'tells-agency': 'flag', programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const source = needed(given, 'source', 'surgery');
      if (!given.flag('agreed'))
        throw new UsageWrong('Ask the person first, and add --agreed when they agreed to be sent here.');
      const { slug } = await findProgramme(desk, given.value('programme'));
      const code = newShortCode(desk.moment());
      const args = { programme: slug, source, agreed: true, tellsAgency: given.flag('tells-agency') };
      const { referralId } = await desk.perform('make-referral', { ...args, codeHash: inviteCodeHash(code) });
      const links = linksFor(await placesOf(desk.config), `invite-${code}`, inviteWords(code));
      return {
        said: [
          desk.core.texts.render('en', { id: 'referral-taken', args: {} }),
          ...links.map(({ app, says }) => `${app}: ${says}`),
          `To hear how far they came: referral ${String(referralId)}`,
        ],
        data: { referralId, code: inviteWords(code), links },
      };
    },
  },
  {
    name: 'referral',
    takes: 'ID [--end]',
    does: 'Says how far somebody who was sent has come, where they agreed to that; with --end its code is good for nothing more.',
    options: { end: 'flag' },
    words: [1, 1],
    async run(desk, given) {
      const id = given.words[0] ?? '';
      const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
      const found = isId ? await desk.core.read.enquiries.referral(id) : undefined;
      if (found === undefined) throw new NotDone('There is no referral with that id.');
      if (given.flag('end')) await desk.perform('end-referral', { referralId: id });
      const now = given.flag('end') ? await desk.core.read.enquiries.referral(id) : found;
      const { state } = toldAgency(now ?? found, desk.moment().now);
      return { said: [STATE[state]], data: { referralId: id, state } };
    },
  },
  {
    name: 'source links',
    takes: '[NAME] [--qr FOLDER]',
    does: 'Prints, for every source of a programme, the link or the words by which people come from there; --qr also writes each Telegram link as a picture for posters.',
    options: { qr: 'value' },
    words: [0, 1],
    async run(desk, given) {
      const { document } = await findProgramme(desk, given.words[0]);
      const places = await placesOf(desk.config);
      const data = document.sources.map(({ code, name, kind }) => ({
        code,
        name,
        kind,
        links: linksFor(places, code, sourceWords(code)),
      }));
      const folder = given.value('qr');
      if (folder !== undefined && places.telegram === NAME_NOT_KNOWN)
        throw new NotDone(
          'Telegram cannot be asked for the name of the bot just now. Nothing was written; try again.',
        );
      const said = folder === undefined ? [] : [await writePictures(data, folder)];
      return {
        said,
        table: {
          headings: ['Source', 'App', 'Link or words'],
          rows: data.flatMap(({ name, links }) => links.map(({ app, says }) => [name, app, says])),
        },
        data,
      };
    },
  },
];

/** A link that opens the chat by itself can be a picture; words have to be written by somebody. */
async function writePictures(
  sources: readonly { readonly code: string; readonly links: readonly Link[] }[],
  folder: string,
): Promise<string> {
  const pictures = sources.flatMap(({ code, links }) =>
    links.filter(({ app }) => app === 'Telegram').map(({ says }) => ({ code, picture: posterCode(says) })),
  );
  if (pictures.length === 0)
    throw new NotDone('There is no Telegram bot here: only its links can be pictures.');
  await mkdir(folder, { recursive: true });
  await Promise.all(pictures.map(({ code, picture }) => writeFile(join(folder, `${code}.svg`), picture)));
  return `${pictures.length} pictures are in ${folder}. Print each at 3 cm or more.`;
}

const STATE = {
  sent: 'The code has not been used yet.',
  opened: 'They have opened it.',
  'in-touch': 'They are in touch.',
  ended: 'The code is not good any more.',
  'not-told': 'They did not agree that this is told.',
} as const;
