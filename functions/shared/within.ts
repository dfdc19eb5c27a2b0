class TooSlowError extends Error {
  override readonly name = 'TooSlow';
}

/**
 * Waits so long and no longer. The work is not stopped: it may still come to its end.
 * @throws Error it took longer, or it failed.
 */
export async function within<T>(millis: number, work: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TooSlowError()), millis);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
