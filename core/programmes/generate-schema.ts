// Writes the schema of a programme's document beside the documents, for editors: run after its shapes changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentSchema } from './read-document.ts';

const file = join(import.meta.dirname, 'programme.schema.json');
writeFileSync(file, `${JSON.stringify(documentSchema(), null, 2)}\n`);
