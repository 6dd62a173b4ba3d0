import { describe, expect, it } from 'vitest';
import { TERMS } from '../../core/programmes/agreed-terms.ts';
import type { Hand } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

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

  it('leaves all as it was when one of them wants that, and says not who', async () => {
    await loadWith(60);
    await aisha.presses('Yes, that is fine');
    await ruth.presses('Keep it as it is');
    expect(await minutesOfPair()).toBe(45);
    expect(aisha.reads()).toContain('All stays as the two of you agreed.');
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
