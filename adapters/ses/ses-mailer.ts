import { domainToASCII } from 'node:url';
import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { MailRefusedError, MailRejectedError, MailUncertainError } from '../../domain/ports/errors.ts';
import type { Mailer, OutgoingMail } from '../../domain/ports/mailer.ts';
import { composeMime } from './compose-mime.ts';
import { faultOf } from './ses-faults.ts';

export interface SesClientOptions {
  readonly region?: string | undefined;
  /** Another address of the API: the local system, tests. */
  readonly endpoint?: string | undefined;
  readonly credentials?: SESClientConfig['credentials'];
}

/** SES answers in well under a second; whoever waits longer than this does not learn more. */
const timeoutMilliseconds = 10_000;

/** A client for mails, which must not be sent twice. */
export function sesClient(options: SesClientOptions = {}): SESClient {
  // A connection kept open over Lambda's freeze is dead at the thaw and fails after the request is written: nobody
  // could say whether that mail is out. A new connection costs some 20 ms for each of the few mails.
  const agent = { keepAlive: false };
  return new SESClient({
    ...(options.region !== undefined && { region: options.region }),
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(options.credentials !== undefined && { credentials: options.credentials }),
    // One attempt: the SDK also repeats requests whose answer got lost, and the mail with them.
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: timeoutMilliseconds / 2,
      requestTimeout: timeoutMilliseconds,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}

/**
 * Sends mails with Amazon SES. The client must not retry by itself: take one of `sesClient`.
 *
 * The message id is the bare id that SES answers. On the way out SES replaces the Message-ID header by
 * `<id@REGION.amazonses.com>` (in us-east-1 `<id@email.amazonses.com>`), which answers name in In-Reply-To: whoever
 * looks for the mail of an answer takes the part before the @.
 */
export function sesMailer({
  client,
  configurationSet,
}: {
  readonly client: SESClient;
  readonly configurationSet?: string | undefined;
}): Mailer {
  const attempt = async (mail: OutgoingMail): Promise<Attempt> => {
    const mime = await composeMime(mail);
    const command = new SendRawEmailCommand({
      Source: asciiAddress(mail.from.address),
      // Named explicitly, so that no header decides who gets it.
      Destinations: mail.to.map(asciiAddress),
      RawMessage: { Data: mime },
      ConfigurationSetName: configurationSet,
    });
    try {
      const { MessageId } = await client.send(command);
      return MessageId
        ? { messageId: MessageId }
        : { error: new MailUncertainError('SES took the mail without naming it') };
    } catch (fault) {
      return { error: classify(fault) };
    }
  };

  return {
    async send(mail) {
      const first = await attempt(mail);
      if ('messageId' in first) return first.messageId;
      // A refused receiver is no reason that the others go without: each gets a mail of his own.
      const others = isAboutSomebody(first.error) ? forEach(mail, first.error) : [];
      const errors: Error[] = [];
      let taken: string | undefined;
      for (const other of others) {
        const answer = await attempt(other);
        if ('messageId' in answer) taken ??= answer.messageId;
        else errors.push(answer.error);
      }
      if (taken !== undefined) return taken;
      // What may be out, or may go out later, says more than an address that is refused.
      throw (
        errors.find((error) => error instanceof MailUncertainError) ??
        errors.find((error) => error instanceof MailRefusedError) ??
        first.error
      );
    },
  };
}

type Attempt = { readonly messageId: string } | { readonly error: Error };

/** One address is refused, or in the sandbox not verified: another one may be taken. */
const isAboutSomebody = (error: Error): boolean =>
  (error instanceof MailRejectedError && error.rejectedFor === 'address') ||
  (error instanceof MailRefusedError && error.fault === 'ours');

/**
 * What may be sent in place of a mail that was refused: one for each of its receivers, and if an address was at fault, without
 * one of somebody else to answer to, which SES checks as well.
 * @returns none if that would be the same mail.
 */
function forEach(mail: OutgoingMail, error: Error): OutgoingMail[] {
  const isOurs = domainOf(mail.replyTo) === domainOf(mail.from.address);
  const replyTo = isOurs || error instanceof MailRefusedError ? mail.replyTo : mail.from.address;
  if (mail.to.length < 2 && replyTo === mail.replyTo) return [];
  return mail.to.map((address) => ({ ...mail, to: [address], replyTo }));
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** SES takes only ASCII: a domain with umlauts goes in its encoded form. What is no address is SES's to refuse. */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return address;
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

/** System calls that fail before anything is sent. */
const beforeSending = new Set<unknown>(['connect', 'getaddrinfo']);

/**
 * What a failed call says about the mail. An answer of SES is certain: it did not take the mail. Without an answer the
 * mail may be out, unless the connection never came about.
 */
function classify(fault: unknown): Error {
  const reason = describeFault(fault);
  const { message = '' } = fault instanceof Error ? fault : {};
  const sorted = faultOf({
    name: faultName(fault),
    message,
    status: httpStatus(fault),
    neverConnected: neverConnected(fault),
  });
  switch (sorted) {
    case 'address':
    case 'content':
      return new MailRejectedError(reason, sorted);
    case 'ours':
    case 'passing':
      return new MailRefusedError(reason, sorted);
    case 'unknown':
      return new MailUncertainError(reason);
  }
}

function faultName(fault: unknown): string {
  return fault instanceof Error ? fault.name : 'unknown';
}

/** Of the HTTP answer, if there was one. */
function httpStatus(fault: unknown): number | undefined {
  return (fault as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function neverConnected(fault: unknown): boolean {
  // One host with several addresses: each was tried.
  const tries: unknown[] = fault instanceof AggregateError ? fault.errors : [fault];
  return (
    tries.every((attempt) => beforeSending.has((attempt as { syscall?: unknown }).syscall)) ||
    (fault instanceof Error && fault.message.includes('did not establish a connection'))
  );
}

/**
 * For the log, which holds no names and addresses: SES quotes them in its messages, behind a colon, in quotes or in
 * brackets, so only what stands before is kept. The original fault is not kept either.
 */
function describeFault(fault: unknown): string {
  const { message = '' } = fault instanceof Error ? fault : {};
  const [saying = ''] = message.split(/[:"'<„“‘]|\. /);
  return `SES, ${faultName(fault)}: ${saying.replace(/\S+@\S+/g, '…').trim()}`;
}
