import { isZone } from '../time/zones.ts';
import type { ProgrammeDocument } from './programme.ts';
import type { Fault } from './say-fault.ts';

/** What does not fit together in hours and zones. */
export function faultsOfTimes({ safeguarding }: ProgrammeDocument): Fault[] {
  if (isZone(safeguarding.zone)) return [];
  return [{ path: 'safeguarding.zone', says: 'Write a time zone by its city, such as "Europe/London".' }];
}
