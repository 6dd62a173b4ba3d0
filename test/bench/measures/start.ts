import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startTelegramStandIn, type TelegramStandIn } from '../../../bots/rehearsal/telegram/stand-in.ts';
import { median, spread } from '../interleaved.ts';

const GOAL_MS = 2500;
const RUNS = 7;
const home = join(import.meta.dirname, '..', '..', '..');

type Run = { readonly ms: number; readonly split: ReadonlyMap<string, number>; readonly rssMb: number };

/** From the start of the process to the first update answered, with a database that exists; where that time goes; memory. */
export async function start(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'beenthere-start-'));
  const telegram = await startTelegramStandIn({ limits: 'off' });
  try {
    await once(telegram, folder);
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await once(telegram, folder));
    const bare = await bareNode();
    const all = runs.map((run) => run.ms);
    const steps = [...(runs[0]?.split.keys() ?? [])];
    const split = steps.map(
      (step) => `${step} ${median(runs.map((run) => run.split.get(step) ?? 0)).toFixed(0)}`,
    );
    process.stdout.write(
      [
        `start to first update answered: ${spread(all, 0)} ms with a warm database; goal at most ${GOAL_MS}`,
        `   reached after (ms, median): ${split.join(', ')}`,
        `   ${(median(all) / median(bare)).toFixed(1)} times \`node -e 0\` (${median(bare).toFixed(0)} ms); memory of the app when idle ${median(runs.map((run) => run.rssMb)).toFixed(0)} MB`,
        '',
      ].join('\n'),
    );
    return Math.min(...all) <= GOAL_MS;
  } finally {
    await telegram.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function once(telegram: TelegramStandIn, folder: string): Promise<Run> {
  const person = telegram.user({ id: 99, firstName: 'Ada' });
  person.start();
  const since = person.mark();
  const began = performance.now();
  const beganAt = Date.now();
  const app = spawn(process.execPath, ['main.ts'], {
    cwd: home,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const split = stepsOf(app, beganAt);
  await person.waitFor(() => true, { since, timeoutMs: 60_000 });
  const ms = performance.now() - began;
  split.set('answered', ms);
  await pause(1500);
  const rssMb =
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  app.kill('SIGTERM');
  await new Promise((resolve) => app.once('exit', resolve));
  return { ms, split, rssMb };
}

/** The app's own log says when it had reached what. */
function stepsOf(app: ChildProcess, beganAt: number): Map<string, number> {
  const split = new Map<string, number>();
  let kept = '';
  app.stdout?.on('data', (data) => {
    const lines = (kept + data).split('\n');
    kept = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.startsWith('{'))) {
      const { reached, time } = JSON.parse(line);
      if (typeof reached === 'string') split.set(reached, time - beganAt);
    }
  });
  return split;
}

async function bareNode(): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const began = performance.now();
    const node = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => node.once('exit', resolve));
    times.push(performance.now() - began);
  }
  return times;
}
