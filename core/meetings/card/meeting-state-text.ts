import { type Text, text } from '../../texts/text.ts';
import { isOver, nameOf, offerOf } from '../meeting-rules.ts';
import type { Seen } from './seen-meeting.ts';

/** What has become of a meeting, in the words of the one who reads it. */
export function stateText({ found, me, other, now }: Seen): Text {
  const { meeting } = found;
  const name = nameOf(other);
  if (meeting.state === 'cancelled') return calledOffText(meeting.cancelledBy, me.id, other.id, name);
  if (meeting.state === 'declined') {
    return meeting.proposedBy === me.id
      ? text('meeting-declined-by-other', { name })
      : text('meeting-declined-by-you');
  }
  if (meeting.state === 'confirmed') {
    if (isOver(meeting, now)) return text('meeting-over', { name });
    return offerOf(meeting) === undefined
      ? text('meeting-agreed', { name })
      : text('meeting-agreed-so-far', { name });
  }
  if (isOver(meeting, now)) return text('meeting-time-over', { name });
  return meeting.proposedBy === me.id
    ? text('meeting-asked-by-you', { name })
    : text('meeting-asked-of-you', { name });
}

function calledOffText(by: string | null, me: string, other: string, name: string): Text {
  if (by === me) return text('meeting-called-off-by-you', { name });
  return by === other ? text('meeting-called-off-by-other', { name }) : text('meeting-called-off', { name });
}
