import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hand } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

let world: World;
let ruth: Hand;
let ruthId: string;
let secondId: string;

const folder = join(import.meta.dirname, '../../core/programmes');

describe('two programmes in one place, with people in both', () => {
  withPair((opened) => {
    ({ world, ruth } = opened);
  });

  it('takes in a second programme beside the first, and says to nobody that there was one', async () => {
    ruthId = await ruth.personId();
    ruth.looks();
    const document: unknown = JSON.parse(readFileSync(join(folder, 'next-steps.json'), 'utf8'));
    await world.coordinate('load-programme', { slug: 'next-steps', document });
    const programme = await world.core.read.programmes.bySlug('next-steps');
    secondId = programme?.id ?? '';
    await world.rows('UPDATE programme SET "openedAt" = now() WHERE id = $1', [secondId]);
    expect(ruth.news()).toEqual([]);
  });

  it('somebody who is a mentor in the one can be supported in the other, each in its own words', async () => {
    await world.coordinate('give-role', { personId: ruthId, programmeId: secondId, role: 'mentee' });
    await ruth.writes('home');
    expect(ruth.reads()).toContain('This is Time to Talk.');
    await ruth.presses(/Other programmes/);
    expect(ruth.reads()).toContain('Next Steps: you are in this one too.');
    await ruth.presses('Go to Next Steps');
    expect(ruth.reads()).toContain('This is Next Steps.');
    await ruth.presses('What is my role?');
    expect(ruth.reads()).toContain('participant');
  });

  it('what belongs to the first is still said in the words of the first', async () => {
    await world.coordinate('load-programme', {
      slug: 'next-steps',
      document: {
        ...JSON.parse(readFileSync(join(folder, 'next-steps.json'), 'utf8')),
        words: { mentor: { one: 'guide', many: 'guides' } },
      },
    });
    const programmeId = (await world.core.read.programmes.first())?.id;
    const joan = { name: 'Joan', programmeId, role: 'mentee', agreed: true, adult: true };
    await world.coordinate('enrol-person', joan);
    const [{ id: menteeId } = {}] = await world.rows(`SELECT id FROM person WHERE name = 'Joan'`);
    await world.coordinate('make-pair', { programmeId, mentorId: ruthId, menteeId });
    await ruth.presses(/See it/);
    expect(ruth.reads()).toContain('You are now the mentor of Joan.');
  });

  it('nobody can turn to one that takes nobody in', async () => {
    await world.rows('UPDATE programme SET "openedAt" = NULL WHERE id = $1', [secondId]);
    const account = (await world.core.read.people.accountsOf(ruthId))[0];
    const person = await world.core.read.people.person(ruthId);
    if (account === undefined || person === undefined) throw new Error('Ruth is gone');
    const by = { is: 'person', person, account } as const;
    const performed = await world.core.perform({
      command: 'turn-to-programme',
      args: { programmeId: secondId },
      by,
    });
    expect(performed).toMatchObject({ did: 'refused', refusal: { refused: 'programme.unknown' } });
  });
});
