import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { By } from '../../core/kernel/command.ts';
import { answerNewTerms, saidBy } from '../../core/pairs/new-terms.ts';
import type { Pair } from '../../core/pairs/pair.ts';
import { TERMS } from '../../core/programmes/agreed-terms.ts';
import type { Hand } from '../support/hand.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { personRow } from '../support/person-row.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

const at = momentAt(movedClock('2026-11-23T09:00:00Z'));

function by(id: string): By {
  const account = {
    ...{ id: crypto.randomUUID(), version: 1, platform: 'telegram', tenant: '', userId: id, chatId: id },
    ...{ personId: id, programmeId: null, actingForId: null, reachable: true, unreachableSince: null },
    ...{ unreachableWhy: null, createdAt: at.now },
  };
  return { is: 'person', person: personRow({ id, wrappedKey: '', createdAt: at.now }), account };
}

let world: World;
let aisha: Hand;
let ruth: Hand;

/** Meetings of so many minutes, unless a pair chooses; everything else as it is. */
async function loadWith(minutes: number, more: object = {}): Promise<void> {
  const programme = await world.core.read.programmes.first();
  const document = { ...programme?.document, meetings: { minutes }, ...more };
  await world.coordinate('load-programme', { slug: programme?.slug, document });
}

async function minutesOfPair(): Promise<number | undefined> {
  const [pair] = await world.core.read.pairs.list();
  if (pair === undefined) throw new Error('There is no pair');
  const found = await world.core.read.meetings.forBooking(pair.id, '2026-12-01T10:00:00Z');
  return found?.programme.document.meetings.minutes;
}

describe('a programme says otherwise what a pair agreed to', () => {
  withPair((opened) => {
    ({ world, aisha, ruth } = opened);
  });

  it('is of the same terms in the database as in the core', async () => {
    const [{ source } = {}] = await world.rows(
      `SELECT prosrc AS source FROM pg_proc WHERE proname = 'programme_as_agreed'`,
    );
    const listed = /term\.key IN \(([^)]*)\)/.exec(String(source))?.[1] ?? '';
    expect(listed.split(',').map((each) => each.trim().replaceAll("'", ''))).toEqual([...TERMS]);
  });

  it('changes nothing for them, and asks both, in their own words', async () => {
    expect(await minutesOfPair()).toBe(30);
    await loadWith(45, { contact: { name: 'Jo', phone: '01632 960 077', hours: 'Always' } });
    expect(await minutesOfPair()).toBe(30);
    expect(aisha.reads()).toContain('45 minutes');
    expect(ruth.reads()).toContain('Nothing changes unless you both say yes');
  });

  it('shows whom to call as it is now, whatever they agreed', async () => {
    const [pair] = await world.core.read.pairs.list();
    const programme = pair && (await world.core.read.programmes.agreedBy(pair));
    expect(programme?.document.contact.phone).toBe('01632 960 077');
    expect(programme?.document.meetings.minutes).toBe(30);
  });

  it('waits for the other one after the first yes, and holds after the second', async () => {
    await aisha.presses('Yes, that is fine');
    expect(aisha.reads()).toContain('once the other one has said yes');
    expect(await minutesOfPair()).toBe(30);
    await ruth.presses('Yes, that is fine');
    expect(await minutesOfPair()).toBe(45);
    expect(ruth.reads()).toContain('You have both said yes');
  });

  it('leaves all as it was when one of them wants that, and shows the other nothing of it', async () => {
    await loadWith(60);
    await aisha.presses('Yes, that is fine');
    const before = aisha.phone.see();
    await ruth.presses('Keep it as it is');
    expect(await minutesOfPair()).toBe(45);
    expect(ruth.reads()).toContain('All stays as the two of you agreed.');
    expect(aisha.phone.see()).toEqual(before);
    expect(aisha.reads()).toContain('once the other one has said yes');
  });

  it('asks the other one on after a "no", and holds for nobody by their yes alone', async () => {
    await loadWith(75);
    await ruth.presses('Keep it as it is');
    expect(aisha.reads()).toContain('75 minutes');
    await aisha.presses('Yes, that is fine');
    expect(aisha.reads()).toContain('once the other one has said yes');
    expect(await minutesOfPair()).toBe(45);
  });

  it('lets nobody tell from what they see what the other one said, in whatever order', () => {
    const [mentorId, menteeId] = [crypto.randomUUID(), crypto.randomUUID()];
    const NUMBER = 7;
    const asked = { agreedNumber: 3, askedNumber: NUMBER, agreedBy: [], keptBy: [] };
    const pair: Pair = {
      ...{ id: crypto.randomUUID(), version: 1, programmeId: crypto.randomUUID(), mentorId, menteeId },
      ...{ state: 'active', rhythmDays: null, lastHeldAt: null, endedAt: null, ...asked },
      createdAt: Temporal.Instant.from('2026-11-23T09:00:00Z'),
    };
    type Step = readonly [who: string, yes: boolean];
    const told = (steps: readonly Step[]): { pair: Pair; toOther: number } =>
      steps.reduce(
        (so, [id, yes]) => {
          const decided = answerNewTerms.decide(
            so.pair,
            { pairId: pair.id, number: NUMBER, yes },
            at,
            by(id),
          );
          if ('refused' in decided) throw new Error(decided.refused);
          const [save] = decided.saves;
          const sent = decided.outgoing.filter(({ to }) => to !== id).length;
          const row = save?.table === 'pair' ? save.row : so.pair;
          return { pair: row, toOther: so.toOther + sent };
        },
        { pair, toOther: 0 },
      );
    const orders = (steps: readonly Step[]): (readonly Step[])[] => [steps, steps.toReversed()];
    for (const mine of [[], [[menteeId, true]], [[menteeId, false]]] as const)
      for (const theirs of [[], [[mentorId, true]], [[mentorId, false]]] as const)
        for (const steps of orders([...mine, ...theirs])) {
          const isBoth = steps.length === 2 && steps.every(([, yes]) => yes);
          const now = told(steps);
          const seen = saidBy(now.pair, menteeId, NUMBER);
          const alone = saidBy(told(mine).pair, menteeId, NUMBER);
          expect(seen, JSON.stringify(steps)).toBe(isBoth ? 'agreed' : alone);
          expect(now.toOther).toBe(isBoth ? 1 : 0);
        }
  });

  it('asks nobody again about what they did not want, nor when only other things change', async () => {
    const before = await world.rows(`SELECT count(*)::int AS n FROM outgoing WHERE screen = 'new-terms'`);
    const programme = await world.core.read.programmes.first();
    await world.coordinate('load-programme', {
      slug: programme?.slug,
      document: { ...programme?.document, name: 'Another name' },
    });
    const after = await world.rows(`SELECT count(*)::int AS n FROM outgoing WHERE screen = 'new-terms'`);
    expect(after).toEqual(before);
  });
});
