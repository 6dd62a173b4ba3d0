import { mayAtAll } from './access/access.ts';
import { acting } from './access/actor.ts';
import { screenTable } from './access/table-screens.ts';
import type { Audit, Change } from './kernel/change.ts';
import type { By, Refusal } from './kernel/command.ts';
import type { JsonObject } from './kernel/json.ts';
import type { Role } from './people/person.ts';

/** What is done, and by whom. */
type Done = {
  readonly command: string;
  readonly args: unknown;
  readonly by: By;
  readonly roles?: readonly Role['role'][];
};

/** Those who see and change what belongs to others: all that they do is kept, in chat too. */
const STAFF: readonly string[] = [
  'coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
  'supervision-cover',
];

/** What looks and changes nothing; for staff, looking is kept too. */
const LOOKS: readonly string[] = ['show', 'show-any-time'];

/**
 * What the audit keeps of a command that was accepted: everything that coordinators and leads do, wherever they do it, so
 * that no command can forget; and what a command names by itself.
 */
export function auditsOf(order: Done, decision: Change): readonly Audit[] {
  if (!isStaff(order)) return decision.audits;
  const { events, saves, removals } = decision;
  if (events.length > 0)
    return [...events.map(({ event, ids }) => ({ action: event, ids })), ...decision.audits];
  const hasDone = saves.length + removals.length + decision.claims.length + decision.callOff.length > 0;
  const hasLooked = LOOKS.includes(order.command);
  if (!hasDone && !hasLooked) return decision.audits;
  const ids = idsIn(order.args);
  if (hasLooked && !maySee(order, ids)) return [...refusedTo(order, 'access.not-yours'), ...decision.audits];
  return [{ action: order.command, ids }, ...decision.audits];
}

/** A "no" because of whose it is, or who asks; not because of how things stand. */
const NO_RIGHT = /\.(not-yours|not-yours-to-make|may-not|not-theirs)$/;

/** What the audit keeps of a command that was refused: that somebody who looks after others tried what is not theirs. */
export function auditsOfRefused(order: Done, { refused }: Refusal): readonly Audit[] {
  if (!isStaff(order) || !NO_RIGHT.test(refused)) return [];
  return refusedTo(order, refused);
}

function refusedTo({ command, args }: Done, reason: string): readonly Audit[] {
  return [{ action: 'refused', ids: { command, ...idsIn(args) }, reason }];
}

/** Whether the table of who may see what lets them look: it is asked again when it is shown. */
function maySee({ by, roles }: Done, { screen }: JsonObject): boolean {
  return typeof screen !== 'string' || mayAtAll(screenTable.get(screen), acting(by, roles ?? []));
}

/** Who did it, by ids alone: a name is nothing for a record that is never changed. */
export function auditNameOf(by: By): string {
  if (by.is === 'coordinator') return by.tokenId === undefined ? by.name : `token:${by.tokenId}`;
  if (by.is === 'clock' || by.is === 'newcomer') return by.is;
  if (by.is === 'at-desk') return `person:${by.person.id}`;
  return by.supporter === undefined
    ? `person:${by.person.id}`
    : `supporter:${by.supporter.id} for person:${by.person.id}`;
}

function isStaff({ by, roles }: Done): boolean {
  return by.is === 'coordinator' || by.is === 'at-desk' || (roles ?? []).some((role) => STAFF.includes(role));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Which screen or form it was: a code of ours, never what somebody wrote. */
const CODES: readonly string[] = ['screen', 'form'];
const CODE = /^[a-z][a-z0-9-]{0,60}$/;

/** The ids among what a command was given, and the screen it shows; everything else may be somebody's words. */
function idsIn(args: unknown): JsonObject {
  if (typeof args !== 'object' || args === null) return {};
  const kept: [string, string][] = [];
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'string' && (UUID.test(value) || (CODES.includes(name) && CODE.test(value))))
      kept.push([name, value]);
    else if (name === 'args') kept.push(...Object.entries(idsIn(value)).map(textual));
  }
  return Object.fromEntries(kept);
}

function textual([name, value]: [string, unknown]): [string, string] {
  return [name, String(value)];
}
