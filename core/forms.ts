import type { AnyForm } from './kernel/form.ts';

/** Everything that is asked in more than one question, by part. */
export const forms: readonly AnyForm[] = [];
