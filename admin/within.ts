import type { Context } from 'hono';
import { z } from 'zod';
import { lineAt, type Reach, seesWhole } from '../core/index.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';

type Parts = Pick<ApiParts, 'core'>;

/** What a bound key sees of a programme when it sees one site of it alone. The rest counts or lists everybody. */
const AT_A_SITE: readonly string[] = [
  ...['/v1/programmes/{slug}', '/v1/programmes/{slug}/board', '/v1/programmes/{slug}/readiness'],
  '/v1/programmes/{slug}/for-referrers',
];

/** What is of no programme, with nobody's id in it that could be looked at. */
const OF_NONE: readonly string[] = ['/v1/retention', '/v1/outgoing', '/v1/tokens'];

/** Who has taken something on may see more than the key does; where the next page begins is nobody's. */
const NOT_LOOKED_AT: readonly string[] = ['takenById', 'takenBy', 'next'];

const Id = z.uuid();
const isId = (value: unknown): value is string => Id.safeParse(value).success;

const nothingThere = () =>
  new Problem(404, 'token.beyond', 'There is nothing like that within what this token sees.');

/** Before anything is read for a bound key: what the address names has to be within. @throws Problem when it is not */
export async function onlyWithin({ core }: Parts, { req }: Context, reach: Reach): Promise<void> {
  const line = lineAt(req.path, true);
  if (line === undefined) return;
  if (OF_NONE.includes(line.path)) throw nothingThere();
  if (line.path.includes('{slug}')) {
    const programme = await core.read.programmes.bySlug(line.id ?? '');
    const isSeen =
      programme !== undefined &&
      (AT_A_SITE.includes(line.path)
        ? reach.programmeIds.includes(programme.id)
        : seesWhole(reach, programme.id));
    if (!isSeen) throw nothingThere();
  }
  if (line.path.includes('{id}')) {
    const within = isId(line.id) ? await core.read.sites.within(reach, [line.id]) : [];
    if (within.length === 0) throw nothingThere();
  }
}

const GONE = Symbol('not within');
type Left = unknown | typeof GONE;

/**
 * What of an answer a bound key is given: of every list what names nothing and nobody beyond, and of a single thing all or
 * nothing. Pages may have fewer items than were asked for, or none; "next" says where they go on.
 * @throws Problem when nothing is left
 */
export async function keptWithin({ core }: Parts, context: Context, reach: Reach): Promise<void> {
  const answer: unknown = await context.res.clone().json();
  const [within, all] = await Promise.all([
    core.read.sites.within(reach, [...idsIn(answer)]),
    core.read.programmes.all(),
  ]);
  const seen = new Set([...within, ...reach.programmeIds]);
  const namesOf = (isOwn: boolean): string[] =>
    all
      .filter(({ id }) => reach.programmeIds.includes(id) === isOwn)
      .flatMap(({ slug, document }) => [slug, document.name]);
  const own = namesOf(true);
  const others = new Set(namesOf(false).filter((each) => !own.includes(each)));
  const left = leftOf(answer, { seen, others });
  if (left === GONE) throw nothingThere();
  context.res = new Response(JSON.stringify(left), { status: 200, headers: context.res.headers });
}

type Seen = { readonly seen: ReadonlySet<string>; readonly others: ReadonlySet<string> };

function leftOf(value: unknown, known: Seen): Left {
  if (Array.isArray(value)) return value.map((each) => leftOf(each, known)).filter((each) => each !== GONE);
  if (isId(value)) return known.seen.has(value) ? value : GONE;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, Left] => [
    name,
    NOT_LOOKED_AT.includes(name) ? each : leftOfField(name, each, known),
  ]);
  return entries.some(([, each]) => each === GONE) ? GONE : Object.fromEntries(entries);
}

/** A programme is named by its short name or its own name too. */
function leftOfField(name: string, value: unknown, known: Seen): Left {
  const isBeyond = name === 'programme' && typeof value === 'string' && known.others.has(value);
  return isBeyond ? GONE : leftOf(value, known);
}

function idsIn(value: unknown): Set<string> {
  if (isId(value)) return new Set([value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...idsIn(each)]));
}
