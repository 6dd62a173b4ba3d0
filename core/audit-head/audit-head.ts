import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { type AnyCommand, command, type Refusal } from '../kernel/command.ts';
import { message } from '../kernel/message.ts';
import { type AnyScreen, screen } from '../kernel/screen.ts';
import type { Role, Settings } from '../people/person.ts';
import { text } from '../texts/text.ts';

/** Those who may keep the head: it tells nothing of anybody, and they know what to do with it. */
export const KEEPS_HEAD: readonly Role['role'][] = [
  'coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
];

const Head = z.string().regex(/^\d{1,18}\.[A-Za-z0-9_-]{0,43}$/);

/** Sixteen letters and digits of a head in groups of four: two people can read them out to each other. */
export function compareCode(head: string): string {
  const short = createHash('sha256').update(head).digest('hex').slice(0, 16);
  return (short.match(/.{4}/g) ?? []).join(' ');
}

/**
 * Whoever runs the place chooses who is sent the head of the audit every day: in a chat it is out of reach of whoever can
 * change the database.
 */
export const sendAuditHead = command({
  name: 'send-audit-head',
  schema: z.object({ personId: z.uuid(), on: z.boolean() }),
  async load(read, { personId }) {
    const [person, roles] = await Promise.all([read.people.person(personId), read.people.rolesOf(personId)]);
    return { person, roles };
  },
  decide({ person, roles }, { on }, _at, by) {
    if (by.is !== 'coordinator') return { refused: 'audit.not-yours', say: text('coordinators-only') };
    if (person === undefined) return { refused: 'person.unknown', say: text('person-unknown') };
    if (on && (person.state !== 'active' || !roles.some(({ role }) => KEEPS_HEAD.includes(role))))
      return notTheirs;
    const { auditHead, ...others } = person.settings;
    if ((auditHead ?? false) === on) return change({});
    const settings: Settings = on ? { ...others, auditHead: true } : others;
    return change({
      saves: [{ table: 'person', row: next(person, { settings }) }],
      events: [{ event: on ? 'audit.head-sent' : 'audit.head-not-sent', ids: { personId: person.id } }],
    });
  },
});

const notTheirs: Refusal = { refused: 'audit.head-not-theirs', say: text('audit-head-not-theirs') };

/** The head of the day, to those who were chosen and still look after others. */
export const postAuditHead = command({
  name: 'post-audit-head',
  schema: z.object({ head: Head, day: z.iso.date() }),
  speaksFirst: true,
  load: (read) => read.privacy.whoKeepsHead(KEEPS_HEAD),
  decide(keepers, args, _at, by) {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    const outgoing = keepers.map((to): OutgoingNew => ({ to, screen: 'audit-head', args, mode: 'new' }));
    return change({ outgoing });
  },
});

/** How long the record was on that day, and its head: to keep, and to compare. */
export const auditHead = screen({
  name: 'audit-head',
  schema: z.object({ head: Head, day: z.iso.date() }),
  async load() {
    return undefined;
  },
  show(_data, { head, day }) {
    const date = Temporal.PlainDate.from(day).toLocaleString('en-GB', { dateStyle: 'full' });
    const count = Number.parseInt(head, 10);
    return message(
      [
        text('audit-head-day', { day: date, count }),
        text('audit-head-compare', { code: compareCode(head) }),
        text('audit-head-whole', { head }),
        text('audit-head-keep'),
      ],
      [homeButtons],
    );
  },
});

export const auditHeadCommands: readonly AnyCommand[] = [sendAuditHead, postAuditHead];
export const auditHeadScreens: readonly AnyScreen[] = [auditHead];
