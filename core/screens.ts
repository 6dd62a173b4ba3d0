import { questionScreen } from './conversation/question-screen.ts';
import { say } from './conversation/say-screen.ts';
import { pairMade, roleGiven } from './enrolment/enrolment-screens.ts';
import type { AnyForm } from './kernel/form.ts';
import type { AnyScreen } from './kernel/screen.ts';

/** Everything that can be shown, by part. */
export function screensWith(forms: ReadonlyMap<string, AnyForm>): readonly AnyScreen[] {
  return [questionScreen(forms), say, pairMade, roleGiven];
}
