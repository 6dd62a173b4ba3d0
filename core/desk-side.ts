import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { auditNameOf } from './audit-of.ts';
import { type Item, itemsOf, sumsOf } from './board/board-items.ts';
import { loadBoard } from './board/board-message.ts';
import type { WhyReadConcern } from './concerns/concern.ts';
import type { OpenedConcern } from './concerns/opened-concern.ts';
import {
  answerOf,
  askedOf,
  type DeskSession,
  hashOfSecret,
  isAlive,
  isOpen,
  NOTED_EVERY,
  shownOf,
  staffRoles,
} from './desk/desk-session.ts';
import {
  type DeskConcern,
  type DeskConcernInFull,
  deskConcern,
  deskConcerns,
  readAtDesk,
} from './desk-concerns.ts';
import { type DeskDefinition, deskDefinition } from './desk-definition.ts';
import { type DeskDraft, type DeskMatchInFull, deskDraft, deskMatch } from './desk-draft.ts';
import { type DeskMatching, deskMatching } from './desk-matching.ts';
import { type DeskProgramme, deskProgrammes } from './desk-programmes.ts';
import { type RetentionStatus, retentionStatus } from './keep-no-longer.ts';
import type { Audit } from './kernel/change.ts';
import { coordinatedBy } from './kernel/coordinator.ts';
import { type Reach, reachOf } from './kernel/reach.ts';
import type { Moment } from './moment.ts';
import type { Person, Role } from './people/person.ts';
import { inHalves, newShortCode, readShortCode } from './people/short-code.ts';
import { type Performed, type Performer, perform } from './perform.ts';
import type { Table } from './privacy/kept-columns.ts';
import { whatWeKeep } from './privacy/what-we-keep.ts';
import type { Verified } from './store/audit/audit.ts';
import type { StaffAudit, StaffPair, StaffPerson } from './store/read-staff.ts';
import type { Text } from './texts/text.ts';

/** Somebody who is signed in at the desk, and for which programmes. */
export type DeskHolder = {
  readonly sessionId: string;
  readonly person: Person;
  readonly roles: readonly Role[];
  /** Programmes they coordinate. */
  readonly coordinates: readonly string[];
  /** The same, and at which sites. */
  readonly reach: Reach;
  /** Programmes for whose safeguarding they answer. */
  readonly answersFor: readonly string[];
};

/** One thing on the board, worded when it is shown. */
export type DeskItem = {
  readonly part: Item['part'];
  readonly lines: readonly Text[];
  /** What the buttons of the chat do, for forms that do the same. */
  readonly does: readonly { readonly command: string; readonly args: Readonly<Record<string, unknown>> }[];
};

type Why = z.infer<typeof WhyReadConcern>;

/**
 * The web desk's part of the core's door, and all that its pages have of the core: each of these looks for itself whose
 * programmes those of the holder are, so that no page can forget it. Secrets come in as the browser has them; only
 * fingerprints go further.
 */
