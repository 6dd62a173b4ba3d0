import type { Concern } from '../concerns/concern.ts';
import { next, type Save } from './change.ts';

/** Two records turn out to be one person: what names the one that goes names the one that stays, whatever it is in it. */
export function namingInstead(concerns: readonly Concern[], goesId: string, staysId: string): Save[] {
  const who = (id: string): string => (id === goesId ? staysId : id);
  const orNobody = (id: string | null): string | null => (id === null ? null : who(id));
  const each = (ids: readonly string[]): string[] => [...new Set(ids.map(who))];
  return concerns.map((concern) => {
    const row = next(concern, {
      fromId: who(concern.fromId),
      aboutId: orNobody(concern.aboutId),
      notFor: each(concern.notFor),
      asked: each(concern.asked),
      takenById: orNobody(concern.takenById),
      closedById: orNobody(concern.closedById),
    });
    return { table: 'concern', row };
  });
}
