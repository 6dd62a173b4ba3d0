import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, looking } from './describe.ts';
import { byHolder, type Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, when } from './shapes.ts';
import { write } from './write.ts';

const As = z.object({
  asId: idOf('/v1/people').openapi({ description: 'The coordinator or named cover who reads.' }),
});

const Note = z.object({
  fromId: idOf('/v1/people').openapi({ description: 'The coordinator or named cover who writes.' }),
  programmeId: idOf('/v1/programmes').optional(),
  words: z.string().trim().min(1).max(4000).openapi({ description: 'The mentor reads it too.' }),
});

const Notes = z
  .strictObject({
    items: z.array(z.strictObject({ id: z.uuid(), at: when, by: z.string().nullable(), words: z.string() })),
  })
  .openapi('SupervisionNotes');

/** What is said about a mentor's supervision: for the mentor, those who coordinate and the named cover. */
export function supervisionRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const read = looking({
    path: '/v1/people/{id}/supervision',
    summary:
      "What is said about a mentor's supervision. That it was read is written down first, with who read it.",
    description: 'Needs a token made for it: "token make NAME --scopes shared".',
    query: As,
    params: Id('/v1/people'),
    answers: Notes,
  });
  api.openapi(read, async (context) => {
    const by = byHolder(context.get('holder'));
    const { asId } = context.req.valid('query');
    const found = await parts.core.supervisionNotes({ mentorId: context.req.valid('param').id, asId, by });
    if (found === undefined)
      throw new Problem(404, 'supervision.unknown', 'There is no supervision of theirs to see for them.');
    const items = found.map((note) => ({
      id: note.id,
      at: note.at.toString(),
      by: note.by,
      words: note.words,
    }));
    return context.json({ items }, 200);
  });

  const written = changing({
    method: 'post',
    path: '/v1/people/{id}/supervision',
    summary: "Write something about a mentor's supervision.",
    params: Id('/v1/people'),
    body: Note,
  });
  api.openapi(written, async (context) => {
    const args = { ...context.req.valid('json'), mentorId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'write-supervision', args), 200);
  });
}
