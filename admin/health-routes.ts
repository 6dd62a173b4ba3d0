import { type Context, Hono } from 'hono';
import { admitted, mayOnly, safeHeaders } from './guard.ts';
import { measuresText, type Requests } from './measures.ts';
import type { ApiParts } from './parts.ts';
import { answerProblem, Problem } from './problem.ts';

export type HealthParts = Pick<ApiParts, 'core'> & {
  databaseAnswers(): Promise<boolean>;
  /** Whether it is asked on this machine itself, with nobody in between. */
  isHere(context: Context): boolean;
  readonly requests: Requests;
};

/**
 * What watches over the program asks: /health whether it runs, /ready whether its database answers and belongs to its key,
 * /metrics how much there is of everything. Counts are for this machine, or for a token that may read.
 */
export function healthRoutes(parts: HealthParts): Hono {
  const routes = new Hono();
  // Around these alone: what else is mounted beside them has headers of its own.
  for (const path of ['/health', '/ready', '/metrics']) routes.use(path, safeHeaders);
  routes.get('/health', (context) => context.json({ status: 'ok' }));
  routes.get('/ready', async (context) => {
    const database = await parts.databaseAnswers();
    const key = database && (await keyFits(parts));
    if (database && key) return context.json({ status: 'ready', database, key });
    const status = database ? 'the database belongs to another key' : 'waiting for the database';
    return context.json({ status, database, key }, 503);
  });
  routes.get('/metrics', async (context) => {
    try {
      await mayMeasure(parts, context);
      const counts = await parts.core.read.desk.counts();
      const type = 'text/plain; version=0.0.4; charset=utf-8';
      return context.body(measuresText(counts, parts.requests), 200, { 'Content-Type': type });
    } catch (error) {
      if (error instanceof Problem) return answerProblem(context, error);
      return answerProblem(context, new Problem(503, 'not-ready', 'The database does not answer just now.'));
    }
  });
  return routes;
}

async function keyFits({ core }: HealthParts): Promise<boolean> {
  try {
    return (await core.read.desk.keyOfDatabase()) === core.read.keys.fingerprint;
  } catch {
    return false;
  }
}

/** @throws Problem when whoever asks is elsewhere and has no good token */
async function mayMeasure(parts: HealthParts, context: Context): Promise<void> {
  if (parts.isHere(context)) return;
  const { holder } = await admitted(parts, context);
  mayOnly(holder, 'read');
}
