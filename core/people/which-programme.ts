import type { Question, Taken } from '../kernel/form.ts';
import type { Line } from '../kernel/message.ts';
import { saidTo } from '../programmes/code.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Account, Person } from './person.ts';

/** Those that take people in. */
export function openOnes(programmes: readonly Programme[]): Programme[] {
  return programmes.filter(({ openedAt }) => (openedAt ?? null) !== null);
}

function withCode(programmes: readonly Programme[], code: string | null | undefined): Programme[] {
  return programmes.filter(({ document }) => document.sources.some((each) => each.code === code));
}

/**
 * What somebody comes about who follows a link with this code, or none: the one programme whose poster it is, or the one there
 * is. Undefined where it may be several, and they are asked.
 */
export function cameAbout(programmes: readonly Programme[], code: string | undefined): Programme | undefined {
  const whose = withCode(programmes, code?.toLowerCase());
  const open = openOnes(whose.length > 0 ? whose : programmes);
  if (open.length > 1) return undefined;
  return open[0] ?? whose[0] ?? programmes[0];
}

/** Those among which somebody who arrives is asked to choose; none where it is known already what they come about. */
export async function toChooseAmong(
  read: Reader,
  { programmeId }: Pick<Account, 'programmeId'>,
  { source }: Pick<Person, 'source'>,
): Promise<Programme[]> {
  if (programmeId !== null) return [];
  const open = openOnes(await read.programmes.all());
  const whose = withCode(open, source);
  return whose.length > 1 ? whose : open;
}

/** What was chosen; whoever cannot say begins with the oldest, and can turn to another at any time. */
export function chosenOf(among: readonly Programme[], answer: string | undefined): Programme | undefined {
  return among.find(({ id }) => id === answer) ?? among[0];
}

type Asked = { readonly among: readonly Programme[]; readonly language: Person['language'] };

const NOT_SURE = 'not-sure';

/** Which programme it is about: asked first, and only of whoever may come about several. */
export const whichProgramme: Question<Asked> = {
  id: 'programme',
  ask: ({ data }): Line[] => [
    text('ask-which-programme'),
    ...data.among.map(({ document: { name, about } }): Line => {
      const [first] = about;
      return { written: first === undefined ? name : `${name}: ${saidTo(first, data.language)}` };
    }),
  ],
  options: ({ data }) => [
    ...data.among.map(({ id, document: { name } }) => ({ label: { written: name }, value: id })),
    { label: text('which-programme-not-sure'), value: NOT_SURE },
  ],
  passOver: ({ data }) => data.among.length < 2,
  written: true,
  take(written, { data }): Taken {
    const said = written.trim().toLowerCase();
    const named = data.among.find(({ id, document }) => id === said || document.name.toLowerCase() === said);
    if (named !== undefined) return { value: named.id };
    return said === NOT_SURE ? { value: NOT_SURE } : { again: text('please-choose') };
  },
};
