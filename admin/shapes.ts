import { z } from '@hono/zod-openapi';

export const when = z.iso.datetime();
/** What somebody chose to be called, once they have. */
export const name = z.string().nullable();

/** The code of a site. */
export const SiteCode = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .openapi({ description: 'A site of the programme, by its code in the document.' });

/** When something begins. */
export const startsAt = when.openapi({ example: '2026-12-01T16:30:00Z', description: 'In UTC.' });

/** An id; `of` is where ids of its kind are listed. */
export function idOf(of: string) {
  return z.uuid().openapi({ 'x-listed-at': of });
}

/** The id in an address. */
export function Id(of: string) {
  return z.object({ id: idOf(of) });
}

export const Person = z
  .strictObject({
    id: z.uuid(),
    name,
    state: z.enum(['arriving', 'active', 'held', 'stopped', 'erased']),
    zone: z.string(),
    reach: z.enum(['app', 'phone', 'none']),
    roles: z.array(
      z.strictObject({
        programme: z.string(),
        role: z.string(),
        trained: z.boolean(),
        site: z
          .string()
          .nullable()
          .openapi({ description: 'Where they belong; of a coordinator, the one site they see.' }),
      }),
    ),
    createdAt: when,
  })
  .openapi('Person');

export const Pair = z
  .strictObject({
    id: z.uuid(),
    programme: z.string(),
    mentorId: z.uuid(),
    mentor: name,
    menteeId: z.uuid(),
    mentee: name,
    state: z.enum(['active', 'ended']),
    rhythmDays: z.int().nullable(),
    createdAt: when,
  })
  .openapi('Pair');

export const Meeting = z
  .strictObject({
    id: z.uuid(),
    pairId: z.uuid(),
    mentor: name,
    mentee: name,
    state: z.enum(['proposed', 'confirmed', 'declined', 'cancelled']),
    startsAt: when,
    wall: z.string(),
    zone: z.string(),
    minutes: z.int(),
    restMinutes: z.int(),
    mode: z.string(),
  })
  .openapi('Meeting');

export const Task = z
  .strictObject({
    id: z.uuid(),
    kind: z.string(),
    programme: z.string().nullable(),
    personId: z.uuid().nullable(),
    person: name,
    otherPersonId: z.uuid().nullable().openapi({ description: 'Whoever may be the same person.' }),
    otherPerson: name,
    pairId: z.uuid().nullable(),
    meetingId: z.uuid().nullable(),
    wall: z.string().nullable(),
    zone: z.string().nullable(),
    groupId: z.uuid().nullable(),
    createdAt: when,
    takenById: z.uuid().nullable(),
    takenBy: name.openapi({ description: 'The coordinator who has taken it on.' }),
    doneAt: when.nullable(),
  })
  .openapi('Task');

export const Token = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    source: z.string().nullable().openapi({ description: 'The one source it sends people from, if any.' }),
    programmeId: z.uuid().nullable().openapi({
      description: 'The one programme it sees, if it is bound to one; and of that the one site.',
    }),
    site: z.string().nullable(),
    createdAt: when,
    expiresAt: when.nullable(),
    lastUsedAt: when.nullable(),
    revokedAt: when.nullable(),
  })
  .openapi('Token');

export const Group = z
  .strictObject({
    id: z.uuid(),
    programme: z.string(),
    name: z.string(),
    state: z.enum(['made', 'open', 'closed']),
    capacity: z.int(),
    leadId: z.uuid(),
    lead: name,
    leadTrained: z.boolean(),
    leadAccepted: z.boolean(),
    members: z.int(),
    placesLeft: z.int(),
    waiting: z.int(),
    zone: z.string(),
    createdAt: when,
    openedAt: when.nullable(),
  })
  .openapi('Group');

export const GroupMember = z
  .strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    name,
    state: z.enum(['wishes', 'in', 'waiting', 'asked', 'left']),
    lead: z.boolean(),
    joinedAt: when.nullable(),
  })
  .openapi('GroupMember');

export const GroupMeeting = z
  .strictObject({
    id: z.uuid(),
    groupId: z.uuid(),
    state: z.enum(['planned', 'cancelled']),
    startsAt: when,
    wall: z.string(),
    zone: z.string(),
    minutes: z.int(),
    sequence: z.int().openapi({ description: 'Counts its changes.' }),
    coming: z.int(),
    maybe: z.int(),
    cannot: z.int(),
    listening: z.int(),
    came: z.int().nullable(),
  })
  .openapi('GroupMeeting');

export const Marked = z
  .strictObject({ personId: z.uuid(), name, attended: z.enum(['came', 'did-not']).nullable() })
  .openapi('Marked');

export const Written = z
  .strictObject({
    ids: z.record(z.string(), z.uuid()).openapi({ description: 'What came to be, or was changed.' }),
  })
  .openapi('Written');

export const Shared = z
  .strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    meetingId: z.uuid().nullable(),
    createdAt: when,
    changedAt: when,
    text: z.string().openapi({ description: 'As they wrote it. They can take it back at any time.' }),
  })
  .openapi('SharedReflection');

export const Report = z
  .strictObject({
    taskId: z.uuid(),
    from: z.string(),
    to: z.string(),
    at: z.string(),
    text: z.string().openapi({ description: 'The one message that its reader reported.' }),
  })
  .openapi('ReportedMessage');

export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.strictObject({ where: z.string(), says: z.string() })).optional(),
    retryAfter: z.number().optional().openapi({ description: 'Seconds.' }),
  })
  .openapi('Problem');

export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,120}$/)
    .openapi({
      example: '5b8f0f3e-2c1d-4a6b-9a55-0f6d5f1f9c11',
      description:
        'Of your own making, such as a UUID. The same request with the same key has one effect, however often it comes, and the first answer each time.',
    }),
});
