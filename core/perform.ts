import { mayAtAll } from './access/access.ts';
import { acting } from './access/actor.ts';
import { mayNot } from './access/may-not.ts';
import { commandTable } from './access/table-commands.ts';
import { reachesAll, staysWithin } from './access/within-reach.ts';
import { auditNameOf, auditsOf, auditsOfRefused } from './audit-of.ts';
import { consequencesOf } from './consequences.ts';
import { crashpoint } from './delivery/crashpoint.ts';
import { type Change, change, type Event, type OutgoingNew, together } from './kernel/change.ts';
import { type AnyCommand, type By, isRefusal, type Refusal, themselves } from './kernel/command.ts';
import type { Reply } from './kernel/incoming.ts';
import type { Moment } from './moment.ts';
import { lacksConsent } from './needs-consent.ts';
import type { Role } from './people/person.ts';
import type { Cause } from './store/commit-steps.ts';
import type { Store } from './store/store.ts';

/** What to do, for whom, and what goes with it. */
export type Order = {
  readonly command: string;
  readonly args: unknown;
  readonly by: By;
  /** Key of the update or request that asked for it. */
  readonly inbox?: string;
  /** The roles of the person who does it, where they are known already: otherwise they are read. */
  readonly roles?: readonly Role['role'][];
  /** The due row that asked for it. */
  readonly due?: string;
  /** The app's own way to answer. */
  readonly reply?: Reply;
  /** Written along when it is accepted: a finished form goes, for example. */
  readonly onAccept?: Change;
  /** It ends a form: when it is refused over one of its questions, that is asked again instead of showing what else there is. */
  readonly endsForm?: boolean;
  /** Written along when it is accepted, from what happened. */
  readonly onDone?: (happened: readonly Event[]) => Change;
  /** Written along when it is refused. */
  readonly onRefuse?: (refusal: Refusal) => Change;
  /** What follows when it is accepted, said after all else. */
  readonly after?: Change;
  /** How often it is read and decided; once where the caller itself has to read again (default 5). */
  readonly tries?: number;
};

export type Performed =
  | { readonly did: 'done'; readonly events: readonly string[]; readonly happened: readonly Event[] }
  | { readonly did: 'refused'; readonly refusal: Refusal }
  | { readonly did: 'repeat' }
  /** Others changed the same things each time it was tried; nothing was written. */
  | { readonly did: 'conflict' };

export type Performer = {
  readonly store: Store;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  /** Told of what happened, once it is committed. */
  readonly heard?: (happened: readonly Event[]) => void;
};

const TRIES = 5;

/**
 * Reads, decides and writes one command. When what was read has moved on meanwhile it reads and decides again, so that
 * nobody is told yes on something that is no longer so. A refusal is written too (its message to the person), under the
 * same inbox key.
 * @throws when the command is unknown, its arguments do not fit, or the database is away: then nothing was written.
 */
export async function perform(performer: Performer, order: Order, at: Moment): Promise<Performed> {
  const { store, commands } = performer;
  const command = commands.get(order.command);
  if (command === undefined) throw new Error(`There is no command "${order.command}"`);
  const { refusal, roles } = await refusedUnread(store, order);
  for (let tries = 1; ; tries += 1) {
    const decided =
      refusal ??
      (await lacksConsent(order.command, order.by, store.read)) ??
      (await command.run(store.read, order.args, order.by))(at);
    const decision =
      isRefusal(decided) || staysWithin(order.by, decided)
        ? decided
        : mayNot(commandTable.get(order.command), order.by);
    const written = isRefusal(decision)
      ? together(
          change({
            outgoing: refusalTo(order, decision),
            audits: auditsOfRefused({ ...order, roles }, decision),
          }),
          order.onRefuse?.(decision) ?? change({}),
        )
      : withHelpOnce(
          order.onAccept ?? change({}),
          { ...decision, audits: auditsOf(order, decision) },
          consequencesOf(decision.events, at),
          order.onDone?.(decision.events) ?? change({}),
          order.after ?? change({}),
        );
    crashpoint(`${order.command}.decided`);
    const committed = await store.commit(written, causeOf(order), at);
    crashpoint(`${order.command}.committed`);
    if (committed === 'done') {
      if (!isRefusal(decision)) performer.heard?.(decision.events);
      return isRefusal(decision)
        ? { did: 'refused', refusal: decision }
        : { did: 'done', events: decision.events.map((each) => each.event), happened: decision.events };
    }
    if (committed === 'repeat') return { did: 'repeat' };
    if (order.due !== undefined && !(await store.queues.isDue(order.due))) return { did: 'repeat' };
    if (tries >= (order.tries ?? TRIES)) return { did: 'conflict' };
  }
}

type Unread = { readonly refusal?: Refusal; readonly roles: readonly Role['role'][] };

/** The "no" of the table of who may what: nothing is read for whoever it does not let in but which roles they have. */
async function refusedUnread(store: Store, { command, args, by, roles }: Order): Promise<Unread> {
  const entry = commandTable.get(command);
  if (!(await reachesAll(store.read, by, command, args))) return { refusal: mayNot(entry, by), roles: [] };
  if (mayAtAll(entry, acting(by, roles ?? []))) return { roles: roles ?? [] };
  const person = roles === undefined ? themselves(by) : undefined;
  const held = person === undefined ? (roles ?? []) : rolesIn(await store.read.people.rolesOf(person.id));
  return mayAtAll(entry, acting(by, held)) ? { roles: held } : { refusal: mayNot(entry, by), roles: held };
}

function rolesIn(held: readonly Role[]): Role['role'][] {
  return held.map(({ role }) => role);
}

/** Words of crisis that also wait for somebody's hours would bring the help card twice: the one that is about them stays. */
function withHelpOnce(...changes: readonly Change[]): Change {
  const all = together(...changes);
  const isHelp = ({ screen, mode }: OutgoingNew): boolean => screen === 'help' && mode === 'new';
  const first = all.outgoing.find(isHelp);
  const again = (each: OutgoingNew): boolean => isHelp(each) && each !== first && each.to === first?.to;
  return { ...all, outgoing: all.outgoing.filter((each) => !again(each)) };
}

function causeOf({ inbox, due, reply, by }: Order): Cause {
  return {
    ...(inbox === undefined ? {} : { inbox }),
    ...(due === undefined ? {} : { due }),
    ...(reply === undefined ? {} : { reply }),
    by: nameOf(by),
    auditBy: auditNameOf(by),
  };
}

function nameOf(by: By): string {
  if (by.is === 'coordinator') return `coordinator:${by.name}`;
  if (by.is === 'clock') return 'clock';
  if (by.is === 'newcomer') return 'newcomer';
  if (by.is === 'at-desk') return `person:${by.person.id} at the desk`;
  return by.supporter === undefined
    ? `person:${by.person.id}`
    : `supporter:${by.supporter.id} for person:${by.person.id}`;
}

/** A refusal as messages to whoever asked; a coordinator gets it as the answer to the request instead. */
function refusalTo({ by, endsForm }: Order, refusal: Refusal): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const answer = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  const said: OutgoingNew = {
    ...answer,
    screen: 'say',
    args: { id: refusal.say.id, args: refusal.say.args },
    mode: 'new',
  };
  const asksAgain = endsForm === true && refusal.question !== undefined;
  if (refusal.show === undefined || asksAgain) return [said];
  const shown: OutgoingNew = { ...answer, ...refusal.show, mode: 'new' };
  // The card pressed is put right where it stands, and shown once more beneath the sentence.
  return refusal.show.card === undefined ? [said, shown] : [{ ...shown, mode: 'refresh' }, said, shown];
}
