import { z } from 'zod';
import { type Text, text } from '../texts/text.ts';

/**
 * What brings somebody here, as they would say it themselves: a situation, never a label and never a diagnosis (REC-07,
 * ELG-05). It is optional, kept sealed, and nothing follows from it by itself.
 */
export const situations = ['support-somebody', 'illness', 'recovery', 'work', 'alone', 'other'] as const;
export const Situation = z.enum(situations);

/** As good an answer as any: then nothing is kept. */
export const RATHER_NOT_SAY = 'rather-not-say';

const LABELS = {
  'support-somebody': text('situation-support-somebody'),
  illness: text('situation-illness'),
  recovery: text('situation-recovery'),
  work: text('situation-work'),
  alone: text('situation-alone'),
  other: text('situation-other'),
} as const satisfies Record<z.infer<typeof Situation>, Text>;

export function situationLabel(situation: z.infer<typeof Situation>): Text {
  return LABELS[situation];
}

/** Where the sealed answer belongs. */
export function situationPlace(personId: string) {
  return { table: 'person', row: personId, column: 'situationSealed' } as const;
}
