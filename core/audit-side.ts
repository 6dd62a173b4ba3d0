import { auditNameOf } from './audit-of.ts';
import type { Audit } from './kernel/change.ts';
import type { By } from './kernel/command.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';
import { writtenHead } from './store/audit/audit.ts';

/** What somebody at the desk saw, or was refused: in codes and ids. */
export type Noted = Audit & { readonly by: By };

/** The audit's part of the core's door. */
export type AuditSide = {
  /** Gives the entries of the audit that wait their place in its chain. Returns how many. */
  chain(): Promise<number>;
  /** Sends the head of the audit, once a day, to those who were chosen to keep it. Returns it. */
  postAuditHead(): Promise<string>;
  /** Writes down what somebody at the desk saw, or was refused, where no command does. */
  noteAudit(noted: Noted): Promise<void>;
};

export function openAuditSide(performer: Performer, moment: () => Moment): AuditSide {
  const { audit } = performer.store;
  return {
    chain: audit.chain,
    async postAuditHead() {
      await audit.chain();
      const head = writtenHead(await audit.head());
      const at = moment();
      const day = at.now.toString().slice(0, 10);
      const order = { command: 'post-audit-head', args: { head, day }, by: { is: 'clock' } } as const;
      await perform(performer, { ...order, inbox: `audit-head:${day}` }, at);
      return head;
    },
    noteAudit: ({ by, ...entry }) => audit.note({ ...entry, by: auditNameOf(by), at: moment() }),
  };
}
