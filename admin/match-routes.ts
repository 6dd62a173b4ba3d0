import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageFrom } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { programmeBySlug, Slug } from './programme-routes.ts';
import { Id, idOf } from './shapes.ts';
import { write } from './write.ts';

const Factor = z.strictObject({ code: z.string(), points: z.int(), of: z.int() });
const Match = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['drafted', 'offered', 'asked', 'accepted']),
    menteeId: z.uuid(),
    mentorId: z.uuid(),
    score: z.int(),
    factors: z.array(Factor).openapi({ description: 'Points of each factor; they add up to the score.' }),
    unknown: z.array(z.string()).openapi({ description: 'Factors that could not be asked.' }),
    generic: z.boolean().openapi({ description: 'No experience of life is known that the two share.' }),
  })
  .openapi('Match');

const Report = z
  .strictObject({
    first: z.int().openapi({ description: 'Mentees who ever had a match.' }),
    failed: z.int().openapi({ description: 'Of these, those whose first match was not the one.' }),
    daysToNext: z.int().nullable().openapi({ description: 'Days until a different one; the middle one.' }),
    waitAgain: z.int().openapi({ description: 'Those who wait for a different one now.' }),
  })
  .openapi('MatchReport');

const none = z.object({});

export function matchRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { core } = parts;
  const matches = looking({
    path: '/v1/matches',
    summary: 'Who may become a pair, and why, factor by factor: ids, codes and numbers.',
    query: Page.extend({ programmeId: idOf('/v1/programmes').optional() }),
    params: none,
    answers: listOf(Match),
  });
  api.openapi(matches, async (context) => {
    const { programmeId, ...page } = context.req.valid('query');
    const programmes = await core.read.programmes.all();
    const asked = programmes
      .map(({ id }) => id)
      .filter((id) => programmeId === undefined || id === programmeId);
    const states = Match.shape.state.options;
    const found = await Promise.all(asked.map((id) => core.read.matches.inState(id, states)));
    const items = found.flat().flatMap(({ id, state, menteeId, mentorId, score, reasons }) => {
      const { factors, unknown, generic } = reasons;
      const known = Match.shape.state.safeParse(state);
      return known.success
        ? [{ id, state: known.data, menteeId, mentorId, score, factors, unknown, generic }]
        : [];
    });
    return context.json(pageFrom(items, page), 200);
  });

  const report = looking({
    path: '/v1/programmes/{slug}/match-report',
    summary: 'How often a first match was not the one, and how long a different one took. Counts alone.',
    query: none,
    params: Slug,
    answers: Report,
  });
  api.openapi(report, async (context) =>
    context.json(
      await core.matchReport((await programmeBySlug(parts, context.req.valid('param').slug)).id),
      200,
    ),
  );

  matchChanges(api, parts);
}

function matchChanges(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const confirm = ending({
    method: 'post',
    path: '/v1/matches/{id}/confirm',
    summary: 'The two begin: they are a pair, and both are told.',
    params: Id('/v1/matches'),
  });
  api.openapi(confirm, async (context) => {
    const args = { matchId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'confirm-match', args), 200);
  });
  const aside = ending({
    method: 'post',
    path: '/v1/matches/{id}/aside',
    summary: 'Decides against two people. It is not suggested again.',
    params: Id('/v1/matches'),
  });
  api.openapi(aside, async (context) => {
    const args = { matchId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'set-match-aside', args), 200);
  });
  const offer = ending({
    method: 'post',
    path: '/v1/matches/{id}/offer',
    summary: "Puts a drafted match on the mentee's list.",
    params: Id('/v1/matches'),
  });
  api.openapi(offer, async (context) => {
    const args = { matchId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'offer-drafted', args), 200);
  });
  const swap = changing({
    method: 'post',
    path: '/v1/matches/{id}/swap',
    summary: 'Puts another mentor beside the mentee of a drafted match.',
    params: Id('/v1/matches'),
    body: z.object({ mentorId: idOf('/v1/people') }),
  });
  api.openapi(swap, async (context) => {
    const args = { matchId: context.req.valid('param').id, ...context.req.valid('json') };
    return context.json(await write(parts, context, 'swap-drafted', args), 200);
  });
  const apart = changing({
    method: 'post',
    path: '/v1/matches/apart',
    summary: 'Two people are never put together. Neither hears who asked for it.',
    params: none,
    body: z.object({
      programmeId: idOf('/v1/programmes'),
      menteeId: idOf('/v1/people'),
      mentorId: idOf('/v1/people'),
    }),
  });
  api.openapi(apart, async (context) =>
    context.json(await write(parts, context, 'keep-apart', context.req.valid('json')), 200),
  );
}
