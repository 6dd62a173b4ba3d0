import { z } from 'zod';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { next, type Save } from '../kernel/change.ts';
import type { By, Refusal } from '../kernel/command.ts';
import { noSuchSite } from '../kernel/no-such-site.ts';
import { reachOf } from '../kernel/reach.ts';
import type { Role } from '../people/person.ts';
import type { As } from '../programmes/intake.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';

/** Code of a site; null: none, which for whoever coordinates is the whole programme. Left out, it stays as it is. */
export const SiteAsked = z.string().trim().min(1).max(40).nullable().optional();
export type SiteAsked = z.infer<typeof SiteAsked>;

const AS: Partial<Record<Role['role'], As>> = { mentee: 'mentee', mentor: 'mentor', volunteer: 'mentor' };
/** Roles that are for a whole programme, always. */
const NEVER_AT_A_SITE: readonly Role['role'][] = ['safeguarding-lead', 'safeguarding-deputy', 'referrer'];

export type Coordinating = Awaited<ReturnType<Reader['concerns']['coordinators']>>;

/** The way in of somebody that leads to a role; none for what nobody asks for on a way in. */
export async function wayInTo(
  read: Reader,
  { personId, programmeId, role }: Pick<Role, 'personId' | 'programmeId' | 'role'>,
): Promise<Enquiry | undefined> {
  const as = AS[role];
  return as === undefined ? undefined : await read.enquiries.of(personId, programmeId, as);
}

/** Why a role cannot be for that site; undefined when it can. */
export function notAtSite(
  site: SiteAsked,
  { role, programme, by, roles }: SiteFor,
  coordinators: Coordinating,
): Refusal | undefined {
  if (site === undefined) return undefined;
  const { sites } = reachOf(roles);
  // Whoever coordinates one site sends nobody to another, and lets nobody out of sight.
  const own = by.is === 'coordinator' ? undefined : sites[programme.id];
  if (own !== undefined && (site === null || !own.includes(site)))
    return { refused: 'role.not-yours', say: text('coordinators-only') };
  if (site === null) return undefined;
  const unknown = noSuchSite(programme.document, site);
  if (unknown !== undefined) return unknown;
  if (NEVER_AT_A_SITE.includes(role))
    return { refused: 'role.not-at-a-site', say: text('role-not-at-a-site') };
  return role === 'coordinator' && coordinators.length === 0 ? nobodyForAll : undefined;
}

type SiteFor = {
  readonly role: Role['role'];
  readonly programme: Programme;
  readonly by: By;
  readonly roles: readonly Role[];
};

/** Somebody sees the whole of a programme at every moment: what is of no site would be seen by nobody. */
export const nobodyForAll: Refusal = { refused: 'role.last-for-all', say: text('role-last-for-all') };

/** Those besides somebody who coordinate the whole of a programme. */
export function othersForAll(coordinators: Coordinating, personId: string): Coordinating {
  return coordinators.filter((each) => each.site === null && each.personId !== personId);
}

/** What somebody's way in says is brought to the same: people are matched by it. */
export function movedTo(site: SiteAsked, enquiry: Enquiry | undefined): Save[] {
  if (site === undefined || enquiry === undefined || enquiry.site === site) return [];
  return [{ table: 'enquiry', row: next(enquiry, { site }) }];
}
