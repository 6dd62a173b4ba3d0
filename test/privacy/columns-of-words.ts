import { readFileSync } from 'node:fs';
import { whatWeKeep } from '../../core/privacy/what-we-keep.ts';

/** Whatever can hold a text: an id as the database has it, a number, a day or a yes and no cannot. */
const TEXT = /^(String|Json|Bytes)(\[\]|\?)?$/;

/** Of these it is said in what-we-keep that they are about nobody, a key, or a fingerprint. */
const TELLS: readonly (string | undefined)[] = ['nobody', 'key', 'secret', 'house'];

/** Every column that can hold words of somebody's, as "table.column", from the schema itself. */
export function columnsThatHoldText(): string[] {
  const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
  const known = new Map<string, string | undefined>(
    whatWeKeep.flatMap(({ table, columns }) =>
      columns.map(({ column, reason }) => [`${table}.${column}`, reason] as const),
    ),
  );
  return textColumns(schema).filter((each) => !TELLS.includes(known.get(each)));
}

export function textColumns(schema: string): string[] {
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? '';
    return body.split('\n').flatMap((line) => {
      const [, name = '', type = ''] = /^ {2}(\w+)\s+(\S+)/.exec(line) ?? [];
      return TEXT.test(type) && !line.includes('@db.Uuid') ? [`${table}.${name}`] : [];
    });
  });
}

/** Why nothing that anybody wrote, answered or is called can stand there; a new column is in one of these, or a word is planted in it. */
const WHY: Readonly<Record<string, string>> = {
  'A code out of a list of ours, or of the programme: where it is read, anything else is a fault.': `
    person.state role.site fit_check.answerSealed person.language person.settings person.source account.platform account.unreachableWhy draft.form role.role
    supporter.state pair.state meeting.state meeting.mode meeting.mentorAnswer meeting.menteeAnswer series.state series.mode
    nudge.rule nudge.facts task.kind task.what opening.what opening.how opening.state journal.event audit.action audit.reason
    due.command outgoing.screen outgoing.mode outgoing.whenEnded outgoing.state outgoing.why button.command group.state
    group.platform group_member.state group_meeting.state group_answer.answer group_answer.attended app_link.state
    pair_message.state consent.part consent.state concern.kind concern.about concern.state concern.outcome concern_step.step
    concern_step.code desk_session.by enquiry.as enquiry.state enquiry.site enquiry.route enquiry.source training_record.kind
    training_place.state match.state meeting.reasonSealed`,
  'A time of the day, or a zone out of the list of zones.': `
    person.zone person.quietFrom person.quietTo availability.weekly availability.exceptions meeting.wall meeting.zone
    meeting.offeredWall series.wall series.zone group.zone group_meeting.wall group_meeting.zone pair_contact.hoursFrom
    pair_contact.hoursTo pair_contact.askedFrom pair_contact.askedTo`,
  'Ids and codes, put together by us.': `
    draft.id draft.args journal.by journal.ids audit.by audit.ids due.key due.args due.subject due.lastError outgoing.card
    shown.card shown.digest button.args concern.notFor concern.asked`,
  'Who of those who look after others did it, by an id or by what the command line or a key is called.': `
    role.trainedBy task.doneBy opening.askedBy opening.confirmedBy group.leadTrainedBy training_record.by never_with.by`,
  'Where an app finds a chat or a message; of an account that is erased the row goes.': `
    account.tenant outgoing.chat outgoing.address outgoing.reply shown.ref sent_message.ref group.tenant group.chatId`,
  'A safeguarding record, which outlives an erasure under a key of its own; that is looked at by itself.': `
    concern.textSealed concern.messageSealed concern.whomSealed`,
};

export const NO_WORDS_OF_THEIRS: ReadonlySet<string> = new Set(
  Object.values(WHY).flatMap((names) => names.trim().split(/\s+/)),
);
