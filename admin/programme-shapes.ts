import { z } from '@hono/zod-openapi';
import { documentSchema } from '../core/index.ts';

/** Where the parts of the document's shape are found once it stands among the API's own. */
const DOCUMENT_PARTS = '#/components/schemas/ProgrammeDocument/$defs/';

function documentShape(): Record<string, unknown> {
  const { $schema: _dialect, ...shape } = documentSchema();
  const text = JSON.stringify(shape).replaceAll('"#/$defs/', `"${DOCUMENT_PARTS}`);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** Checked by the core, which knows it in full. */
export const Document = z.record(z.string(), z.unknown()).openapi('ProgrammeDocument', {
  ...documentShape(),
  description: 'What "programme load" takes and "programme show" shows.',
});

export const Programme = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    version: z.int(),
    /** When the document that is in force was loaded. */
    since: z.string(),
    document: Document,
    numbers: z
      .array(z.strictObject({ path: z.string(), values: z.array(z.number()), isOurs: z.boolean() }))
      .openapi({
        description:
          'The numbers that have a default of ours, as they are in force. "isOurs": the programme wrote none, or the same.',
      }),
    helpCard: z
      .strictObject({ version: z.string(), approval: z.enum(['holds', 'changed-since', 'none']) })
      .openapi({ description: 'Which help card it has now, and whether that one was approved.' }),
  })
  .openapi('Programme');
