import { z } from 'zod';

const Field = z.object({
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).optional(),
});

const Holder = z.object({ component: z.unknown().optional(), components: z.array(z.unknown()).optional() });

/** How the two fields of one question are told apart: what was written, and what was chosen from its list. */
export const WRITTEN = 'w:';
export const CHOSEN = 'c:';

/** The answers on a sheet that was sent, by question. What somebody wrote counts more than what they chose. */
export function answersIn(components: readonly unknown[]): Record<string, string> {
  const written: Record<string, string> = {};
  const chosen: Record<string, string> = {};
  for (const field of components.flatMap(fieldsIn)) {
    const { custom_id: name, value, values } = field;
    if (name.startsWith(WRITTEN)) written[name.slice(WRITTEN.length)] = value ?? '';
    else if (name.startsWith(CHOSEN)) chosen[name.slice(CHOSEN.length)] = values?.[0] ?? '';
  }
  const names = [...new Set([...Object.keys(chosen), ...Object.keys(written)])];
  return Object.fromEntries(
    names.map((name) => {
      const own = written[name] ?? '';
      return [name, own.trim() === '' ? (chosen[name] ?? own) : own];
    }),
  );
}

function fieldsIn(component: unknown): z.infer<typeof Field>[] {
  const holder = Holder.safeParse(component);
  const { component: one, components: more = [] } = holder.success ? holder.data : {};
  return [one, ...more].flatMap((inner) => {
    const field = Field.safeParse(inner);
    return field.success ? [field.data] : [];
  });
}
