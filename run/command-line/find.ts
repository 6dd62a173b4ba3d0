import type { Desk } from './desk.ts';
import { FitsSeveral, NotDone, UsageWrong } from './not-done.ts';

type Programme = Awaited<ReturnType<Desk['core']['read']['programmes']['all']>>[number];
type Listed<K extends 'peopleMeant' | 'pairsMeant' | 'tasksMeant'> = Awaited<
  ReturnType<Desk['core']['read']['desk'][K]>
>[number];

/** The one person that an id, its beginning or a name means. @throws NotDone when it is nobody or several. */
export async function findPerson(desk: Desk, text: string): Promise<Listed<'peopleMeant'>> {
  const found = await desk.core.read.desk.peopleMeant(text);
  return theOne(found, text, 'person', 'people', (each) => each.name ?? '(no name yet)');
}

/** The one pair that an id, its beginning or the name of one of the two means. */
export async function findPair(desk: Desk, text: string): Promise<Listed<'pairsMeant'>> {
  const found = await desk.core.read.desk.pairsMeant(text);
  return theOne(found, text, 'pair', 'pairs', (each) => `${each.mentor} and ${each.mentee}`);
}

/** The one group that an id, its beginning or a name means; of those that are not closed, unless it is an id. */
export async function findGroup(desk: Desk, text: string) {
  const all = await desk.core.read.groups.list({ most: 10_000 });
  const wanted = text.toLowerCase();
  const found = all.filter(
    (each) =>
      each.id === wanted ||
      (each.state !== 'closed' &&
        (each.name.toLowerCase() === wanted || (text.length >= 4 && each.id.startsWith(wanted)))),
  );
  return theOne(found, text, 'group', 'groups', (each) => each.name);
}

export async function findTask(desk: Desk, text: string): Promise<Listed<'tasksMeant'>> {
  return theOne(await desk.core.read.desk.tasksMeant(text), text, 'task', 'tasks', (each) => each.kind);
}

export async function findToken(desk: Desk, text: string) {
  const all = await desk.core.read.tokens.all();
  const found = all.filter(
    (each) => each.name === text || (text.length >= 4 && each.id.startsWith(text.toLowerCase())),
  );
  return theOne(found, text, 'token', 'tokens', (each) => each.name);
}

function theOne<T extends { readonly id: string }>(
  found: readonly T[],
  text: string,
  what: string,
  list: string,
  name: (each: T) => string,
): T {
  const exact = found.find((each) => each.id === text.toLowerCase());
  const [first, second] = exact === undefined ? found : [exact];
  if (first === undefined)
    throw new NotDone(`There is no ${what} "${text}". Type "${list}" to see them with their ids.`);
  if (second === undefined) return first;
  const lines = found.map((each) => `  ${each.id}  ${name(each)}`);
  throw new FitsSeveral(
    `"${text}" may mean several. Use an id, or more of its beginning:\n${lines.join('\n')}`,
    what,
    found.length,
  );
}

/** The programme with that short name; the only one when none was named. */
export async function findProgramme(desk: Desk, slug: string | undefined): Promise<Programme> {
  const all = await desk.core.read.programmes.all();
  if (all.length === 0)
    throw new NotDone(
      'There is no programme yet. Start Beenthere once, or type: programme load FILE --slug NAME',
    );
  const slugs = all.map((each) => each.slug).join(', ');
  if (slug === undefined) {
    const [only, second] = all;
    if (only !== undefined && second === undefined) return only;
    throw new UsageWrong(`There are several programmes. Add --programme and one of: ${slugs}.`);
  }
  const found = all.find((each) => each.slug === slug);
  if (found === undefined) throw new NotDone(`There is no programme "${slug}". There is: ${slugs}.`);
  return found;
}
