import { z } from 'zod';
import { change, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { beginPair, loadTwo } from '../pairs/begin-pair.ts';
import { Pair } from '../pairs/pair.ts';
import { text } from '../texts/text.ts';

/**
 * A coordinator brings a mentor and a mentee together. Both are told, with what they can do now. Not before everything that
 * the programme asks of each of them is there (TRN-02).
 */
export const makePair = command({
  name: 'make-pair',
  schema: z.object({
    programmeId: z.uuid(),
    mentorId: z.uuid(),
    menteeId: z.uuid(),
    rhythmDays: Pair.shape.rhythmDays.default(null),
  }),
  async load(read, args, by) {
    const [two, roles] = await Promise.all([loadTwo(read, args), rolesOfActor(read, by, args)]);
    return { two, roles };
  },
  decide({ two, roles }, args, at, by) {
    if (!mayCoordinate(by, roles, args.programmeId))
      return { refused: 'pair.not-yours', say: text('coordinators-only') };
    const begun = beginPair(two, args, args.rhythmDays, at);
    if ('refused' in begun) return begun;
    const said = text('board-pair-said', { mentor: two.mentor?.name ?? '', name: two.mentee?.name ?? '' });
    return together(begun.change, change({ outgoing: answerOnBoard(by, 'form', said) }));
  },
});
