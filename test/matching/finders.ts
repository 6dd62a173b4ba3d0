import type { IntakeAnswers } from '../../core/programmes/intake.ts';
import type { PaperWorld, Writer } from '../support/paper-world.ts';
import { waitsForMatch } from '../support/waiting.ts';

export const LIVED = { 'lives-with': ['dementia'], likes: ['walks'], age: 'forties' };
const WORDS = 'I have been there, and I am still here.';
const by = { is: 'coordinator', name: 'test' } as const;

/** What is done again and again where people find one another, in the world that is open. */
export function finders(world: () => PaperWorld) {
  async function person(name: string, more: Parameters<PaperWorld['person']>[1] = {}): Promise<Writer> {
    return await world().person(name, { adult: true, ...more });
  }

  async function waits(as: 'mentee' | 'mentor', who: Writer, answers: IntakeAnswers = LIVED, agreed = true) {
    const { programmeId } = world();
    const settle = () => world().core.settle();
    const { store, clock } = world();
    return await waitsForMatch(
      { store, clock, settle },
      { personId: who.id, programmeId, as, answers, words: `${WORDS} ${as}`, agreed },
    );
  }

  async function sees(who: Writer): Promise<string> {
    if (world().labels(who).includes('See it')) await world().press(who, 'See it');
    return world().last(who);
  }

  async function perform(command: string, args: object): Promise<string> {
    const done = await world().core.perform({ command, args, by });
    await world().core.settle();
    return done.did === 'refused' ? done.refusal.refused : done.did;
  }

  async function matchId(mentor: Writer): Promise<string> {
    const [row] = await world().rows(`SELECT id FROM match WHERE "mentorId" = '${mentor.id}'`);
    return String(row?.['id']);
  }

  async function states(): Promise<string[]> {
    const rows = await world().rows('SELECT state FROM match ORDER BY "createdAt", id');
    return rows.map(({ state }) => String(state));
  }

  return { person, waits, sees, perform, matchId, states };
}
