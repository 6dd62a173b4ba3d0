import { finishErasures } from './finish-erasures.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';
import { daysOf, RETENTION_KINDS, type RetentionKind, retentionRules } from './privacy/retention.ts';

export type RetentionStatus = {
  readonly kind: RetentionKind;
  readonly days: number;
  readonly what: string;
  readonly ranAt: string | null;
  readonly removed: number | null;
};

/**
 * The nightly round: what has been kept for long enough goes, whoever was to be erased and is still there goes, and what was
 * deleted is given up for overwriting. Returns how much went of each kind.
 */
export async function keepNoLonger(
  performer: Performer,
  moment: () => Moment,
): Promise<ReadonlyMap<RetentionKind, number>> {
  const { retention, read } = performer.store;
  const own = (await read.programmes.all()).map(({ document }) => document.retention);
  const went = new Map<RetentionKind, number>();
  for (const kind of RETENTION_KINDS) {
    const at = moment();
    const before = at.now.subtract({ hours: 24 * daysOf(kind, own) });
    let removed = await retention.removeOld(kind, before);
    for (const personId of await retention.peopleUntil(kind, before)) {
      const order = { command: 'erase-person', args: { personId }, by: { is: 'clock' } } as const;
      if ((await perform(performer, order, at)).did === 'done') removed += 1;
    }
    await retention.note(kind, at.now, removed);
    went.set(kind, removed);
  }
  await finishErasures(performer, moment());
  // A night that was left out is made up for by the next.
  const lately = moment().now.subtract({ hours: 49 });
  await retention.giveUpDeleted(await retention.hasErasedSince(lately));
  return went;
}

const DAYS_OF_YEAR = 365;

/** How long each kind is kept here, and when it was last looked through. */
export async function retentionStatus({ store }: Performer): Promise<RetentionStatus[]> {
  const programmes = await store.read.programmes.all();
  const own = programmes.map(({ document }) => document.retention);
  // Each programme keeps its own concerns for its own years: no longer than this.
  const said = programmes.map(({ document }) => document.safeguarding.keptYears);
  const years = said.length === 0 ? 7 : Math.max(...said);
  const ran = await store.retention.ran();
  return RETENTION_KINDS.map((kind) => {
    const last = ran.find(({ id }) => id === kind);
    return {
      kind,
      days: kind === 'concerns' ? DAYS_OF_YEAR * years : daysOf(kind, own),
      what: retentionRules[kind].what,
      ranAt: last?.ranAt.toString() ?? null,
      removed: last?.removed ?? null,
    };
  });
}
