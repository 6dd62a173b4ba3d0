import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { json } from '../kernel/json.ts';
import { text } from '../texts/text.ts';
import { readDocument } from './read-document.ts';

/** A document as it comes from outside: whole and meant well, or each fault at its path. */
const Loadable = z.unknown().transform((given, found) => {
  const read = readDocument(given);
  if ('document' in read) return read.document;
  for (const { path, says } of read.faults) {
    found.issues.push({ code: 'custom', input: given, message: `${path}: ${says}` });
  }
  return z.NEVER;
});

/** Sets up a programme from its document, or brings it up to date. Loading the same again changes nothing. */
export const loadProgramme = command({
  name: 'load-programme',
  schema: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,40}$/), document: Loadable }),
  load: (read, { slug }) => read.programmes.bySlug(slug),
  decide(known, { slug, document }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'programme.not-yours', say: text('coordinators-only') };
    if (known !== undefined && JSON.stringify(known.document) === JSON.stringify(document)) return change({});
    const row =
      known === undefined
        ? { id: at.newId(), version: 1, slug, document, createdAt: at.now, changedAt: at.now }
        : next(known, { document, changedAt: at.now });
    const version = {
      id: at.newId(),
      version: 1,
      programmeId: row.id,
      number: row.version,
      document: json.parse(document),
      loadedAt: at.now,
      loadedBy: by.name,
    };
    return change({
      saves: [
        { table: 'programme', row },
        { table: 'programme_version', row: version },
      ],
      events: [{ event: 'programme.loaded', ids: { programmeId: row.id, version: row.version } }],
    });
  },
});
