import { domainToASCII } from 'node:url';
import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { MailRefusedError, MailRejectedError, MailUncertainError } from '../../domain/ports/errors.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import { composeMime } from './compose-mime.ts';

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
  return {
    async send(mail) {
      const mime = await composeMime(mail);
      const command = new SendRawEmailCommand({
        Source: asciiAddress(mail.from.address),
        // Named explicitly, so that no header decides who gets it.
        Destinations: mail.to.map(asciiAddress),
        RawMessage: { Data: mime },
        ConfigurationSetName: configurationSet,
      });
      const { MessageId } = await client.send(command).catch((fault: unknown) => {
        throw classify(fault);
      });
      if (!MessageId) throw new MailUncertainError('SES took the mail without naming it');
      return MessageId;
    },
  };
}

/** SES takes only ASCII: a domain with umlauts goes in its encoded form. */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

/** SES says "not now": the rate or the day's quota is used up, sending is paused, or our credentials ran out. */
const notNow = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
]);

/** System calls that fail before anything is sent. */
const beforeSending = new Set<unknown>(['connect', 'getaddrinfo']);

/**
 * What a failed call says about the mail. An answer of SES is certain: it did not take the mail. Without an answer the
 * mail may be out, unless the connection never came about.
 */
function classify(fault: unknown): Error {
  const status = httpStatus(fault);
  const reason = describeFault(fault);
  // Rights that are missing are a fault of ours and not of this mail: it shall go out when they are there.
  if (notNow.has(faultName(fault)) || status === 401 || status === 403) return new MailRefusedError(reason);
  // A gateway that gave up waiting does not know what happened behind it.
  if (status === 504) return new MailUncertainError(reason);
  if (status !== undefined && status >= 500) return new MailRefusedError(reason);
  if (status !== undefined && status >= 400) return new MailRejectedError(reason);
  return neverConnected(fault) ? new MailRefusedError(reason) : new MailUncertainError(reason);
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
