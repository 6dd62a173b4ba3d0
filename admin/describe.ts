import { createRoute, type z } from '@hono/zod-openapi';
import { scopeToChange, scopeToRead } from '../core/index.ts';
import { IdempotencyKey, Problem, Written } from './shapes.ts';

const problem = { content: { 'application/problem+json': { schema: Problem } } };
const problems = {
  400: { ...problem, description: 'The request does not fit.' },
  401: { ...problem, description: 'No good token.' },
  403: { ...problem, description: 'This token may not do that.' },
  404: { ...problem, description: 'There is no such thing.' },
  429: {
    ...problem,
    description: 'Too many requests with this token: "Retry-After" says when to come again.',
  },
  500: { ...problem, description: 'Something went wrong here; nothing half-done was kept.' },
} as const;
const problemsOfChanges = {
  409: { ...problem, description: 'Not possible as things are.' },
  413: { ...problem, description: 'The request is too long.' },
  415: { ...problem, description: 'The request has to be JSON.' },
  422: { ...problem, description: 'This Idempotency-Key was used for another request.' },
  503: { ...problem, description: 'Others changed the same thing just now: try again.' },
  ...problems,
} as const;

/** What a token has to be good for. */
export type Needs = 'read' | 'write' | 'shared' | 'concerns' | 'tokens' | 'referrals';

const behind = (scope: Needs) => [{ bearer: [scope] }];

/** What a list or a single thing looks like to a program. */
export function looking<
  P extends string,
  Q extends z.ZodObject,
  I extends z.ZodObject,
  T extends z.ZodType,
>(route: { path: P; summary: string; description?: string; query: Q; params: I; answers: T }) {
  const { path, summary, description, query, params, answers } = route;
  return createRoute({
    method: 'get',
    path,
    summary,
    ...(description === undefined ? {} : { description }),
    security: behind(scopeToRead(path)),
    request: { query, params },
    responses: {
      200: { content: { 'application/json': { schema: answers } }, description: summary },
      ...problems,
    },
  });
}

/** A change that is sent with a body, and answers something of its own. */
export function asking<
  P extends string,
  I extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(route: { path: P; summary: string; params: I; body: B; answers: A }) {
  const { path, summary, params, body, answers } = route;
  return createRoute({
    method: 'post',
    path,
    summary,
    security: behind(scopeToChange(path)),
    request: {
      headers: IdempotencyKey,
      params,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: {
      200: { content: { 'application/json': { schema: answers } }, description: written.description },
      ...problemsOfChanges,
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
    security: behind(scopeToChange(path)),
    request: {
      headers: IdempotencyKey,
      params,
      // Required, so that a body which is not declared as JSON is refused rather than left unread.
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: { 200: written, ...problemsOfChanges },
  });
}

/** A change that is taken on and done later: where to look is in "Location". */
export function takingOn<P extends string, I extends z.ZodObject, B extends z.ZodType>(route: {
  path: P;
  summary: string;
  params: I;
  body: B;
}) {
  const { path, summary, params, body } = route;
  return createRoute({
    method: 'post',
    path,
    summary,
    security: behind(scopeToChange(path)),
    request: {
      headers: IdempotencyKey,
      params,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: { 202: takenOn, ...problemsOfChanges },
  });
}

/** A change that is all said by its address. */
export function ending<M extends 'post' | 'delete', P extends string, I extends z.ZodObject>(route: {
  method: M;
  path: P;
  summary: string;
  description?: string;
  params: I;
}) {
  const { method, path, summary, description, params } = route;
  return createRoute({
    method,
    path,
    summary,
    ...(description === undefined ? {} : { description }),
    security: behind(scopeToChange(path)),
    request: { headers: IdempotencyKey, params },
    responses: { 200: written, ...problemsOfChanges },
  });
}

const written = {
  content: { 'application/json': { schema: Written } },
  description:
    'It is done. With "Idempotent-Replayed: true" it was done before, and this is the first answer again.',
} as const;

const takenOn = {
  content: { 'application/json': { schema: Written } },
  headers: { Location: { description: 'Where to look.', schema: { type: 'string' as const } } },
  description:
    'It is taken on. With "Idempotent-Replayed: true" it was before, and this is the first answer again.',
} as const;
