import { z } from 'zod';
import { together } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { stands } from '../meeting-rules.ts';
import { leftBehind, standingInFull } from './cancel-my-meetings.ts';

/** Two are no longer a pair: what they had arranged is off. Both have been told that already, in words of its own. */
export const cancelPairMeetings = command({
  name: 'cancel-pair-meetings',
  schema: z.looseObject({ pairId: z.uuid(), menteeId: z.uuid() }),
  async load(read, { pairId, menteeId }) {
    const all = await standingInFull(read, menteeId);
    return all.filter(({ meeting }) => meeting.pairId === pairId);
  },
  decide(found, { menteeId }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from the end of a pair, nobody does it');
    return together(
      ...found
        .filter(({ meeting }) => stands(meeting, at.now))
        .map((each) => leftBehind(each, by, menteeId, at)),
    );
  },
});
