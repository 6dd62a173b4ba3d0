import { type Change, change, type DueNew, type Event } from './kernel/change.ts';
import type { Moment } from './moment.ts';

/**
 * What one part's event causes in another, in one place. Each line: when this has happened, those commands are due at once,
 * with the event's ids as their arguments.
 */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'account.came-back': ['release-pair-messages'],
  'answerer.away': ['give-back-concerns'],
  'answerer.gone': ['give-back-concerns'],
  'app-link.done': ['bring-group-wishes', 'forget-empty-person', 'release-pair-messages'],
  'chat.brought-back': ['release-kept-back'],
  'group.asked': ['ask-next'],
  'group.capacity-changed': ['ask-next'],
  'group.left': ['ask-next'],
  'group.opened': ['start-sweeps'],
  'group.waiting': ['ask-next'],
  'group-meeting.moved': ['plan-group-reminders'],
  'meeting.answered': ['offer-reflection', 'note-contact'],
  'meeting.cancelled': ['notice-pattern'],
  'enquiry.decided': ['tidy-matches'],
  'enquiry.ready': ['begin-to-wait'],
  'enquiry.withdrawn': ['tidy-matches'],
  'enquiry.without-answers': ['tidy-matches', 'forget-reasons'],
  'draft.made': ['tell-of-draft'],
  'draft.failed': ['tell-of-draft'],
  'match.different': ['cancel-pair-meetings'],
  'pair.made': ['start-sweeps', 'tidy-matches'],
  'pair-message.out-of-hours': ['notice-out-of-hours'],
  'pair-contact.agreed': ['release-pair-messages'],
  'pair-contact.resumed': ['release-pair-messages'],
  'pair.agreed-new-terms': ['renew-pair-reminders'],
  'programme.loaded': [
    ...['ask-consents', 'ask-new-terms'],
    'decide-all-again',
    ...['plan-ends-anew', 'plan-waiting-anew', 'offer-to-waiting'],
  ],
  'person.was-sent': ['use-invite'],
  'pair.paused': ['follow-pause'],
  'pair.resumed': ['follow-pause'],
  'person.came-for-group': ['note-group-wish'],
  'person.held': ['end-ways-in', 'tidy-matches'],
  'person.paused': ['tidy-matches'],
  'person.stopped': ['tidy-matches'],
  'person.erased': ['cancel-my-meetings', 'leave-all-groups', 'give-back-concerns'],
  'person.quiet-changed': ['renew-reminders', 'renew-group-reminders'],
  'person.reminders-changed': ['renew-reminders', 'renew-group-reminders'],
  'person.started-again': ['release-pair-messages', 'offer-again'],
  'person.unpaused': ['release-pair-messages', 'offer-again'],
  'role.ended': ['tidy-matches', 'watch-for-mentoring'],
  'role.placed': ['tidy-matches', 'offer-again'],
  'role.trained': ['lead-is-trained'],
  'person.zone-changed': ['renew-reminders', 'renew-group-reminders'],
  'supervision.written': ['send-again'],
  'training.ended': ['decide-again', 'tidy-matches'],
  'training.recorded': ['count-lead-training', 'decide-again'],
  'training.taken-back': ['decide-again', 'tidy-matches'],
  'records.joined': ['forget-joined-person', 'release-pair-messages'],
};

/** What changes who needs a coordinator: their boards are brought up to date. */
const onBoards: ReadonlySet<string> = new Set([
  ...['account.came-back', 'account.left', 'app.unlinked', 'group.closed', 'group.led', 'group.made'],
  ...['concern.everybody', 'group.out-of-reach', 'group.reported', 'meeting.cancelled'],
  ...['meeting.confirmed', 'meeting.declined', 'meeting.moved'],
  ...['meeting.proposed', 'meeting.recomputed', 'message-report.made', 'pair.made', 'pair.may-want-a-hand'],
  ...['pair-contact.paused', 'person.arrived', 'person.enrolled', 'person.held', 'person.joined'],
  ...['person.paused', 'person.started-again', 'person.stopped', 'person.unpaused', 'reflection.shared'],
  ...['role.ended', 'role.given', 'role.placed', 'role.trained', 'series.agreed', 'task.done', 'task.taken'],
  ...['training.ended', 'training-meeting.over', 'training-meeting.held', 'training-meeting.cancelled'],
  ...['enquiry.decided', 'enquiry.not-yet', 'enquiry.ready', 'enquiry.withdrawn'],
  'enquiry.without-answers',
  ...['match.accepted', 'match.confirmed', 'match.declined', 'match.withdrawn', 'match.apart', 'wait.long'],
  ...['match.different', 'mentoring.answered', 'role.wished'],
  ...['draft.asked', 'draft.made', 'draft.failed', 'draft.sent'],
]);

export function consequencesOf(events: readonly Event[], at: Moment): Change {
  const boards: DueNew[] = events.some(({ event }) => onBoards.has(event))
    ? [{ key: `boards:${at.newId()}`, command: 'note-board-changed', args: {}, at: at.now }]
    : [];
  const own = events.flatMap(({ event, ids }): DueNew[] =>
    (consequences[event] ?? []).map((command) => ({
      key: `${event}:${at.newId()}`,
      command,
      args: ids,
      at: at.now,
    })),
  );
  return change({ due: [...own, ...boards] });
}
