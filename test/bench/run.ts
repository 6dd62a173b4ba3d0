import { eventLoop } from './measures/event-loop.ts';
import { p1 } from './measures/p1.ts';
import { p2 } from './measures/p2.ts';
import { p6 } from './measures/p6.ts';
import { p7 } from './measures/p7.ts';
import { p10 } from './measures/p10.ts';
import { p10TooFast } from './measures/p10-too-fast.ts';
import { p11 } from './measures/p11.ts';
import { p12 } from './measures/p12.ts';
import { start } from './measures/start.ts';

/** What is measured, by name: each prints its own lines and says whether it is within its goal. */
const measures: ReadonlyMap<string, () => Promise<boolean>> = new Map([
  ['P1', p1],
  ['P2', p2],
  ['P6', p6],
  ['P7', p7],
  ['P10', p10],
  ['P10-too-fast', p10TooFast],
  ['event-loop', eventLoop],
  ['P11', p11],
  ['P12', p12],
  ['start', start],
]);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !measures.has(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no "${unknown.join(', ')}". Choose from ${[...measures.keys()].join(', ')}.\n`,
  );
  process.exit(2);
}

let well = true;
for (const [name, measure] of measures) {
  if (wanted.length === 0 || wanted.includes(name)) well = (await measure()) && well;
}
process.exitCode = well ? 0 : 1;
