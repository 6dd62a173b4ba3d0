import { createHmac } from 'node:crypto';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { forReferrers, inviteCodeHash, inviteWords, newShortCode, toldAgency } from '../core/index.ts';
import { asking, ending, looking } from './describe.ts';
import { bearerOf, type Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Slug } from './programme-routes.ts';
import { Id, when } from './shapes.ts';
import { write } from './write.ts';

const Referral = z.object({
  programme: z.string().openapi({ example: 'south-side', description: 'Its short name.' }),
  source: z.string().max(40).openapi({ example: 'surgery', description: 'The code of whoever sends them.' }),
  agreed: z
    .literal(true)
    .openapi({ description: 'The person agreed to be sent here. Nothing of them is asked.' }),
  tellsAgency: z
    .boolean()
    .default(false)
    .openapi({ description: 'The person agreed that whoever sends them hears whether they came.' }),
});

const Taken = z
  .strictObject({
    referralId: z.uuid(),
    code: z
      .string()
      .openapi({ example: 'invite 4H7K-2MNP', description: 'For the person: they write it to the bot.' }),
    start: z.string().openapi({ example: 'invite-4H7K2MNP', description: 'For a link: t.me/BOT?start=…' }),
    says: z.string(),
  })
  .openapi('ReferralTaken');

const Status = z
  .strictObject({
    referralId: z.uuid(),
    state: z.enum(['sent', 'opened', 'in-touch', 'ended', 'not-told']).openapi({
      description:
        '"not-told": the person did not agree that whoever sent them hears of it. Never more than this.',
    }),
  })
  .openapi('ReferralStatus');

const Sent = z
  .strictObject({
    id: z.uuid(),
    programmeId: z.uuid(),
    source: z.string(),
    route: z.enum(['agency', 'host']),
    state: z.enum(['sent', 'opened', 'in-touch', 'ended']),
    createdAt: when,
    openedAt: when.nullable(),
    endsAt: when,
  })
  .openapi('Referral');

const ForReferrers = z
  .strictObject({
    programme: z.string(),
    about: z.array(z.string()),
    whoItIsFor: z.array(z.string()).openapi({
      description: 'Who it is for, in the programme’s own words: carers too, where it is for them.',
    }),
    sites: z.array(z.string()),
    contact: z.strictObject({
      name: z.string(),
      phone: z.string(),
      hours: z.string(),
      email: z.string().nullable(),
    }),
    page: z.string().openapi({ description: 'All of it as one short page, to read or to print.' }),
  })
  .openapi('ForReferrers');

/** An agency sends somebody and hears that it arrived: never a name, and never why. */
export function referralRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const made = asking({
    path: '/v1/referrals',
    summary: 'Send somebody who agreed: the answer has a code, which they write to the bot themselves.',
    params: z.object({}),
    body: Referral,
    answers: Taken,
  });
  api.openapi(made, async (context) => {
    // From the token and the request's key: sent again, the same request has the same code, and it is kept nowhere.
    const key = context.req.header('Idempotency-Key') ?? '';
    const bytes = createHmac('sha256', bearerOf(context) ?? '')
      .update(`referral ${key}`)
      .digest();
    const code = newShortCode({ random: (count) => bytes.subarray(0, count) });
    const args = { ...context.req.valid('json'), codeHash: inviteCodeHash(code) };
    const { ids } = await write(parts, context, 'make-referral', args);
    const says = parts.core.texts.render('en', { id: 'referral-taken', args: {} });
    const referralId = ids['referralId'] ?? '';
    return context.json({ referralId, code: inviteWords(code), start: `invite-${code}`, says }, 200);
  });

  followRoutes(api, parts);
  pageRoute(api, parts);
}

/** A short page for whoever thinks of sending somebody: what it is, and who it is for (REC-21). */
function pageRoute(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const page = looking({
    path: '/v1/programmes/{slug}/for-referrers',
    summary: 'A short page for those who send people: what the programme is, and who it is for.',
    query: z.object({}),
    params: Slug,
    answers: ForReferrers,
  });
  api.openapi(page, async (context) => {
    const { slug } = context.req.valid('param');
    const programme = await parts.core.read.programmes.bySlug(slug);
    if (programme === undefined)
      throw new Problem(404, 'programme.unknown', 'There is no programme of that name.');
    return context.json(forReferrers(programme.document), 200);
  });
}

function followRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const list = looking({
    path: '/v1/referrals',
    summary: 'Who was sent from where, and how far they came, so that nobody is lost between services.',
    query: Page,
    params: z.object({}),
    answers: listOf(Sent),
  });
  api.openapi(list, async (context) => {
    const { after, limit } = context.req.valid('query');
    const found = await parts.core.read.enquiries.referrals({ after, most: limit });
    const items = found.map((each) => ({
      id: each.id,
      programmeId: each.programmeId,
      source: each.source,
      route: each.route,
      state: each.state,
      createdAt: each.createdAt.toString(),
      openedAt: each.openedAt?.toString() ?? null,
      endsAt: each.endsAt.toString(),
    }));
    return context.json(pageOf(items, limit), 200);
  });

  const status = looking({
    path: '/v1/referrals/{id}',
    summary: 'How far somebody who was sent has come, where they agreed that it is told.',
    query: z.object({}),
    params: Id('/v1/referrals'),
    answers: Status,
  });
  api.openapi(status, async (context) => {
    const { id } = context.req.valid('param');
    const { source } = context.get('holder');
    const found = await parts.core.read.enquiries.referral(id);
    // Of somebody whom another agency sent it is not even said that there is such a referral.
    if (found === undefined || (source !== null && found.source !== source))
      throw new Problem(404, 'referral.unknown', 'There is no referral with that id.');
    return context.json({ referralId: id, ...toldAgency(found, parts.moment().now) }, 200);
  });

  const end = ending({
    method: 'delete',
    path: '/v1/referrals/{id}',
    summary: 'End a referral that nobody has opened: its code is good for nothing more.',
    params: Id('/v1/referrals'),
  });
  api.openapi(end, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await write(parts, context, 'end-referral', { referralId: id }), 200);
  });
}
