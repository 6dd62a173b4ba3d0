import { describe, expect, it } from 'vitest';
import type { Two } from '../support/arrive.ts';
import { type Hand, labelsOf } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

withPair((opened) => {
  ({ world, two, aisha, ruth } = opened);
});

const days = async (count: number): Promise<void> => {
  aisha.looks();
  ruth.looks();
  await world.later({ hours: 24 * count });
};
const nudges = (hand: Hand): string[] =>
  hand.news().filter((text) => /good moment to find a time/.test(text));

describe('a message that the bot sends first', () => {
  it('never comes unless the person chose it (PAC-01)', async () => {
    await days(40);
    expect([aisha.news(), ruth.news()]).toEqual([[], []]);
  });

  it('comes to whoever chose it when a pair is quieter than it agreed, and not to the other one (PAC-01)', async () => {
    await aisha.writes('nudges');
    await aisha.presses('Yes, you may write first');
    await days(3);
    expect(nudges(aisha)).toHaveLength(1);
    expect(ruth.news()).toEqual([]);
  });

  it('blames nobody, counts nothing and says no word of the topic on a locked screen (PAC-02, ENR-07)', () => {
    const [said = ''] = nudges(aisha);
    expect(said).not.toMatch(/\d|missed|late|again|should|must|only|yet|mentor|Ruth/i);
  });

  it('comes outside her quiet hours only (BND-05, PAC-01)', () => {
    const sent = aisha.phone.see().findLast(({ text }) => /good moment/.test(text));
    const hour = new Date(sent?.at ?? 0).getUTCHours();
    expect(hour).toBeGreaterThanOrEqual(8);
    expect(hour).toBeLessThan(21);
  });

  it('can say why, in her words, from the rule that fired (PAC-03)', async () => {
    await aisha.presses('Why did I get this?');
    expect(aisha.reads()).toMatch(/You said that I may write to you first/);
    expect(aisha.reads()).toMatch(/every 14 days/);
    expect(aisha.reads()).toMatch(/Nobody else sees this/);
  });

  it('comes at the most once in the time she set, less often in one tap (PAC-01)', async () => {
    await days(3);
    expect(nudges(aisha)).toHaveLength(0);
    const nudge = aisha.phone.see().findLast((each) => labelsOf(each).includes('Less often'));
    const before = aisha.phone.see();
    await aisha.presses('Less often');
    const changed = aisha.phone.see().filter((each, index) => each.text !== before[index]?.text);
    // What they chose earlier, further up, is true as well; the answer stands where the button was.
    expect(changed.at(-1)).toMatchObject({
      messageId: nudge?.messageId,
      text: expect.stringMatching(/14 days/),
    });
    expect(aisha.phone.see()).toHaveLength(before.length);
    const [row] = await world.rows(`SELECT settings->>'nudgeEveryDays' AS days FROM person WHERE id = $1`, [
      two.menteeId,
    ]);
    expect(row).toEqual({ days: '14' });
  });

  it('waits while she is on a break, and after "not for two weeks" (PAC-01, ENR-03)', async () => {
    await aisha.presses('Not for two weeks');
    await days(13);
    expect(nudges(aisha)).toHaveLength(0);
    await aisha.does('pause', { press: 'Until I say' });
    await days(60);
    expect(nudges(aisha)).toHaveLength(0);
    await aisha.writes('home');
    await aisha.presses('End my break');
  });

  it('leads in one tap to a time, and stays away once something is planned (ENR-02, PAC-02)', async () => {
    await days(30);
    expect(nudges(aisha).length).toBeGreaterThan(0);
    await aisha.presses('Find a time');
    await aisha.does('in 6 weeks at 3pm', { press: 'By text' }, { press: '15 minutes' });
    if (aisha.labels().includes('Cancel')) throw new Error(aisha.reads());
    await ruth.presses('Yes, that suits me');
    await days(35);
    expect(nudges(aisha)).toHaveLength(0);
  });

  it('stops for good in one tap (PAC-01)', async () => {
    await aisha.writes('nudges');
    await aisha.presses('Stop these messages');
    await days(60);
    expect(nudges(aisha)).toHaveLength(0);
  });
});
