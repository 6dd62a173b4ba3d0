import type { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../core/index.ts';
import type { Save } from '../../core/kernel/change.ts';
import { sealMessage } from '../../core/pair-messages/seal-message.ts';
import type { Account, Person, Role } from '../../core/people/person.ts';
import type { Reflection } from '../../core/reflections/reflection.ts';
import type { Keys } from '../../core/store/keys.ts';

/** Somebody who tries things, with the roles they hold. */
export type Someone = { readonly person: Person; readonly account: Account; readonly roles: readonly Role[] };

/** Rows with a word in them that is sealed as the program seals it. */
export function sealedRows(keys: Keys, at: () => Moment, now: Temporal.Instant) {
  const id = () => at().newId();

  function reflection(of: Someone, word: string, more: Partial<Reflection>): { row: Save; id: string } {
    const rowId = id();
    const place = { table: 'reflection', row: rowId, column: 'textSealed' } as const;
    const base = {
      ...{ id: rowId, version: 1, programmeId: null, personId: of.person.id },
      ...{ meetingId: null, pairId: null, sharedWithPartner: false, sharedWithCoordinator: false },
      textSealed: keys.of(of.person).seal(word, place, at().random(12)),
      ...{ createdAt: now, changedAt: now },
    };
    return { row: { table: 'reflection', row: { ...base, ...more } }, id: rowId };
  }

  function letter(from: Someone, to: Someone, word: string, fromCoordinator: boolean) {
    const rowId = id();
    const place = { table: 'letter', row: rowId, column: 'textSealed' } as const;
    const textSealed = keys.of(to.person).seal(word, place, at().random(12));
    const row = { id: rowId, version: 1, fromId: from.person.id, toId: to.person.id, textSealed };
    return { row: { table: 'letter', row: { ...row, fromCoordinator, createdAt: now } } as const, id: rowId };
  }

  function message(pairId: string, from: Someone, to: Someone, word: string, state: 'waiting' | 'sent') {
    const rowId = id();
    const two = { writer: from.person, reader: to.person };
    const row = {
      ...{ id: rowId, version: 1, pairId, fromId: from.person.id, toId: to.person.id, state },
      textSealed: sealMessage(keys, two, word, rowId, at()),
      ...{ createdAt: now, sentAt: state === 'sent' ? now : null, reportedAt: null },
    };
    return { row: { table: 'pair_message', row } as const, id: rowId };
  }

  function meeting(
    pairId: string,
    mentor: Someone,
    mentee: Someone,
    by: Someone,
    word: string,
    programmeId: string,
    why: string,
  ) {
    const rowId = id();
    const startsAt = now.add({ hours: 48 });
    const place = { table: 'meeting', row: rowId, column: 'placeSealed' } as const;
    const seal = (text: string, column: 'placeSealed' | 'reasonSealed') =>
      keys.of(by.person).seal(text, { ...place, column }, at().random(12));
    const row = {
      ...{
        id: rowId,
        version: 1,
        programmeId,
        pairId,
        mentorId: mentor.person.id,
        menteeId: mentee.person.id,
      },
      ...{ seriesId: null, state: 'confirmed' as const, proposedBy: by.person.id, startsAt },
      ...{ wall: startsAt.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString().slice(0, 16) },
      ...{ zone: 'Europe/London', minutes: 30, restMinutes: 0, mode: 'in-person' as const },
      ...{ placeSealed: seal(word, 'placeSealed'), placeBy: by.person.id, costly: false, sequence: 1 },
      ...{ createdAt: now, confirmedAt: now, cancelledAt: null, cancelledBy: null },
      reasonSealed: seal(why, 'reasonSealed'),
      ...{ noticeMinutes: null, movedFrom: null, mentorReady: false, menteeReady: false, mentorAnswer: null },
      ...{ menteeAnswer: null, offeredStartsAt: null, offeredWall: null, offeredBy: null },
      arrangedWithHelp: false,
    };
    return { row: { table: 'meeting', row } as const, id: rowId };
  }

  /** What brings somebody here, and a form they are in the middle of. */
  function unsaid(of: Someone, situation: string, begun: string) {
    const seal = (text: string, table: 'person' | 'draft', row: string, column: string) =>
      keys.of(of.person).seal(text, { table, row, column }, at().random(12));
    const draftId = `${of.account.id}:reflect`;
    const answersSealed = seal(JSON.stringify({ text: begun }), 'draft', draftId, 'answersSealed');
    const situationSealed = seal(situation, 'person', of.person.id, 'situationSealed');
    const draft = {
      ...{ id: draftId, version: 1, accountId: of.account.id, personId: of.person.id, form: 'reflect' },
      ...{ question: 'text', open: false, args: {}, answersSealed, updatedAt: now },
    };
    const person = { ...of.person, version: of.person.version + 1, situationSealed };
    const rows: readonly Save[] = [
      { table: 'draft', row: draft },
      { table: 'person', row: person },
    ];
    return rows;
  }

  /** Why somebody who answers for safeguarding asked to open what was not shared. */
  function opening(of: Someone, reader: Someone, why: string): Save {
    const rowId = id();
    const place = { table: 'opening', row: rowId, column: 'reasonSealed' } as const;
    return {
      table: 'opening',
      row: {
        ...{ id: rowId, version: 1, personId: of.person.id, readerId: reader.person.id, askedBy: 'test' },
        ...{ what: 'both', reasonSealed: keys.of(of.person).seal(why, place, at().random(12)) },
        ...{ how: 'second-person', state: 'stopped', safeToTell: false, askedAt: now, opensAt: null },
        ...{ confirmedBy: null, openUntil: null, readAt: null, toldAt: null, endedAt: now },
      },
    };
  }

  return { reflection, letter, message, meeting, unsaid, opening };
}
