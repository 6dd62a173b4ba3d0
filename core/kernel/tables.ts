import type { z } from 'zod';
import { AppWatch } from '../apps/app-watch.ts';
import { Concern, ConcernStep } from '../concerns/concern.ts';
import { Draft } from '../conversation/draft.ts';
import { DeskSession, DeskSignIn } from '../desk/desk-session.ts';
import { Enquiry, Referral } from '../enquiries/enquiry.ts';
import { Group, GroupAnswer, GroupMeeting, GroupMember } from '../groups/group.ts';
import { Letter } from '../letters/letter.ts';
import { Match, MatchDraft, NeverWith } from '../matching/match.ts';
import { Availability, Meeting, Series } from '../meetings/meeting.ts';
import { FitCheck } from '../nudges/fit-check.ts';
import { Nudge } from '../nudges/nudge.ts';
import { Opening } from '../openings/opening.ts';
import { MessageReport, PairContact, PairMessage } from '../pair-messages/pair-message.ts';
import { Pair } from '../pairs/pair.ts';
import { AppLink, LinkTries } from '../people/apps/app-link.ts';
import { Account, Person, Role, Supporter } from '../people/person.ts';
import { Consent } from '../privacy/consent.ts';
import { Programme } from '../programmes/programme.ts';
import { ProgrammeVersion } from '../programmes/programme-version.ts';
import { Reflection } from '../reflections/reflection.ts';
import { Disguise } from '../safe-device/disguise.ts';
import { SupervisionNote } from '../supervision/supervision-note.ts';
import { Task } from '../tasks/task.ts';
import { TrainingMeeting, TrainingPlace, TrainingRecord } from '../training/training.ts';
import { AdminToken } from './admin-token.ts';
import { ApiAnswer } from './api-answer.ts';

/**
 * The tables whose rows are state: each has an `id` and a `version` that goes up by one with every change, so that a
 * decision is written only if what it was made on is still so.
 */
export const tables = {
  account: Account,
  admin_token: AdminToken,
  api_answer: ApiAnswer,
  app_watch: AppWatch,
  app_link: AppLink,
  availability: Availability,
  concern: Concern,
  concern_step: ConcernStep,
  consent: Consent,
  desk_session: DeskSession,
  desk_sign_in: DeskSignIn,
  disguise: Disguise,
  draft: Draft,
  enquiry: Enquiry,
  fit_check: FitCheck,
  link_tries: LinkTries,
  group: Group,
  group_answer: GroupAnswer,
  group_meeting: GroupMeeting,
  group_member: GroupMember,
  letter: Letter,
  match: Match,
  match_draft: MatchDraft,
  meeting: Meeting,
  message_report: MessageReport,
  never_with: NeverWith,
  nudge: Nudge,
  opening: Opening,
  pair: Pair,
  pair_contact: PairContact,
  pair_message: PairMessage,
  person: Person,
  programme: Programme,
  programme_version: ProgrammeVersion,
  referral: Referral,
  reflection: Reflection,
  role: Role,
  series: Series,
  supporter: Supporter,
  supervision_note: SupervisionNote,
  task: Task,
  training_meeting: TrainingMeeting,
  training_place: TrainingPlace,
  training_record: TrainingRecord,
};

export type TableName = keyof typeof tables;
export type Row<T extends TableName> = z.infer<(typeof tables)[T]>;
