import { helpButton } from '../conversation/home-buttons.ts';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { coordinatedBy, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { type Line, message } from '../kernel/message.ts';
import { reaching } from '../kernel/reaching.ts';
import { isReadByOthers } from '../kernel/read-by-others.ts';
import { screen } from '../kernel/screen.ts';
import { saidTo } from '../programmes/code.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Enquiry } from './enquiry.ts';
import { Whose } from './enquiry-ready.ts';
import { answerSaid, questionsFor } from './intake-answers.ts';
import { answersOf } from './sealed-enquiry.ts';

/** One answer in the clear. */
export type OpenedAnswer = {
  readonly code: string;
  readonly asked: string;
  readonly answer: string | boolean;
  readonly ownSupport: boolean;
};

/**
 * A coordinator is about to read what somebody answered on their way in: given to be read by them, and written down all the
 * same. Nobody reads their own file in this way.
 */
export const openEnquiry = command({
  name: 'open-enquiry',
  schema: Whose,
  async load(read, { personId, programmeId, as }, by) {
    const enquiry = await read.enquiries.of(personId, programmeId, as);
    const roles = await rolesOfActor(read, by, { personId, enquiryId: enquiry?.id });
    return { enquiry, roles };
  },
  decide({ enquiry, roles }, args, _at, by) {
    if (!mayCoordinate(by, roles, args.programmeId))
      return { refused: 'enquiry.not-yours', say: text('coordinators-only') };
    if (enquiry === undefined) return { refused: 'enquiry.unknown', say: text('enquiry-unknown') };
    const shown =
      by.is === 'person'
        ? [
            {
              to: by.person.id,
              account: by.account.id,
              screen: 'enquiry-answers',
              args,
              mode: 'new' as const,
              evenIfStopped: true,
            },
          ]
        : [];
    const ids = { enquiryId: enquiry.id, personId: args.personId, programmeId: args.programmeId };
    return change({ events: [{ event: 'enquiry.opened', ids }], outgoing: shown });
  },
});

/** What was answered, as it was asked; after "open-enquiry" wrote down that it is read. */
export async function openedEnquiry(read: Reader, enquiry: Enquiry): Promise<OpenedAnswer[]> {
  const [person, programme] = await Promise.all([
    read.people.person(enquiry.personId),
    read.programmes.programme(enquiry.programmeId),
  ]);
  if (person === undefined || programme === undefined || person.state === 'erased') return [];
  return openedAnswers(programme.document, enquiry, answersOf(enquiry, read.keys.of(person)));
}

function openedAnswers(
  document: ProgrammeDocument,
  { as }: Enquiry,
  answers: ReturnType<typeof answersOf>,
): OpenedAnswer[] {
  return questionsFor(document, as).flatMap((question) => {
    const answer = answers[question.code];
    if (answer === undefined) return [];
    return [
      {
        code: question.code,
        asked: saidTo(question.ask, 'en'),
        answer: answerSaid(question, answer, 'en'),
        ownSupport: question.for.includes('own-support'),
      },
    ];
  });
}

/** The same in the chat of a coordinator of the programme (ELG-12, MAT-09). */
export const enquiryAnswers = screen({
  name: 'enquiry-answers',
  schema: Whose,
  async load(read, { personId, programmeId, as }, to) {
    const enquiry = await read.enquiries.of(personId, programmeId, as);
    if (enquiry === undefined) return undefined;
    const mine = coordinatedBy(await reaching(read, to.roles, { enquiryId: enquiry.id }));
    if (!mine.includes(programmeId)) return undefined;
    const [person, programme] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
    ]);
    const site = programme?.document.sites.find(({ code }) => code === enquiry.site)?.name;
    return { person, site, answers: await openedEnquiry(read, enquiry) };
  },
  show(data, args, to) {
    if (data === undefined) return undefined;
    const { person, site, answers } = data;
    const lines = answers.flatMap((each): Line[] => [
      { written: each.asked },
      // They were told that coordinators alone read it.
      each.ownSupport && isReadByOthers(to) ? text('enquiry-not-in-slack') : said(each.answer),
    ]);
    const about = text(args.as === 'mentor' ? 'enquiry-of-mentor' : 'enquiry-of-mentee', {
      name: person?.name ?? '',
    });
    return message(
      [
        about,
        ...(site === undefined || site === '' ? [] : [{ written: site }]),
        ...(answers.length === 0 ? [text('enquiry-no-answers')] : [...lines, text('enquiry-keep-close')]),
      ],
      [
        [
          {
            label: text('enquiry-button-ready'),
            command: 'enquiry-ready',
            args: { ...args, pressedOn: 'form' },
          },
        ],
        [{ label: text('board-button-open'), command: 'show', args: { screen: 'board', card: 'board' } }],
        [helpButton],
      ],
    );
  },
});

function said(answer: OpenedAnswer['answer']): Line {
  return typeof answer === 'boolean' ? text(answer ? 'button-yes' : 'button-no') : { written: `– ${answer}` };
}
