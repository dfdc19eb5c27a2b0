/** What is said before and after a deployment or a removal. Plain lines, to be read and copied. */
import { resourceNames } from '../infra/names.ts';
import { type Deployment, npmRun } from './deployment.ts';
import type { StackFacts } from './doctor/facts.ts';

interface Stacks {
  readonly main: StackFacts | undefined;
  readonly receiving: StackFacts | undefined;
  readonly backup: StackFacts | undefined;
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** The command after which a stack of the stage `prod` can be removed. For people to run: never called from here. */
export function unprotectLine(stackName: string, region: string): string {
  return `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName} --region ${region}`;
}

/** Where the form is, what to enter in the DNS, and who tells what is still missing. */
export function afterDeploying({ config, flags }: Deployment, { main, receiving }: Stacks): string {
  const outputs = main?.outputs ?? {};
  const records = Object.entries(outputs)
    .filter(([name]) => name.startsWith('MailDnsRecord'))
    .map(([, record]) => record);
  const exchanger = receiving?.outputs.MailExchanger;
  const activate = receiving?.outputs.ActivateRuleSet;
  return [
    '',
    ...(outputs.Address ? ['The form:', `  ${outputs.Address}/`] : []),
    ...(records.length > 0 || exchanger
      ? ['DNS records, to be entered once:', ...indented([...records, ...(exchanger ? [exchanger] : [])])]
      : []),
    ...(activate ? ['Switch the door for mails on, once:', `  ${activate}`] : []),
    ...(config.alarmEmail
      ? [`${config.alarmEmail} gets a mail of AWS at the first time: its link must be clicked.`]
      : [
          'Nobody gets the alarms. Deploy again with --alarm-email and the address of somebody who reads mails.',
        ]),
    'What is still missing before real requests can come:',
    `  ${npmRun('doctor', flags)}`,
  ].join('\n');
}

/** The business is changed without deployments; what its file says since is taken when somebody asks for it. */
export function companyFileSays({ flags }: Deployment, unsaid: readonly string[]): string[] {
  if (unsaid.length === 0) return [];
  return [
    'The company file says something that is not in effect:',
    ...indented(unsaid),
    'To take it:',
    `  ${npmRun('business', flags, 'take')}`,
  ];
}

/** Settings of before there were limits for mails to customers: they stay, and are followed within the limits. */
export function beyondLimitsLines(exceeded: readonly string[]): string[] {
  if (exceeded.length === 0) return [];
  return [
    'The business says more than customers may be sent; it is followed within the limits:',
    ...indented(exceeded),
  ];
}

/** Why a removal would fail or must not go on, or `undefined`. */
export function hindersDestroying(
  { config, flags }: Deployment,
  stacks: Stacks,
  activeRuleSet: string | undefined,
): string[] | undefined {
  const { region } = config;
  const present = [stacks.main, stacks.receiving, stacks.backup].filter((stack) => stack !== undefined);
  const again = ['Then run this again:', `  ${npmRun('destroy', flags)}`];
  const locked = present.filter((stack) => stack.protectedFromRemoval);
  if (locked.length > 0) {
    return [
      `Nothing was removed. ${locked.map(({ name }) => name).join(' and ')}: protected, because customers may depend on it.`,
      'If the business really leaves, take the protection off:',
      ...indented(locked.map(({ name }) => unprotectLine(name, region))),
      ...again,
    ];
  }
  if (
    stacks.receiving &&
    config.receiptRuleSet === undefined &&
    activeRuleSet === resourceNames(config).ruleSet
  ) {
    return [
      'Nothing was removed. The door for mails is still open, and AWS does not remove it while it is:',
      `  aws ses set-active-receipt-rule-set --region ${region}`,
      ...again,
    ];
  }
  return undefined;
}

/** What outlives the stacks, and how to erase it for good. */
export function afterDestroying({ config: { region } }: Deployment, { main, backup }: Stacks): string {
  const { TableName: table, MailBucketName: bucket } = main?.outputs ?? {};
  const { BackupVaultName: vault } = backup?.outputs ?? {};
  return [
    '',
    'The stacks are gone; no mail goes out any more.',
    ...(table
      ? [
          'The leads are still there. To erase them for good:',
          `  aws dynamodb update-table --region ${region} --table-name ${table} --no-deletion-protection-enabled`,
          `  aws dynamodb delete-table --region ${region} --table-name ${table}`,
        ]
      : []),
    ...(bucket
      ? ['So are the mails that came in:', `  aws s3 rb --force --region ${region} s3://${bucket}`]
      : []),
    ...(vault
      ? [
          'The nightly copies go by themselves, the last one in 35 days. Then the vault is empty:',
          `  aws backup delete-backup-vault --region ${region} --backup-vault-name ${vault}`,
        ]
      : []),
    'Take the DNS records out, and the form off the website.',
  ].join('\n');
}
