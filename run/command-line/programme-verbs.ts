import { readFile } from 'node:fs/promises';
import { inHalves, newShortCode } from '../../core/people/short-code.ts';
import { teamCodeHash } from '../../core/people/team-code.ts';
import { ourDefaults } from '../../core/programmes/our-defaults.ts';
import type { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { type DocumentRead, readText } from '../../core/programmes/read-document.ts';
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
  {
    name: 'programme defaults',
    takes: '[NAME]',
    does: 'Lists the numbers of a programme that are our defaults: nobody of the programme chose them.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const { document } = await findProgramme(desk, given.words[0]);
      const data = ourDefaults(document);
      const rows = data.map(({ path, value }) => [path, String(value)]);
      return { table: { headings: ['Entry', 'Our default'], rows }, data };
    },
  },
  {
    name: 'programme open',
    takes: '[NAME]',
    does: 'Opens a programme: from now on it takes people in. It needs a safeguarding lead, a deputy and their hours.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const { id, slug } = await findProgramme(desk, given.words[0]);
      await desk.perform('open-programme', { programmeId: id });
      return { said: [`"${slug}" is open.`], data: { programmeId: id, slug } };
    },
  },
  {
    name: 'programme team-code',
    takes: '[NAME]',
    does: 'Makes a code by which those who run a programme come in before it is open: they write it to the bot. It is good for seven days.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const { id, slug } = await findProgramme(desk, given.words[0]);
      const code = newShortCode(desk.moment());
      await desk.perform('make-team-code', { programmeId: id, hash: teamCodeHash(code) });
      const written = `team ${inHalves(code)}`;
      return { said: [`Write this to the bot of "${slug}":  ${written}`], data: { slug, code: written } };
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
  const read = readAs(text, file);
  if ('document' in read) return read.document;
  const lines = read.faults.map(({ path, says }) => `  ${path}: ${says}`);
  const many = lines.length === 1 ? 'one thing is' : `${lines.length} things are`;
  throw new NotDone(`Nothing was loaded: ${many} to be put right in ${file}.\n${lines.join('\n')}`);
}

function readAs(text: string, file: string): DocumentRead {
  try {
    return readText(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new NotDone(`${file} is not JSON: ${error.message}`);
  }
}
