import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../core/meetings/meeting.ts';
import { DEFAULT_SETTINGS, type Person, type Settings } from '../../core/people/person.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

export type PaperPair = {
  readonly world: PaperWorld;
  readonly mentor: Writer;
  readonly mentee: Writer;
  readonly pairId: string;
  /** Agreed at once, as a coordinator books. Wall time in the mentee's zone. */
  book(
    wall: string,
    manner?: Partial<{ mode: string; minutes: number; restMinutes: number }>,
  ): Promise<string>;
  meeting(id: string): Promise<Meeting>;
  /** What a person was sent of a kind, with the moment at which it was, oldest first. */
  sent(who: Writer, news?: string): Promise<{ news: string; at: string; meetingId: string }[]>;
  change(
    who: Writer,
    fields: Partial<Omit<Person, 'settings'>> & { settings?: Partial<Settings> },
  ): Promise<void>;
  due(command: string): Promise<{ at: string; args: Record<string, unknown> }[]>;
};

type Given = Partial<Omit<Person, 'settings'>> & { settings?: Partial<Settings> };

/** Ana mentors Mia, on paper; it is a Monday morning unless told. */
export async function paperPair(
  at = '2026-11-23T09:00:00Z',
  given: { mentor?: Given; mentee?: Given } = {},
): Promise<PaperPair> {
  const world = await openPaperWorld(at);
  const mentor = await world.person('Ana', rowOf(given.mentor));
  const mentee = await world.person('Mia', rowOf(given.mentee));
  const { id: pairId } = await world.pair(mentor, mentee);
  const { read } = world.store;
  return {
    world,
    mentor,
    mentee,
    pairId,
    async book(wall, manner = {}) {
      const args = { pairId, wall, mode: 'phone', minutes: 30, ...manner };
      const done = await world.core.perform({
        command: 'book-for-pair',
        args,
        by: { is: 'coordinator', name: 'Jo' },
      });
      if (done.did !== 'done') throw new Error(JSON.stringify(done));
      await world.core.settle();
      return String(done.happened[0]?.ids['meetingId']);
    },
    async meeting(id) {
      const found = await read.meetings.meeting(id);
      if (found === undefined) throw new Error('There is no such meeting');
      return found;
    },
    async sent(who, news) {
      const rows = await world.rows(
        `SELECT args, "sentAt" FROM outgoing WHERE "personId" = '${who.id}' AND screen = 'meeting' AND state = 'sent'
          AND args->>'news' IS NOT NULL ORDER BY id`,
      );
      return rows
        .map(({ args, sentAt }) => {
          const { news: said = '', meetingId = '' } = stringsIn(args);
          return { news: said, meetingId, at: isoOf(sentAt) };
        })
        .filter((each) => news === undefined || each.news === news);
    },
    async change(who, fields) {
      const person = await read.people.person(who.id);
      if (person === undefined) throw new Error('Nobody');
      const { settings, ...rest } = fields;
      const row = {
        ...person,
        ...rest,
        settings: { ...person.settings, ...settings },
        version: person.version + 1,
      };
      await world.commit({ saves: [{ table: 'person', row }] });
    },
    async due(command) {
      const rows = await world.rows(
        `SELECT args, "dueAt" FROM due WHERE command = '${command}' ORDER BY "dueAt", id`,
      );
      return rows.map(({ args, dueAt }) => ({
        at: isoOf(dueAt),
        args: Object.fromEntries(Object.entries(args ?? {})),
      }));
    },
  };
}

function rowOf(given: Given = {}): Partial<Person> {
  const { settings, ...rest } = given;
  // What cards say is easier to look at in full; what a locked screen shows has a test of its own.
  return { ...rest, settings: { ...DEFAULT_SETTINGS, discreet: false, ...settings } };
}

function stringsIn(args: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(args ?? {}).map(([key, value]) => [key, String(value)]));
}

function isoOf(value: unknown): string {
  if (!(value instanceof Date)) throw new Error('Not a moment');
  return Temporal.Instant.fromEpochMilliseconds(value.getTime()).toString();
}
