/** What is still to be looked at, the cheapest first: a binary heap of whole numbers, each with what it costs. */
export class CheapestFirst {
  #costs = new Float64Array(1024);
  #items = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** What the cheapest costs; Infinity when there is none. */
  get least(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#costs[0] ?? 0);
  }

  clear(): void {
    this.#size = 0;
  }

  add(item: number, cost: number): void {
    if (this.#size === this.#items.length) this.#grow();
    let place = this.#size;
    this.#size += 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((this.#costs[above] ?? 0) <= cost) break;
      this.#costs[place] = this.#costs[above] ?? 0;
      this.#items[place] = this.#items[above] ?? 0;
      place = above;
    }
    this.#costs[place] = cost;
    this.#items[place] = item;
  }

  /** Takes the cheapest away. */
  take(): number {
    const taken = this.#items[0] ?? 0;
    this.#size -= 1;
    const [cost, item] = [this.#costs[this.#size] ?? 0, this.#items[this.#size] ?? 0];
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && (this.#costs[below + 1] ?? 0) < (this.#costs[below] ?? 0)) {
        below += 1;
      }
      if ((this.#costs[below] ?? 0) >= cost) break;
      this.#costs[place] = this.#costs[below] ?? 0;
      this.#items[place] = this.#items[below] ?? 0;
      place = below;
    }
    this.#costs[place] = cost;
    this.#items[place] = item;
    return taken;
  }

  #grow(): void {
    const [costs, items] = [this.#costs, this.#items];
    this.#costs = new Float64Array(costs.length * 2);
    this.#items = new Int32Array(items.length * 2);
    this.#costs.set(costs);
    this.#items.set(items);
  }
}
