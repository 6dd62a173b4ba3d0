import type { Two } from '../support/arrive.ts';
import type { World } from '../support/world.ts';
import { storySteps } from './story.ts';

/** The whole story once, told as fast as it goes, in a world whose clock stands still. */
export async function bookAndCallOff(world: World, { mentee, mentor }: Two, times: number): Promise<void> {
  for (const step of storySteps(dayFrom(world, 9 + (times % 9)), dayFrom(world, 20 + (times % 7)))) {
    const phone = step.who === 'mentee' ? mentee : mentor;
    if (step.presses === undefined) phone.send(step.writes ?? '');
    else phone.press(step.presses);
    await world.settle();
  }
}

function dayFrom(world: World, days: number): string {
  return world.clock
    .now()
    .add({ hours: 24 * days })
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' });
}
