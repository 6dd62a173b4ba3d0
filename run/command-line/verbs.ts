import { auditVerbs } from './audit-verbs.ts';
import { backupVerbs } from './backup-verbs.ts';
import { concernVerbs } from './concern-verbs.ts';
import { doctorVerb } from './doctor-verb.ts';
import { enquiryVerbs, sourceVerbs } from './enquiry-verbs.ts';
import { groupVerbs } from './group-verbs.ts';
import { helplinesVerb } from './helplines-verb.ts';
import { keyVerbs } from './key-verbs.ts';
import { matchVerbs } from './match-verbs.ts';
import { openingVerbs } from './opening-verbs.ts';
import { outgoingVerbs } from './outgoing-verbs.ts';
import { pairVerbs } from './pair-verbs.ts';
import { peopleVerbs } from './people-verbs.ts';
import { privacyVerbs } from './privacy-verbs.ts';
import { programmeVerbs } from './programme-verbs.ts';
import { reportVerb } from './report-verb.ts';
import { setupVerb } from './setup-verb.ts';
import { siteVerbs } from './site-verbs.ts';
import { statusVerb } from './status-verb.ts';
import { supervisionVerbs } from './supervision-verbs.ts';
import { taskVerbs } from './task-verbs.ts';
import { tokenVerbs } from './token-verbs.ts';
import { trainingMeetingVerbs } from './training-meeting-verbs.ts';
import { trainingVerbs } from './training-verbs.ts';
import type { Verb } from './verb.ts';
import { webDeskVerbs } from './web-desk-verbs.ts';

const help: Verb = {
  name: 'help',
  takes: '',
  does: 'Shows this list.',
  options: {},
  words: [0, 0],
  alone: async () => ({
    said: [
      'npm run beenthere -- VERB …',
      '',
      ...verbs.flatMap((verb) => [`  ${usageOf(verb)}`, `      ${verb.does}`]),
      '',
      'A PERSON, PAIR, GROUP or TASK is an id, the beginning of one, or a name where that is enough.',
      'Add --json for an answer that a program can read.',
    ],
    data: verbs.map(({ name, takes, does }) => ({ name, takes, does })),
  }),
};

/** Everything that can be typed. */
export const verbs: readonly Verb[] = [
  help,
  statusVerb,
  ...programmeVerbs,
  ...peopleVerbs,
  ...enquiryVerbs,
  ...siteVerbs,
  ...sourceVerbs,
  ...privacyVerbs,
  ...pairVerbs,
  ...matchVerbs,
  ...groupVerbs,
  ...trainingVerbs,
  ...trainingMeetingVerbs,
  ...taskVerbs,
  reportVerb,
  ...concernVerbs,
  ...openingVerbs,
  ...supervisionVerbs,
  ...outgoingVerbs,
  ...tokenVerbs,
  ...webDeskVerbs,
  ...auditVerbs,
  ...keyVerbs,
  ...backupVerbs,
  helplinesVerb,
  setupVerb,
  doctorVerb,
];

export function usageOf(verb: Verb): string {
  return `${verb.name} ${verb.takes}`.trim();
}
