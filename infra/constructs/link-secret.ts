import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';
import { lasting } from './lasting.ts';

/** The key that signs the links in mails. Changing how it is generated makes a new one and ends every link. */
export class LinkSecret extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Signs the links in mails; docs/runbook.md tells how to change it',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ keyId: '1' }),
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    lasting(this.secret, 'LinkSecret');
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new key ends links that lie in mailboxes, so the moment is chosen by a person; the runbook describes it.',
    });
  }

  get secretArn(): string {
    return this.secret.secretArn;
  }

  bindReader(): Binding<'LINK_SECRET_ARN'> {
    return {
      variable: 'LINK_SECRET_ARN',
      value: this.secretArn,
      permissions: [
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secretArn] }),
      ],
    };
  }
}
