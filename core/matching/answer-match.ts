import { z } from 'zod';
import { change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import type { Match } from './match.ts';
import { subjectOf } from './pick-mentor.ts';

/** A word on how a request stands, to one of the two: worded when it is sent, never at night. */
export function toldOf(match: Pick<Match, 'id'>, to: Person, at: Moment): OutgoingNew {
  return {
    to: to.id,
    screen: 'match-news',
    args: { matchId: match.id },
    mode: 'new',
    at: nextLoud(at.now, to.zone, to.quietFrom, to.quietTo),
  };
}

/**
 * A mentor says yes or no to an outline, in one press and without a reason (MAT-07). After a yes a coordinator is asked to
 * confirm; of a no the mentee hears only that they are not free just now.
 */
export const answerMatch = command({
  name: 'answer-match',
  schema: z.object({ matchId: z.uuid(), answer: z.enum(['yes', 'no']) }),
  async load(read, { matchId }) {
    const match = await read.matches.match(matchId);
    const mentee = match === undefined ? undefined : await read.people.person(match.menteeId);
    return { match, mentee };
  },
  decide({ match, mentee }, { matchId, answer }, at, by) {
    const { person, account } = personOf(by);
    if (match?.menteeId === person.id) return { refused: 'match.not-to-answer', say: text('match-unknown') };
    if (match === undefined || mentee === undefined || match.mentorId !== person.id)
      return { refused: 'match.not-yours', say: text('match-unknown') };
    const said: OutgoingNew = {
      to: person.id,
      account: account.id,
      screen: 'match-news',
      args: { matchId, opened: true },
      mode: 'new',
      evenIfStopped: true,
    };
    const state = answer === 'yes' ? 'accepted' : 'declined';
    if (match.state === state) return change({ outgoing: [said] });
    if (match.state !== 'asked') return { refused: 'match.over', say: text('match-over') };
    const row = next(match, { state, answeredAt: at.now, endsAt: null });
    return change({
      saves: [
        { table: 'match', row },
        taskAbout(match, answer === 'yes' ? 'match-to-confirm' : 'mentor-not-free', at),
      ],
      callOff: [subjectOf(match)],
      events: [{ event: `match.${state}`, ids: { matchId, programmeId: match.programmeId } }],
      outgoing: [
        { ...said, screen: 'match-asked', args: { matchId }, mode: 'refresh', card: subjectOf(match) },
        said,
        ...(answer === 'no' ? [toldOf(match, mentee, at)] : []),
      ],
    });
  },
});

/** What a coordinator is asked about two people who may become a pair. */
export function taskAbout(match: Match, kind: 'match-to-confirm' | 'mentor-not-free', at: Moment): Save {
  const about = { programmeId: match.programmeId, personId: match.menteeId, otherPersonId: match.mentorId };
  return { table: 'task', row: newTask(kind, about, at) };
}

/** Nobody answered for as long as the programme waits: it ends, with a word to both, and nobody is at fault. */
export const expireMatch = command({
  name: 'expire-match',
  speaksFirst: true,
  schema: z.object({ matchId: z.uuid() }),
  async load(read, { matchId }) {
    const match = await read.matches.match(matchId);
    const two = match === undefined ? [] : await read.people.people([match.menteeId, match.mentorId]);
    return { match, two };
  },
  decide({ match, two }, { matchId }, at, by) {
    if (by.is !== 'clock') throw new Error('It ends at its time, nobody ends it');
    if (match?.state !== 'asked' || match.endsAt === null) return change({});
    if (match.endsAt.epochMilliseconds > at.now.epochMilliseconds) return change({});
    return change({
      saves: [{ table: 'match', row: next(match, { state: 'expired', endsAt: null }) }],
      events: [{ event: 'match.expired', ids: { matchId, programmeId: match.programmeId } }],
      outgoing: [
        ...two.map((person) => toldOf(match, person, at)),
        {
          to: match.mentorId,
          screen: 'match-asked',
          args: { matchId },
          mode: 'refresh',
          card: subjectOf(match),
        },
      ],
    });
  },
});
