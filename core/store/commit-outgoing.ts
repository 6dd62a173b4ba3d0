import type { Decided, OutgoingNew } from '../kernel/change.ts';
import type { Reply } from '../kernel/incoming.ts';
import type { Step } from './step.ts';

/** What waits to be sent from now on. */
export function outgoingNew(messages: readonly OutgoingNew[], reply: Reply | undefined, now: string): Step {
  const columns =
    'chat, "personId", "accountId", address, reply, screen, args, mode, card, always, forget, "whenEnded", "dueAt", "expiresAt", state, "createdAt"';
  return {
    name: 'outgoing_new',
    values: [JSON.stringify(messages.map((each) => outgoingRow(each, reply, now)))],
    sql: (place) => `INSERT INTO outgoing (${columns}) SELECT ${columns}
    FROM json_populate_recordset(NULL::outgoing, ${place}) RETURNING true AS fits`,
  };
}

function outgoingRow(message: OutgoingNew, reply: Reply | undefined, now: string): object {
  const { to, place } = message;
  return {
    chat: laneOf(message),
    personId: place === undefined ? to : null,
    accountId: message.account ?? null,
    address: place ?? null,
    // Only what answers this person's own doing may use the way that their doing opened.
    reply: message.account === undefined ? null : (reply ?? null),
    screen: message.screen,
    args: message.args,
    mode: message.mode,
    card: message.card ?? null,
    always: message.evenIfStopped ?? false,
    forget: message.forget ?? false,
    whenEnded: message.whenEnded ?? null,
    dueAt: message.at ?? now,
    expiresAt: message.until ?? null,
    state: 'waiting',
    createdAt: now,
  };
}

/** What is in one lane is sent in its order, one after the other. */
function laneOf({ to, account, place, ownLane }: OutgoingNew): string {
  if (place !== undefined) return `${place.platform}:${place.chatId}`;
  return ownLane === true ? `${to}:${account ?? ''}` : to;
}

/** Only what still waits for a decision is decided on. */
export function deciding({ outgoing, how }: Decided): Step {
  return {
    name: `outgoing_${how}`,
    values: [outgoing],
    sql: (
      place,
    ) => `UPDATE outgoing SET ${how === 'send' ? `state = 'waiting', why = NULL` : `state = 'dropped', why = 'let-go'`},
      attempts = 0, "leaseUntil" = NULL
    WHERE id = ANY(${place}::bigint[]) AND state IN ('review', 'undeliverable', 'put-away') RETURNING true AS fits`,
    rows: outgoing.length,
  };
}
