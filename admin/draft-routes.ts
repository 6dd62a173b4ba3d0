import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ending, looking, takingOn } from './describe.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { programmeBySlug, Slug } from './programme-routes.ts';
import { Id } from './shapes.ts';
import { write } from './write.ts';

const Summary = z.strictObject({
  pairs: z.int(),
  total: z.int().openapi({ description: 'All points together.' }),
  greedyPairs: z.int().openapi({ description: 'The same if whoever waited longest picked first.' }),
  greedyTotal: z.int(),
  same: z.int().openapi({ description: 'Those who have the same mentor in both.' }),
  another: z.int(),
  onlyHere: z.int(),
  onlyGreedy: z.int(),
  leftOver: z.int().openapi({ description: 'Those who wait on.' }),
});

const Differs = z.strictObject({
  thread: z
    .int()
    .openapi({ description: 'Those of one thread hang together: one has whom the other would have.' }),
  menteeId: z.uuid(),
  hereId: z.uuid().nullable().openapi({ description: 'Their mentor in this draft.' }),
  herePoints: z.int(),
  thereId: z
    .uuid()
    .nullable()
    .openapi({ description: 'Their mentor if whoever waited longest picked first.' }),
  therePoints: z.int(),
});

const Draft = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['queued', 'drafting', 'ready', 'failed', 'gone']),
    share: z.int().openapi({ description: 'Of a hundred, how much is done.' }),
    seed: z.string().openapi({ description: 'The same people with the same seed come to the same draft.' }),
    askedAt: z.string(),
    whatToDo: z.string().nullable().openapi({ description: 'Where it failed: why, and what to do.' }),
    summary: Summary.nullable().openapi({ description: 'Of the last one that was made.' }),
    differences: z.array(Differs).openapi({ description: 'Everybody who has somebody else, each once.' }),
  })
  .openapi('MatchDraft');

/** A draft of matches for everybody who waits: it is worked out apart from the request that asks for it. */
export function draftRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { core } = parts;
  const ask = takingOn({
    path: '/v1/programmes/{slug}/matches/draft',
    summary:
      'Brings everybody who waits together at once, as a draft. Nobody hears of it. While one is made, this is it.',
    params: Slug,
    body: z.object({ seed: z.string().max(60).default('1') }),
  });
  api.openapi(ask, async (context) => {
    const { id: programmeId } = await programmeBySlug(parts, context.req.valid('param').slug);
    const args = { programmeId, ...context.req.valid('json') };
    const written = await write(parts, context, 'ask-for-draft', args, 202);
    // Beside the address that was asked, wherever the whole stands on the web.
    context.header('Location', 'draft');
    return context.json(written, 202);
  });

  draftChanges(api, parts);

  const look = looking({
    path: '/v1/programmes/{slug}/matches/draft',
    summary: 'How the draft stands, and what came of it. Its pairs are among the matches.',
    query: z.object({}),
    params: Slug,
    answers: Draft,
  });
  api.openapi(look, async (context) => {
    const { id: programmeId } = await programmeBySlug(parts, context.req.valid('param').slug);
    const found = await core.read.matches.draftOf(programmeId);
    if (found === undefined) throw new Problem(404, 'draft.unknown', 'No draft was asked for yet.');
    const { id, state, share, seed, createdAt, why, summary } = found;
    const whatToDo =
      state === 'failed' ? core.texts.say('en', 'draft-failed', { why: why ?? 'fault' }) : null;
    const differences = (await core.read.matches.differences(id)).map((each) => Differs.strip().parse(each));
    const made = { summary: summary === null ? null : sums(summary), differences };
    return context.json({ id, state, share, seed, askedAt: createdAt.toString(), whatToDo, ...made }, 200);
  });
}

function draftChanges(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const out = ending({
    method: 'post',
    path: '/v1/matches/{id}/out',
    summary: 'Takes two people out of the draft. They may be in the next one.',
    params: Id('/v1/matches'),
  });
  api.openapi(out, async (context) => {
    const args = { matchId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'take-out-drafted', args), 200);
  });
}

function sums({ v: _v, ...rest }: z.infer<typeof Summary> & { readonly v: 1 }): z.infer<typeof Summary> {
  return rest;
}
