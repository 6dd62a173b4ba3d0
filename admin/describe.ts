import { createRoute, type z } from '@hono/zod-openapi';
import { IdempotencyKey, Problem, Written } from './shapes.ts';

const problem = { content: { 'application/problem+json': { schema: Problem } } };
const problems = {
  400: { ...problem, description: 'The request does not fit.' },
  401: { ...problem, description: 'No good token.' },
  403: { ...problem, description: 'This token may not do that.' },
  404: { ...problem, description: 'There is no such thing.' },
} as const;

const security = [{ bearer: [] }];

/** What a list or a single thing looks like to a program. */
export function looking<
  P extends string,
  Q extends z.ZodObject,
  I extends z.ZodObject,
  T extends z.ZodType,
>(route: { path: P; summary: string; query: Q; params: I; answers: T }) {
  const { path, summary, query, params, answers } = route;
  return createRoute({
    method: 'get',
    path,
    summary,
    security,
    request: { query, params },
    responses: {
      200: { content: { 'application/json': { schema: answers } }, description: summary },
      ...problems,
    },
  });
}

/** A change that is sent with a body. */
export function changing<
  M extends 'post' | 'put',
  P extends string,
  I extends z.ZodObject,
  B extends z.ZodType,
>(route: { method: M; path: P; summary: string; params: I; body: B }) {
  const { method, path, summary, params, body } = route;
  return createRoute({
    method,
    path,
    summary,
    security,
    request: {
      headers: IdempotencyKey,
      params,
      // Required, so that a body which is not declared as JSON is refused rather than left unread.
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: { 200: written, 409: { ...problem, description: 'Not possible as things are.' }, ...problems },
  });
}

/** A change that is all said by its address. */
export function ending<M extends 'post' | 'delete', P extends string, I extends z.ZodObject>(route: {
  method: M;
  path: P;
  summary: string;
  params: I;
}) {
  return createRoute({
    ...route,
    security,
    request: { headers: IdempotencyKey, params: route.params },
    responses: { 200: written, ...problems },
  });
}

const written = {
  content: { 'application/json': { schema: Written } },
  description: 'It is done, or was done before.',
} as const;
