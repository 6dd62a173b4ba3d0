import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { wholeReach } from '../kernel/reach.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { SupervisionTopic } from '../store/read-supervision.ts';
import { type Text, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { overseenBy, overseesIn, supervisedIn } from './may-oversee.ts';
import { MOST_NOTES, type OpenedNote, openedNotes } from './opened-notes.ts';
import { NEVER_IN } from './supervision-note.ts';

const none = z.object({});
/** How long what was written down as read may be read again, by going back to it. */
const NOTED_FOR = { minutes: 10 };

const show = (label: Text, name: string): Button => ({ label, command: 'show', args: { screen: name } });
const others = show(text('button-supervision-people'), 'supervision-people');
const isHere = ({ account }: Recipient): boolean => account !== undefined && account.platform !== NEVER_IN;

function writing(label: Text, args: { mentorId?: string } = {}): Button {
  return { label, command: 'open-form', args: { form: 'supervision-note', args } };
}

/** A mentor's own: what came up by itself, and what they and those who supervise them wrote. */
export const mySupervision = screen({
  name: 'my-supervision',
  schema: none,
  async load(read, _args, to) {
    const { id } = to.person;
    const notes = await read.supervision.own(id, MOST_NOTES);
    return {
      topics: await read.supervision.topics(id, wholeReach(supervisedIn(to.roles))),
      count: notes.length,
      notes: isHere(to) ? await openedNotes(read, id, notes) : [],
    };
  },
  show({ topics, count, notes }, _args, to) {
    const isSupervised = supervisedIn(to.roles).length > 0;
    const write = isSupervised ? [[writing(text('button-for-supervision'))]] : [];
    const people = overseesIn(to.roles).programmeIds.length > 0 ? [[others]] : [];
    if (!isSupervised && count === 0)
      return message([text('supervision-none-of-yours')], [...people, homeButtons]);
    const words = isHere(to) ? linesOf(notes, to) : [text('supervision-not-in-slack')];
    return message(
      [
        text('supervision-mine'),
        ...topics.map(ownTopic),
        ...(count === 0 ? [text('supervision-empty')] : words),
      ],
      [...write, ...people, homeButtons],
    );
  },
});

function ownTopic({ kind, mentee }: SupervisionTopic): Text {
  return kind === 'a-lot-just-now'
    ? text('supervision-topic-a-lot')
    : text('supervision-topic-hours', { name: mentee ?? '…' });
}

function linesOf(notes: readonly OpenedNote[], { person, now }: Recipient): Line[] {
  return notes.flatMap(({ at, by, isOwn, words }): Line[] => {
    const { weekday, day, month } = whenParts(at, person.zone, now);
    const when = { weekday, day, month };
    const whose = isOwn
      ? text('supervision-by-mentor', when)
      : text('supervision-by', { name: by ?? '…', ...when });
    return [whose, { written: words }];
  });
}

/** For those who oversee: whose supervision there is something about. Not a word of it. */
export const supervisionPeople = screen({
  name: 'supervision-people',
  schema: none,
  async load(read, _args, to) {
    return await read.supervision.supervised(overseesIn(to.roles), to.person.id);
  },
  show(people, _args, to) {
    if (overseesIn(to.roles).programmeIds.length === 0)
      return message([text('supervision-not-yours')], [homeButtons]);
    if (people.length === 0) return message([text('supervision-nobody')], [homeButtons]);
    const here = isHere(to);
    const rows = people.map(({ id, name, notes, topics }): Button[] => [
      {
        label: text('supervision-one', { name: name ?? '…', notes: String(notes), topics: String(topics) }),
        ...(here
          ? { command: 'read-supervision', args: { mentorId: id } }
          : { command: 'open-form', args: { form: 'supervision-note', args: { mentorId: id } } }),
      },
    ]);
    const lines = [
      text('supervision-people'),
      here ? text('supervision-read-noted') : text('supervision-not-in-slack'),
    ];
    return message(lines, [...rows, homeButtons]);
  },
});

/** One mentor's, for whoever oversees: after it was written down that they read it, and in that chat alone. */
export const supervisionOf = screen({
  name: 'supervision-of',
  schema: z.object({ mentorId: z.uuid(), accountId: z.uuid() }),
  async load(read, { mentorId, accountId }, to) {
    if (!isHere(to) || to.account?.id !== accountId || to.supporter !== undefined) return undefined;
    const mentor = await read.supervision.mentor(mentorId);
    const programmes = overseenBy({ id: to.person.id, roles: to.roles }, mentor);
    const since = to.now.subtract(NOTED_FOR).toString();
    if (programmes.length === 0 || !(await read.supervision.isNoted(mentorId, to.person.id, since)))
      return undefined;
    const notes = await read.supervision.notes(mentorId, programmes, MOST_NOTES);
    return {
      name: (await read.people.person(mentorId))?.name ?? '…',
      topics: await read.supervision.topics(mentorId, { ...overseesIn(to.roles), programmeIds: programmes }),
      notes: await openedNotes(read, mentorId, notes),
    };
  },
  show(data, { mentorId }, to) {
    if (data === undefined) return undefined;
    const { name, topics, notes } = data;
    const about = topics.map(({ kind, mentee }) =>
      kind === 'a-lot-just-now'
        ? text('supervision-topic-a-lot-of', { name })
        : text('supervision-topic-hours-of', { name, mentee: mentee ?? '…' }),
    );
    const words = notes.length === 0 ? [text('supervision-empty')] : linesOf(notes, to);
    return message(
      [text('supervision-of', { name }), ...about, ...words],
      [[writing(text('button-supervision-write', { name }), { mentorId })], [others], homeButtons],
    );
  },
});

/** It is kept. */
export const supervisionKept = screen({
  name: 'supervision-kept',
  schema: none,
  async load() {
    return undefined;
  },
  show(_data, _args, to) {
    const mine =
      supervisedIn(to.roles).length > 0 ? [[show(text('button-my-supervision'), 'my-supervision')]] : [];
    return message([text('supervision-kept')], [...mine, homeButtons]);
  },
});

/** Somebody who oversees wrote something: what, and that it is about supervision, is read once it is opened. */
export const supervisionNews = screen({
  name: 'supervision-news',
  schema: none,
  async load() {
    return undefined;
  },
  show: () =>
    message([text('something-new')], [[show(text('button-see-it'), 'my-supervision')], homeButtons]),
});