export type DeskSide = {
  /** A new secret for a browser, or a session: 256 unpredictable bits. */
  newSecret(): string;
  /** The code that a browser with this secret shows, in two halves. */
  shown(browser: string): string;
  /** What was typed into the page that shows a code. The secret of a new session, or nothing. */
  signIn(browser: string, typed: string): Promise<string | undefined>;
  /** Whether a link of the command line is good still. Looking changes nothing. */
  linkOpens(link: string): Promise<boolean>;
  signInByLink(link: string): Promise<string | undefined>;
  /** Who holds a session that is alive; that it is in use is noted. */
  holder(secret: string): Promise<DeskHolder | undefined>;
  sessions(holder: DeskHolder): Promise<DeskSession[]>;
  /** Does a command as whoever is signed in: what is not theirs to do, in the programmes that are theirs, is refused. */
  perform(holder: DeskHolder, command: string, args: object): Promise<Performed>;
  /** Writes down what they saw of others, or were refused. */
  note(holder: DeskHolder, noted: Audit): Promise<void>;
  today(holder: DeskHolder): Promise<{ readonly sums: Text; readonly items: readonly DeskItem[] }>;
  people(holder: DeskHolder, after: number, most: number): Promise<StaffPerson[]>;
  /** Nobody who is not theirs is found. */
  person(holder: DeskHolder, personId: string): Promise<StaffPerson | undefined>;
  pairs(holder: DeskHolder, personId: string): Promise<StaffPair[]>;
  audit(holder: DeskHolder, most: number): Promise<StaffAudit[]>;
  verify(): Promise<Verified>;
  /** How it stands with the programmes that they coordinate, or for whose safeguarding they answer. */
  programmes(holder: DeskHolder): Promise<DeskProgramme[]>;
  /** What one of these goes by, and which of its numbers are our defaults. */
  definition(holder: DeskHolder, programmeId: string): Promise<DeskDefinition | undefined>;
  /** Who waits, whom to confirm and the drafts, of the programmes and sites they coordinate. Nothing for anybody else. */
  matching(holder: DeskHolder): Promise<DeskMatching[]>;
  draft(
    holder: DeskHolder,
    programmeId: string,
  ): Promise<(DeskDraft & { readonly name: string }) | undefined>;
  match(holder: DeskHolder, matchId: string): Promise<DeskMatchInFull | undefined>;
  /** What people told them and the others who answer. Nothing for anybody else. */
  concerns(holder: DeskHolder): Promise<DeskConcern[]>;
  concern(holder: DeskHolder, concernId: string): Promise<DeskConcernInFull | undefined>;
  readConcern(holder: DeskHolder, concernId: string, why: Why): Promise<OpenedConcern | undefined>;
  /** How long each kind of data is kept. How many concerns went is for those who answer. */
  retention(holder: DeskHolder): Promise<RetentionStatus[]>;
  kept(): readonly Table[];
};

type Parts = { readonly performer: Performer; readonly moment: () => Moment };

const BY_BROWSER = { is: 'coordinator', name: 'desk' } as const;

export function openDeskSide(parts: Parts): DeskSide {
  const { store } = parts.performer;
  const { read } = store;
  const holderOf = (secret: string) => whoHolds(parts, secret);
  return {
    newSecret: () => Buffer.from(parts.moment().random(32)).toString('base64url'),
    shown: (browser) => inHalves(shownBy(parts, browser)),
    async signIn(browser, typed) {
      const answer = readShortCode(typed);
      if (answer === undefined) return undefined;
      const shown = shownBy(parts, browser);
      const { desk: mac } = read.keys;
      return await comeIn(parts, mac(askedOf(shown)), mac(answerOf(shown, answer)));
    },
    async linkOpens(link) {
      const asked = await read.sessions.signInBy(hashOfSecret('link', link));
      return asked !== undefined && isOpen(asked, parts.moment().now);
    },
    signInByLink: (link) => comeIn(parts, hashOfSecret('link', link), null),
    holder: holderOf,
    async sessions({ person }) {
      const { now } = parts.moment();
      return (await read.sessions.sessionsOf(person.id)).filter((each) => isAlive(each, now));
    },
    note: ({ person }, noted) =>
      store.audit.note({ ...noted, by: auditNameOf({ is: 'at-desk', person }), at: parts.moment() }),
    perform: ({ person }, command, args) =>
      perform(parts.performer, { command, args, by: { is: 'at-desk', person } }, parts.moment()),
    today: (holder) => today(parts, holder),
    people: ({ reach }, after, most) => read.staff.people({ reach, after, most }),
    person: ({ reach }, personId) => read.staff.person({ reach, personId }),
    pairs: ({ reach }, personId) => read.staff.pairs({ reach, personId, now: parts.moment().now.toString() }),
    audit: ({ reach }, most) => read.staff.audit({ reach, most }),
    verify: () => store.audit.verify(),
    programmes: ({ coordinates, reach, answersFor }) =>
      deskProgrammes(read, [...coordinates, ...answersFor], reach),
    definition: ({ coordinates, reach, answersFor }, programmeId) =>
      deskDefinition(read, [...coordinates, ...answersFor], reach, programmeId),
    matching: ({ reach }) => deskMatching(read, reach),
    draft: ({ reach }, programmeId) => deskDraft(read, reach, programmeId, parts.moment().now),
    match: ({ reach }, matchId) => deskMatch(read, reach, matchId, parts.moment().now),
    concerns: ({ person }) => deskConcerns(parts.performer, person),
    concern: ({ person }, concernId) => deskConcern(parts.performer, person, concernId),
    readConcern: ({ person }, concernId, why) =>
      readAtDesk(parts.performer, person, { concernId, why }, parts.moment()),
    async retention({ answersFor }) {
      const all = await retentionStatus(parts.performer);
      return answersFor.length > 0
        ? all
        : all.map((each) => (each.kind === 'concerns' ? { ...each, removed: null } : each));
    },
    kept: () => whatWeKeep,
  };
}

