/**
 * What SES would do: addresses that it refuses or that its mailbox simulator knows, and a sender that is out of order.
 *
 * Addresses that behave like those of SES's mailbox simulator, there and at `customer.test`: `bounce@`, `complaint@` and
 * `success@`, each also with a label (`bounce+erika@customer.test`). After a mail to one of them comes the event that SES
 * would publish. https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */

const simulators = new Set(['customer.test', 'simulator.amazonses.com']);

/** As SES publishes it by a configuration set. */
export interface SesEvent {
  readonly eventType: string;
  readonly mail: {
    readonly timestamp: string;
    readonly messageId: string;
    readonly destination: readonly string[];
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
  readonly [detail: string]: unknown;
}

/** As SES answers when it does not take a mail. */
export interface SesRefusal {
  readonly code: string;
  readonly message: string;
}

/** Receivers that SES takes no mail for, by what stands before the @ at `customer.test`. */
const refusedReceivers: Readonly<Record<string, (recipient: string) => SesRefusal>> = {
  refused: () => ({ code: 'InvalidParameterValue', message: 'Local address contains illegal character' }),
  blacklisted: () => ({ code: 'MessageRejected', message: 'Address blacklisted.' }),
  /** As every receiver in the sandbox. */
  unverified: (recipient) => ({
    code: 'MessageRejected',
    message: `Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ${recipient}`,
  }),
  throttled: () => ({ code: 'Throttling', message: 'Maximum sending rate exceeded.' }),
};

/** Why SES does not take a mail for this address. */
export function refusalOf(recipient: string): SesRefusal | undefined {
  const illegal = addressFault(recipient);
  if (illegal !== undefined) return { code: 'InvalidParameterValue', message: illegal };
  const [local = '', domain] = recipient.toLowerCase().split('@');
  if (domain !== 'customer.test') return undefined;
  return refusedReceivers[local.split('+')[0] ?? '']?.(recipient);
}

/** What makes it no address for SES, which knows ASCII only. */
function addressFault(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  if (at < 0) return "Missing final '@domain'";
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local === '') return 'Missing local name';
  if (domain === '') return 'Missing domain';
  if (/[\s\p{Cc}]/u.test(local)) return 'Local address contains control or whitespace';
  if (/[^\x21-\x7e]|@/.test(local)) return 'Local address contains illegal character';
  if (/^\.|\.$|\.\./.test(local)) return 'Local address contains dot-dot';
  if (!/^[a-z0-9.-]+$/i.test(domain)) return 'Domain contains illegal character';
  return /^\.|\.$|\.\./.test(domain) ? 'Domain contains dot-dot' : undefined;
}

/**
 * The events that follow a mail with this id to these receivers.
 * @param mark which mail of ours it is, the only one of its headers that anybody asks for.
 */
export function simulatedEvents(
  messageId: string,
  recipients: readonly string[],
  timestamp: string,
  mark?: string,
): SesEvent[] {
  const headers = mark === undefined ? [] : [{ name: 'X-Nachfass-Mail', value: mark }];
  const mail = { timestamp, messageId, destination: recipients, headers };
  return recipients.flatMap((recipient): SesEvent[] => {
    const [local = '', domain = ''] = recipient.toLowerCase().split('@');
    if (!simulators.has(domain)) return [];
    const [kind] = local.split('+');
    if (kind === 'bounce') return [{ eventType: 'Bounce', mail, bounce: aBounce(recipient, timestamp) }];
    if (kind === 'complaint') {
      return [{ eventType: 'Complaint', mail, complaint: aComplaint(recipient, timestamp) }];
    }
    const delivery = { timestamp, recipients: [recipient] };
    return kind === 'success' ? [{ eventType: 'Delivery', mail, delivery }] : [];
  });
}

const aBounce = (emailAddress: string, timestamp: string) => ({
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: [
    {
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    },
  ],
  timestamp,
});

const aComplaint = (emailAddress: string, timestamp: string) => ({
  complainedRecipients: [{ emailAddress }],
  complaintFeedbackType: 'abuse',
  timestamp,
});
