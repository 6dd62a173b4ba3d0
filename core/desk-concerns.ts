import type { z } from 'zod';
import type { Concern, ConcernStep, WhyReadConcern } from './concerns/concern.ts';
import { isAskedInHand } from './concerns/in-hand.ts';
import { type OpenedConcern, openedConcern } from './concerns/opened-concern.ts';
import { answererOf } from './kernel/answerer.ts';
import type { Moment } from './moment.ts';
import type { Person } from './people/person.ts';
import { type Performer, perform } from './perform.ts';
import type { TwoInContact } from './store/read-pair-messages.ts';

/** A concern without a word of it, and without whom it is from or about. */
export type DeskConcern = Pick<
  Concern,
  'id' | 'kind' | 'state' | 'createdAt' | 'seenAt' | 'closedAt' | 'outcome'
>;

/** One of them, for somebody who answers. */
export type DeskConcernInFull = DeskConcern & {
  readonly isMine: boolean;
  /** They took it and were asked whether it is in hand. */
  readonly isAsked: boolean;
  /** Who has it in hand, by name. */
  readonly taker: string | null;
  /** The two it is about, where it is about two: whether messages between them rest. */
  readonly pair: 'none' | 'open' | 'resting';
  /** Every step, timed, with who did it. */
  readonly steps: readonly (Pick<ConcernStep, 'at' | 'step'> & { readonly who: string | null })[];
};

/** Those that are open for somebody who answers, oldest first, then those that were closed lately. */
export async function deskConcerns({ store }: Performer, { id }: Person): Promise<DeskConcern[]> {
  const { concerns } = store.read;
  const all = [...(await concerns.openFor(id)), ...(await concerns.closedFor(id))];
  return all.map(bare);
}

/** For whoever does not answer for it, and whom it is about, it is not there. */
export async function deskConcern(
  { store }: Performer,
  person: Person,
  concernId: string,
): Promise<DeskConcernInFull | undefined> {
  const { concerns, pairMessages } = store.read;
  const concern = await concerns.concern(concernId);
  if (concern === undefined) return undefined;
  const team = await concerns.team(concern.programmeId);
  const me = answererOf(team, concern, { is: 'at-desk', person }, undefined);
  if (me === undefined) return undefined;
  const [steps, two] = await Promise.all([
    concerns.steps(concernId),
    concern.pairId === null ? undefined : pairMessages.two(concern.pairId),
  ]);
  const nameOf = (id: string | null) => team.find(({ personId }) => personId === id)?.name ?? null;
  return {
    ...bare(concern),
    isMine: concern.takenById === me.personId,
    isAsked: concern.takenById === me.personId && isAskedInHand(steps, me.personId),
    taker: nameOf(concern.takenById),
    pair: two === undefined ? 'none' : restOf(two),
    steps: steps.map(({ at, step, byId }) => ({ at, step, who: nameOf(byId) })),
  };
}

/** What was told: that they read it, and why, is written down first, or nothing is read. */
export async function readAtDesk(
  performer: Performer,
  person: Person,
  args: { readonly concernId: string; readonly why: z.infer<typeof WhyReadConcern> },
  at: Moment,
): Promise<OpenedConcern | undefined> {
  const order = { command: 'read-concern', args, by: { is: 'at-desk', person } } as const;
  const noted = await perform(performer, order, at);
  return noted.did === 'done' ? await openedConcern(performer.store.read, args.concernId) : undefined;
}

function restOf({ contact }: TwoInContact): 'open' | 'resting' {
  return contact?.leadPaused === true ? 'resting' : 'open';
}

function bare({ id, kind, state, createdAt, seenAt, closedAt, outcome }: Concern): DeskConcern {
  return { id, kind, state, createdAt, seenAt, closedAt, outcome };
}
