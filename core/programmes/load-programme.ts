import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import { ProgrammeDocument } from './programme.ts';

/** Sets up a programme from its document, or brings it up to date. Loading the same again changes nothing. */
export const loadProgramme = command({
  name: 'load-programme',
  schema: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,40}$/), document: ProgrammeDocument }),
  load: (read, { slug }) => read.programmes.bySlug(slug),
  decide(known, { slug, document }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'programme.not-yours', say: text('coordinators-only') };
    if (known !== undefined && JSON.stringify(known.document) === JSON.stringify(document)) return change({});
    const row =
      known === undefined
        ? { id: at.newId(), version: 1, slug, document, createdAt: at.now, changedAt: at.now }
        : next(known, { document, changedAt: at.now });
    return change({
      saves: [{ table: 'programme', row }],
      events: [{ event: 'programme.loaded', ids: { programmeId: row.id, version: row.version } }],
    });
  },
});
