import type pg from 'pg';
import type { WebAddress } from '../kernel/web-address.ts';
import { countSites } from './count-sites.ts';
import { countWaysIn } from './count-ways-in.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Keys } from './keys.ts';
import { readAnswers } from './read-answers.ts';
import { readAppWatch } from './read-app-watch.ts';
import { readBoard } from './read-board.ts';
import { readCare } from './read-care.ts';
import { readConcerns } from './read-concerns.ts';
import { readDesk } from './read-desk.ts';
import { readDrafts } from './read-drafts.ts';
import { readEnquiries } from './read-enquiries.ts';
import { readExperience } from './read-experience.ts';
import { readFit } from './read-fit.ts';
import { readGroupList } from './read-group-list.ts';
import { readGroupMeetings } from './read-group-meetings.ts';
import { readGroups } from './read-groups.ts';
import { readKept } from './read-kept.ts';
import { readLetters } from './read-letters.ts';
import { readLinks } from './read-links.ts';
import { readMatches } from './read-matches.ts';
import { readMeetings } from './read-meetings.ts';
import { readNudges } from './read-nudges.ts';
import { readOpenings } from './read-openings.ts';
import { readOutgoing } from './read-outgoing.ts';
import { readPairMessages } from './read-pair-messages.ts';
import { readPairs } from './read-pairs.ts';
import { readPeople } from './read-people.ts';
import { readPlans } from './read-plans.ts';
import { readPrivacy } from './read-privacy.ts';
import { readProgrammes } from './read-programmes.ts';
import { readRecords } from './read-records.ts';
import { readReflections } from './read-reflections.ts';
import { readReminders } from './read-reminders.ts';
import { readSafeDevice } from './read-safe-device.ts';
import { readSeries } from './read-series.ts';
import { readSessions } from './read-sessions.ts';
import { readSites } from './read-sites.ts';
import { readStaff } from './read-staff.ts';
import { readSupervision } from './read-supervision.ts';
import { readTasks } from './read-tasks.ts';
import { readTokens } from './read-tokens.ts';
import { readTraining } from './read-training.ts';
import { readTrainingMeetings } from './read-training-meetings.ts';
import { readUnmatched } from './read-unmatched.ts';

/** Everything that can be read, by part. Reading never changes anything. */
export type Reader = ReturnType<typeof openReader>;

export function openReader(db: PrismaClient, keys: Keys, pool: pg.Pool, deskAddress?: WebAddress) {
  return {
    keys,
    /** Where the desk stands on the web, if that is known. */
    deskAddress,
    people: readPeople(db),
    programmes: readProgrammes(db, pool),
    pairMessages: readPairMessages(db, pool),
    pairs: readPairs(db),
    answers: readAnswers(db),
    board: readBoard(pool),
    care: readCare(pool),
    concerns: readConcerns(pool),
    desk: readDesk(pool),
    appWatch: readAppWatch(pool),
    drafts: readDrafts(db),
    groups: { ...readGroupList(pool), ...readGroups(pool), ...readGroupMeetings(pool) },
    kept: readKept(db),
    letters: readLetters(db),
    links: readLinks(db, pool),
    meetings: readMeetings(db, pool),
    nudges: { ...readNudges(db), ...readFit(db) },
    openings: readOpenings(db, pool),
    enquiries: { ...readEnquiries(db), ...countWaysIn(pool) },
    matches: { ...readMatches(db), ...readUnmatched(pool) },
    training: { ...readTraining(db), ...readTrainingMeetings(db), ...readExperience(db) },
    outgoing: readOutgoing(pool),
    plans: readPlans(pool),
    privacy: readPrivacy(pool),
    records: readRecords(pool),
    reflections: readReflections(db, keys),
    reminders: readReminders(pool),
    safe: readSafeDevice(db, pool),
    series: readSeries(db),
    sessions: readSessions(pool),
    sites: { ...readSites(pool), ...countSites(pool) },
    staff: readStaff(pool),
    supervision: readSupervision(pool),
    tasks: readTasks(db),
    tokens: readTokens(db),
  };
}
