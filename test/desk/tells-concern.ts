import { randomUUID } from 'node:crypto';
import { Concern, textPlaceOf } from '../../core/concerns/concern.ts';
import type { Writer } from '../support/paper-world.ts';
import { momentAt } from '../support/world.ts';
import type { DeskWorld } from './desk-world.ts';

/** A concern as it is kept, without the way there. */
export async function tellsConcern(
  world: DeskWorld,
  from: Writer,
  words: string,
  {
    notFor = [],
    pairId = null,
  }: { readonly notFor?: readonly string[]; readonly pairId?: string | null } = {},
): Promise<string> {
  const at = momentAt(world.clock);
  const id = randomUUID();
  const { keys } = world.store.read;
  const wrappedKey = keys.newWrapped(id, at);
  const nobody = {
    aboutId: null,
    groupId: null,
    messageId: null,
    takenById: null,
    closedById: null,
  };
  const never = {
    deliveredAt: null,
    seenAt: null,
    takenAt: null,
    everybodyAt: null,
    closedAt: null,
    outcome: null,
  };
  const row = Concern.parse({
    id,
    version: 1,
    programmeId: world.programmeId,
    pairId,
    kind: 'tell-someone',
    fromId: from.id,
    about: 'me',
    ...nobody,
    ...never,
    state: 'open',
    notFor: [from.id, ...notFor],
    asked: [],
    level: 0,
    createdAt: at.now,
    messageSealed: null,
    whomSealed: null,
    wrappedKey,
    textSealed: keys.of({ id, wrappedKey }).seal(words, textPlaceOf(id), at.random(12)),
  });
  await world.commit({ saves: [{ table: 'concern', row }] });
  return id;
}
