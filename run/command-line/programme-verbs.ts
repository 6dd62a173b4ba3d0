import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { findProgramme } from './find.ts';
import { NotDone, UsageWrong } from './not-done.ts';
import type { Verb } from './verb.ts';

export const programmeVerbs: readonly Verb[] = [
  {
    name: 'programmes',
    takes: '',
    does: 'Lists the programmes.',
    options: {},
    words: [0, 0],
    async run({ core }) {
      const all = await core.read.programmes.all();
      const data = all.map(({ id, slug, version, document }) => ({ id, slug, version, name: document.name }));
      return {
        table: {
          headings: ['Short name', 'Name', 'Version', 'Id'],
          rows: data.map((each) => [each.slug, each.name, String(each.version), each.id]),
        },
        data,
      };
    },
  },
  {
    name: 'programme load',
    takes: 'FILE [--slug NAME]',
    does: "Sets up a programme from its JSON document, or brings it up to date. The short name is the file's unless given.",
    options: { slug: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const [file = ''] = given.words;
      const slug = given.value('slug') ?? slugOf(file);
      if (!/^[a-z0-9-]{1,40}$/.test(slug))
        throw new UsageWrong(
          '--slug takes up to 40 small letters, digits and "-", such as --slug north-side.',
        );
      const ids = await desk.perform('load-programme', { slug, document: await documentIn(file) });
      const said =
        ids['programmeId'] === undefined ? `"${slug}" was like this already.` : `"${slug}" is loaded.`;
      return { said: [said], data: { slug, changed: ids['programmeId'] !== undefined } };
    },
  },
  {
    name: 'programme show',
    takes: '[NAME]',
    does: 'Shows the JSON document of a programme, as "programme load" takes it.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const { document } = await findProgramme(desk, given.words[0]);
      return { said: [JSON.stringify(document, null, 2)], data: document };
    },
  },
];

function slugOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').replace(/\.json$/i, '').toLowerCase();
}

async function documentIn(file: string): Promise<ProgrammeDocument> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new NotDone(`There is no file ${file} that this user can read. Check the path.`);
  });
  const read = ProgrammeDocument.safeParse(parsed(text, file));
  if (read.success) return read.data;
  throw new NotDone(`${file} is not a programme yet:\n${z.prettifyError(read.error)}`);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotDone(`${file} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`);
  }
}
