import { z } from '@hono/zod-openapi';

export const Page = z.object({
  after: z.uuid().optional().openapi({ description: 'The "next" of the page before.' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export function listOf<T extends z.ZodType>(item: T) {
  return listBy(item, z.uuid());
}

/** A page of a list whose things are known by something else than a UUID. */
export function listBy<T extends z.ZodType, I extends z.ZodType>(item: T, id: I) {
  return z.strictObject({ items: z.array(item), next: id.nullable() });
}

/** A page of a list, with where the next one begins. */
export function pageOf<T extends { readonly id: string }>(
  items: T[],
  limit: number,
): { items: T[]; next: string | null } {
  return { items, next: items.length < limit ? null : (items.at(-1)?.id ?? null) };
}

/** A page of what is kept in memory as a whole. */
export function pageFrom<T extends { readonly id: string }>(
  all: readonly T[],
  { after, limit }: z.infer<typeof Page>,
): { items: T[]; next: string | null } {
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const items = all.slice(from, from + limit);
  return { items, next: from + items.length < all.length ? (items.at(-1)?.id ?? null) : null };
}
