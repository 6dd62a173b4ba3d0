import type { Reader } from '../core/index.ts';
import type { RequestNote } from './parts.ts';

type Counts = Awaited<ReturnType<Reader['desk']['counts']>>;

/** How many requests the API has answered since it runs, by the kind of outcome. */
export type Requests = { note(request: RequestNote): void; readonly byKind: ReadonlyMap<string, number> };

export function countRequests(): Requests {
  const byKind = new Map<string, number>();
  return {
    byKind,
    note({ status }) {
      const kind = `${Math.floor(status / 100)}xx`;
      byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    },
  };
}

type Measure = {
  readonly name: string;
  readonly kind: 'gauge' | 'counter';
  readonly help: string;
  readonly values: readonly (readonly [labels: string, value: number])[];
};

/** Counts in Prometheus' text format: numbers alone, no ids and no names. */
export function measuresText(counts: Counts, requests: Requests): string {
  const { people, pairs, programmes, openTasks, due, waiting, undeliverable, review } = counts;
  const one = (name: string, help: string, value: number): Measure => ({
    name,
    help,
    kind: 'gauge',
    values: [['', value]],
  });
  const measures: Measure[] = [
    one('beenthere_programmes', 'Programmes.', programmes),
    one('beenthere_people', 'People, whatever their state.', people),
    one('beenthere_pairs', 'Pairs that have not ended.', pairs),
    one('beenthere_open_tasks', 'Tasks that wait for a coordinator.', openTasks),
    one('beenthere_due', 'Things that become due later or now.', due),
    {
      name: 'beenthere_messages',
      help: 'Messages that are to be sent, could not be sent, or wait for a decision after a restore.',
      kind: 'gauge',
      values: [
        ['{state="waiting"}', waiting],
        ['{state="undeliverable"}', undeliverable],
        ['{state="review"}', review],
      ],
    },
    {
      name: 'beenthere_api_requests_total',
      help: 'Requests to the API since the program runs.',
      kind: 'counter',
      values: [...requests.byKind].sort().map(([kind, count]) => [`{status="${kind}"}`, count]),
    },
    one('process_uptime_seconds', 'For how long the program has been running.', process.uptime()),
    one('process_resident_memory_bytes', 'Memory in use.', process.memoryUsage.rss()),
  ];
  return `${measures.flatMap(linesOf).join('\n')}\n`;
}

function linesOf({ name, kind, help, values }: Measure): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${kind}`,
    ...values.map(([labels, value]) => `${name}${labels} ${value}`),
  ];
}
