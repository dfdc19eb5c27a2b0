import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Binding } from './binding.ts';

/** Text messages of emergencies. Off, nobody may send one, and nothing of it costs. */
export class TextMessages {
  private readonly isOn: boolean;

  constructor(isOn: boolean) {
    this.isOn = isOn;
  }

  bindSender(): Binding<'ALARM_SMS'> {
    if (!this.isOn) return { variable: 'ALARM_SMS', value: 'off', permissions: [] };
    return {
      variable: 'ALARM_SMS',
      value: 'on',
      permissions: [new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] })],
      acknowledgments: [
        {
          id: 'AwsSolutions-IAM5[Resource::*]',
          reason:
            'A phone number is no resource that a permission could name; SNS limits what may be spent on it.',
        },
      ],
    };
  }
}
