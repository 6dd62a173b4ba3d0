import { isWithin, type Reach } from '../kernel/reach.ts';
import { LEAST_SHOWN, type Shown, withoutSmall } from '../kernel/small-numbers.ts';
import type { Programme } from '../programmes/programme.ts';
import type { CountedAtSite } from '../store/count-sites.ts';
import type { Reader } from '../store/reader.ts';

/**
 * How it stands at one site (ELG-13). Who waits and who is free is exact, for those who bring people together there; how
 * many pairs, enquiries and meetings held there are says nothing below five (D40).
 */
export type AtSite = {
  /** Code; null: those who have no site yet. */
  readonly site: string | null;
  readonly name: string;
  readonly pairs: Shown;
  readonly waiting: number;
  readonly mentorsFree: number;
  readonly enquiries: Shown;
  readonly held: Shown;
};

export type SitesReport = {
  readonly sites: readonly AtSite[];
  /** All of them together; undefined for whoever sees one site. */
  readonly all: Omit<AtSite, 'site' | 'name'> | undefined;
};

/** How it stands at each site within reach, and in all of them for whoever sees the whole programme. */
export async function sitesReport(read: Reader, programme: Programme, reach: Reach): Promise<SitesReport> {
  const counted = await read.sites.bySite(programme.id, programme.document.matching.capacity);
  return reportOf(programme, counted, reach);
}

/** Pure. */
export function reportOf(
  { id, document }: Pick<Programme, 'id' | 'document'>,
  counted: readonly CountedAtSite[],
  reach: Reach,
): SitesReport {
  const known = document.sites.map(({ code, name }) => ({ ...(atSite(counted, code) ?? none(code)), name }));
  // What is counted at a site that the document has no more is of none.
  const others = counted.filter(({ site }) => document.sites.every(({ code }) => code !== site));
  const rest = others.length === 0 ? [] : [{ ...together(others), site: null, name: '' }];
  const rows = [...known, ...rest];
  const column = (what: 'pairs' | 'enquiries' | 'held'): Shown[] =>
    withoutSmall(rows.map((row) => row[what]));
  const [pairs, enquiries, held] = [column('pairs'), column('enquiries'), column('held')];
  const shown = rows.map((row, at): AtSite => {
    const few = { pairs: pairs[at] ?? null, enquiries: enquiries[at] ?? null, held: held[at] ?? null };
    return { ...row, ...few };
  });
  const seesAll = reach.sites[id] === undefined;
  return {
    sites: known.length === 0 ? [] : shown.filter(({ site }) => isWithin(reach, id, site)),
    all: seesAll ? total(together(counted)) : undefined,
  };
}

function atSite(counted: readonly CountedAtSite[], code: string): CountedAtSite | undefined {
  return counted.find(({ site }) => site === code);
}

function none(site: string): CountedAtSite {
  return { site, pairs: 0, waiting: 0, mentorsFree: 0, enquiries: 0, held: 0 };
}

function together(counted: readonly CountedAtSite[]): CountedAtSite {
  const sum = (what: Exclude<keyof CountedAtSite, 'site'>): number =>
    counted.reduce((all, each) => all + each[what], 0);
  return {
    site: null,
    pairs: sum('pairs'),
    waiting: sum('waiting'),
    mentorsFree: sum('mentorsFree'),
    enquiries: sum('enquiries'),
    held: sum('held'),
  };
}

function total({ pairs, waiting, mentorsFree, enquiries, held }: CountedAtSite): SitesReport['all'] {
  const few = (count: number): Shown => (count > 0 && count < LEAST_SHOWN ? null : count);
  return { pairs: few(pairs), waiting, mentorsFree, enquiries: few(enquiries), held: few(held) };
}
