import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Programme } from './programme.ts';

/** What a programme needs before it takes anybody in. */
export const NEEDED = ['lead', 'deputy', 'hours'] as const;
export type Needed = (typeof NEEDED)[number];

type Team = Awaited<ReturnType<Reader['concerns']['team']>>;

/** What is still missing: a safeguarding lead and a deputy, two people, and when they are there. */
export function missing({ document }: Programme, team: Team): Needed[] {
  const has: Readonly<Record<Needed, boolean>> = {
    lead: team.some(({ role }) => role === 'safeguarding-lead'),
    deputy: team.some(({ role }) => role === 'safeguarding-deputy'),
    hours: document.safeguarding.hours !== undefined,
  };
  return NEEDED.filter((each) => !has[each]);
}

/** How it stands with a programme: whether it takes people in, and what is missing. */
export type Readiness = {
  readonly programmeId: string;
  readonly slug: string;
  readonly openedAt: string | null;
  readonly missing: readonly Needed[];
  /** Those who answer and cannot be written to in any app, or only in one where no concern is ever shown. */
  readonly cannotBeAsked: readonly string[];
};

export async function readiness(read: Reader): Promise<Readiness[]> {
  const programmes = await read.programmes.all();
  return await Promise.all(
    programmes.map(async (programme) => {
      const team = await read.concerns.team(programme.id);
      const unasked = team.filter(
        ({ accounts }) => !accounts.some(({ reachable, platform }) => reachable && platform !== 'slack'),
      );
      return {
        programmeId: programme.id,
        slug: programme.slug,
        openedAt: programme.openedAt?.toString() ?? null,
        missing: missing(programme, team),
        cannotBeAsked: unasked.map(({ personId }) => personId),
      };
    }),
  );
}

/** From now on it takes people in. Not without somebody who answers when they say that they are worried. */
export const openProgramme = command({
  name: 'open-programme',
  schema: z.object({ programmeId: z.uuid() }),
  async load(read, { programmeId }) {
    const [programme, team] = await Promise.all([
      read.programmes.programme(programmeId),
      read.concerns.team(programmeId),
    ]);
    return { programme, team };
  },
  decide({ programme, team }, { programmeId }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'programme.not-yours', say: text('coordinators-only') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    if ((programme.openedAt ?? null) !== null) return change({});
    const [first] = missing(programme, team);
    if (first !== undefined) return { refused: `programme.needs-${first}`, say: NEEDS[first] };
    const row = next(programme, {
      openedAt: at.now,
      changedAt: at.now,
      teamCodeHash: null,
      teamCodeUntil: null,
    });
    return change({
      saves: [{ table: 'programme', row }],
      events: [{ event: 'programme.opened', ids: { programmeId } }],
    });
  },
});

const NEEDS = {
  lead: text('programme-needs-lead'),
  deputy: text('programme-needs-deputy'),
  hours: text('programme-needs-hours'),
} as const;

/** How long a code for those who run it is good (our default). */
const CODE_DAYS = 7;

/** A new code for those who run a programme, to come in before it is open; an earlier one ends. Only its hash comes here. */
export const makeTeamCode = command({
  name: 'make-team-code',
  schema: z.object({ programmeId: z.uuid(), hash: z.string().length(43) }),
  load: (read, { programmeId }) => read.programmes.programme(programmeId),
  decide(programme, { programmeId, hash }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'programme.not-yours', say: text('coordinators-only') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const until = at.now.add({ hours: 24 * CODE_DAYS });
    const row = next(programme, { teamCodeHash: hash, teamCodeUntil: until, changedAt: at.now });
    return change({
      saves: [{ table: 'programme', row }],
      events: [{ event: 'programme.team-code-made', ids: { programmeId } }],
    });
  },
});
