import type { PrismaClient } from './generated/client.ts';
import type { Keys } from './keys.ts';
import { readDrafts } from './read-drafts.ts';
import { readMeetings } from './read-meetings.ts';
import { readPairs } from './read-pairs.ts';
import { readPeople } from './read-people.ts';
import { readProgrammes } from './read-programmes.ts';
import { readTasks } from './read-tasks.ts';

/** Everything that can be read, by part. Reading never changes anything. */
export type Reader = ReturnType<typeof openReader>;

export function openReader(db: PrismaClient, keys: Keys) {
  return {
    keys,
    people: readPeople(db),
    programmes: readProgrammes(db),
    pairs: readPairs(db),
    drafts: readDrafts(db),
    meetings: readMeetings(db),
    tasks: readTasks(db),
  };
}
