import { z } from 'zod';
import { change, next, type Save, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import {
  answerOnBoard,
  isAbout,
  mayCoordinate,
  nameOfActor,
  PressedOnBoard,
  rolesOfActor,
} from '../kernel/coordinator.ts';
import { beginPair, loadTwo } from '../pairs/begin-pair.ts';
import { Pair } from '../pairs/pair.ts';
import { text } from '../texts/text.ts';

/**
 * A coordinator confirms that two people begin, by the same rules as any pair, in one change with the match (MAT-09).
 * Nobody becomes a pair without this.
 */
export const confirmMatch = command({
  name: 'confirm-match',
  schema: PressedOnBoard.extend({ matchId: z.uuid(), rhythmDays: Pair.shape.rhythmDays.default(null) }),
  async load(read, { matchId }, by) {
    const [match, roles] = await Promise.all([
      read.matches.match(matchId),
      rolesOfActor(read, by, { matchId }),
    ]);
    if (match === undefined) return { match, roles, two: undefined, tasks: [] };
    const [two, tasks] = await Promise.all([
      loadTwo(read, match),
      read.tasks.openAboutPerson(match.menteeId),
    ]);
    const own = tasks.filter(
      ({ kind, otherPersonId }) => kind === 'match-to-confirm' && otherPersonId === match.mentorId,
    );
    return { match, roles, two, tasks: own };
  },
  decide({ match, roles, two, tasks }, { matchId, rhythmDays, pressedOn, page }, at, by) {
    if (!mayCoordinate(by, roles, match?.programmeId ?? null))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (match === undefined || two === undefined)
      return { refused: 'match.unknown', say: text('match-unknown') };
    if (isAbout(match, by)) return { refused: 'match.your-own', say: text('match-not-your-own') };
    if (match.state === 'confirmed')
      return change({ outgoing: answerOnBoard(by, pressedOn, text('match-confirmed-already'), page) });
    // A draft is a coordinator's own: whoever confirms from it has spoken with the two.
    if (match.state !== 'accepted' && match.state !== 'drafted')
      return { refused: 'match.not-open', say: text('match-not-open') };
    // Somebody who has found another mentor meanwhile is not given a second one by an old press.
    if (two.asMentee !== undefined && two.asMentee.state !== 'waiting')
      return { refused: 'match.not-waiting', say: text('match-mentee-not-waiting') };
    const begun = beginPair(two, match, rhythmDays, at);
    if ('refused' in begun) return begun;
    const { id: pairId } = begun.pair;
    const done: Save[] = tasks.map((task) => ({
      table: 'task',
      row: next(task, { doneAt: at.now, doneBy: nameOfActor(by) }),
    }));
    const row = next(match, { state: 'confirmed', confirmedAt: at.now, endsAt: null, pairId });
    const said = text('board-pair-said', { mentor: two.mentor?.name ?? '', name: two.mentee?.name ?? '' });
    return together(
      begun.change,
      change({
        saves: [{ table: 'match', row }, ...done],
        callOff: [`match:${matchId}`],
        events: [{ event: 'match.confirmed', ids: { matchId, pairId, programmeId: match.programmeId } }],
        outgoing: answerOnBoard(by, pressedOn, said, page),
      }),
    );
  },
});
