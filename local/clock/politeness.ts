/** Whoever waits for an answer comes first: work behind the scenes gives way while requests are answered. */

/** Under steady load the pauses between two requests are shorter than this. */
const pauseMs = 25;
/** So often work behind the scenes gets a turn all the same. */
const turnEachMs = 250;

export interface Politeness {
  /** Counts a request while it is being answered. */
  answering<T>(answer: Promise<T>): Promise<T>;
  /** How many pieces of work may run at once now, of at most so many. */
  mayRun(atMost: number): number;
}

export function politeness(nowMs: () => number = () => performance.now()): Politeness {
  let answering = 0;
  let lastAnswerMs = Number.NEGATIVE_INFINITY;
  let lastTurnMs = Number.NEGATIVE_INFINITY;

  return {
    async answering(answer) {
      answering += 1;
      try {
        return await answer;
      } finally {
        answering -= 1;
        lastAnswerMs = nowMs();
      }
    },
    mayRun(atMost) {
      const now = nowMs();
      const calm = answering === 0 && now - lastAnswerMs >= pauseMs;
      if (!calm && now - lastTurnMs < turnEachMs) return 0;
      lastTurnMs = now;
      return calm ? atMost : 1;
    },
  };
}
