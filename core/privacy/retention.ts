/** How long a kind of data is kept by default, in days, and what goes then. The numbers are our own defaults. */
export type RetentionRule = { readonly days: number; readonly what: string };

/**
 * Every kind of data that does not go by itself. A programme may say another number of days in its document; where several
 * programmes share a database, the shortest counts.
 */
export const retentionRules = {
  newcomers: {
    days: 90,
    what: 'Whoever opened the bot, and never agreed or was too young: everything, once what they told was closed for as long.',
  },
  silent: {
    days: 730,
    what: 'Whoever asked us to stop writing, and never came back: everything, once what they told was closed for as long.',
  },
  drafts: { days: 90, what: 'A form that was begun and left: what was written in it.' },
  nudges: {
    days: 365,
    what: 'That a nudge was sent, and why; of a pair that has ended, what was asked of how the two suit each other.',
  },
  'meeting-words': {
    days: 90,
    what: 'The place and the reason that somebody wrote for a meeting, after it.',
  },
  'intake-answers': {
    days: 180,
    what: 'What was answered on the way in, of whoever it led elsewhere, who wished for time, or who left again.',
  },
  'group-answers': { days: 1095, what: 'What members said of a meeting of a group, and who came, after it.' },
  concerns: {
    days: 2555,
    what: 'What somebody told the safeguarding lead, after it was closed. A programme says how many years.',
  },
  supervision: { days: 730, what: 'What was written about the supervision of a mentor.' },
  helpers: { days: 365, what: 'Who helped whom, after it ended.' },
  tasks: { days: 365, what: 'A task of a coordinator, after it was done.' },
  journal: { days: 2190, what: 'What happened, in codes and ids, for reports.' },
  sent: { days: 30, what: 'That a message was sent.' },
  'sent-messages': {
    days: 30,
    what: 'Where a message of ours stands in a chat, so that it can be taken away.',
  },
  shown: { days: 120, what: 'Where a card was shown.' },
  'sign-ins': { days: 30, what: 'That somebody was signed in at the desk, after it ended.' },
  buttons: { days: 1, what: 'A button, after it stopped working.' },
  updates: { days: 14, what: 'The number that an app gave to something that came in.' },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type RetentionKind = keyof typeof retentionRules;

export const RETENTION_KINDS = Object.keys(retentionRules).filter(
  (kind): kind is RetentionKind => kind in retentionRules,
);

/** What programmes may say otherwise. */
export type OwnDays = { readonly [K in RetentionKind]?: number | undefined };

/** How many days a kind is kept, by what the programmes say. */
export function daysOf(kind: RetentionKind, own: readonly OwnDays[]): number {
  const said = own.flatMap((each) => each[kind] ?? []);
  return said.length === 0 ? retentionRules[kind].days : Math.min(...said);
}
