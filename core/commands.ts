import { noteTokenUse } from './access/note-token-use.ts';
import { makeToken, revokeToken } from './access/tokens.ts';
import { hearApp } from './apps/hear-app.ts';
import { auditHeadCommands } from './audit-head/audit-head.ts';
import { boardCommands } from './board/board-list.ts';
import { careCommands } from './care/care-list.ts';
import { concernCommands } from './concerns/concern-list.ts';
import { conversationCommands } from './conversation/conversation-list.ts';
import { answer, openForm } from './conversation/form-commands.ts';
import { show, showAnyTime } from './conversation/show.ts';
import { decideOnOutgoing } from './delivery/decide-on-outgoing.ts';
import { deskCommands } from './desk/desk-list.ts';
import { enquiryCommands } from './enquiries/enquiry-list.ts';
import { confirmMatch } from './enrolment/confirm-match.ts';
import { endRole } from './enrolment/end-role.ts';
import { enrolPerson } from './enrolment/enrol-person.ts';
import { finishTask } from './enrolment/finish-task.ts';
import { giveRole } from './enrolment/give-role.ts';
import { makePair } from './enrolment/make-pair.ts';
import { markTrained } from './enrolment/mark-trained.ts';
import { groupCommands } from './groups/group-list.ts';
import type { AnyCommand } from './kernel/command.ts';
import { letterCommands } from './letters/letter-list.ts';
import { matchingCommands } from './matching/matching-list.ts';
import { meetingCommands } from './meetings/meeting-list.ts';
import { nudgeCommands } from './nudges/nudge-list.ts';
import { openingCommands } from './openings/opening-list.ts';
import { pairMessageCommands } from './pair-messages/pair-message-list.ts';
import { answerNewTerms, askNewTerms } from './pairs/new-terms.ts';
import { noteContact } from './pairs/note-contact.ts';
import { peopleCommands } from './people/people-list.ts';
import { privacyCommands } from './privacy/privacy-list.ts';
import { loadProgramme } from './programmes/load-programme.ts';
import { makeTeamCode, openProgramme } from './programmes/open-programme.ts';
import { reflectionCommands } from './reflections/reflection-list.ts';
import { safeDeviceCommands } from './safe-device/safe-device-list.ts';
import { supervisionCommands } from './supervision/supervision-list.ts';
import { trainingCommands } from './training/training-list.ts';

/** Everything that can be done, by part. */
export const commands: readonly AnyCommand[] = [
  answer,
  openForm,
  show,
  showAnyTime,
  hearApp,
  decideOnOutgoing,
  enrolPerson,
  finishTask,
  giveRole,
  endRole,
  makePair,
  confirmMatch,
  markTrained,
  makeToken,
  noteTokenUse,
  revokeToken,
  loadProgramme,
  openProgramme,
  makeTeamCode,
  noteContact,
  ...auditHeadCommands,
  askNewTerms,
  answerNewTerms,
  ...boardCommands,
  ...enquiryCommands,
  ...deskCommands,
  ...letterCommands,
  ...openingCommands,
  ...groupCommands,
  ...meetingCommands,
  ...pairMessageCommands,
  ...reflectionCommands,
  ...nudgeCommands,
  ...concernCommands,
  ...conversationCommands,
  ...peopleCommands,
  ...privacyCommands,
  ...safeDeviceCommands,
  ...careCommands,
  ...matchingCommands,
  ...trainingCommands,
  ...supervisionCommands,
];

/** Those that say something to somebody when they are due. */
export const speakFirst: readonly string[] = commands
  .filter((each) => each.speaksFirst)
  .map(({ name }) => name);
