import { wireOnce } from './wire-once.ts';

/** All of it answers later: nobody sees that it had to be loaded. */
type Asynchronous<P> = { readonly [Method in keyof P]: (...inputs: never[]) => Promise<unknown> };

/**
 * A port whose adapter is loaded with its first call. A client of the SDK costs each cold start a tenth of its time, and
 * most calls of most functions never speak to the mailer, the bucket or the queue.
 * @param load imports the adapter with `await import()`, which makes it a file beside the bundle. Asked once; after a
 *   failure again with the next call.
 */
export function onFirstUse<P extends Asynchronous<P>>(load: () => Promise<P>): P {
  const loaded = wireOnce(load);
  const call =
    (method: string) =>
    async (...inputs: unknown[]): Promise<unknown> => {
      const port = (await loaded()) as unknown as Record<string, (...inputs: unknown[]) => Promise<unknown>>;
      return port[method]?.(...inputs);
    };
  return new Proxy({} as P, {
    // A promise that resolves to a port must not take it for a promise, nor anything call it by a symbol.
    get: (_, method) => (typeof method === 'string' && method !== 'then' ? call(method) : undefined),
  });
}
