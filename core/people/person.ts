import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** Minutes before a meeting at which a person likes to be reminded: a day and two hours unless they choose (our default). */
export const DEFAULT_REMINDERS: readonly number[] = [1440, 120];

export const Settings = z.object({
  v: z.literal(1),
  /** Minutes before a meeting, longest first. Empty: no reminders. */
  reminders: z.array(z.int().min(5).max(20_160)).max(5),
  /** Whether the bot may write first; off until the person chose it. */
  nudges: z.enum(['off', 'on']),
  /** At the most one nudge in this many days. */
  nudgeEveryDays: z.int().min(1).max(90),
  /** No nudge before this instant, when the person asked for a while without. */
  nudgesMutedUntil: z.iso.datetime().optional(),
  /** When the person last chose any of this. */
  nudgesChosenAt: z.iso.datetime().optional(),
  /** No programme or topic words in what may appear on a locked screen. */
  discreet: z.boolean(),
  /** On the day of a meeting, ask how much energy there is. */
  energyCheck: z.boolean(),
  /** The account they chose to read in; otherwise the first in which they can be reached. */
  writeTo: z.uuid().optional(),
  /** How a coordinator reaches somebody who has no app. */
  byPhone: z.boolean(),
  /** Whoever runs the place chose that they are sent the head of the audit every day. */
  auditHead: z.literal(true).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  v: 1,
  reminders: [...DEFAULT_REMINDERS],
  nudges: 'off',
  nudgeEveryDays: 7,
  discreet: true,
  energyCheck: true,
  byPhone: false,
};

/**
 * arriving: being asked the first questions. active: agreed and set up. held: under the programme's age, a coordinator
 * takes it from here. stopped: asked us not to write. erased: nothing of them is left but this id, so that what others have
 * kept of their own still leads somewhere.
 */
export const PersonState = z.enum(['arriving', 'active', 'held', 'stopped', 'erased']);

export const Person = z.object({
  id: z.uuid(),
  version: z.int(),
  state: PersonState,
  name: z.string().nullable(),
  zone: z.string(),
  language: z.enum(['en', 'en-easy']),
  /** Wall time "HH:mm" in the person's zone; equal ends mean no quiet hours. */
  quietFrom: z.string(),
  quietTo: z.string(),
  adult: z.boolean().nullable(),
  agreedVersion: z.int().nullable(),
  agreedAt: instant.nullable(),
  source: z.string().nullable(),
  situationSealed: z.string().nullable(),
  paused: z.boolean(),
  pausedUntil: instant.nullable(),
  stoppedAt: instant.nullable(),
  settings: Settings,
  wrappedKey: z.string(),
  createdAt: instant,
});
export type Person = z.infer<typeof Person>;

export const Account = z.object({
  id: z.uuid(),
  version: z.int(),
  platform: z.string(),
  tenant: z.string(),
  userId: z.string(),
  chatId: z.string(),
  personId: z.uuid(),
  programmeId: z.uuid().nullable(),
  actingForId: z.uuid().nullable(),
  reachable: z.boolean(),
  unreachableSince: instant.nullable(),
  unreachableWhy: z.string().nullable(),
  createdAt: instant,
});
export type Account = z.infer<typeof Account>;

export const Role = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  programmeId: z.uuid(),
  role: z.enum([
    'mentee',
    'mentor',
    'volunteer',
    'coordinator',
    'referrer',
    'safeguarding-lead',
    'safeguarding-deputy',
    'supervision-cover',
  ]),
  since: instant,
  endedAt: instant.nullable(),
  /** When a coordinator said that this person is trained to lead a group, and who said so. */
  trainedAt: instant.nullable().optional(),
  trainedBy: z.string().nullable().optional(),
  /** Until when somebody who answers for safeguarding is away. */
  awayUntil: instant.nullable().optional(),
  /** How many mentees this mentor takes, where it is another number than the programme's. */
  capacity: z.int().min(0).max(20).nullable().optional(),
  /** When they were asked, once, whether they would like to support others one day; and when they said "not for me". */
  invitedAt: instant.nullable().optional(),
  notForMeAt: instant.nullable().optional(),
  /**
   * Code of a site of the programme. Of whoever coordinates, the one site whose people they see (null: the whole programme);
   * of whoever takes part, where a coordinator said that they belong. Their way in, if they have one, says the same.
   */
  site: z.string().nullable().optional(),
  /** When a mentor was last sent the material that is looked at again and again. */
  sentAgainAt: instant.nullable().optional(),
});
export type Role = z.infer<typeof Role>;

export const Supporter = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  supporterId: z.uuid().nullable(),
  state: z.enum(['offered', 'accepted', 'active', 'ended']),
  codeHash: z.string().nullable(),
  codeExpiresAt: instant.nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type Supporter = z.infer<typeof Supporter>;
