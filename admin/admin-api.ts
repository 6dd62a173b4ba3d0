import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { documentSchema } from '../core/index.ts';
import { boardRoutes } from './board-routes.ts';
import { concernRoutes } from './concern-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { enquiryRoutes } from './enquiry-routes.ts';
import { groupMeetingRoutes } from './group-meeting-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { type Env, noted, onlyHolders, onlyJson, safeHeaders, shortBodies } from './guard.ts';
import { matchRoutes } from './match-routes.ts';
import { openingRoutes } from './opening-routes.ts';
import { outgoingRoutes } from './outgoing-routes.ts';
import { meetingRoutes, pairRoutes } from './pair-routes.ts';
import type { ApiParts } from './parts.ts';
import { peopleRoutes } from './people-routes.ts';
import { privacyRoutes } from './privacy-routes.ts';
import { answerProblem, Problem } from './problem.ts';
import { programmeRoutes } from './programme-routes.ts';
import { referencePages } from './reference.ts';
import { referralRoutes } from './referral-routes.ts';
import { supervisionRoutes } from './supervision-routes.ts';
import { taskRoutes, tokenRoutes } from './task-routes.ts';
import { trainingMeetingRoutes } from './training-meeting-routes.ts';
import { trainingRoutes } from './training-routes.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Beenthere',
    version: '1',
    description:
      'What the command line can do, for programs: names that people chose, and what happened. Nothing that anybody wrote can be had, except what they chose to share with coordinators, and the one message that its reader reported. Every change needs an Idempotency-Key; every "no" is an application/problem+json.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api' }],
};

/**
 * The coordinators' API, to be mounted at /api: names and events only, never what people wrote unless they shared it. Every
 * route under /v1 needs a token; /openapi.json describes them to anybody, /reference to people.
 */
export function adminApi(parts: ApiParts): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>({
    defaultHook(result) {
      if (!result.success) throw result.error;
    },
  });
  api.use(noted(parts), safeHeaders);
  api.use('/v1/*', onlyHolders(parts), shortBodies, onlyJson);
  programmeRoutes(api, parts);
  boardRoutes(api, parts);
  peopleRoutes(api, parts);
  enquiryRoutes(api, parts);
  referralRoutes(api, parts);
  privacyRoutes(api, parts);
  openingRoutes(api, parts);
  supervisionRoutes(api, parts);
  pairRoutes(api, parts);
  matchRoutes(api, parts);
  draftRoutes(api, parts);
  meetingRoutes(api, parts);
  groupRoutes(api, parts);
  groupMeetingRoutes(api, parts);
  trainingRoutes(api, parts);
  trainingMeetingRoutes(api, parts);
  taskRoutes(api, parts);
  concernRoutes(api, parts);
  outgoingRoutes(api, parts);
  tokenRoutes(api, parts);
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token made with "npm run beenthere -- token make NAME --scopes read,write".',
  });
  api.doc31('/openapi.json', DOCUMENT);
  api.get('/programme.schema.json', (context) => context.json(documentSchema()));
  referencePages(api, () => api.getOpenAPI31Document(DOCUMENT));
  api.notFound((context) => answerProblem(context, nothingHere(api, context.req.path)));
  api.onError((error, context) => answerProblem(context, problemOf(error, parts)));
  return api;
}

/** Whether there is anything at an address at all, and by which methods. */
function nothingHere({ routes }: OpenAPIHono<Env>, path: string): Problem {
  const here = routes.filter((each) => each.method !== 'ALL' && patternOf(each.path).test(path));
  const allow = [...new Set(here.map(({ method }) => method))].sort().join(', ');
  return allow === ''
    ? new Problem(404, 'route.unknown', 'There is nothing here.')
    : new Problem(405, 'route.other-method', `This address takes ${allow}.`, { allow });
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
}

function problemOf(error: Error, { onFault }: ApiParts): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ where: path.join('.'), says: message }));
    return new Problem(400, 'request.unfit', 'Some of what was sent does not fit.', { errors });
  }
  if (error instanceof HTTPException && error.status < 500)
    return new Problem(400, 'request.unreadable', 'The request could not be read. Is it JSON?');
  onFault?.({ fault: 'admin-api', why: error.name });
  return new Problem(500, 'fault', 'This was not your doing. Nothing half-done was kept; try again later.');
}
