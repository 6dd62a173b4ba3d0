import { finishErasures } from './finish-erasures.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';
import firstProgramme from './programmes/first-programme.json' with { type: 'json' };
import { ProgrammeDocument } from './programmes/programme.ts';

/** Makes an empty database ready, and finishes what an earlier run could not. */
export async function prepare(performer: Performer, moment: () => Moment): Promise<void> {
  await finishErasures(performer, moment());
  if ((await performer.store.read.programmes.first()) === undefined) {
    const order = { slug: 'first', document: ProgrammeDocument.parse(firstProgramme) };
    await perform(
      performer,
      { command: 'load-programme', args: order, by: { is: 'coordinator', name: 'install' } },
      moment(),
    );
  }
  // A new version may know new rules of time zones.
  const from = { from: moment().now.toString() };
  await perform(performer, { command: 'recompute-times', args: from, by: { is: 'clock' } }, moment());
}
