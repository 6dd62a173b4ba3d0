import { Scope } from '../kernel/admin-token.ts';
import type { Reach } from '../kernel/reach.ts';
import type { Moment } from '../moment.ts';
import type { Admission, Admitted, Pace } from '../store/admission.ts';
import { isWorthNoting } from './note-token-use.ts';
import { hashOfToken } from './tokens.ts';

/** Whoever holds a good token. */
export type TokenHolder = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The one source from which it sends people; null: any. */
  readonly source: string | null;
  /** How far it sees, where it is bound to a programme or a site of one. */
  readonly reach?: Reach;
};

/** A holder at the door. */
export type AtTheDoor = {
  readonly holder: TokenHolder;
  /** Whole seconds to wait before asking again; 0: go on. */
  readonly wait: number;
  /** Whether it is time to note that the token is in use. */
  readonly note: boolean;
};

/** Whose token this is; undefined when it is nobody's, over or revoked. Which of these it was is not for the asker. */
export async function admit(
  admission: Admission,
  token: string,
  pace: Pace,
  { now }: Moment,
): Promise<AtTheDoor | undefined> {
  const found = await admission(hashOfToken(token), pace, now);
  const scopes = Scope.array().safeParse(found?.scopes);
  if (found === undefined || !scopes.success) return undefined;
  const { id, name, source, wait, lastUsedAt } = found;
  const holder = { id, name, scopes: scopes.data, source, ...boundOf(found) };
  return { holder, wait, note: isWorthNoting(lastUsedAt, now) };
}

function boundOf({ programmeId, site }: Admitted): { reach?: Reach } {
  if (programmeId === null) return {};
  return { reach: { programmeIds: [programmeId], sites: site === null ? {} : { [programmeId]: [site] } } };
}
