import { type Shown, withoutSmall } from '../kernel/small-numbers.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';

/** What is counted in the database: exact, and for nobody as it stands. */
export type Counted = {
  readonly bySource: readonly {
    readonly source: string | null;
    readonly as: 'mentee' | 'mentor';
    readonly asked: number;
    readonly matched: number;
  }[];
  readonly supported: { readonly first: number; readonly before: number; readonly notSaid: number };
  readonly referrals: readonly { readonly source: string; readonly sent: number; readonly last: string }[];
  readonly balance: readonly { readonly site: string; readonly mentors: number; readonly mentees: number }[];
};

export type WaysInReport = {
  readonly sources: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
    readonly mentees: Shown;
    readonly menteesMatched: Shown;
    readonly mentors: Shown;
    readonly mentorsMatched: Shown;
  }[];
  /** Whether it was the first time that somebody was supported (REC-15). */
  readonly supported: { readonly first: Shown; readonly before: Shown; readonly notSaid: Shown };
  /** Agencies and services of the house, and who of them sent nobody yet (REC-05). */
  readonly agencies: readonly {
    readonly code: string;
    readonly name: string;
    readonly sent: number;
    readonly last: string | null;
  }[];
  readonly balance: readonly Balance[];
};

/** Those who wait at a site (REC-14): exact, for those who bring people together there. */
export type Balance = {
  readonly site: string;
  readonly name: string;
  readonly mentors: number;
  readonly mentees: number;
  readonly tooManyMentors: boolean;
};

/** What a coordinator and a funder may read of the ways in: by source, never anybody by themselves. */
export function waysInReport(document: ProgrammeDocument, counted: Counted): WaysInReport {
  const known = document.sources.map(({ code, name, kind }) => ({ code, name, kind: String(kind) }));
  const others = [...new Set(counted.bySource.map(({ source }) => source ?? 'none'))]
    .filter((code) => !known.some((each) => each.code === code))
    .sort()
    .map((code) => ({ code, name: OTHER[code] ?? code, kind: 'open' }));
  const sources = [...known, ...others];
  const column = (as: 'mentee' | 'mentor', what: 'asked' | 'matched'): Shown[] =>
    withoutSmall(
      sources.map(
        ({ code }) =>
          counted.bySource.find((each) => (each.source ?? 'none') === code && each.as === as)?.[what] ?? 0,
      ),
    );
  const [mentees, menteesMatched] = [column('mentee', 'asked'), column('mentee', 'matched')];
  const [mentors, mentorsMatched] = [column('mentor', 'asked'), column('mentor', 'matched')];
  const { first, before, notSaid } = counted.supported;
  const [f = null, b = null, n = null] = withoutSmall([first, before, notSaid]);
  return {
    sources: sources.map((each, at) => ({
      ...each,
      mentees: mentees[at] ?? null,
      menteesMatched: menteesMatched[at] ?? null,
      mentors: mentors[at] ?? null,
      mentorsMatched: mentorsMatched[at] ?? null,
    })),
    supported: { first: f, before: b, notSaid: n },
    agencies: agenciesOf(document, counted),
    balance: balanceOf(document, counted),
  };
}

const OTHER: Readonly<Record<string, string>> = {
  none: 'Not known',
  unknown: 'A code that is none of ours',
  coordinator: 'Enrolled by a coordinator',
};

/** Silent ones stand first. */
function agenciesOf({ sources }: ProgrammeDocument, { referrals }: Counted): WaysInReport['agencies'] {
  return sources
    .filter(({ kind }) => kind === 'agency' || kind === 'host')
    .map(({ code, name }) => {
      const sent = referrals.find(({ source }) => source === code);
      return { code, name, sent: sent?.sent ?? 0, last: sent?.last ?? null };
    })
    .sort((a, b) => a.sent - b.sent);
}

function balanceOf({ sites }: ProgrammeDocument, { balance }: Counted): Balance[] {
  const all = sites.length === 0 ? [{ code: 'main', name: '' }] : sites;
  return all.map(({ code, name }) => {
    const { mentors = 0, mentees = 0 } = balance.find(({ site }) => site === code) ?? {};
    return { site: code, name, mentors, mentees, tooManyMentors: mentors > mentees };
  });
}
