import type { Line } from '../kernel/message.ts';
import type { Recipient } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { Person } from './person.ts';
import { placeOf, settingsSaid } from './settings-screens.ts';
import { Situation, situationLabel, situationPlace } from './situation.ts';

export async function loadKept(read: Reader, _args: object, to: Recipient) {
  const { person } = to;
  const pairs = await read.pairs.pairsOf(person.id);
  const partnerIds = pairs.map((pair) => (pair.mentorId === person.id ? pair.menteeId : pair.mentorId));
  const times = await read.meetings.availability(person.id);
  return {
    partners: await read.people.people(partnerIds),
    counts: await read.kept.counts(person.id),
    accounts: (await read.people.accountsOf(person.id)).length,
    supporters: (await read.people.supportersOf(person.id)).length,
    supporting: (await read.people.supportedBy(person.id)).length,
    free: times?.weekly.length ?? 0,
    different: times?.exceptions.length ?? 0,
    situation:
      person.situationSealed === null
        ? undefined
        : read.keys.of(person).open(person.situationSealed, situationPlace(person.id)),
  };
}

export type Kept = Awaited<ReturnType<typeof loadKept>>;

/** Everything that is kept about somebody, a line for each kind: how much, what it is like and who else sees it. */
export function keptLines(kept: Kept, to: Recipient): Line[] {
  const { person } = to;
  if (person.state === 'held') return [...account(kept), ...whatHappened(kept), text('kept-held')];
  if (person.agreedAt === null && person.name === null)
    return [...account(kept), text('kept-arriving'), ...source(person), ...whatHappened(kept)];
  return [
    ...account(kept),
    ...aboutYou(person, kept.situation),
    text('kept-choices'),
    ...choices(person),
    text('kept-with-others'),
    ...withOthers(kept, to),
    text('kept-writing'),
    ...writing(kept),
    text('kept-happened'),
    ...whatHappened(kept),
  ];
}

function account({ accounts }: Kept): Line[] {
  return [accounts === 0 ? text('kept-no-account') : text('kept-account', { count: accounts })];
}

function source(person: Person): Line[] {
  return person.source === null ? [] : [text('kept-source')];
}

function aboutYou(person: Person, situation: string | undefined): Line[] {
  return [
    ...(person.name === null ? [] : [text('kept-name', { name: person.name })]),
    text('kept-zone', { zone: placeOf(person.zone) }),
    text('kept-agreed'),
    ...situationLines(situation),
    ...source(person),
  ];
}

function situationLines(situation: string | undefined): Line[] {
  if (situation === undefined) return [];
  const chosen = Situation.safeParse(situation);
  return [text('kept-situation'), chosen.success ? situationLabel(chosen.data) : { written: situation }];
}

function choices(person: Person): Line[] {
  const { nudges, nudgeEveryDays, nudgesMutedUntil, byPhone } = person.settings;
  const muted = nudgesMutedUntil === undefined ? [] : [text('kept-nudges-muted')];
  return [
    ...settingsSaid(person),
    ...(nudges === 'on' ? [text('kept-nudges-on', { days: nudgeEveryDays })] : [text('kept-nudges-off')]),
    ...muted,
    ...(byPhone ? [text('kept-by-phone')] : []),
    ...(person.paused ? [text('kept-paused')] : []),
    ...(person.state === 'stopped' ? [text('kept-stopped')] : []),
  ];
}

function withOthers(kept: Kept, { roles }: Recipient): Line[] {
  const { partners, counts, supporters, supporting, free, different } = kept;
  return [
    text('kept-roles', { count: roles.length }),
    ...partners.flatMap(({ name }) => (name === null ? [] : [text('kept-partner', { name })])),
    ...(partners.length === 0 ? [] : [text('kept-rhythm')]),
    ...(counts.endedPairs === 0 ? [] : [text('kept-ended-pairs', { count: counts.endedPairs })]),
    text('kept-free', { count: free, different }),
    text('kept-meetings', { count: counts.meetings }),
    ...some(counts.series, (count) => text('kept-series', { count })),
    ...some(counts.places, (count) => text('kept-places', { count })),
    ...some(counts.reasons, (count) => text('kept-reasons', { count })),
    ...some(counts.groups, (count) => text('kept-groups', { count })),
    ...some(supporters, (count) => text('kept-supporters', { count })),
    ...some(supporting, (count) => text('kept-supporting', { count })),
    ...some(counts.endedSupport, (count) => text('kept-ended-support', { count })),
    text('kept-coordinator'),
  ];
}

function writing({ counts }: Kept): Line[] {
  return [
    text('kept-reflections', { count: counts.reflections }),
    ...some(counts.reflections, () => text('kept-shared', { count: counts.shared })),
    ...some(counts.drafts, (count) => text('kept-drafts', { count })),
    ...some(counts.answered, () => text('kept-answers')),
    ...some(counts.passedOn, (count) => text('kept-passed-on', { count })),
    ...some(counts.letters, (count) => text('kept-letters', { count })),
  ];
}

/** What follows from doing things: codes and times, and no words of anybody's. */
function whatHappened({ counts }: Kept): Line[] {
  return [
    ...some(counts.nudges, (count) => text('kept-nudges', { count })),
    ...some(counts.tasks, (count) => text('kept-tasks', { count })),
    text('kept-journal', { count: counts.journal }),
    text('kept-messages'),
  ];
}

function some(count: number, said: (count: number) => Text): Text[] {
  return count === 0 ? [] : [said(count)];
}
