import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { sitesReport, waysInReport, wholeReach } from '../core/index.ts';
import { ending, looking } from './describe.ts';
import { byHolder, type Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Slug } from './programme-routes.ts';
import { Id, idOf, name, when } from './shapes.ts';
import { write } from './write.ts';

const Enquiry = z
  .strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    person: name,
    as: z.enum(['mentee', 'mentor']),
    state: z.enum([
      ...(['asking', 'elsewhere', 'not-yet', 'talking', 'training'] as const),
      ...(['waiting', 'matched', 'withdrawn'] as const),
    ]),
    site: z.string().nullable(),
    route: z.enum(['self', 'agency', 'host', 'coordinator']),
    source: z.string().nullable(),
    createdAt: when,
  })
  .openapi('Enquiry');

const Answers = z
  .strictObject({
    enquiryId: z.uuid(),
    answers: z.array(
      z.strictObject({
        code: z.string(),
        asked: z.string(),
        answer: z.union([z.string(), z.boolean()]),
        ownSupport: z.boolean().openapi({ description: 'What a mentor needs to do this well.' }),
      }),
    ),
  })
  .openapi('EnquiryAnswers');

export const few = z
  .int()
  .nullable()
  .openapi({ description: 'Null: fewer than five, or it would give such a number away.' });

const Report = z
  .strictObject({
    sources: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        mentees: few,
        menteesMatched: few,
        mentors: few,
        mentorsMatched: few,
      }),
    ),
    supported: z.strictObject({ first: few, before: few, notSaid: few }),
    agencies: z.array(
      z.strictObject({ code: z.string(), name: z.string(), sent: z.int(), last: z.string().nullable() }),
    ),
    balance: z.array(
      z.strictObject({
        site: z.string(),
        name: z.string(),
        mentors: z.int(),
        mentees: z.int(),
        tooManyMentors: z.boolean(),
      }),
    ),
  })
  .openapi('WaysIn');

const counted = {
  pairs: few,
  waiting: z.int().openapi({ description: 'Mentees who wait for somebody. Exact, as whoever is free.' }),
  mentorsFree: z.int(),
  enquiries: few,
  held: few.openapi({ description: 'Meetings that at least one of the two said happened.' }),
};
const Sites = z
  .strictObject({
    sites: z.array(
      z.strictObject({
        site: z.string().nullable().openapi({ description: 'Its code; null: those who have no site yet.' }),
        name: z.string(),
        ...counted,
      }),
    ),
    all: z.strictObject(counted),
  })
  .openapi('Sites');

/** Who has come in, what they answered, and how many came from where. */
export function enquiryRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { read } = parts.core;
  const programmeOf = async (slug: string) => {
    const found = await read.programmes.bySlug(slug);
    if (found === undefined)
      throw new Problem(404, 'programme.unknown', 'There is no programme of that name.');
    return found;
  };
  const list = looking({
    path: '/v1/enquiries',
    summary: 'Who has come in, as what, and how it stands: never what they answered.',
    query: Page.extend({ programmeId: idOf('/v1/programmes').optional() }),
    params: z.object({}),
    answers: listOf(Enquiry),
  });
  api.openapi(list, async (context) => {
    const { after, limit, programmeId } = context.req.valid('query');
    const found = await read.enquiries.list({ programmeId, after, most: limit });
    const items = found.map((each) => ({ ...each, createdAt: each.createdAt.toString() }));
    return context.json(pageOf(items, limit), 200);
  });

  const report = looking({
    path: '/v1/programmes/{slug}/ways-in',
    summary:
      'Enquiries and matches by where people heard of it, agencies that are silent, and who waits at each site.',
    query: z.object({}),
    params: Slug,
    answers: Report,
  });
  api.openapi(report, async (context) => {
    const { id, document } = await programmeOf(context.req.valid('param').slug);
    const made = waysInReport(document, await read.enquiries.counted(id));
    return context.json(Report.parse(made), 200);
  });

  const sites = looking({
    path: '/v1/programmes/{slug}/sites',
    summary: 'How it stands at each site of a programme, and in all of them: counts alone.',
    query: z.object({}),
    params: Slug,
    answers: Sites,
  });
  api.openapi(sites, async (context) => {
    const found = await programmeOf(context.req.valid('param').slug);
    return context.json(Sites.parse(await sitesReport(read, found, wholeReach([found.id]))), 200);
  });

  const ready = ending({
    method: 'post',
    path: '/v1/enquiries/{id}/ready',
    summary: 'Somebody was spoken with: from now on they wait for a match.',
    params: Id('/v1/enquiries'),
  });
  api.openapi(ready, async (context) => {
    const found = await enquiryOf(parts, context.req.valid('param').id);
    return context.json(await write(parts, context, 'enquiry-ready', found.whose), 200);
  });
  answersRoute(api, parts);
}

async function enquiryOf({ core }: ApiParts, id: string) {
  const found = await core.read.enquiries.enquiry(id);
  if (found === undefined) throw new Problem(404, 'enquiry.unknown', 'There is no enquiry with that id.');
  const { personId, programmeId, as } = found;
  return { found, whose: { personId, programmeId, as } };
}

/** What somebody answered for those who coordinate. Each look is written down first, with who it was. */
function answersRoute(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const answers = looking({
    path: '/v1/enquiries/{id}/answers',
    summary: 'What somebody answered on their way in. That it was read is written down, with which token.',
    description: 'Needs a token made for it: "token make NAME --scopes shared".',
    query: z.object({}),
    params: Id('/v1/enquiries'),
    answers: Answers,
  });
  api.openapi(answers, async (context) => {
    const { id } = context.req.valid('param');
    const { whose } = await enquiryOf(parts, id);
    const by = byHolder(context.get('holder'));
    const opened = await parts.core.openedEnquiry(whose, by);
    if (opened === undefined) throw new Problem(404, 'enquiry.unknown', 'There is no enquiry with that id.');
    return context.json({ enquiryId: id, answers: [...opened] }, 200);
  });
}
