import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons, myTrainingButton } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Spent } from '../store/read-experience.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { wallOf } from '../time/wall-time.ts';
import type { TrainingRecord } from './training.ts';
import { endsAtOf, noLongerPart } from './training-stands.ts';

async function load(read: Reader, _args: object, to: Recipient) {
  const { id } = to.person;
  const programmes = (await read.programmes.all()).filter((each) =>
    to.roles.some(({ programmeId }) => programmeId === each.id),
  );
  const [met, led, places, ...records] = await Promise.all([
    read.training.metOf(id),
    read.training.ledOf(id),
    read.training.placesOf(id),
    ...programmes.map((programme) => read.training.records([id], programme.id)),
  ]);
  const came = places.filter(({ state }) => state === 'came');
  const meetings = await Promise.all(came.map((place) => read.training.meeting(place.trainingMeetingId)));
  const minutes = meetings.reduce((sum, meeting) => sum + (meeting?.minutes ?? 0), 0);
  const taught: Spent = { minutes, times: came.length };
  return {
    programmes: await Promise.all(
      programmes.map(async (programme, index) => ({
        programme,
        records: records[index] ?? [],
        names: await read.programmes.moduleNames(programme.id),
      })),
    ),
    met,
    led,
    taught,
  };
}

type Data = Awaited<ReturnType<typeof load>>;

/**
 * Somebody's own record of training, hours and skills, as a text file for whoever they show it to (TRN-14). Nothing of the
 * people they support is in it. Hours are of meetings of which one of the two said that they happened.
 */
export const myTrainingRecord = screen({
  name: 'my-training-record',
  schema: z.object({}),
  load,
  show(data, _args, to) {
    const { zone } = to.person;
    const file = {
      name: `my-training-${wallOf(to.now, zone).slice(0, 10)}.txt`,
      type: 'text/plain; charset=utf-8',
      bytes: new TextEncoder().encode(recordText(data, to)),
    };
    return {
      ...message([text('training-file'), text('training-file-what')], [[myTrainingButton], homeButtons]),
      file,
    };
  },
});

function recordText({ programmes, met, led, taught }: Data, { person, now }: Recipient): string {
  const day = (at: Temporal.Instant): string => wallOf(at, person.zone).slice(0, 10);
  const parts = programmes.flatMap((each) => partsOf(each, now, day));
  const hours = [
    spentLine('Support, one to one', met),
    spentLine('Groups led', led),
    spentLine('Training meetings', taught),
  ].filter((line) => line !== '');
  const head = `Record of training\n\n${person.name ?? ''}\nMade on ${day(now)}\n`;
  const end = hours.length === 0 ? '' : `\nHours\n\n${hours.join('\n')}\n`;
  return `${head}${parts.join('')}${end}`;
}

function partsOf(
  { programme: { document }, records, names }: Data['programmes'][number],
  now: Temporal.Instant,
  day: (at: Temporal.Instant) => string,
): string[] {
  const gone = noLongerPart(document, records);
  const nameOf = (code: string): string =>
    document.training.modules.find((each) => each.code === code)?.name ?? names.get(code) ?? code;
  const line = (record: TrainingRecord): string => {
    const { kind, what, issuer, doneAt } = record;
    const name = kind === 'module' || kind === 'read' ? nameOf(what) : what;
    const endsAt = gone.includes(record) ? undefined : endsAtOf(document, record);
    const until =
      endsAt === undefined
        ? ''
        : `, ${endsAt.epochMilliseconds > now.epochMilliseconds ? 'good' : 'was good'} until ${day(endsAt)}`;
    return `  ${day(doneAt)}  ${name}${issuer === null ? '' : ` (${issuer})`}${until}`;
  };
  const listed = (title: string, own: readonly TrainingRecord[]): string => {
    return own.length === 0 ? '' : `\n${title}\n\n${own.map(line).join('\n')}\n`;
  };
  const part = (title: string, kinds: readonly TrainingRecord['kind'][]): string =>
    listed(
      title,
      records.filter((record) => kinds.includes(record.kind) && !gone.includes(record)),
    );
  const own = [
    part('Modules', ['module']),
    listed('Modules that are no longer part of it', gone),
    part('Checks', ['disclosure']),
    part('Qualifications', ['qualification']),
    part('Courses', ['course']),
    part('Read again', ['read']),
  ].join('');
  return own === '' ? [] : [`\n== ${document.name} ==\n${own}`];
}

/** "12 hours 30 minutes, 14 meetings"; nothing where there was none. */
function spentLine(title: string, { minutes, times }: Spent): string {
  if (times === 0) return '';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const said = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(
    (each) => each !== '',
  );
  return `  ${title}: ${said.join(' ')} (${times} ${times === 1 ? 'meeting' : 'meetings'})`;
}
