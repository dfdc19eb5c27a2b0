/**
 * The part of SES that is used here: `SendRawEmail` of the query protocol (version 2010-12-01). It keeps the mail, whole
 * and on disk, before it answers, and refuses what SES would refuse.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressesIn, readHeaders } from './mail-headers.ts';
import type { Mailbox } from './mailbox.ts';

export interface SesEndpoint {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** SES's own limit for a message in version 1, after base64. */
const largestMessageBytes = 10 * 1024 * 1024;
/** Base64 makes four of three, and percent-encoding makes three of each `+`, `/` and `=`. */
const largestRequestBytes = 3 * largestMessageBytes;
const mostRecipients = 50;

class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Sending {
  readonly mailbox: Mailbox;
  /** The verified identity: only its addresses may send. */
  readonly domain: string;
}

export async function startSesEndpoint(sending: Sending): Promise<SesEndpoint> {
  const server = createServer(async (request, response) => {
    const requestId = randomUUID();
    try {
      const messageId = await sendRawEmail(sending, new URLSearchParams(await readText(request)));
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end(
          `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>` +
            `<MessageId>${messageId}</MessageId></SendRawEmailResult>` +
            `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
        );
    } catch (error) {
      const refused = error instanceof Refusal;
      response
        .writeHead(refused ? 400 : 500, { 'content-type': 'text/xml' })
        .end(
          `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error>` +
            `<Type>${refused ? 'Sender' : 'Receiver'}</Type>` +
            `<Code>${refused ? error.code : 'InternalFailure'}</Code>` +
            `<Message>${escapeXml(error instanceof Error ? error.message : String(error))}</Message></Error>` +
            `<RequestId>${requestId}</RequestId></ErrorResponse>`,
        );
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server),
  };
}

async function sendRawEmail({ mailbox, domain }: Sending, parameters: URLSearchParams): Promise<string> {
  const action = parameters.get('Action');
  if (action !== 'SendRawEmail') throw new Refusal('InvalidAction', `The action ${action} is not supported.`);

  const raw = Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length > largestMessageBytes) {
    throw new Refusal(
      'InvalidParameterValue',
      `Message length is more than ${largestMessageBytes} bytes long: '${raw.length}'.`,
    );
  }

  const headers = readHeaders(raw);
  const senders = [...addressesIn(headers.get('from') ?? ''), ...addressesIn(parameters.get('Source') ?? '')];
  if (senders.length === 0) throw new Refusal('InvalidParameterValue', "Missing required header 'From'.");
  const foreign = senders.filter((sender) => !sender.toLowerCase().endsWith(`@${domain.toLowerCase()}`));
  if (foreign.length > 0) {
    throw new Refusal(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check: ${foreign.join(', ')}`,
    );
  }

  const destinations = [...parameters]
    .filter(([name]) => name.startsWith('Destinations.member.'))
    .flatMap(([, value]) => addressesIn(value));
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(headers.get(name) ?? ''));
  const recipients = destinations.length > 0 ? destinations : named;
  if (recipients.length === 0) throw new Refusal('InvalidParameterValue', "Missing required header 'To'.");
  if (recipients.length > mostRecipients) {
    throw new Refusal('InvalidParameterValue', `Recipient count exceeds ${mostRecipients}.`);
  }
  const unaddressable = recipients.find((recipient) => !/^[^\s@]+@[^\s@]+$/.test(recipient));
  if (unaddressable !== undefined) {
    throw new Refusal('InvalidParameterValue', "Missing final '@domain', or white space in the address.");
  }

  return mailbox.add(raw, recipients);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestRequestBytes) throw new Refusal('RequestEntityTooLarge', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('latin1');
}

const escapeXml = (text: string) => text.replace(/[<>&'"]/g, (character) => `&#${character.codePointAt(0)};`);

async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  await once(server, 'close');
}
