import type { Hook } from '../../domain/ports/hook-store.ts';

/** As many addresses as a business ever has. */
const maxKept = 100;

/**
 * Finds hooks by the hashes of their secrets. While the store does not answer, those that were found before are still
 * known: what comes in by them goes into the queue.
 * @returns throws what the store throws, if the hook was not found before.
 */
export function keepFound(
  find: (secretHash: string) => Promise<Hook | undefined>,
): (secretHash: string) => Promise<Hook | undefined> {
  const found = new Map<string, Hook>();
  return async (secretHash) => {
    try {
      const hook = await find(secretHash);
      if (hook && found.size < maxKept) found.set(secretHash, hook);
      if (!hook) found.delete(secretHash);
      return hook;
    } catch (error) {
      const known = found.get(secretHash);
      if (known) return known;
      throw error;
    }
  };
}
