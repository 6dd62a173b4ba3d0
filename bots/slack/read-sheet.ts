import { z } from 'zod';

/** How the two fields of one question are told apart: what was written, and what was chosen. */
export const WRITTEN = 'w:';
export const CHOSEN = 'c:';

const Held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const State = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) });
const Field = z.object({
  block_id: z.string(),
  element: z.object({ initial_value: z.string().optional() }),
});

/**
 * The answers on a sheet that was sent, by question. Where one can be chosen or written, what somebody wrote counts more, unless
 * it stood there already and they chose something after all.
 */
export function answersIn(state: unknown, blocks: readonly unknown[]): Record<string, string> {
  const read = State.safeParse(state);
  if (!read.success) return {};
  const written: Record<string, string> = {};
  const chosen: Record<string, string> = {};
  for (const [blockId, byAction] of Object.entries(read.data.values)) {
    const [first] = Object.values(byAction);
    const held = Held.safeParse(first);
    if (!held.success) continue;
    const { value, selected_option: option } = held.data;
    if (blockId.startsWith(WRITTEN)) written[blockId.slice(WRITTEN.length)] = value ?? '';
    else if (blockId.startsWith(CHOSEN)) chosen[blockId.slice(CHOSEN.length)] = option?.value ?? '';
  }
  const before = alreadyThere(blocks);
  const names = [...new Set([...Object.keys(written), ...Object.keys(chosen)])];
  return Object.fromEntries(
    names.map((name) => {
      const own = written[name] ?? '';
      const isOwn = own.trim() !== '' && !(own === before[name] && (chosen[name] ?? '') !== '');
      return [name, isOwn ? own : (chosen[name] ?? own)];
    }),
  );
}

function alreadyThere(blocks: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const field = Field.safeParse(block);
      if (!field.success || !field.data.block_id.startsWith(WRITTEN)) return [];
      const { block_id, element } = field.data;
      return element.initial_value === undefined
        ? []
        : [[block_id.slice(WRITTEN.length), element.initial_value] as const];
    }),
  );
}