/** Made from the browser's secret with a key of ours, so that a second browser with the same code cannot be looked for. */
function shownBy({ performer }: Parts, browser: string): string {
  const bytes = Buffer.from(performer.store.read.keys.desk(shownOf(browser)), 'base64url');
  return newShortCode({ random: (count) => bytes.subarray(0, count) });
}

async function comeIn(
  parts: Parts,
  askedHash: string,
  answerHash: string | null,
): Promise<string | undefined> {
  const { performer, moment } = parts;
  const asked = await performer.store.read.sessions.signInBy(askedHash);
  // A link has no answer: what was asked by a code is never opened as one.
  if (asked === undefined || (asked.answerHash === null) !== (answerHash === null)) return undefined;
  const secret = Buffer.from(moment().random(32)).toString('base64url');
  const args = { signInId: asked.id, answerHash, sessionHash: hashOfSecret('session', secret) };
  const order = { command: 'sign-in-at-desk', args, by: BY_BROWSER };
  const done = await perform(performer, order, moment());
  return done.did === 'done' && done.events.includes('desk.signed-in') ? secret : undefined;
}

async function whoHolds({ performer, moment }: Parts, secret: string): Promise<DeskHolder | undefined> {
  const { read } = performer.store;
  const session = await read.sessions.sessionBy(hashOfSecret('session', secret));
  const { now } = moment();
  if (session === undefined || !isAlive(session, now)) return undefined;
  const [person, all] = await Promise.all([
    read.people.person(session.personId),
    read.people.rolesOf(session.personId),
  ]);
  const roles = staffRoles(all);
  // Whoever has lost their role, asked for silence or is gone is out at once.
  if (person?.state !== 'active' || roles.length === 0) return undefined;
  if (isLater(now, session.seenAt.add(NOTED_EVERY)))
    await perform(
      performer,
      { command: 'note-desk-use', args: { sessionId: session.id }, by: BY_BROWSER },
      moment(),
    );
  const answersFor = roles.filter(({ role }) => role !== 'coordinator').map((each) => each.programmeId);
  const coordinates = coordinatedBy(roles);
  return { sessionId: session.id, person, roles, coordinates, reach: reachOf(roles), answersFor };
}

function isLater(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds >= b.epochMilliseconds;
}

async function today({ performer, moment }: Parts, { person, roles }: DeskHolder) {
  const { now } = moment();
  const to = { person, account: undefined, roles, programme: undefined, now };
  const seen = await loadBoard(performer.store.read, to);
  if (seen === undefined) throw new Error('Only people who coordinate have a board');
  const items = itemsOf(seen.board, { me: person, now, pressedOn: 'form', page: 0 });
  return {
    sums: sumsOf(seen.board, seen.dayEnds),
    items: items.map((item, index): DeskItem => {
      const n = String(index + 1);
      const lines = item.lines(n).filter((line): line is Text => 'id' in line);
      return {
        part: item.part,
        lines,
        does: item.buttons(n).map(({ command, args }) => ({ command, args })),
      };
    }),
  };
}
