import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that the system gives to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of those
 * could be in use again when whoever asked gets round to listening, on a busy machine seconds later.
 */
const firstPort = 20_000;
const lastPort = 32_000;

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * (lastPort - firstPort));
    const server = createServer().listen(port);
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    await new Promise((closed) => server.close(closed));
    if (free) return port;
  }
}
