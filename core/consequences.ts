import { type Change, change, type Event } from './kernel/change.ts';
import type { Moment } from './moment.ts';

/**
 * What one part's event causes in another, in one place. Each line: when this has happened, those commands are due at once,
 * with the event's ids as their arguments.
 */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'account.came-back': ['release-pair-messages'],
  'app-link.done': ['forget-empty-person', 'release-pair-messages'],
  'group.asked': ['ask-next'],
  'group.left': ['ask-next'],
  'group.waiting': ['ask-next'],
  'group-meeting.moved': ['plan-group-reminders'],
  'meeting.answered': ['offer-reflection', 'note-contact'],
  'meeting.cancelled': ['notice-pattern'],
  'pair.made': ['start-sweeps'],
  'pair-contact.agreed': ['release-pair-messages'],
  'pair-contact.resumed': ['release-pair-messages'],
  'programme.loaded': ['ask-consents'],
  'person.came-for-group': ['note-group-wish'],
  'person.erased': ['cancel-my-meetings', 'leave-all-groups'],
  'person.joined': ['lead-back-to-group'],
  'person.quiet-changed': ['renew-reminders', 'renew-group-reminders'],
  'person.reminders-changed': ['renew-reminders', 'renew-group-reminders'],
  'person.started-again': ['release-pair-messages'],
  'person.unpaused': ['release-pair-messages'],
  'person.zone-changed': ['renew-reminders', 'renew-group-reminders'],
};

export function consequencesOf(events: readonly Event[], at: Moment): Change {
  return change({
    due: events.flatMap(({ event, ids }) =>
      (consequences[event] ?? []).map((command) => ({
        key: `${event}:${at.newId()}`,
        command,
        args: ids,
        at: at.now,
      })),
    ),
  });
}
