/**
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
