import type { Temporal } from 'temporal-polyfill';
import { homeButtons } from '../conversation/home-buttons.ts';
import { isAboutOneself } from '../kernel/about-oneself.ts';
import { type Button, type Line, type Message, message } from '../kernel/message.ts';
import { type Reach, reachOf } from '../kernel/reach.ts';
import type { Recipient } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Board } from './board.ts';
import { type Item, itemsOf, type Part, sumsOf } from './board-items.ts';
import type { Looking } from './looking.ts';

/** Things on one page (our default): each has up to four buttons, and an app shows a limited number. */
const A_PAGE = 5;

/** Asked-for meetings are looked at for this long ahead (our default). */
const LOOKS_AHEAD = { days: 7 };

export type Seen = {
  readonly board: Board;
  readonly dayEnds: Temporal.Instant;
  /** Where they may ask for a draft of everybody, that is all sites of a programme: which are there to be looked at. */
  readonly drafts?: readonly ReadyDraft[] | undefined;
};

type ReadyDraft = { readonly programme: string; readonly drafted: number };

/** The board of whoever looks; undefined when they coordinate nothing. */
export async function loadBoard(read: Reader, to: Recipient): Promise<Seen | undefined> {
  const reach = reachOf(to.roles);
  if (reach.programmeIds.length === 0 || to.person.state !== 'active' || to.supporter !== undefined)
    return undefined;
  return await seenBoard(read, to, reach);
}

/** What stands on a board that reaches so far, to whoever looks. */
export async function seenBoard(read: Reader, to: Recipient, reach: Reach): Promise<Seen> {
  const today = to.now.toZonedDateTimeISO(to.person.zone).startOfDay();
  const dayEnds = today.add({ days: 1 }).toInstant();
  const weekEnds = today.add(LOOKS_AHEAD).toInstant();
  const board = await read.board.board({ reach, now: to.now, dayEnds, weekEnds });
  const ownId = to.person.id;
  const asksToRing = board.tasks.some(({ kind }) => kind === 'ring-safeguarding');
  const notFor = asksToRing ? await read.concerns.ringsNotFor(reach.programmeIds, ownId) : [];
  const tasks = board.tasks.filter((task) => !isOn(task, ownId) && !isRingAbout(task, notFor));
  return { board: { ...board, tasks }, dayEnds, drafts: await draftsIn(read, reach) };
}

/** Drafts that wait for a coordinator to look at them and send them. */
async function draftsIn(read: Reader, { programmeIds, sites }: Reach): Promise<Seen['drafts']> {
  const whole = programmeIds.filter((id) => sites[id] === undefined);
  if (whole.length === 0) return undefined;
  const found = whole.map(async (id): Promise<ReadyDraft[]> => {
    const [draft, drafted] = await Promise.all([read.matches.draftOf(id), read.matches.draftedIn(id)]);
    if (draft?.state !== 'ready' || drafted === 0) return [];
    const programme = await read.programmes.programme(id);
    return programme === undefined ? [] : [{ programme: programme.document.name, drafted }];
  });
  return (await Promise.all(found)).flat();
}

/** Whom a concern may be about does not hear that somebody is to be rung about it. */
function isRingAbout({ kind, programmeId }: Board['tasks'][number], notFor: readonly string[]): boolean {
  return kind === 'ring-safeguarding' && programmeId !== null && notFor.includes(programmeId);
}

/** Whoever is reported does not read of it here. */
function isOn({ kind, person, two, group }: Board['tasks'][number], ownId: string): boolean {
  const behind = { two: (two ?? []).map(({ id }) => id), leadId: group?.leadId };
  return isAboutOneself({ kind, personId: person?.id ?? null }, behind, ownId);
}

const PARTS = {
  reach: text('board-part-reach'),
  asks: text('board-part-asks'),
  meetings: text('board-part-meetings'),
  hand: text('board-part-hand'),
  waiting: text('board-part-waiting'),
} as const satisfies Record<Part, Line>;

/** Who needs this coordinator today, a page of it, each with why and with what deals with it. */
export function boardMessage({ board, dayEnds, drafts }: Seen, looking: Looking): Message {
  const items = itemsOf(board, looking);
  const pages = Math.max(1, Math.ceil(items.length / A_PAGE));
  // What was dealt with meanwhile may have left fewer pages.
  const page = Math.min(looking.page, pages - 1);
  const shown = items.slice(page * A_PAGE, (page + 1) * A_PAGE);
  const number = (index: number): string => String(page * A_PAGE + index + 1);
  const lines: Line[] = [
    text('board-title'),
    sumsOf(board, dayEnds),
    ...(items.length === 0 ? [text('board-nothing')] : []),
    ...shown.flatMap((item, index) => [
      ...(item.part === shown[index - 1]?.part ? [] : [PARTS[item.part]]),
      ...item.lines(number(index)),
    ]),
    ...(board.arriving === 0 ? [] : [text('board-arriving', { count: board.arriving })]),
    ...(board.noSite === 0 ? [] : [text('board-no-site', { count: board.noSite })]),
    ...(drafts ?? []).map(({ programme, drafted }) =>
      text('draft-stands-ready', { programme, count: drafted }),
    ),
    ...(pages === 1 ? [] : [text('board-page', { page: String(page + 1), pages: String(pages) })]),
  ];
  const rows = shown.flatMap((item, index) => inRows(item, number(index)));
  const draft = drafts === undefined || board.waiting.length + drafts.length === 0 ? [] : [[draftButton]];
  return message(lines, [...rows, ...draft, turning(page, pages, looking), homeButtons]);
}

const draftButton: Button = {
  label: text('draft-button'),
  command: 'show',
  args: { screen: 'match-drafts', card: 'match-drafts' },
};

/** Two buttons a row, so that names can be read on a narrow screen. */
function inRows(item: Item, n: string): Button[][] {
  const buttons = item.buttons(n);
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}

function turning(page: number, pages: number, { pressedOn }: Looking): Button[] {
  const to = (label: Line, wanted: number): Button => ({
    label,
    command: 'turn-board',
    args: { page: wanted, pressedOn },
  });
  return [
    ...(page > 0 ? [to(text('board-button-back'), page - 1)] : []),
    ...(page < pages - 1 ? [to(text('board-button-more'), page + 1)] : []),
    to(text('board-button-fresh'), page),
  ];
}
