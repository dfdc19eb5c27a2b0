/** What is to happen, by when; what is due at the same moment in an order that chance says. */
export interface Queued<T> {
  readonly dueMs: number;
  readonly tie: number;
  /** `undefined`: called off. */
  item: T | undefined;
}

export interface TimeQueue<T> {
  add(dueMs: number, tie: number, item: T): Queued<T>;
  /** The next that was not called off. */
  first(): Queued<T> | undefined;
  removeFirst(): void;
}

const comesBefore = (one: Queued<unknown>, other: Queued<unknown>): boolean =>
  one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.tie < other.tie);

/** A binary heap. */
export function timeQueue<T>(): TimeQueue<T> {
  const heap: Queued<T>[] = [];

  const removeFirst = () => {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (!left) break;
      let smaller = left;
      if (right && comesBefore(right, left)) {
        child += 1;
        smaller = right;
      }
      if (!comesBefore(smaller, last)) break;
      heap[at] = smaller;
      at = child;
    }
    heap[at] = last;
  };

  return {
    add(dueMs, tie, item) {
      const queued: Queued<T> = { dueMs, tie, item };
      let at = heap.length;
      heap.push(queued);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent];
        if (!above || !comesBefore(queued, above)) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = queued;
      return queued;
    },
    first() {
      while (heap[0] && heap[0].item === undefined) removeFirst();
      return heap[0];
    },
    removeFirst,
  };
}
