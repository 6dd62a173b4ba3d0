import { z } from 'zod';
import { RULE_LIMITS } from '../rules/rule.ts';
import { type Fault, pathOf } from './say-fault.ts';

type Path = readonly PropertyKey[];
type Place = { readonly path: Path; readonly value: unknown };

/** Deeper than any entry of a document stands, and shallow enough to be followed whatever is written. */
const DEEPEST = 24;

/** Signs that PostgreSQL or an app refuses, or that turn a line around; a line break only where there is one line. */
const NEVER_SEEN = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const BREAKS_A_LINE = /[\n\t]/u;
const OF_ONE_LINE: readonly PropertyKey[] = ['name', 'discreetName', 'phone', 'hours', 'email'];

/** What is wrong with how a document is written, before it is asked what it means: signs, and the shape of conditions. */
export function faultsOfWriting(written: unknown): Fault[] {
  const signs = placesIn({ path: [], value: written }, DEEPEST).flatMap(faultOfSign);
  return [...signs, ...conditionsIn(written).flatMap((place) => faultOfCondition(place, place.path, 0))];
}

function placesIn({ path, value }: Place, left: number): Place[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  if (left === 0) return [];
  return entriesOf(value).flatMap(([key, each]) => placesIn({ path: [...path, key], value: each }, left - 1));
}

function entriesOf(value: object): [PropertyKey, unknown][] {
  if (Array.isArray(value)) return value.map((each, index) => [index, each]);
  return Object.entries(value);
}

function faultOfSign({ path, value }: Place): Fault[] {
  if (typeof value !== 'string') return [];
  const ofOneLine = OF_ONE_LINE.some((key) => key === path.at(-1));
  const found = NEVER_SEEN.exec(value)?.[0] ?? (ofOneLine ? BREAKS_A_LINE.exec(value)?.[0] : undefined);
  if (found === undefined) return [];
  const sign = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [
    { path: pathOf(path), says: `Take ${sign} out: it is a sign that cannot be kept, or is not seen.` },
  ];
}

const Entries = z.record(z.string(), z.unknown());
const Several = z.array(z.unknown());

function entry(value: unknown, key: string): unknown {
  return Entries.safeParse(value).data?.[key];
}

function listAt(written: unknown, key: string): Place[] {
  const all = Several.safeParse(entry(written, key)).data ?? [];
  return all.map((value, index) => ({ path: [key, index], value }));
}

/** Wherever a document has a condition, as far as there is one. */
function conditionsIn(written: unknown): Place[] {
  const at = ({ path, value }: Place, key: string): Place[] => {
    const found = entry(value, key);
    return found === undefined ? [] : [{ path: [...path, key], value: found }];
  };
  return [
    ...listAt(written, 'sites').flatMap((site) =>
      at(site, 'takes').flatMap((takes) => [...at(takes, 'mentee'), ...at(takes, 'mentor')]),
    ),
    ...listAt(written, 'otherHelp').flatMap((help) => at(help, 'when')),
    ...listAt(written, 'gates').flatMap((gate) => at(gate, 'when')),
  ];
}

const WAYS = ['all', 'any', 'not', 'fact'] as const;

/** A condition that goes too deep is told where it begins: nobody reads a path of two hundred steps. */
function faultOfCondition({ path, value }: Place, top: Path, deep: number): Fault[] {
  const read = Entries.safeParse(value);
  if (!read.success) return [];
  const [way, ...others] = WAYS.filter((each) => each in read.data);
  if (way === undefined || others.length > 0)
    return [
      {
        path: pathOf(path),
        says: 'Write one of these and no other beside it: "all", "any", "not", or "fact" with "operator" and "value".',
      },
    ];
  if (way === 'fact') return [];
  if (deep === RULE_LIMITS.depth)
    return [
      {
        path: pathOf(top),
        says: `Groups stand in one another more than ${RULE_LIMITS.depth} deep here. Put what belongs together in one group, or make a gate of a part and ask for "gate.<code>".`,
      },
    ];
  const within = read.data[way];
  const parts = way === 'not' ? [] : (Several.safeParse(within).data ?? []);
  return [
    ...(way === 'not' ? faultOfCondition({ path: [...path, way], value: within }, top, deep + 1) : []),
    ...parts.flatMap((part, index) =>
      faultOfCondition({ path: [...path, way, index], value: part }, top, deep + 1),
    ),
  ];
}

/** What a schema says of a place, or of anything in it, of which something clearer is said. */
export function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
