import { z } from 'zod';
import { homeButtons, myTrainingButton } from '../conversation/home-buttons.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import { isQuiet } from '../time/quiet.ts';
import { theirs } from './my-training-screen.ts';
import type { TrainingPlace } from './training.ts';
import { endsAtOf, moduleNames, noLongerPart } from './training-stands.ts';
import { dayParts, meetingButton, meetingWhen, taught } from './training-words.ts';

const opened = z.boolean().default(false);
const News = z.enum(['planned', 'booked', 'given-back', 'reminder', 'cancelled']);

const FIRST: Readonly<Record<z.infer<typeof News>, Text>> = {
  planned: text('training-news-planned'),
  booked: text('training-news-booked'),
  'given-back': text('training-news-given-back'),
  reminder: text('training-news-reminder'),
  cancelled: text('training-news-cancelled'),
};

/** A meeting at which modules are taught, as one person finds it: what, when, where, and their own place. */
export const trainingMeetingScreen = screen({
  name: 'training-meeting',
  schema: z.object({ trainingMeetingId: z.uuid(), news: News.optional(), opened }),
  async load(read, { trainingMeetingId }, to) {
    const meeting = await read.training.meeting(trainingMeetingId);
    const isAround = to.roles.some(({ programmeId }) => programmeId === meeting?.programmeId);
    if (meeting === undefined || !isAround) return undefined;
    const [programme, places] = await Promise.all([
      read.programmes.programme(meeting.programmeId),
      read.training.places(trainingMeetingId),
    ]);
    if (programme === undefined) return undefined;
    const mine = places.find(({ personId }) => personId === to.person.id);
    const taken = places.filter(({ seat }) => seat !== null).length;
    return { meeting, document: programme.document, mine, left: Math.max(0, meeting.capacity - taken) };
  },
  show(data, { trainingMeetingId, news, opened: isOpen }, to) {
    if (data === undefined)
      return isOpen ? message([text('training-not-yours')], [[myTrainingButton], homeButtons]) : undefined;
    const { meeting, document, mine, left } = data;
    // Nobody on a break is asked for anything; what they booked they still hear of.
    if (!isOpen && news === 'planned' && to.person.paused) return undefined;
    const isAhead = meeting.state === 'planned' && isBefore(to.now, meeting.startsAt);
    const isMine = mine?.state === 'booked';
    const command = isMine ? 'give-back-training' : 'book-training';
    const label = isMine ? text('button-give-back-training') : text('button-book-training');
    const act: Button = { label, command, args: { trainingMeetingId } };
    const lines: Line[] = [
      ...(news === undefined ? [] : [FIRST[news]]),
      text('training-meeting-what', { what: taught(document, meeting) }),
      meetingWhen(meeting, to),
      text('training-meeting-long', { minutes: String(meeting.minutes) }),
      ...(meeting.state === 'cancelled' ? [] : [text('training-meeting-where'), { written: meeting.place }]),
      ...stateLines(meeting.state, isAhead, mine, left),
    ];
    const shown = message(lines, [
      ...(isAhead && (isMine || left > 0) ? [[act]] : []),
      [myTrainingButton],
      homeButtons,
    ]);
    const args = { trainingMeetingId, ...(news === undefined ? {} : { news }) };
    const card = `training-meeting:${trainingMeetingId}`;
    return unlessDiscreet(to, isOpen, 'training-meeting', args, shown, card);
  },
});

function stateLines(state: string, isAhead: boolean, mine: TrainingPlace | undefined, left: number): Line[] {
  if (state === 'cancelled') return [text('training-is-cancelled')];
  if (!isAhead) return [text('training-over')];
  if (mine?.state === 'booked') return [text('training-place-yours')];
  return [left === 0 ? text('training-full') : text('training-places-left', { left })];
}

/** "This is to be done again", before it ends or when it has. */
export const trainingEnds = screen({
  name: 'training-ends',
  schema: z.object({ recordId: z.uuid(), opened }),
  async load(read, { recordId }, to) {
    const record = await read.training.record(recordId);
    if (record?.personId !== to.person.id || record.removedAt !== null) return undefined;
    const [programme, meetings] = await Promise.all([
      read.programmes.programme(record.programmeId),
      read.training.ahead([record.programmeId], to.now),
    ]);
    if (programme === undefined) return undefined;
    const own = await theirs(read, meetings, to.person.id, programme.id);
    return { record, document: programme.document, meetings: own };
  },
  show(data, { recordId, opened: isOpen }, to) {
    if (data === undefined || (!isOpen && !mayInterrupt(to))) return undefined;
    const { record, document, meetings } = data;
    const endsAt = endsAtOf(document, record);
    // A module may be gone from the document since this was said to be sent.
    if (endsAt === undefined || noLongerPart(document, [record]).length > 0) return undefined;
    const isCheck = record.kind === 'disclosure';
    const what = isCheck ? record.what : (moduleNames(document, [record.what])[0] ?? record.what);
    const when = { what, ...dayParts(endsAt, to) };
    const first = isBefore(to.now, endsAt)
      ? text('training-ends-soon', when)
      : text('training-has-ended', { what });
    const fitting = meetings.filter(({ modules }) => !isCheck && modules.includes(record.what));
    const shown = message(
      [
        first,
        isCheck ? text('training-ends-check') : text('training-ends-how'),
        text('training-ends-goes-on'),
      ],
      [...fitting.map((meeting) => [meetingButton(document, meeting, to)]), [myTrainingButton], homeButtons],
    );
    return unlessDiscreet(to, isOpen, 'training-ends', { recordId }, shown);
  },
});

export function mayInterrupt({ person, now }: Recipient): boolean {
  return (
    person.state === 'active' &&
    !person.paused &&
    !isQuiet(now, person.zone, person.quietFrom, person.quietTo)
  );
}

const talk: Button = {
  label: text('button-training-talk'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};

function surveyButton(seatId: string): Button {
  return {
    label: text('button-survey'),
    command: 'open-form',
    args: { form: 'training-survey', args: { seatId } },
  };
}

/** Some hours after a meeting: how are you now? Nothing of the answer is kept (TRN-09). */
export const afterTraining = screen({
  name: 'after-training',
  schema: z.object({ seatId: z.uuid(), opened, answer: z.enum(['fine', 'hard']).optional() }),
  async load(read, { seatId }, to) {
    const place = await read.training.place(seatId);
    return place?.personId === to.person.id ? place : undefined;
  },
  show(place, { seatId, opened: isOpen, answer }, to) {
    if (place === undefined || (!isOpen && !mayInterrupt(to))) return undefined;
    if (answer !== undefined) {
      const said = answer === 'fine' ? text('after-training-fine') : text('after-training-hard');
      return message([said, text('other-help')], [[talk], [surveyButton(seatId)], homeButtons]);
    }
    const says = (label: Text, given: string): Button => ({
      label,
      command: 'show',
      args: { screen: 'after-training', args: { seatId, opened: true, answer: given } },
    });
    const shown = message(
      [text('after-training'), text('after-training-private')],
      [
        [says(text('button-training-fine'), 'fine'), says(text('button-training-hard'), 'hard')],
        [talk],
        [surveyButton(seatId)],
        homeButtons,
      ],
    );
    return unlessDiscreet(to, isOpen, 'after-training', { seatId }, shown);
  },
});
