/**
 * The mail server of one machine: what the MX and the receipt rule of SES are in the cloud. It accepts mails for the
 * business's own addresses and nothing else, so it relays to nobody, and says "250" only when the mail is kept.
 */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { SMTPServer, SMTPServerDataStream } from 'smtp-server';
import { listenOnLoopback } from '../http/loopback.ts';
import type { Envelope } from './envelope.ts';
import type { OwnAddresses } from './own-addresses.ts';

/** Keeps a mail: when it is done, the mail survives the end of the process. */
export type AcceptMail = (envelope: Envelope, raw: Buffer) => Promise<unknown>;

export interface MailServer {
  readonly port: number;
  /** Until this is called every mail is told to come back later. */
  acceptWith(accept: AcceptMail): void;
  /** Accepts no more mails and waits for those being handed over, at most so long. */
  close(patienceMs: number): Promise<void>;
}

/**
 * SES accepts mails up to 40 MB, with their attachments as they travel, for up to 100 receivers.
 * https://docs.aws.amazon.com/ses/latest/dg/quotas.html
 */
const maxMailBytes = 40 * 1024 * 1024;
const maxRecipients = 100;

/** More at once than a machine for one business ever sees; each may hold a mail of the largest size in memory. */
const maxConnections = 20;

class SmtpRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** @throws Error in one line: the port is in use. */
export async function listenForMail(port: number, own: OwnAddresses): Promise<MailServer> {
  let accept: AcceptMail | undefined;
  let smtp: Promise<SMTPServer> | undefined;
  let closing = false;
  const sockets = new Set<Socket>();
  const handingOver = new Set<Promise<void>>();

  const receive = async (stream: SMTPServerDataStream, envelope: Envelope): Promise<void> => {
    const raw = await readMailData(stream);
    if (!raw) throw new SmtpRefusal(552, 'This mail is larger than 40 MB');
    if (!accept || closing) throw new SmtpRefusal(451, 'Not ready, please try again');
    await accept(envelope, raw).catch((error: unknown) => {
      console.error('A mail could not be kept:', error);
      throw new SmtpRefusal(451, 'The mail could not be kept, please try again');
    });
  };

  const startSmtp = async (): Promise<SMTPServer> => {
    // Loaded with the first mail: 50 ms that nobody waits for at the start.
    const { SMTPServer } = await import('smtp-server');
    const server = new SMTPServer({
      name: 'localhost',
      banner: 'Nachfass on this machine',
      disabledCommands: ['AUTH', 'STARTTLS'],
      hideENHANCEDSTATUSCODES: false,
      disableReverseLookup: true,
      size: maxMailBytes,
      maxRecipients,
      onRcptTo({ address }, _session, callback) {
        if (own.includes(address) || address.toLowerCase() === 'postmaster') return callback();
        callback(
          new SmtpRefusal(550, `No mailbox ${address} here, only those at ${own.domains.join(' and ')}`),
        );
      },
      onData(stream, { envelope: { mailFrom, rcptTo } }, callback) {
        const envelope = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => (address.includes('@') ? address : `${address}@${own.domains[0]}`)),
        };
        const received = receive(stream, envelope).then(
          () => callback(null, 'The mail is kept'),
          (error: Error) => callback(error),
        );
        handingOver.add(received);
        received.finally(() => handingOver.delete(received));
      },
    });
    // Clients that break off: their mails are not accepted, which is all that matters.
    server.on('error', () => undefined);
    return server;
  };

  const connect = async (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (closing || sockets.size > maxConnections) {
      socket.end('421 4.3.2 Too busy, please try again\r\n');
      return;
    }
    smtp ??= startSmtp();
    (await smtp).connect(socket);
  };

  const { port: actualPort, servers } = await listenOnLoopback(
    () => createServer((socket) => void connect(socket)),
    port,
    '--smtp-port',
  );

  return {
    port: actualPort,
    acceptWith(newAccept) {
      accept = newAccept;
    },
    async close(patienceMs) {
      closing = true;
      const closed = servers.map(async (server) => {
        server.close();
        await once(server, 'close');
      });
      const impatience = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, patienceMs);
      await Promise.all(handingOver);
      for (const socket of sockets) socket.end('421 4.3.2 Stopping, please try again\r\n');
      await Promise.all(closed);
      clearTimeout(impatience);
    },
  };
}

/**
 * The whole mail; `undefined` if it is too large, of which nothing is kept.
 * @throws Error the client went away before the mail was complete.
 */
async function readMailData(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  let chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk as Buffer);
  }
  return stream.sizeExceeded ? undefined : Buffer.concat(chunks);
}
