/** The one HTTP server of the local system. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from './loopback.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface HttpServer {
  readonly port: number;
  /** Until this is called every request is told to come back in a second. */
  answerWith(answer: Answer): void;
  /** Takes no more requests and waits for those under way, at most so long. */
  close(patienceMs: number): Promise<void>;
}

/** @throws Error in one line: the port is in use. */
export async function listen(port: number): Promise<HttpServer> {
  let answer: Answer | undefined;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (!answer) {
      response.writeHead(503, { 'retry-after': '1', 'content-type': 'application/problem+json' });
      response.end('{"type":"about:blank","title":"Starting","status":503}');
      return;
    }
    try {
      await answer(request, response);
    } catch (error) {
      // Whoever asked has gone meanwhile.
      if (response.destroyed) return;
      console.error('A request failed:', error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/problem+json' });
      response.end('{"type":"about:blank","title":"Internal Server Error","status":500}');
    }
  };

  const { port: actualPort, servers } = await listenOnLoopback(() => createServer(handle), port, '--port');

  return {
    port: actualPort,
    answerWith(newAnswer) {
      answer = newAnswer;
    },
    async close(patienceMs) {
      const closed = Promise.all(
        servers.map(async (server) => {
          server.close();
          server.closeIdleConnections();
          await once(server, 'close');
        }),
      );
      const impatience = setTimeout(() => {
        for (const server of servers) server.closeAllConnections();
      }, patienceMs);
      await closed;
      clearTimeout(impatience);
    },
  };
}
