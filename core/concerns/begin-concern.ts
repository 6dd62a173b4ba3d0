import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { JsonObject } from '../kernel/json.ts';
import { text } from '../texts/text.ts';
import { ConcernKind } from './concern.ts';

/** Where telling somebody begins, and what it is about where that is known. */
export const BeginConcern = z.object({
  kind: ConcernKind,
  messageId: z.uuid().optional(),
  groupId: z.uuid().optional(),
});

/** The same as it is kept in a button or with a form. */
export function beginning({ kind, messageId, groupId }: z.infer<typeof BeginConcern>): JsonObject {
  return {
    kind,
    ...(messageId === undefined ? {} : { messageId }),
    ...(groupId === undefined ? {} : { groupId }),
  };
}

/**
 * The lines to call come first, whatever state somebody is in; then who would read it, what is sent and when they are there.
 * Nothing is sent by this.
 */
export const beginConcern = command({
  name: 'begin-concern',
  schema: BeginConcern,
  keepsForm: true,
  async load() {
    return undefined;
  },
  decide(_data, args, _at, by) {
    const { person, account } = personOf(by);
    if (by.is === 'person' && by.supporter !== undefined)
      return { refused: 'supporter.may-not', say: text('supporter-may-not') };
    const shown = (screen: string, more: OutgoingNew['args']): OutgoingNew => ({
      to: person.id,
      account: account.id,
      screen,
      args: more,
      mode: 'new',
      evenIfStopped: true,
    });
    const about = args.kind === 'need-help' ? 'me' : 'someone';
    return change({ outgoing: [shown('help', { about }), shown('concern-before', beginning(args))] });
  },
});

/** What buttons of before did, which may still stand in somebody's chat. */
function earlier(name: string, kind: 'reported-message' | 'group-report') {
  return command({
    name,
    keepsForm: true,
    schema: z.object({ messageId: z.uuid().optional(), groupId: z.uuid().optional() }),
    load: async () => undefined,
    decide: (_data, args, at, by) => beginConcern.decide(undefined, { kind, ...args }, at, by),
  });
}

export const earlierReports = [
  earlier('report-message', 'reported-message'),
  earlier('ask-to-report', 'group-report'),
  earlier('report-group', 'group-report'),
];

/** How it stands with what somebody told, and the lines to call when nobody has answered. */
export const lookAtConcern = command({
  name: 'look-at-concern',
  schema: z.object({ concernId: z.uuid(), withHelp: z.boolean().default(false) }),
  keepsForm: true,
  async load() {
    return undefined;
  },
  decide(_data, { concernId, withHelp }, _at, by) {
    const { person, account } = personOf(by);
    const to = { to: person.id, account: account.id, mode: 'new', evenIfStopped: true } as const;
    const card = { ...to, screen: 'my-concern', args: { concernId }, card: `concern:${concernId}` };
    const help: OutgoingNew[] = withHelp
      ? [{ ...to, screen: 'help', args: { about: 'me', told: true } }]
      : [];
    return change({ outgoing: [...help, card] });
  },
});
