import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { changedTerms } from '../programmes/agreed-terms.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import type { Pair } from './pair.ts';

export const cardOfTerms = (pairId: string): string => `terms:${pairId}`;

const NEVER = 0;

/** Pairs that are asked in one go; the rest follows at once. */
const AT_A_TIME = 100;

/**
 * A programme's document changed. Pairs that agreed to something it now says otherwise are asked, both of them; until both
 * have said yes, nothing changes for them.
 */
export const askNewTerms = command({
  name: 'ask-new-terms',
  schema: z.object({ programmeId: z.uuid(), after: z.uuid().optional() }).loose(),
  async load(read, { programmeId, after }) {
    const [programme, pairs] = await Promise.all([
      read.programmes.programme(programmeId),
      read.pairs.runningIn(programmeId, { after, most: AT_A_TIME }),
    ]);
    const agreed = await read.programmes.versions(
      programmeId,
      pairs.flatMap(({ pair }) => [pair.agreedNumber ?? [], pair.askedNumber ?? []].flat()),
    );
    return { programme, pairs, agreed };
  },
  decide({ programme, pairs, agreed }, { programmeId }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from a change of the document, nobody asks for it');
    if (programme === undefined) return change({});
    const { document, version } = programme;
    // Not what they have, and not what they were asked about last: a "no" is not asked again.
    const asked = pairs.filter(({ pair }) =>
      [pair.agreedNumber ?? version, pair.askedNumber].every((number) => {
        const before = agreed.get(number ?? NEVER);
        return before === undefined ? number !== version : changedTerms(before, document).length > 0;
      }),
    );
    const last = pairs.at(-1)?.pair.id;
    return change({
      saves: asked.map(({ pair }) => ({
        table: 'pair',
        row: next(pair, { askedNumber: version, agreedBy: [], keptBy: [] }),
      })),
      events: asked.map(({ pair }) => ({ event: 'pair.asked-new-terms', ids: { pairId: pair.id } })),
      outgoing: asked.flatMap(({ pair, two }) =>
        two.map(
          (person): OutgoingNew => ({
            to: person.id,
            screen: 'new-terms',
            args: { pairId: pair.id, number: version },
            mode: 'new',
            card: cardOfTerms(pair.id),
            at: nextLoud(at.now, person.zone, person.quietFrom, person.quietTo),
          }),
        ),
      ),
      due:
        pairs.length < AT_A_TIME || last === undefined
          ? []
          : [
              {
                key: `ask-new-terms:${programmeId}:${version}:${last}`,
                command: 'ask-new-terms',
                args: { programmeId, after: last },
                at: at.now,
              },
            ],
    });
  },
});

const noLonger: Refusal = { refused: 'terms.no-longer', say: text('button-no-longer-current') };

/**
 * One of the two answers. Both yes: it holds for them from now on. A "no" changes nothing of what the other one sees, now or
 * later: they are still asked, or still wait, so that nobody can tell who said what.
 */
export const answerNewTerms = command({
  name: 'answer-new-terms',
  schema: z.object({ pairId: z.uuid(), number: z.int(), yes: z.boolean() }),
  load: (read, { pairId }) => read.pairs.pair(pairId),
  decide(pair, { number, yes }, _at, by) {
    const { person, account } = personOf(by);
    if (pair === undefined || ![pair.mentorId, pair.menteeId].includes(person.id)) return noLonger;
    if (pair.state === 'ended') return noLonger;
    const shown = { screen: 'new-terms', args: { pairId: pair.id, number }, card: cardOfTerms(pair.id) };
    const own = { to: person.id, account: account.id, mode: 'card', evenIfStopped: true, ...shown } as const;
    const said = saidBy(pair, person.id, number);
    if (said === 'not-asked') return noLonger;
    // What stands does not change by another press of an old button.
    if (said !== 'nothing') return change({ outgoing: [own] });
    const other = pair.mentorId === person.id ? pair.menteeId : pair.mentorId;
    const row = next(pair, yes ? saidYes(pair, person.id, number) : saidNo(pair, person.id));
    const isAgreed = row.agreedNumber === number;
    const ids = { pairId: pair.id, number };
    return change({
      saves: [{ table: 'pair', row }],
      events: [
        { event: 'pair.answered-new-terms', ids },
        ...(isAgreed ? [{ event: 'pair.agreed-new-terms', ids }] : []),
      ],
      outgoing: [own, ...(isAgreed ? [{ to: other, mode: 'refresh', ...shown } as const] : [])],
    });
  },
});

/** What somebody said to what the two are asked. "kept": they would keep what they had, or it was left so once before. */
export function saidBy(
  { askedNumber, agreedNumber, agreedBy, keptBy }: Pair,
  personId: string,
  number: number,
): 'nothing' | 'yes' | 'kept' | 'agreed' | 'not-asked' {
  if (agreedNumber === number) return 'agreed';
  if (askedNumber !== number) return 'not-asked';
  if ((agreedBy ?? null) === null || keptBy?.includes(personId) === true) return 'kept';
  return agreedBy?.includes(personId) === true ? 'yes' : 'nothing';
}

function saidNo({ keptBy }: Pair, personId: string): Partial<Pair> {
  return { keptBy: [...(keptBy ?? []), personId] };
}

function saidYes({ agreedBy, mentorId, menteeId }: Pair, personId: string, number: number): Partial<Pair> {
  const both = [...new Set([...(agreedBy ?? []), personId])];
  const isAgreed = [mentorId, menteeId].every((id) => both.includes(id));
  return isAgreed
    ? { askedNumber: null, agreedBy: null, keptBy: null, agreedNumber: number }
    : { agreedBy: both };
}
