import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Keys } from '../store/keys.ts';
import { text } from '../texts/text.ts';
import {
  type Concern,
  ConcernKind,
  cardOfWriter,
  messagePlaceOf,
  subjectOf,
  textPlaceOf,
  whomPlaceOf,
} from './concern.ts';
import { stepOf } from './steps.ts';
import { type Found, whatAbout } from './what-about.ts';

/** Most characters of what somebody tells, in one message or many. */
export const MOST_WORDS = 20_000;
/** Most characters of a name as it stands in a group; our number. */
export const LONGEST_WHOM = 100;

/** What a safeguarding record holds of a reported message. */
export const ReportedMessage = z.object({ at: z.string(), fromId: z.uuid(), words: z.string() });

/**
 * The last press: it is kept, and goes to those who answer, in one statement. When this was done nothing that follows can
 * be lost, whatever ends in between.
 */
export const sendConcern = command({
  name: 'send-concern',
  schema: z.object({
    kind: ConcernKind,
    about: z.string().max(60),
    words: z.string().max(MOST_WORDS),
    /** Whom of a group it is about, as the group shows them. */
    whom: z.string().trim().max(LONGEST_WHOM).optional(),
    messageId: z.uuid().optional(),
    groupId: z.uuid().optional(),
  }),
  async load(read, args, by) {
    const { person, account } = personOf(by);
    const found = await whatAbout(read, args, person, account);
    const writer = found?.message === undefined ? undefined : await read.people.person(found.message.fromId);
    return { found, writer, keys: read.keys };
  },
  decide({ found, writer, keys }, { kind, words, whom = '' }, at, by) {
    const { person, account } = personOf(by);
    if (by.is === 'person' && by.supporter !== undefined)
      return { refused: 'supporter.may-not', say: text('supporter-may-not') };
    if (found === undefined) return { refused: 'concern.gone', say: text('concern-about-gone') };
    const { message } = found;
    const wasTold = message !== undefined && message.reportedAt !== null;
    if (wasTold && words.trim() === '')
      return { refused: 'pair-message.reported', say: text('concern-sent-already') };
    const row = concernFrom(kind, found, person, at, keys);
    const key = keys.of(row);
    const sealed = words.trim() === '' ? null : key.seal(words, textPlaceOf(row.id), at.random(12));
    // Only where it is about a group: everybody else is chosen by a button.
    const whomSealed =
      whom === '' || found.about !== 'group' ? null : key.seal(whom, whomPlaceOf(row.id), at.random(12));
    const reported =
      message === undefined || writer === undefined
        ? null
        : key.seal(
            JSON.stringify({
              at: message.createdAt.toString(),
              fromId: message.fromId,
              words: messageWords(keys, { writer, reader: person }, message.textSealed, message.id),
            }),
            messagePlaceOf(row.id),
            at.random(12),
          );
    const marked: Save[] =
      message === undefined || wasTold
        ? []
        : [{ table: 'pair_message', row: next(message, { reportedAt: at.now }) }];
    const card = { screen: 'my-concern', args: { concernId: row.id }, card: cardOfWriter(row.id) };
    return change({
      saves: [
        { table: 'concern', row: { ...row, textSealed: sealed, messageSealed: reported, whomSealed } },
        stepOf(row.id, 'sent', at, { byId: person.id }),
        ...marked,
      ],
      events: [{ event: 'concern.sent', ids: { concernId: row.id } }],
      due: [
        {
          key: `concern-goes-on:${row.id}`,
          command: 'ask-about-concern',
          args: { concernId: row.id, level: 0 },
          at: at.now,
          subject: subjectOf(row.id),
        },
      ],
      outgoing: [{ to: person.id, account: account.id, ...card, mode: 'new', evenIfStopped: true }],
    });
  },
});

function concernFrom(
  kind: ConcernKind,
  { programmeId, about, aboutId, pair, groupId, message, concerned }: Found,
  person: Person,
  at: Moment,
  keys: Keys,
): Concern {
  const id = at.newId();
  const nothingYet = {
    deliveredAt: null,
    seenAt: null,
    takenAt: null,
    takenById: null,
    everybodyAt: null,
    closedAt: null,
    closedById: null,
    outcome: null,
    textSealed: null,
    messageSealed: null,
    whomSealed: null,
  };
  return {
    id,
    version: 1,
    programmeId,
    kind,
    fromId: person.id,
    about,
    aboutId,
    pairId: pair?.id ?? null,
    groupId,
    messageId: message?.id ?? null,
    state: 'open',
    notFor: [...new Set([person.id, ...concerned])],
    asked: [],
    level: 0,
    createdAt: at.now,
    ...nothingYet,
    wrappedKey: keys.newWrapped(id, at),
  };
}

/** A message is sealed with the keys of both; its reader's around its writer's. */
function messageWords(
  keys: Keys,
  { writer, reader }: { readonly writer: Person; readonly reader: Person },
  sealed: string,
  messageId: string,
): string {
  const place = { table: 'pair_message', row: messageId, column: 'textSealed' };
  return keys.of(writer).open(keys.of(reader).open(sealed, place), place);
}
