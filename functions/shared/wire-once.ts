/**
 * Wires a function's dependencies on its first call and keeps them. A wiring that failed is not kept: the next call
 * tries again, so a passing fault at a cold start does not poison the instance.
 */
export function wireOnce<D>(wire: () => D | Promise<D>): () => Promise<D> {
  let wired: Promise<D> | undefined;
  return () => {
    wired ??= Promise.resolve()
      .then(wire)
      .catch((error: unknown) => {
        wired = undefined;
        throw error;
      });
    return wired;
  };
}
