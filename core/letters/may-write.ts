import { coordinatedBy } from '../kernel/coordinator.ts';
import type { Role } from '../people/person.ts';
import type { Letter } from './letter.ts';

/**
 * A coordinator may write to people of their programmes and to those who have no role yet; everybody else may answer
 * whoever wrote to them.
 */
export function mayWrite(
  found: {
    readonly roles: readonly Role[];
    readonly theirs: readonly Role[];
    /** The latest that the reader wrote to the writer. */
    readonly wrote: Letter | undefined;
  },
  writerId: string,
): boolean {
  const own = coordinatedBy(found.roles.filter(({ personId }) => personId === writerId));
  const isTheirs =
    found.theirs.length === 0 || found.theirs.some(({ programmeId }) => own.includes(programmeId));
  return (own.length > 0 && isTheirs) || found.wrote?.fromCoordinator === true;
}
