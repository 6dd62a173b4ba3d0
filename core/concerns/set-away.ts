import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, themselves } from '../kernel/command.ts';
import { mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { instant } from '../kernel/instant.ts';
import { form } from '../kernel/open-form.ts';
import type { Person, Role } from '../people/person.ts';
import { text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';

const ANSWERS: readonly Role['role'][] = ['safeguarding-lead', 'safeguarding-deputy'];

/** Most days that somebody can say they are away (our default). */
const MOST_DAYS = 92;

/** Somebody who answers for safeguarding is away until then, or back (null): the others are asked first meanwhile. */
export const setAway = command({
  name: 'set-away',
  schema: z.object({ until: z.iso.datetime().nullable(), personId: z.uuid().optional() }),
  async load(read, { personId }, by) {
    const id = personId ?? themselves(by)?.id;
    const [roles, own] = await Promise.all([
      id === undefined ? [] : read.people.rolesOf(id),
      rolesOfActor(read, by, { personId }),
    ]);
    return { id, roles: roles.filter(({ role }) => ANSWERS.includes(role)), own };
  },
  decide({ id, roles, own }, { until: said }, at, by) {
    const until = said === null ? null : instant.parse(said);
    const isOwn = themselves(by) !== undefined && themselves(by)?.id === id;
    const may = isOwn || roles.every(({ programmeId }) => mayCoordinate(by, own, programmeId));
    if (id === undefined || roles.length === 0)
      return { refused: 'away.no-role', say: text('away-not-yours') };
    if (!may) return { refused: 'away.not-yours', say: text('away-not-yours') };
    const hours = until === null ? 0 : at.now.until(until).total('hours');
    if (until !== null && (hours <= 0 || hours > MOST_DAYS * 24))
      return { refused: 'away.when', say: text('away-when') };
    return change({
      saves: roles.map((row) => ({ table: 'role', row: next(row, { awayUntil: until }) })),
      events: [{ event: until === null ? 'answerer.back' : 'answerer.away', ids: { personId: id } }],
      outgoing: by.is === 'person' ? [told(by.person, by.account.id, until, at.now)] : [],
    });
  },
});

function told(
  person: Person,
  account: string,
  until: z.infer<typeof instant> | null,
  now: z.infer<typeof instant>,
): OutgoingNew {
  const to = { to: person.id, account, screen: 'say', mode: 'new', evenIfStopped: true } as const;
  if (until === null) return { ...to, args: { id: 'away-back', args: {} } };
  const { weekday, day, month, time } = whenParts(until, person.zone, now);
  return { ...to, args: { id: 'away-until', args: { weekday, day, month, time } } };
}

const CHOICES = [1, 3, 7, 14, 21, 28];
const BACK = 'back-now';

/** "I am away until…" */
export const awayForm = form<{ readonly person: Person }>({
  name: 'away',
  title: text('away-title'),
  questions: [
    {
      id: 'days',
      ask: () => [text('away-ask')],
      options: () => [
        ...CHOICES.map((days) => ({ label: text('away-days', { count: days }), value: String(days) })),
        { label: text('away-not'), value: BACK },
      ],
    },
  ],
  load: async (_read, _args, by) => ({ person: personOf(by).person }),
  finish({ answers, now, data }) {
    const days = Number(answers['days']);
    if (Number.isNaN(days)) return { command: 'set-away', args: { until: null } };
    // They are back at the end of a day on their own clock.
    const today = now.toZonedDateTimeISO(data.person.zone).startOfDay();
    return {
      command: 'set-away',
      args: {
        until: today
          .add({ days: days + 1 })
          .toInstant()
          .toString(),
      },
    };
  },
});
