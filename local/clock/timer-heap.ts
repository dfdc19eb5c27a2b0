/** Timers in the order they are due; of two at the same instant the older one first. */
export interface Timer {
  readonly dueMs: number;
  readonly order: number;
  /** Absent: cancelled. */
  fire: (() => void) | undefined;
}

export interface TimerHeap {
  add(timer: Timer): void;
  /** The next timer that is not cancelled. */
  first(): Timer | undefined;
  removeFirst(): void;
}

const comesBefore = (a: Timer, b: Timer) => a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);

/** A binary heap: ten thousand leads wait here, and one of them changes at a time. */
export function timerHeap(): TimerHeap {
  const timers: Timer[] = [];

  const swapIfBefore = (lower: number, upper: number): boolean => {
    const [a, b] = [timers[lower], timers[upper]];
    if (!a || !b || !comesBefore(a, b)) return false;
    timers[lower] = b;
    timers[upper] = a;
    return true;
  };

  const removeFirst = () => {
    const last = timers.pop();
    if (!last || timers.length === 0) return;
    timers[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const [l, r] = [timers[left], timers[right]];
      if (!l) return;
      const child = r && comesBefore(r, l) ? right : left;
      if (!swapIfBefore(child, at)) return;
      at = child;
    }
  };

  return {
    add(timer) {
      timers.push(timer);
      for (let at = timers.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!swapIfBefore(at, parent)) return;
        at = parent;
      }
    },
    first() {
      while (timers[0] && !timers[0].fire) removeFirst();
      return timers[0];
    },
    removeFirst,
  };
}
