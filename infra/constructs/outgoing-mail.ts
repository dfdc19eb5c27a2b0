import { ArnFormat, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { emailDomain } from '../../domain/business/mail-address.ts';
import type { Alarms } from './alarms.ts';
import type { Binding } from './binding.ts';
import { lasting } from './lasting.ts';

export interface OutgoingMailProps {
  /** Sender of everything. */
  readonly from: string;
  /** Whether this stack owns the identity of the sender's domain, or the account has it already. */
  readonly identity: 'create' | 'existing';
  readonly alarms: Alarms;
}

/** The way mails leave: from one address only, signed, encrypted on the way, with an eye on the reputation. */
export class OutgoingMail extends Construct {
  private readonly from: string;
  private readonly domain: string;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, props: OutgoingMailProps) {
    super(scope, id);
    this.from = props.from;
    this.domain = emailDomain(props.from);
    if (props.identity === 'create') this.createIdentity();
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // Mails name people and their homes; a server that cannot encrypt does not get them.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.watch(props.alarms);
  }

  bindSender(): Binding<'MAIL_CONFIGURATION_SET'> {
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({
        service: 'ses',
        resource,
        resourceName,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });
    return {
      variable: 'MAIL_CONFIGURATION_SET',
      value: this.configurationSet.configurationSetName,
      permissions: [
        new PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: [
            // As long as the account is in SES's sandbox, every recipient is a verified identity, and SES wants leave to
            // send to each of them (https://github.com/aws/aws-sdk-js/issues/3641): the first test lead would not be
            // answered. Whose name the mails bear is bound by the condition.
            arn('identity', '*'),
            arn('configuration-set', this.configurationSet.configurationSetName),
          ],
          conditions: { StringEquals: { 'ses:FromAddress': this.from } },
        }),
      ],
      acknowledgments: [
        {
          id: `AwsSolutions-IAM5[Resource::arn:${stack.partition}:ses:${stack.region}:<AWS::AccountId>:identity/*]`,
          reason: 'SES asks for the recipients too while the account is in its sandbox; the sender is bound.',
        },
      ],
    };
  }

  /** What becomes of the mails is told to this topic. */
  publishTo(topic: ITopic): void {
    this.configurationSet.addEventDestination('Fate', {
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  private createIdentity(): void {
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(this.domain),
      // The topic tells of every mail that comes back. By default SES writes to the sender besides, which is the address that
      // takes requests: the owner would be told twice. Without a destination for events SES writes all the same.
      feedbackForwarding: false,
    });
    // Verified by DNS records that somebody entered by hand.
    lasting(identity, 'MailIdentity');
    for (const [index, record] of identity.dkimRecords.entries()) {
      new CfnOutput(Stack.of(this), `MailDnsRecord${index + 1}`, {
        description: `To be entered as CNAME in the DNS of ${this.domain}`,
        value: `${record.name} CNAME ${record.value}`,
      });
    }
  }

  private watch(alarms: Alarms): void {
    const rate = (metricName: string) =>
      new Metric({
        namespace: 'AWS/SES',
        metricName,
        dimensionsMap: { 'ses:configuration-set': this.configurationSet.configurationSetName },
        statistic: 'Maximum',
        period: Duration.hours(1),
      });
    // SES puts an account under review at 5 % bounces or 0.1 % complaints, and stops it at 10 % and 0.5 %:
    // https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-bounce-rate.html
    alarms.add('mail-bounces', {
      metric: rate('Reputation.BounceRate'),
      atLeast: 0.05,
      errorImpact:
        'Too many mails bounce: SES may stop all mails of this account, to customers and owners alike.',
    });
    alarms.add('mail-complaints', {
      metric: rate('Reputation.ComplaintRate'),
      atLeast: 0.001,
      errorImpact: 'Customers mark our mails as spam: SES may stop all mails of this account.',
    });
  }
}
