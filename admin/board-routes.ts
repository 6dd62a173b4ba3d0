import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { isZone, type Reader, wholeReach } from '../core/index.ts';
import { looking } from './describe.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Slug } from './programme-routes.ts';
import { name, when } from './shapes.ts';

// Without a name of its own: a named thing that may be missing would be published as one that is always there.
const Somebody = z.strictObject({ id: z.uuid(), name, reachable: z.boolean() });

const BoardTask = z
  .strictObject({
    id: z.uuid(),
    kind: z.string(),
    programmeId: z.uuid().nullable(),
    createdAt: when,
    person: Somebody.nullable(),
    two: z.array(Somebody).nullable().openapi({ description: 'The mentor and the mentee of a pair.' }),
    takenBy: z.strictObject({ id: z.uuid(), name }).nullable(),
    unreachableSince: when.nullable(),
  })
  .openapi('BoardTask');

const BoardMeeting = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['proposed', 'confirmed']),
    startsAt: when,
    proposedBy: z.uuid(),
    mentor: Somebody,
    mentee: Somebody,
  })
  .openapi('BoardMeeting');

const QuietPair = z
  .strictObject({ id: z.uuid(), rhythmDays: z.int(), since: when, mentor: Somebody, mentee: Somebody })
  .openapi('QuietPair');

const Waiting = z
  .strictObject({
    person: Somebody,
    since: when,
    wants: z.enum(['mentor', 'role']),
    programmeId: z.uuid().nullable(),
  })
  .openapi('WaitingPerson');

const Board = z
  .strictObject({
    tasks: z.array(BoardTask),
    meetings: z.array(BoardMeeting),
    quiet: z.array(QuietPair),
    waiting: z.array(Waiting),
    balance: z
      .array(z.strictObject({ programme: z.string(), site: z.string(), mentors: z.int(), mentees: z.int() }))
      .openapi({ description: 'Sites at which more wait to support than to be supported.' }),
    arriving: z.int().openapi({ description: 'How many have begun to join.' }),
    noSite: z.int().openapi({ description: 'How many take part and are of none of its sites yet.' }),
  })
  .openapi('Board');

const Zone = z.object({
  zone: z
    .string()
    .max(60)
    .default('Europe/London')
    .refine(isZone)
    .openapi({ example: 'Europe/London', description: 'Where "today" is.' }),
});

type Read = Awaited<ReturnType<Reader['board']['board']>>;

/** Who needs a coordinator today, as the board in the chat says it. */
export function boardRoutes(api: OpenAPIHono<Env>, { core, moment }: ApiParts): void {
  const board = looking({
    path: '/v1/programmes/{slug}/board',
    summary:
      'Who needs a coordinator today: what to do, meetings, pairs that may want a hand, and who waits.',
    description: 'Up to 200 of each kind. Names that people chose, never what anybody wrote.',
    query: Zone,
    params: Slug,
    answers: Board,
  });
  api.openapi(board, async (context) => {
    const programme = await core.read.programmes.bySlug(context.req.valid('param').slug);
    if (programme === undefined)
      throw new Problem(404, 'programme.unknown', 'There is no programme of that name.');
    const { now } = moment();
    const today = now.toZonedDateTimeISO(context.req.valid('query').zone).startOfDay();
    const asked = {
      reach: context.get('holder').reach ?? wholeReach([programme.id]),
      now,
      dayEnds: today.add({ days: 1 }).toInstant(),
      weekEnds: today.add({ days: 7 }).toInstant(),
    };
    return context.json(shown(await core.read.board.board(asked)), 200);
  });
}

function shown({ tasks, meetings, quiet, waiting, balance, arriving, noSite }: Read): z.infer<typeof Board> {
  return {
    tasks: tasks.map((each) => ({
      ...each,
      // That two may want a hand is said of both: never who of them asked.
      person: each.kind === 'may-want-a-hand' ? null : each.person,
      createdAt: each.createdAt.toString(),
      unreachableSince: each.unreachableSince?.toString() ?? null,
    })),
    meetings: meetings.map((each) => ({ ...each, startsAt: each.startsAt.toString() })),
    quiet: quiet.map((each) => ({ ...each, since: each.since.toString() })),
    waiting: waiting.map((each) => ({ ...each, since: each.since.toString() })),
    balance,
    arriving,
    noSite,
  };
}
