import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { readSupervision } from './read-supervision.ts';
import { supervisionForm } from './supervision-form.ts';
import {
  mySupervision,
  supervisionKept,
  supervisionNews,
  supervisionOf,
  supervisionPeople,
} from './supervision-screens.ts';
import { writeSupervision } from './write-supervision.ts';

/** What is said about a mentor's supervision: between the mentor, the coordinators and the named cover. */
export const supervisionCommands: readonly AnyCommand[] = [writeSupervision, readSupervision];
export const supervisionForms: readonly AnyForm[] = [supervisionForm];
export const supervisionScreens: readonly AnyScreen[] = [
  ...[mySupervision, supervisionPeople, supervisionOf],
  ...[supervisionKept, supervisionNews],
];
