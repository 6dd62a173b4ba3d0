import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { json } from '../kernel/json.ts';

/** A programme's document as it was loaded once: what a pair agreed is read from the version it agreed to. */
export const ProgrammeVersion = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  /** The programme's own `version` when this was loaded. */
  number: z.int(),
  document: json,
  loadedAt: instant,
  loadedBy: z.string(),
});
export type ProgrammeVersion = z.infer<typeof ProgrammeVersion>;
