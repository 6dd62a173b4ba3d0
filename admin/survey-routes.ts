import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { surveyReport, surveyWords } from '../core/index.ts';
import { looking } from './describe.ts';
import { few } from './enquiry-routes.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { programmeBySlug, Slug } from './programme-routes.ts';

const none = z.object({});

const Report = z
  .strictObject({
    answered: z.int().nullable().openapi({ description: 'How many answered; null: fewer than five.' }),
    counts: z.array(
      z.strictObject({
        asked: z.enum(['skills', 'confidence', 'learned', 'prepared', 'more']),
        yes: few,
        partly: few,
        no: few,
      }),
    ),
  })
  .openapi('TrainingSurvey');

/** What people said of the training: counts for whoever reports, words for whoever may read what was shared. */
export function surveyRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { read } = parts.core;
  const counts = looking({
    path: '/v1/programmes/{slug}/training-survey',
    summary: 'What people said that the training gave them, counted once five or more have answered.',
    query: none,
    params: Slug,
    answers: Report,
  });
  api.openapi(counts, async (context) => {
    const { id } = await programmeBySlug(parts, context.req.valid('param').slug);
    const { answered, counts: found } = await surveyReport(read, id);
    return context.json({ answered, counts: [...found] }, 200);
  });

  const words = looking({
    path: '/v1/programmes/{slug}/training-survey/words',
    summary: 'What they added in their own words, without names, once five or more have answered.',
    query: none,
    params: Slug,
    answers: z.strictObject({ words: z.array(z.string()) }),
  });
  api.openapi(words, async (context) => {
    const { id } = await programmeBySlug(parts, context.req.valid('param').slug);
    return context.json({ words: await surveyWords(read, id) }, 200);
  });
}
