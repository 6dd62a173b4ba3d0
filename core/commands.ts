import { answer, openForm } from './conversation/form-commands.ts';
import { show, showAnyTime } from './conversation/show.ts';
import type { AnyCommand } from './kernel/command.ts';

/** Everything that can be done, by part. */
export const commands: readonly AnyCommand[] = [answer, openForm, show, showAnyTime];
