/**
 * What SES answers to a mail it does not take, sorted by whose fault it is.
 *
 * Only what speaks of the receiver's address ends mails to him. Whatever SES may say besides, now or in a later year, is taken
 * as a fault of ours: such a mail waits and somebody is told, and no customer is silenced on a guess.
 *
 * Names: https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html#API_SendRawEmail_Errors and
 * https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html, with and without the `Exception` that SDKs add.
 * Messages: https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html, and what users of SES quote; those
 * about addresses are JavaMail's, which takes addresses apart for SES.
 */

/**
 * `address`: the receiver's address is refused, also tomorrow. `content`: this mail is, whoever it goes to. `ours`: all
 * mails are, or many, until somebody mends something. `passing`: over within minutes. `unknown`: the mail may be out.
 */
export type SesFault = 'address' | 'content' | 'ours' | 'passing' | 'unknown';

interface FaultRule {
  /** Of the error, without `Exception`; absent: any. */
  readonly names?: readonly string[];
  /** Found in the message. */
  readonly message?: RegExp;
  readonly fault: SesFault;
}

/** The first that fits counts. They are asked about answers with a status from 400 to 499. */
const faultRules: readonly FaultRule[] = [
  // Four thousand mails in a day are no burst: the quota is free again after hours, or when somebody asks for more.
  { message: /\b(daily|24.hour)\b.*\bquota\b|\bquota\b.*\b(daily|24.hour|exceeded)\b/i, fault: 'ours' },
  {
    names: [
      'Throttling',
      'Throttled',
      'RequestThrottled',
      'TooManyRequests',
      'RequestLimitExceeded',
      'LimitExceeded',
      'BandwidthLimitExceeded',
      'SlowDown',
      'PriorRequestNotComplete',
      'RequestTimeout',
      // Credentials of a role are renewed each few hours.
      'CredentialsProviderError',
      'ExpiredToken',
      'RequestExpired',
      'InternalFailure',
      'InternalServerError',
      'ServiceUnavailable',
    ],
    fault: 'passing',
  },
  {
    names: [
      'MailFromDomainNotVerified',
      'ConfigurationSetDoesNotExist',
      'ConfigurationSetSendingPaused',
      'AccountSendingPaused',
      'AccountSuspended',
      'SendingPaused',
      'ProductionAccessNotGranted',
      'AccessDenied',
      'NotAuthorized',
      'OptInRequired',
      'SubscriptionRequired',
      'InvalidClientTokenId',
      'InvalidAccessKeyId',
      'UnrecognizedClient',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'MissingAuthenticationToken',
    ],
    fault: 'ours',
  },
  // Of the sender, or in the sandbox of each receiver: it says which, but not that the address is wrong.
  { message: /not verified|not authorized|sandbox|verification status/i, fault: 'ours' },
  {
    message:
      /\b(account|sending|configuration set|identity)\b.*\b(paused|suspended|shut ?down|disabled|review)/i,
    fault: 'ours',
  },
  {
    names: ['MessageRejected'],
    message:
      /\b(address|recipient)\w*\b.*\b(blacklisted|blocklisted|denylisted|suppress\w*|invalid|illegal)\b|suppression list|(invalid|illegal)\b.{0,20}\b(address|recipient)/i,
    fault: 'address',
  },
  {
    names: ['MessageRejected', 'InvalidParameterValue'],
    message:
      /virus|malware|attachment|file ?name|file type|content.type|content-transfer|disposition|boundary|mime|message (length|size|is too)|too large|duplicate header|required header|header (name|value|field)|illegal header|line length/i,
    fault: 'content',
  },
  {
    names: ['InvalidParameterValue'],
    message: /recipient count|configuration set|mail from/i,
    fault: 'ours',
  },
  // About this one request. Its sender and its form are ours and the same for all, so what is left is the receiver:
  // "Missing final '@domain'", "Local address contains control or whitespace", "Domain contains illegal character" ...
  { names: ['InvalidParameterValue'], fault: 'address' },
];

/**
 * @param name of the error
 * @param status of the HTTP answer; `undefined`: there was none.
 * @param neverConnected without an answer: nothing was sent.
 */
export function faultOf({
  name,
  message,
  status,
  neverConnected,
}: {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly neverConnected: boolean;
}): SesFault {
  const bare = name.replace(/Exception$/, '');
  const named = faultRules.find((rule) => rule.names?.includes(bare) && rule.message === undefined);
  if (status === undefined) return neverConnected || named?.fault === 'passing' ? 'passing' : 'unknown';
  // A gateway that gave up waiting does not know what happened behind it.
  if (status === 504) return 'unknown';
  if (status >= 500 || status === 408) return 'passing';
  const rule = faultRules.find(
    ({ names, message: said }) => (names?.includes(bare) ?? true) && (said?.test(message) ?? true),
  );
  if (status === 429) return rule?.fault ?? 'passing';
  // What is no answer to an error, e.g. one that cannot be read, leaves open whether the mail is out.
  if (status < 400) return 'unknown';
  return rule?.fault ?? 'ours';
}
