import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { text } from '../texts/text.ts';

/** What the journal says of each. */
const EVENTS = {
  review: { send: 'outgoing.sent-after-review', drop: 'outgoing.dropped-after-review' },
  undeliverable: { send: 'outgoing.tried-again', drop: 'outgoing.let-go' },
} as const;

/**
 * A coordinator decides on messages that wait for it: what a restore left to look at, and what no app took. Of several,
 * those that somebody decided on before are passed over.
 */
export const decideOnOutgoing = command({
  name: 'decide-on-outgoing',
  schema: z.object({
    how: z.enum(['send', 'drop']),
    ids: z.union([
      z.literal('all'),
      z
        .array(z.string().regex(/^\d{1,18}$/))
        .min(1)
        .max(1000),
    ]),
  }),
  load: (read, { ids }) => read.outgoing.stillUndecided(ids),
  decide(found, { how, ids }, _at, by) {
    if (by.is !== 'coordinator') return { refused: 'outgoing.not-yours', say: text('coordinators-only') };
    if (found.length === 0 && ids !== 'all')
      return { refused: 'outgoing.unknown', say: text('outgoing-decided-already') };
    if (found.length === 0) return change({});
    return change({
      decided: [{ outgoing: found.map(({ id }) => id), how }],
      events: found.map(({ id, state }) => ({ event: EVENTS[state][how], ids: { outgoing: id } })),
    });
  },
});
