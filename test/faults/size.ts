import { appendFileSync } from 'node:fs';
import { z } from 'zod';

/** How much is tried: a little in `npm test`, all of it in `npm run faults`. */
export const isFull = process.env['FAULTS'] === 'full';

/** What chance is drawn from; the same seed draws the same. */
export const seed = Number(process.env['SEED'] ?? 20_261_123);

/** That many, by how much is tried. */
export function sized(small: number, full: number): number {
  return isFull ? Number(process.env['COUNT'] ?? full) : small;
}

/** How long one fault may take, in milliseconds. */
export const LONGEST_MS = isFull ? 20 * 60_000 : 60_000;

export const Figure = z.object({
  fault: z.string(),
  what: z.string(),
  value: z.union([z.number(), z.string()]),
  /** What it has to be; none where it is only told. */
  goal: z.string().optional(),
});
export type Figure = z.infer<typeof Figure>;

/** Tells a figure: printed by `npm run faults`, where the file to write it to is named. */
export function figure(fault: string, what: string, value: number | string, goal?: string): void {
  const file = process.env['FAULTS_FIGURES'];
  if (file === undefined) return;
  const told: Figure = { fault, what, value, ...(goal === undefined ? {} : { goal }) };
  appendFileSync(file, `${JSON.stringify(told)}\n`);
}
