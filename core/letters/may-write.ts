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
    /** Whether the reader is of a programme that the writer coordinates, or has never had a role. */
    readonly isTheirs: boolean;
    /** The latest that the reader wrote to the writer. */
    readonly wrote: Letter | undefined;
  },
  writerId: string,
): boolean {
  const own = coordinatedBy(found.roles.filter(({ personId }) => personId === writerId));
  return (own.length > 0 && found.isTheirs) || found.wrote?.fromCoordinator === true;
}
