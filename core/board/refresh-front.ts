import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';

/** A front page is brought up to date at most once in this time, whatever happens in it; our number. */
const AT_MOST_EVERY_MS = 60_000;

/**
 * Something that boards show has changed: the front pages that coordinators have opened are brought up to date at the next full
 * minute. What happens until then asks for the same.
 */
export const noteBoardChanged = command({
  name: 'note-board-changed',
  schema: z.object({}),
  load: (read) => read.board.fronts(),
  decide(fronts, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Boards are brought up to date by what happened');
    const minute = (Math.floor(at.now.epochMilliseconds / AT_MOST_EVERY_MS) + 1) * AT_MOST_EVERY_MS;
    return change({
      due: fronts.map(({ accountId }) => ({
        key: `front:${accountId}:${minute}`,
        command: 'refresh-front',
        args: { accountId },
        at: Temporal.Instant.fromEpochMilliseconds(minute),
      })),
    });
  },
});

/** Brings the front page of one account up to date, on the page that stands there. It makes no sound and no message. */
export const refreshFront = command({
  name: 'refresh-front',
  schema: z.object({ accountId: z.uuid() }),
  async load(read, { accountId }) {
    return (await read.board.fronts()).find((front) => front.accountId === accountId);
  },
  decide(front, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Boards are brought up to date by what happened');
    if (front === undefined) return change({});
    const { accountId, personId, page } = front;
    return change({
      outgoing: [
        {
          to: personId,
          account: accountId,
          screen: 'front',
          args: { page },
          mode: 'front',
          // What is later than that is brought by the next.
          until: at.now.add({ milliseconds: AT_MOST_EVERY_MS }),
        },
      ],
    });
  },
});
