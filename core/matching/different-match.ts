import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { change, next, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import type { Person } from '../people/person.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { talkButton } from './short-list-screen.ts';

/**
 * Either of a pair asks for a different match in one step, without a reason, and nobody is to blame (MAT-12). The mentee goes
 * before everybody who waits (MAT-13); a coordinator hears of it at once. What the two had arranged is off.
 */
export const differentMatch = command({
  name: 'different-match',
  schema: z.object({ pairId: z.uuid() }),
  async load(read, { pairId }, by) {
    const { person } = personOf(by);
    const pair = await read.pairs.pair(pairId);
    if (pair === undefined || ![pair.mentorId, pair.menteeId].includes(person.id)) return undefined;
    const otherId = pair.mentorId === person.id ? pair.menteeId : pair.mentorId;
    const [other, asMentee, asMentor, series] = await Promise.all([
      read.people.person(otherId),
      read.enquiries.of(pair.menteeId, pair.programmeId, 'mentee'),
      read.enquiries.of(pair.mentorId, pair.programmeId, 'mentor'),
      read.privacy.seriesOf(pair.menteeId),
    ]);
    return { pair, other, asMentee, asMentor, series: series.filter((each) => each.pairId === pairId) };
  },
  decide(data, { pairId }, at, by) {
    const { person, account } = personOf(by);
    if (data === undefined) return { refused: 'pair.not-yours', say: text('match-unknown') };
    const { pair, other, asMentee, asMentor, series } = data;
    const said = {
      to: person.id,
      account: account.id,
      screen: 'say',
      args: { id: pair.menteeId === person.id ? 'different-said' : 'different-said-mentor', args: {} },
      mode: 'new',
      evenIfStopped: true,
    } as const;
    if (pair.state === 'ended') return change({ outgoing: [said] });
    const { programmeId, menteeId, mentorId } = pair;
    const waiting = (enquiry: Enquiry | undefined, again: boolean): Save[] =>
      enquiry === undefined || enquiry.state === 'withdrawn'
        ? []
        : [
            {
              table: 'enquiry',
              row: next(enquiry, {
                state: 'waiting',
                waitingSince: at.now,
                againSince: again ? at.now : null,
              }),
            },
          ];
    const begins = [asMentee, asMentor].flatMap((each) =>
      each === undefined || each.state === 'withdrawn'
        ? []
        : [
            {
              key: `begin-to-wait:${each.id}:${at.newId()}`,
              command: 'begin-to-wait',
              args: { enquiryId: each.id },
              at: at.now,
            },
          ],
    );
    const about = { programmeId, personId: menteeId, pairId };
    return change({
      saves: [
        { table: 'pair', row: next(pair, { state: 'ended', endedAt: at.now }) },
        ...series.map((row): Save => ({ table: 'series', row: next(row, { state: 'ended' }) })),
        ...waiting(asMentee, true),
        ...waiting(asMentor, false),
        { table: 'task', row: newTask('different-match', about, at) },
      ],
      callOff: series.map(({ id }) => `series:${id}`),
      due: begins,
      events: [
        { event: 'pair.ended', ids: { pairId } },
        { event: 'match.different', ids: { pairId, menteeId, mentorId } },
        ...series.map(({ id }) => ({ event: 'series.ended', ids: { seriesId: id, pairId } })),
      ],
      outgoing: [said, ...(other === undefined ? [] : [toldOther(other, pairId, at.now)])],
    });
  },
});

function toldOther(other: Person, pairId: string, now: Parameters<typeof nextLoud>[0]) {
  const at = nextLoud(now, other.zone, other.quietFrom, other.quietTo);
  return { to: other.id, screen: 'match-ended', args: { pairId }, mode: 'new', at } as const;
}

/** To the other of the two: that it has ended, that it is nobody's fault, and what comes next. */
export const matchEnded = screen({
  name: 'match-ended',
  schema: z.object({ pairId: z.uuid(), opened: z.boolean().default(false) }),
  async load(read, { pairId }, { person }) {
    const pair = await read.pairs.pair(pairId);
    return pair !== undefined && [pair.mentorId, pair.menteeId].includes(person.id) ? pair : undefined;
  },
  show(pair, { pairId, opened }, to) {
    if (pair?.state !== 'ended') return undefined;
    const news = message(
      [text('different-ended'), text('different-ended-next')],
      [[talkButton()], homeButtons],
    );
    return unlessDiscreet(to, opened, 'match-ended', { pairId }, news);
  },
});

/** What asking for a different match means, with a press for each pair. */
export const differentMatches = screen({
  name: 'different-matches',
  schema: z.object({}),
  async load(read, _args, { person }) {
    const pairs = await read.pairs.pairsOf(person.id);
    const others = pairs.map(({ mentorId, menteeId }) => (mentorId === person.id ? menteeId : mentorId));
    const people = await read.people.people(others);
    return pairs.map(({ id }, index) => ({
      pairId: id,
      name: people.find((each) => each.id === others[index])?.name ?? '',
    }));
  },
  show(pairs) {
    const ask = ({ pairId, name }: (typeof pairs)[number]): Button[] => [
      { label: text('different-button-now', { name }), command: 'different-match', args: { pairId } },
    ];
    const said =
      pairs.length === 0 ? [text('different-none')] : [text('different-how'), text('different-off')];
    return message(said, [...pairs.map(ask), [talkButton()], homeButtons]);
  },
});
