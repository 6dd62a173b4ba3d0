import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { Answer } from '../meetings/meeting.ts';

/** After this it is not offered any more: the day has gone on. Hours; our default. */
const STANDS_FOR = { hours: 12 };

/**
 * Offers a word about a meeting to whoever just said that it happened: once for each meeting, and not to somebody who
 * takes a break or asked for silence.
 */
export const offerReflection = command({
  name: 'offer-reflection',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), meetingId: z.uuid(), answer: Answer }),
  async load(read, { personId, meetingId }) {
    return {
      person: await read.people.person(personId),
      meeting: await read.meetings.meeting(meetingId),
      reachable: (await read.people.accountsOf(personId)).some((account) => account.reachable),
      before: await read.reflections.wasOffered(personId, meetingId),
    };
  },
  decide({ person, meeting, reachable, before }, { meetingId, answer }, at, by) {
    if (by.is !== 'clock') throw new Error('A reflection is offered by what happened, not by a person');
    const theirs =
      meeting !== undefined && (meeting.mentorId === person?.id || meeting.menteeId === person?.id);
    if (person === undefined || !theirs || !reachable || before || answer !== 'happened') return change({});
    const breakEnds = person.pausedUntil;
    const onBreak = person.paused && (breakEnds === null || isBefore(at.now, breakEnds));
    if (person.state !== 'active' || onBreak) return change({});
    const offer = { to: person.id, screen: 'offer-reflection', args: { meetingId }, mode: 'new' } as const;
    return change({
      events: [{ event: 'reflection.offered', ids: { personId: person.id, meetingId } }],
      outgoing: [{ ...offer, until: at.now.add(STANDS_FOR) }],
    });
  },
});
