/** What is under way in this process, so that moving the clock can wait until all is quiet. */
export interface Activity {
  /** Counts the work until it is settled; returns it unchanged. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more. */
  quiet(): Promise<void>;
}

export function trackActivity(): Activity {
  let underWay = 0;
  let waiting: (() => void)[] = [];

  const settled = () => {
    underWay -= 1;
    if (underWay > 0) return;
    const resolvers = waiting;
    waiting = [];
    for (const resolve of resolvers) resolve();
  };

  return {
    track(work) {
      underWay += 1;
      work.then(settled, settled);
      return work;
    },
    async quiet() {
      // Whoever awaited the last work may start the next one a turn later.
      do {
        if (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay > 0);
    },
  };
}
