import { createHash } from 'node:crypto';
import type { OwnHelpline, ProgrammeDocument } from '../programmes/programme.ts';
import { opening } from '../time/opening-hours.ts';
import { helplines } from './helplines.ts';

/** A line of a programme's own, ready for a card. */
export type OwnLine = {
  readonly id: 'own';
  readonly kind: OwnHelpline['about'];
  readonly way: 'call' | 'text';
  readonly name: string;
  readonly number: string;
  readonly hours: 'always' | 'unknown' | readonly ReturnType<typeof opening.parse>[];
  readonly young: false;
};

export function ownLines(own: readonly OwnHelpline[]): OwnLine[] {
  return own.map(({ about: kind, name, call, text, hours }) => ({
    id: 'own',
    kind,
    way: call === undefined ? 'text' : 'call',
    name,
    number: call ?? text ?? '',
    hours: typeof hours === 'string' ? hours : hours.map((each) => opening.parse(each)),
    young: false,
  }));
}

/**
 * Names one state of a programme's help card: every line, number and time that is on it. Whoever approves the card approves
 * this; it is another when anything of that changes, and the same when only the day of the last check does.
 */
export function cardVersion(own: readonly OwnHelpline[]): string {
  const ours = helplines.lines.map(({ id, number, hours, young }) => ({ id, number, hours, young }));
  const theirs = own.map(({ about, name, call, text, hours }) => ({ about, name, call, text, hours }));
  return createHash('sha256')
    .update(JSON.stringify([ours, theirs]))
    .digest('hex')
    .slice(0, 12);
}

/** Which help card a programme has now, and whether somebody there approved that one, an earlier one, or none. */
export function approvalOf({ helplines: { approved, own } }: ProgrammeDocument): {
  readonly version: string;
  readonly approval: 'holds' | 'changed-since' | 'none';
} {
  const version = cardVersion(own);
  if (approved === undefined) return { version, approval: 'none' };
  return { version, approval: approved.version === version ? 'holds' : 'changed-since' };
}
