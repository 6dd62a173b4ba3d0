import { randomUUID } from 'node:crypto';
import { type Person, Role } from '../../core/people/person.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { type Answer, type DeskInBrowsers, deskInBrowsers } from './browser.ts';

export type { Answer, Browser } from './browser.ts';

export type DeskWorld = PaperWorld &
  DeskInBrowsers & {
    role(who: Writer, role: Role['role'], programmeId?: string): Promise<void>;
    programme(slug: string): Promise<string>;
    /** What the bot answers to the code that a browser shows. */
    answerTo(who: Writer, shown: Answer): Promise<string>;
    staff(name: string, role: Role['role'], more?: Partial<Person>): Promise<Writer>;
  };

export const SESSION = '__Host-beenthere-desk';
export const ASKING = '__Host-beenthere-asking';

export function codeOn({ text }: Answer): string {
  const [, code = ''] = /class="code">desk ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
  return code;
}

export async function openDeskWorld(): Promise<DeskWorld> {
  const world = await openPaperWorld();
  async function role(who: Writer, name: Role['role'], programmeId = world.programmeId) {
    const ids = { id: randomUUID(), personId: who.id, programmeId };
    const row = Role.parse({ ...ids, version: 1, role: name, since: world.clock.now(), endedAt: null });
    await world.commit({ saves: [{ table: 'role', row }] });
  }
  return {
    ...world,
    ...deskInBrowsers(world),
    role,
    async programme(slug) {
      const first = (await world.core.read.programmes.all())[0];
      if (first === undefined) throw new Error('There is no programme');
      const row = { ...first, id: randomUUID(), version: 1, slug };
      await world.commit({ saves: [{ table: 'programme', row }] });
      return row.id;
    },
    async answerTo(who, shown) {
      await world.write(who, `desk ${codeOn(shown)}`);
      return [...world.said(who).matchAll(/code for the desk is ([0-9A-Z-]{9})/g)].at(-1)?.[1] ?? '';
    },
    async staff(name, as, more) {
      const who = await world.person(name, more);
      await role(who, as);
      return who;
    },
  };
}
