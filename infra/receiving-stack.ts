import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { emailDomain } from '../domain/business/mail-address.ts';
import type { Config } from './config.ts';
import type { NachfassStack } from './nachfass-stack.ts';
import { resourceNames, stackName } from './names.ts';

export interface ReceivingStackProps {
  readonly config: Config;
  /** The stack that keeps the mails and receives them. */
  readonly main: NachfassStack;
  /** Where the business receives. */
  readonly address: string;
}

/**
 * The door for mails: SES takes them, stores them and announces them. A stack of its own, because SES receives mail in a
 * few regions only; without it everything else works.
 */
export class ReceivingStack extends Stack {
  constructor(scope: Construct, { config, main, address }: ReceivingStackProps) {
    const { company, stage } = config;
    super(scope, stackName(config, 'receiving'), {
      description: `Nachfass: receives the mails of ${company.name} (${stage})`,
      env: { region: config.region },
      terminationProtection: stage === 'prod',
      tags: { app: 'nachfass', company: company.key, stage },
    });
    const names = resourceNames(config);
    const domain = emailDomain(address);
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: names.ruleSet,
      rule: {
        name: names.rule,
        enabled: true,
        // The whole domain: the signed addresses are many.
        recipients: [domain],
        // Spam and viruses are marked, not refused: verdicts are sometimes wrong on honest mail.
        scanEnabled: true,
        // Servers that cannot encrypt exist, and their customers wait for an answer all the same.
        tlsPolicy: 'Optional',
        actions: [
          {
            s3Action: {
              bucketName: main.mail.bucketName,
              objectKeyPrefix: main.mail.rawPrefix,
              topicArn: main.mail.topicArn,
            },
          },
        ],
      },
    });
    if (config.receiptRuleSet === undefined) {
      rule.addResourceDependency(new CfnReceiptRuleSet(this, 'RuleSet', { ruleSetName: names.ruleSet }));
    }
    this.addStackDependency(main);
    new CfnOutput(this, 'MailExchanger', {
      description: `To be entered as MX in the DNS of ${domain}`,
      value: `${domain} MX 10 inbound-smtp.${config.region}.amazonaws.com`,
    });
    new CfnOutput(this, 'ActivateRuleSet', {
      description: 'An account has one active rule set, which CloudFormation cannot choose: to be run once',
      value: `aws ses set-active-receipt-rule-set --rule-set-name ${names.ruleSet} --region ${config.region}`,
    });
  }
}
