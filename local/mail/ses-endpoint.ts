/**
 * The part of SES that is used here: `SendRawEmail` of the query protocol (version 2010-12-01). It keeps the mail, whole
 * and on disk, before it answers, and refuses what SES would refuse.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
import { randomUUID } from 'node:crypto';
import { addressesIn, readHeaders } from './mail-headers.ts';
import { refusalOf, type SesRefusal } from './mail-simulator.ts';
import type { Mailbox } from './mailbox.ts';

/** Takes the body of a request, parameters in form encoding, and answers with a status and XML. */
export type SesEndpoint = (body: string) => Promise<{ readonly status: number; readonly body: string }>;

/** SES's own limit for a message in version 1, after base64. */
const maxMessageBytes = 10 * 1024 * 1024;
const maxRecipients = 50;

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
  /** When a mail is accepted. */
  readonly now: () => string;
  /** What SES says to every mail while the sender is out of order. */
  readonly trouble?: (() => SesRefusal | undefined) | undefined;
  /** Told of each mail that was accepted, and which it is: `X-Nachfass-Mail`. */
  readonly onAccepted?:
    | ((messageId: string, recipients: readonly string[], mark?: string) => void)
    | undefined;
}

export function sesEndpoint(sending: Sending): SesEndpoint {
  return async (body) => {
    const requestId = randomUUID();
    try {
      const messageId = await sendRawEmail(sending, new URLSearchParams(body));
      return {
        status: 200,
        body:
          `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>` +
          `<MessageId>${messageId}</MessageId></SendRawEmailResult>` +
          `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
      };
    } catch (error) {
      const refused = error instanceof Refusal;
      return {
        status: refused ? 400 : 500,
        body:
          `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error>` +
          `<Type>${refused ? 'Sender' : 'Receiver'}</Type>` +
          `<Code>${refused ? error.code : 'InternalFailure'}</Code>` +
          `<Message>${escapeXml(error instanceof Error ? error.message : String(error))}</Message></Error>` +
          `<RequestId>${requestId}</RequestId></ErrorResponse>`,
      };
    }
  };
}

async function sendRawEmail(
  { mailbox, domain, now, trouble, onAccepted }: Sending,
  parameters: URLSearchParams,
): Promise<string> {
  const action = parameters.get('Action');
  if (action !== 'SendRawEmail') throw new Refusal('InvalidAction', `The action ${action} is not supported.`);

  const outOfOrder = trouble?.();
  if (outOfOrder) throw new Refusal(outOfOrder.code, outOfOrder.message);
  const raw = Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length > maxMessageBytes) {
    throw new Refusal(
      'InvalidParameterValue',
      `Message length is more than ${maxMessageBytes} bytes long: '${raw.length}'.`,
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
    .flatMap(([, value]) => {
      const addresses = addressesIn(value);
      return addresses.length > 0 ? addresses : [value];
    });
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(headers.get(name) ?? ''));
  const recipients = destinations.length > 0 ? destinations : named;
  if (recipients.length === 0) throw new Refusal('InvalidParameterValue', "Missing required header 'To'.");
  if (recipients.length > maxRecipients) {
    throw new Refusal('InvalidParameterValue', `Recipient count exceeds ${maxRecipients}.`);
  }
  const refusal = recipients.map(refusalOf).find((one) => one !== undefined);
  if (refusal) throw new Refusal(refusal.code, refusal.message);

  const messageId = await mailbox.add(raw, now());
  onAccepted?.(messageId, recipients, headers.get('x-nachfass-mail'));
  return messageId;
}

const escapeXml = (text: string) => text.replace(/[<>&'"]/g, (character) => `&#${character.codePointAt(0)};`);
