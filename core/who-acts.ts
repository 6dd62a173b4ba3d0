import type { By } from './kernel/command.ts';
import type { WayIn } from './store/way-in.ts';
import type { Known } from './to-order.ts';

/** The person, about their own matters. */
export function bySelf({ person, account }: Known): By {
  return { is: 'person', person, account };
}

/** Whose matter it is just now: the person's own, or somebody's whom they support with consent. */
export function byNow(known: Known, forId: string | undefined): By | undefined {
  const { person, account, actingFor } = known;
  // Whoever asked for silence is not acted for either: they would not see what is done in their name.
  const mayAct = actingFor?.state === 'active';
  if (mayAct && (forId ?? account.actingForId) === actingFor.id) {
    return { is: 'person', person: actingFor, account, supporter: person };
  }
  return forId === undefined || forId === person.id ? { is: 'person', person, account } : undefined;
}

/** A button is for whoever it was shown to; one that stands in a shared place is for anybody, each for themself. */
export function whoPresses(known: Known, button: NonNullable<WayIn['button']>): By | undefined {
  if (button.personId === null || button.forId === null) return bySelf(known);
  return button.personId === known.person.id ? byNow(known, button.forId) : undefined;
}
