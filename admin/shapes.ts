import { z } from '@hono/zod-openapi';

const when = z.iso.datetime();
const name = z.string().nullable();

export const Id = z.object({ id: z.uuid() });

export const Page = z.object({
  after: z.uuid().optional().openapi({ description: 'The "next" of the page before.' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Checked by the core, which knows it in full. */
export const Document = z
  .record(z.string(), z.unknown())
  .openapi('ProgrammeDocument', { description: 'What "programme load" takes and "programme show" shows.' });

export const Programme = z
  .object({ id: z.uuid(), slug: z.string(), version: z.int(), document: Document })
  .openapi('Programme');

export const Person = z
  .object({
    id: z.uuid(),
    name,
    state: z.enum(['arriving', 'active', 'held', 'stopped']),
    zone: z.string(),
    reach: z.enum(['app', 'phone', 'none']),
    roles: z.array(z.object({ programme: z.string(), role: z.string() })),
    createdAt: when,
  })
  .openapi('Person');

export const Pair = z
  .object({
    id: z.uuid(),
    programme: z.string(),
    mentorId: z.uuid(),
    mentor: name,
    menteeId: z.uuid(),
    mentee: name,
    state: z.enum(['active', 'paused', 'ended']),
    rhythmDays: z.int().nullable(),
    createdAt: when,
  })
  .openapi('Pair');

export const Meeting = z
  .object({
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
  .object({
    id: z.uuid(),
    kind: z.string(),
    programme: z.string().nullable(),
    personId: z.uuid().nullable(),
    person: name,
    pairId: z.uuid().nullable(),
    meetingId: z.uuid().nullable(),
    wall: z.string().nullable(),
    zone: z.string().nullable(),
    createdAt: when,
    doneAt: when.nullable(),
  })
  .openapi('Task');

export const Token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: when,
    expiresAt: when.nullable(),
    lastUsedAt: when.nullable(),
    revokedAt: when.nullable(),
  })
  .openapi('Token');

export const Written = z
  .object({
    repeated: z
      .boolean()
      .openapi({ description: 'This Idempotency-Key was taken in before; nothing was done now.' }),
    ids: z.record(z.string(), z.string()),
  })
  .openapi('Written');

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ where: z.string(), says: z.string() })).optional(),
  })
  .openapi('Problem');

export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,120}$/)
    .optional()
    .openapi({ description: 'The same request with the same key has one effect, however often it comes.' }),
});

export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.uuid().nullable() });
}

/** A page of a list, with where the next one begins. */
export function pageOf<T extends { readonly id: string }>(
  items: T[],
  limit: number,
): { items: T[]; next: string | null } {
  return { items, next: items.length < limit ? null : (items.at(-1)?.id ?? null) };
}
