import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons, myTrainingButton } from '../conversation/home-buttons.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import type { TrainingRecord } from '../training/training.ts';
import { isOpen } from './end-match.ts';
import { talkButton } from './short-list-screen.ts';
import { RHYTHMS, Way } from './wait-news.ts';

/** How often somebody would like to hear while they wait. */
export const waitChoices = screen({
  name: 'wait-choices',
  schema: Way.extend({ chosen: z.boolean().default(false) }),
  async load(read, { programmeId, as }, { person }) {
    return await read.enquiries.of(person.id, programmeId, as);
  },
  show(enquiry, { programmeId, as, chosen }) {
    const choice = (days: number): Button => ({
      label: days === 0 ? text('wait-button-none') : text('wait-button-every', { days: String(days) }),
      command: 'set-wait-news',
      args: { programmeId, as, days },
    });
    const [first, second, third, none] = RHYTHMS;
    const days = enquiry?.newsDays ?? 0;
    const now = days === 0 ? text('wait-chosen-none') : text('wait-chosen', { days: String(days) });
    return message(
      [...(chosen ? [now] : []), text('wait-how-often')],
      [[choice(first), choice(second)], [choice(third), choice(none)], [talkButton()], homeButtons],
    );
  },
});

/** How the waiting stands: honest, and with what can be done meanwhile. */
export const waitNews = screen({
  name: 'wait-news',
  /** draft: everybody who waits was looked at together, and there was nobody for them. */
  schema: Way.extend({
    after: z.enum(['rhythm', 'draft']).default('rhythm'),
    opened: z.boolean().default(false),
  }),
  async load(read, { programmeId, as, after }, { person, now }) {
    const [programme, enquiry, records, known] = await Promise.all([
      read.programmes.programme(programmeId),
      read.enquiries.of(person.id, programmeId, as),
      as === 'mentor' ? read.training.records([person.id], programmeId) : [],
      after === 'draft' ? read.matches.of(person.id, programmeId) : [],
    ]);
    if (enquiry?.state !== 'waiting' || programme === undefined) return undefined;
    // Somebody came up for them meanwhile: that is said where it comes up.
    if (known.some((match) => match.menteeId === person.id && isOpen(match))) return undefined;
    return { programme, isLongAgo: isLongAgo(records, programme.document, now) };
  },
  show(found, { programmeId, as, after, opened }, to) {
    if (found === undefined) return undefined;
    const { programme, isLongAgo: mayRefresh } = found;
    const rhythm: Button = {
      label: text('wait-button-rhythm'),
      command: 'show',
      args: { screen: 'wait-choices', args: { programmeId, as } },
    };
    const see: Button = { label: text('match-button-see'), command: 'offer-mentors', args: { programmeId } };
    const roles: Button = {
      label: text('roles-button'),
      command: 'show',
      args: { screen: 'other-roles', args: { programmeId } },
    };
    const hasRoles = programme.document.roles.length > 0;
    const news =
      as === 'mentee'
        ? message(
            [
              text(after === 'draft' ? 'wait-draft' : 'wait-mentee'),
              text('wait-mentee-why'),
              text('wait-next'),
            ],
            [[see], [rhythm], [talkButton()], homeButtons],
          )
        : message(
            [
              text('wait-mentor'),
              text('wait-mentor-why'),
              ...(hasRoles ? [text('wait-mentor-roles')] : []),
              ...(mayRefresh ? [text('wait-mentor-refresher')] : []),
            ],
            [
              ...(hasRoles ? [[roles]] : []),
              ...(mayRefresh ? [[myTrainingButton]] : []),
              [rhythm],
              [talkButton()],
              homeButtons,
            ],
          );
    return unlessDiscreet(to, opened, 'wait-news', { programmeId, as, after }, news);
  },
});

/** Whether the last module of somebody's training lies so far behind that some would like to come to one again (UNM-07). */
function isLongAgo(
  records: readonly TrainingRecord[],
  { training }: Pick<ProgrammeDocument, 'training'>,
  now: Temporal.Instant,
): boolean {
  const done = records.filter(({ kind }) => kind === 'module').map(({ doneAt }) => doneAt);
  const since = now.subtract({ hours: 24 * training.refresherDays });
  return done.length > 0 && done.every((each) => isBefore(each, since));
}
