import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Line } from '../kernel/message.ts';
import { form } from '../kernel/open-form.ts';
import { reaching } from '../kernel/reaching.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { overseenBy, supervisedIn } from './may-oversee.ts';
import { NOTE_MOST } from './supervision-note.ts';

const Args = z.object({ mentorId: z.uuid().optional() });

async function load(read: Reader, args: JsonObject, by: By) {
  if (by.is !== 'person') throw new Error('Only people fill in forms');
  const mentorId = Args.parse(args).mentorId ?? by.person.id;
  const [mentor, roles, theirs, supervised] = await Promise.all([
    read.people.person(mentorId),
    reaching(read, await read.people.rolesOf(by.person.id), { mentorId }),
    read.people.rolesOf(mentorId),
    read.supervision.mentor(mentorId),
  ]);
  const isOwn = mentorId === by.person.id;
  const own = overseenBy({ id: by.person.id, roles }, supervised);
  const theirsIn = supervisedIn(theirs);
  const ids = isOwn ? theirsIn : theirsIn.filter((each) => own.includes(each));
  const programmes = await Promise.all(ids.map((id) => read.programmes.programme(id)));
  const overseers = await Promise.all(ids.map((id) => read.supervision.overseers(id, mentorId)));
  return {
    isOwn,
    mentorId,
    name: mentor?.name ?? '…',
    programmes: programmes.filter((each) => each !== undefined),
    readers: namesOf(overseers.flat(), [...supervised.mentees, mentorId]),
  };
}
type Data = Awaited<ReturnType<typeof load>>;

function namesOf(people: readonly { id: string; name: string | null }[], not: readonly string[]): string[] {
  const names = people.flatMap(({ id, name }) => (name === null || not.includes(id) ? [] : [name]));
  return [...new Set(names)];
}

/** Who will read it is said before a word is written. */
function whoReads({ isOwn, name, readers }: Data): Line[] {
  return [
    isOwn ? text('supervision-ask') : text('supervision-ask-about', { name }),
    readers.length === 0
      ? text('supervision-reads-nobody-yet')
      : text('supervision-reads', { names: readers.join(', ') }),
    text('supervision-reads-not'),
  ];
}

/** "Something for my supervision": a few words, told first who reads them. */
export const supervisionForm = form<Data>({
  name: 'supervision-note',
  title: text('supervision-note-title'),
  questions: [
    {
      id: 'programme',
      passOver: ({ data }) => data.programmes.length < 2,
      ask: () => [text('supervision-which')],
      options: ({ data }) =>
        data.programmes.map(({ id, document }) => ({ label: { written: document.name }, value: id })),
    },
    { id: 'words', written: true, most: NOTE_MOST, ask: ({ data }) => whoReads(data) },
  ],
  load,
  closed: ({ programmes }) => (programmes.length === 0 ? text('supervision-not-yours') : undefined),
  finish({ data, answers }) {
    const words = answers['words'] ?? '';
    const about = data.isOwn ? {} : { mentorId: data.mentorId };
    const where = answers['programme'] === undefined ? {} : { programmeId: answers['programme'] };
    return { command: 'write-supervision', args: { words, ...about, ...where } };
  },
});
