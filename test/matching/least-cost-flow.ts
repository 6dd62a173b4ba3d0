/**
 * The best assignment found in another way, to compare with: least-cost flow from a source over mentees and seats to a sink,
 * each path found by Bellman and Ford on plain arrays. Slow, and shares nothing with what it judges.
 *
 * @param costs of each mentee with each seat; undefined: never
 * @returns the least sum of costs of all assignments that leave the fewest over, and how many those place
 */
export function leastCostFlow(costs: readonly (readonly (number | undefined)[])[], seats: number) {
  const mentees = costs.length;
  const [source, sink] = [mentees + seats, mentees + seats + 1];
  type Edge = { from: number; to: number; cost: number; room: number; back: number };
  const edges: Edge[] = [];
  const add = (from: number, to: number, cost: number): void => {
    edges.push({ from, to, cost, room: 1, back: edges.length + 1 });
    edges.push({ from: to, to: from, cost: -cost, room: 0, back: edges.length - 1 });
  };
  for (let mentee = 0; mentee < mentees; mentee += 1) add(source, mentee, 0);
  for (let seat = 0; seat < seats; seat += 1) add(mentees + seat, sink, 0);
  for (const [mentee, row] of costs.entries()) {
    for (const [seat, cost] of row.entries()) if (cost !== undefined) add(mentee, mentees + seat, cost);
  }
  let [placed, sum] = [0, 0];
  for (;;) {
    const least = new Map([[source, 0]]);
    const by = new Map<number, Edge>();
    for (let changed = true; changed; ) {
      changed = false;
      for (const edge of edges) {
        const from = least.get(edge.from);
        if (edge.room === 0 || from === undefined) continue;
        if (from + edge.cost < (least.get(edge.to) ?? Number.POSITIVE_INFINITY)) {
          least.set(edge.to, from + edge.cost);
          by.set(edge.to, edge);
          changed = true;
        }
      }
    }
    const cost = least.get(sink);
    if (cost === undefined) return { placed, sum };
    placed += 1;
    sum += cost;
    for (let at = sink; at !== source; ) {
      const edge = by.get(at);
      const back = edge === undefined ? undefined : edges[edge.back];
      if (edge === undefined || back === undefined) throw new Error('A path without a beginning');
      edge.room -= 1;
      back.room += 1;
      at = edge.from;
    }
  }
}
