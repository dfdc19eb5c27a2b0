/** Servers on this machine's own addresses only: what they offer needs no login. */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

/**
 * Listens on IPv4 and, where the machine has it, on IPv6, at the same port.
 * @param flag names the port on the command line.
 * @throws Error in one line: the port is in use.
 */
export async function listenOnLoopback<S extends Server>(
  createServer: () => S,
  port: number,
  flag: string,
): Promise<{ readonly port: number; readonly servers: readonly S[] }> {
  const first = await listenOn('127.0.0.1', createServer(), port, flag);
  const actualPort = (first.address() as AddressInfo).port;
  try {
    return { port: actualPort, servers: [first, await listenOn('::1', createServer(), actualPort, flag)] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return { port: actualPort, servers: [first] };
    first.close();
    throw error;
  }
}

async function listenOn<S extends Server>(host: string, server: S, port: number, flag: string): Promise<S> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is in use. Choose another one: npm start -- ${flag} ${port + 1}`);
    }
    if (code === 'EACCES') throw new Error(`Port ${port} may not be used: only the administrator may.`);
    throw error;
  }
  return server;
}
