import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { text } from '../texts/text.ts';

/** A coordinator puts a drafted match on the mentee's list: from there on it goes like any other. */
export const offerDrafted = command({
  name: 'offer-drafted',
  schema: z.object({ matchId: z.uuid() }),
  async load(read, { matchId }, by) {
    const [match, roles] = await Promise.all([
      read.matches.match(matchId),
      rolesOfActor(read, by, { matchId }),
    ]);
    return { match, roles };
  },
  decide({ match, roles }, { matchId }, _at, by) {
    if (!mayCoordinate(by, roles, match?.programmeId ?? null))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (match === undefined) return { refused: 'match.unknown', say: text('match-unknown') };
    if (match.state === 'offered') return change({});
    if (match.state !== 'drafted') return { refused: 'match.not-open', say: text('match-not-open') };
    const { programmeId, menteeId } = match;
    return change({
      saves: [{ table: 'match', row: next(match, { state: 'offered' }) }],
      events: [{ event: 'match.offered', ids: { matchId, programmeId } }],
      outgoing: [{ to: menteeId, screen: 'short-list', args: { programmeId }, mode: 'new' }],
    });
  },
});
