import { isWithin, type Reach } from './kernel/reach.ts';
import { type InForce, numbersInForce } from './programmes/our-defaults.ts';
import type { ProgrammeDocument } from './programmes/programme.ts';
import type { Reader } from './store/reader.ts';

/** A programme as it is in force: what its document says, since when, and which of its numbers are our defaults. */
export type DeskDefinition = {
  readonly id: string;
  readonly document: ProgrammeDocument;
  readonly version: number;
  readonly since: string;
  /** Who loaded it; undefined where that was not written down. */
  readonly loadedBy: string | undefined;
  /** Those that whoever looks sees. */
  readonly sites: readonly string[];
  readonly numbers: readonly InForce[];
};

/** The programme of that id, if it is among these; `reach`: which of its sites are seen. */
export async function deskDefinition(
  read: Reader,
  ids: readonly string[],
  reach: Reach,
  programmeId: string,
): Promise<DeskDefinition | undefined> {
  const programme = ids.includes(programmeId) ? await read.programmes.programme(programmeId) : undefined;
  if (programme === undefined) return undefined;
  const { id, version, document, changedAt } = programme;
  const loaded = await read.programmes.lastLoaded(id);
  // Whoever answers for safety, and coordinates nothing here, answers for all of it.
  const isSeen = (site: string): boolean => !reach.programmeIds.includes(id) || isWithin(reach, id, site);
  return {
    id,
    document,
    version: loaded?.number ?? version,
    since: (loaded?.loadedAt ?? changedAt).toString(),
    loadedBy: loaded?.loadedBy,
    sites: document.sites.filter(({ code }) => isSeen(code)).map(({ name }) => name),
    numbers: numbersInForce(document),
  };
}
