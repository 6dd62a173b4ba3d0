import { type SitesReport, sitesReport } from './enquiries/sites-report.ts';
import { approvalOf } from './help/own-lines.ts';
import type { Reach } from './kernel/reach.ts';
import { type Needed, readiness } from './programmes/open-programme.ts';
import type { Reader } from './store/reader.ts';

/** How it stands with a programme: whether it takes people in, who answers, and whether its help card was looked at. */
export type DeskProgramme = {
  readonly id: string;
  readonly name: string;
  readonly openedAt: string | null;
  readonly missing: readonly Needed[];
  readonly team: readonly {
    readonly role: 'safeguarding-lead' | 'safeguarding-deputy';
    readonly name: string | null;
    readonly awayUntil: string | null;
    /** Whether a concern reaches them in some app. */
    readonly canBeAsked: boolean;
  }[];
  readonly hours: string | undefined;
  /** How it stands at the sites that they see; undefined for whoever does not coordinate here, and where there are none. */
  readonly sites: SitesReport | undefined;
  readonly helpCard: {
    readonly version: string;
    readonly approval: 'holds' | 'changed-since' | 'none';
    /** Who approved it last, and on which day. */
    readonly by: string | undefined;
    readonly on: string | undefined;
  };
};

/** The programmes of these ids, and of no others; `reach`: of what they see the counts. */
export async function deskProgrammes(
  read: Reader,
  ids: readonly string[],
  reach: Reach,
): Promise<DeskProgramme[]> {
  const [programmes, ready] = await Promise.all([read.programmes.all(), readiness(read)]);
  const own = programmes.filter(({ id }) => ids.includes(id));
  return await Promise.all(
    own.map(async (programme) => {
      const { id, document } = programme;
      const isCounted = reach.programmeIds.includes(id) && document.sites.length > 0;
      const stands = ready.find(({ programmeId }) => programmeId === id);
      const team = await read.concerns.team(id);
      const { approved } = document.helplines;
      return {
        id,
        name: document.name,
        openedAt: stands?.openedAt ?? null,
        missing: stands?.missing ?? [],
        team: team.map(({ personId, role, name, awayUntil }) => ({
          role,
          name,
          awayUntil: awayUntil?.toString() ?? null,
          canBeAsked: stands?.cannotBeAsked.includes(personId) !== true,
        })),
        hours: document.safeguarding.hours,
        sites: isCounted ? await sitesReport(read, programme, reach) : undefined,
        helpCard: { ...approvalOf(document), by: approved?.by, on: approved?.at },
      };
    }),
  );
}
