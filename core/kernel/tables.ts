import type { z } from 'zod';
import { Draft } from '../conversation/draft.ts';
import { Group, GroupAnswer, GroupMeeting, GroupMember } from '../groups/group.ts';
import { Availability, Meeting, Series } from '../meetings/meeting.ts';
import { Nudge } from '../nudges/nudge.ts';
import { Pair } from '../pairs/pair.ts';
import { Account, Person, Role, Supporter } from '../people/person.ts';
import { Programme } from '../programmes/programme.ts';
import { Reflection } from '../reflections/reflection.ts';
import { Task } from '../tasks/task.ts';
import { AdminToken } from './admin-token.ts';

/**
 * The tables whose rows are state: each has an `id` and a `version` that goes up by one with every change, so that a
 * decision is written only if what it was made on is still so.
 */
export const tables = {
  account: Account,
  admin_token: AdminToken,
  availability: Availability,
  draft: Draft,
  group: Group,
  group_answer: GroupAnswer,
  group_meeting: GroupMeeting,
  group_member: GroupMember,
  meeting: Meeting,
  nudge: Nudge,
  pair: Pair,
  person: Person,
  programme: Programme,
  reflection: Reflection,
  role: Role,
  series: Series,
  supporter: Supporter,
  task: Task,
};

export type TableName = keyof typeof tables;
export type Row<T extends TableName> = z.infer<(typeof tables)[T]>;
