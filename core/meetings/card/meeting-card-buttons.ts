import type { Button } from '../../kernel/message.ts';
import { type Text, text } from '../../texts/text.ts';
import { whys } from '../change/say-why.ts';
import { isOver, offerOf, stands } from '../meeting-rules.ts';
import { answerRows, standingButtons } from './ready-and-after.ts';
import type { Seen } from './seen-meeting.ts';

type Rows = readonly (readonly Button[])[];

/** What this reader can do about the meeting as it is now, most wanted first. */
export function meetingButtons(seen: Seen): Rows {
  const { found, me, now } = seen;
  const { meeting } = found;
  if (!stands(meeting, now)) return afterwards(seen);
  const args = { meetingId: meeting.id, sequence: meeting.sequence };
  const yes = (label: Text): Button => ({ label, command: 'accept-meeting', args });
  const no = (label: Text): Button => ({ label, command: 'decline-meeting', args });
  const off = (label: Text): Button => ({ label, command: 'cancel-meeting', args });
  const another: Button = {
    label: text('meeting-button-another-time'),
    command: 'open-form',
    args: { form: 'move-meeting', args: { meetingId: meeting.id } },
  };
  const callOff = off(text('meeting-button-call-off'));
  if (found.pair.state === 'paused') return meeting.state === 'confirmed' ? [[callOff]] : [];
  if (meeting.state === 'proposed') {
    if (meeting.proposedBy === me.id) return [[another], [off(text('meeting-button-take-back'))]];
    return [[yes(text('meeting-button-yes'))], [another], [no(text('meeting-button-no'))]];
  }
  const offer = offerOf(meeting);
  const file: Button = {
    label: text('meeting-button-calendar'),
    command: 'calendar-file',
    args: { meetingId: meeting.id },
  };
  if (offer === undefined) {
    const move = { ...another, label: text('meeting-button-move') };
    return standingButtons(seen, { move, callOff, file });
  }
  const keep = no(text('meeting-button-keep'));
  if (offer.by === me.id) return [[keep], [another], [callOff]];
  return [[yes(text('meeting-button-yes-move'))], [keep], [another], [callOff]];
}

/** Called off, said no to, or over: the way to a next one, and a word on why for those who care to say. */
function afterwards(seen: Seen): Rows {
  const { found, me, now } = seen;
  const { meeting, pair } = found;
  const again: Button = {
    label: text('meeting-button-book-again'),
    command: 'open-form',
    args: { form: 'book-meeting', args: { pairId: pair.id } },
  };
  const rebook = pair.state === 'active' ? [[again]] : [];
  if (meeting.state === 'confirmed' && isOver(meeting, now)) return [...answerRows(seen), ...rebook];
  const mine =
    meeting.state === 'cancelled' && meeting.cancelledBy === me.id && meeting.reasonSealed === null;
  if (!mine) return rebook;
  const reasons = whys.map((why) => ({
    label: whyText(why),
    command: 'say-why',
    args: { meetingId: meeting.id, why },
  }));
  return [...rebook, reasons.slice(0, 2), reasons.slice(2, 4), reasons.slice(4)];
}

function whyText(why: (typeof whys)[number]): Text {
  if (why === 'caring') return text('meeting-why-caring');
  if (why === 'health') return text('meeting-why-health');
  if (why === 'work') return text('meeting-why-work');
  return why === 'something-else' ? text('meeting-why-something-else') : text('meeting-why-none');
}
