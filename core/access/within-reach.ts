import { z } from 'zod';
import type { Change } from '../kernel/change.ts';
import type { By } from '../kernel/command.ts';
import type { Reach } from '../kernel/reach.ts';
import { idsIn } from '../kernel/reaching.ts';
import type { Reader } from '../store/reader.ts';

/**
 * What a key that is bound to one site may do: what is all about people and things, which are looked at one by one. What is
 * of a whole programme, or lets somebody in further, is for whoever sees all of it. A command that is not here is not done.
 */
const AT_A_SITE: readonly string[] = [
  ...['note-token-use', 'revoke-token', 'take-task', 'finish-task', 'write-letter', 'export-person'],
  ...[
    'make-pair',
    'book-for-pair',
    'move-meeting',
    'cancel-meeting',
    'record-training',
    'take-back-training',
  ],
  ...['mark-training', 'finish-training', 'cancel-training', 'mark-attendance', 'finish-register'],
  ...['plan-group-meeting', 'move-group-meeting', 'cancel-group-meeting', 'set-match-aside', 'confirm-match'],
  ...['read-supervision', 'write-supervision', 'open-report'],
];

/** Some name a programme by its short name. */
const OfProgramme = z.looseObject({ programme: z.string() });

/** What no bound key does, whomever it is about: it would reach people and programmes that it does not see. */
const NEVER: readonly string[] = ['join-records', 'send-audit-head'];

/**
 * Whether a key to the API that is bound to a programme, or to one site of it, may do this: it is all about what is within,
 * and about something at all. Everybody else decides elsewhere.
 */
export async function reachesAll(read: Reader, by: By, command: string, args: unknown): Promise<boolean> {
  if (by.is !== 'coordinator' || by.reach === undefined) return true;
  const { reach, tokenId } = by;
  const isOfSite = Object.keys(reach.sites).length > 0;
  if (NEVER.includes(command) || (isOfSite && !AT_A_SITE.includes(command))) return false;
  const ids = idsIn(args);
  const named = OfProgramme.safeParse(args);
  const slugs = named.success ? [named.data.programme] : [];
  const programmes = await Promise.all(slugs.map((slug) => read.programmes.bySlug(slug)));
  const all = [...ids, ...programmes.map((each) => each?.id)];
  const within = new Set(await read.sites.within(reach, ids));
  const isWithin = (id: string | undefined): boolean =>
    id !== undefined && (id === tokenId || within.has(id) || reach.programmeIds.includes(id));
  return all.length > 0 && all.every(isWithin);
}

/**
 * Whether what was decided for such a key is all in its programme: where none is named, a command finds one by itself, and
 * somebody it is about may be in another too.
 */
export function staysWithin(by: By, { saves }: Pick<Change, 'saves'>): boolean {
  if (by.is !== 'coordinator' || by.reach === undefined) return true;
  const { programmeIds } = by.reach;
  return saves.every(({ row }) => {
    const programmeId = 'programmeId' in row ? row.programmeId : null;
    return programmeId === null || programmeIds.includes(programmeId);
  });
}

/** Whether a programme as a whole is within. */
export function seesWhole({ programmeIds, sites }: Reach, programmeId: string): boolean {
  return programmeIds.includes(programmeId) && sites[programmeId] === undefined;
}
