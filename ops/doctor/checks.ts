/** What must be so before real leads can come, as a list: each check looks at the facts and says what to do next. */
import { unprotectLine } from '../cdk-words.ts';
import { npmRun } from '../deployment.ts';
import type { Facts, Reading, StackFacts } from './facts.ts';
import { receivingRegions } from './receiving-regions.ts';

/** `to-do`: a step of the guide that was not made yet. `broken`: something that does not work. */
export type State = 'ok' | 'to-do' | 'broken' | 'unknown';

/** Something else than ok. */
interface Concern {
  readonly state: Exclude<State, 'ok'>;
  readonly what: string;
  /** What to do about it, in plain words. */
  readonly next: string;
  /** To be copied: commands, or lines for the DNS. */
  readonly lines?: readonly string[];
}
export type Verdict = { readonly state: 'ok'; readonly what: string } | Concern;

export interface Check {
  readonly title: string;
  /** Without it no real lead may come. The others are advice. */
  readonly needed: boolean;
  /** Nothing else can be seen as long as this is not ok. */
  readonly first?: true;
  /** @returns undefined if this deployment has no need of it. */
  readonly judge: (facts: Facts) => Verdict | undefined;
}

const ok = (what: string): Verdict => ({ state: 'ok', what });
const concern =
  (state: Concern['state']) =>
  (what: string, next: string, lines?: readonly string[]): Concern => ({
    state,
    what,
    next,
    ...(lines ? { lines } : {}),
  });
const toDo = concern('to-do');
const broken = concern('broken');
const unknown = concern('unknown');

/** Judges what could be read, and says why the rest could not. */
function judgeKnown<T>(reading: Reading<T>, what: string, judge: (known: T) => Verdict): Verdict {
  if ('known' in reading) return judge(reading.known);
  return unknown(
    `${what}: ${reading.unknown}`,
    `Look at it yourself, or run the doctor where it can see ${what}.`,
  );
}

/** CloudFormation's words, by what they mean for a business. */
const stackStates: readonly {
  readonly when: RegExp;
  readonly judge: (stack: StackFacts, facts: Facts) => Verdict;
}[] = [
  {
    when: /^(CREATE|UPDATE|IMPORT)_COMPLETE$/,
    judge: (stack) => ok(`${stack.name}, last changed ${stack.changedAt.slice(0, 16).replace('T', ' ')} UTC`),
  },
  {
    when: /^UPDATE_ROLLBACK_COMPLETE$/,
    judge: (stack, facts) =>
      toDo(
        `${stack.name}: the last change failed and was taken back; it works as before`,
        'Mend what the last deployment complained of and deploy again.',
        [deployLine(facts)],
      ),
  },
  {
    when: /^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|REVIEW_IN_PROGRESS|DELETE_FAILED)$/,
    judge: (stack, facts) =>
      broken(
        `${stack.name}: was never completed or not removed completely (${stack.status})`,
        'Remove what is left of the stack and deploy again.',
        [
          ...(stack.protectedFromRemoval ? [unprotectLine(stack.name, facts.deployment.region)] : []),
          `aws cloudformation delete-stack --stack-name ${stack.name} --region ${facts.deployment.region}`,
          deployLine(facts),
        ],
      ),
  },
  {
    when: /IN_PROGRESS$/,
    judge: (stack) =>
      toDo(
        `${stack.name}: is being changed right now (${stack.status})`,
        'Wait some minutes and run the doctor again.',
      ),
  },
];

/** A deployment without `--alarm-email` takes the address out, so the line to copy names it even if the doctor was not told. */
function deployLine({ deployment, alarms }: Facts): string {
  const [subscribed] = 'known' in alarms ? alarms.known.subscriptions : [];
  const told = deployment.alarmEmail !== undefined || !subscribed;
  return npmRun('deploy', deployment.flags, told ? '' : `--alarm-email ${subscribed.address}`);
}

const deployFirst = (facts: Facts) =>
  toDo(`${facts.deployment.stacks.main}: is not there yet`, 'Deploy.', [deployLine(facts)]);

function judgeStack(reading: Reading<StackFacts | undefined>, name: string, facts: Facts): Verdict {
  return judgeKnown(reading, `the stack ${name}`, (stack) => {
    if (!stack) return { ...deployFirst(facts), what: `${name}: is not there yet` };
    const known = stackStates.find(({ when }) => when.test(stack.status));
    if (known) return known.judge(stack, facts);
    return broken(
      `${stack.name}: ${stack.status}`,
      'See in the AWS console, under CloudFormation, what failed.',
      [
        `aws cloudformation describe-stack-events --stack-name ${stack.name} --region ${facts.deployment.region} --max-items 20`,
      ],
    );
  });
}

/** Before a stack was completed once, nothing in it can be used. */
const unusable = /^(ROLLBACK_|CREATE_(FAILED|IN_PROGRESS)|REVIEW_|DELETE_)/;

function notDeployed({ main }: Facts): boolean {
  return 'known' in main && (main.known === undefined || unusable.test(main.known.status));
}

/** What belongs to the deployment waits for its step, which is said once and not ten times. */
function comesWithIt(facts: Facts): Verdict {
  const main = judgeStack(facts.main, facts.deployment.stacks.main, facts);
  return {
    ...(main.state === 'ok' ? deployFirst(facts) : main),
    state: 'to-do',
    what: 'comes with the deployment',
  };
}

/** Of a stack that the deployment has only with certain settings. */
function besideMain(title: string, kind: 'receiving' | 'backup'): Check {
  return {
    title,
    needed: true,
    judge: (facts) => {
      const name = facts.deployment.stacks[kind];
      if (name === undefined) return undefined;
      return notDeployed(facts) ? comesWithIt(facts) : judgeStack(facts[kind], name, facts);
    },
  };
}

/** Lambda's limit of calls at once in new accounts: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const smallConcurrency = 10;

/** Of the bootstrap stack, that `aws-cdk-lib` asks for to deploy at all. */
const bootstrapVersion = 6;

/**
 * Mails on a busy day: ten requests with answer and alert are 20, their reminders and those of the weeks before some 60,
 * and one emergency that nobody takes is 96, one each 15 minutes. The sandbox's limit is 200 as well.
 */
const mailsPerDay = 200;

const sandboxText =
  'We answer people who wrote to our business (a plumber) by form or mail: one answer at once, and a few reminders about their request. No advertising, no bought addresses. Each reminder has a link to stop. Bounces and complaints are recorded by SNS and stop further mails to the address. About 50 mails a day.';

const asLine = ({ name, value }: { name: string; value: string }) => `${name}  CNAME  ${value}`;

/** Why an address is silent, by the system's codes. */
const silences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the DNS does not know this name (ENOTFOUND)',
  ECONNREFUSED: 'nobody listens there (ECONNREFUSED)',
  ETIMEDOUT: 'it takes too long (ETIMEDOUT)',
};

export const checks: readonly Check[] = [
  {
    title: 'AWS account',
    needed: true,
    first: true,
    judge: ({ identity, deployment }) =>
      'known' in identity
        ? ok(`${identity.known.account}, region ${deployment.region}, signed in as ${identity.known.user}`)
        : broken(identity.unknown, ...signIn(identity.unknown)),
  },
  {
    title: 'Company file',
    needed: true,
    judge: ({ buildFault, deployment }) => {
      if (buildFault !== undefined) return broken(buildFault, 'Mend the company file.');
      // https://www.rfc-editor.org/rfc/rfc2606: nobody can own such a domain.
      if (/\.(example|test|invalid)$/.test(deployment.mailDomain)) {
        return toDo(
          `${deployment.mailDomain} is a domain for examples; nobody can send from it`,
          'Copy companies/example.json, fill it in, and name it in each command.',
          [npmRun('doctor', '--company companies/your-business.json')],
        );
      }
      return ok(`${deployment.business}: complete, and short enough for the functions`);
    },
  },
  {
    title: 'Region takes mails in',
    needed: true,
    judge: ({ deployment }) => {
      if (deployment.receiveDomain === undefined) return undefined;
      if (receivingRegions.includes(deployment.region)) return ok(`${deployment.region} does`);
      return unknown(
        `${deployment.region} is not in our list of regions in which SES receives mail`,
        'Look for the region under "Email receiving endpoints" on https://docs.aws.amazon.com/general/latest/gr/ses.html. If it is not there, deploy in another one, such as eu-central-1, or leave "mail.receive" out of the company file.',
      );
    },
  },
  {
    title: 'Account prepared',
    needed: true,
    judge: (facts) =>
      judgeKnown(facts.toolkit, 'the stack CDKToolkit', (toolkit) => {
        const line = npmRun('bootstrap', facts.deployment.flags);
        if (!toolkit) {
          return toDo('the CDK was never set up in this account and region', 'Prepare the account, once.', [
            line,
          ]);
        }
        const version = Number(toolkit.outputs.BootstrapVersion);
        if (version >= bootstrapVersion) return ok(`CDK bootstrap version ${version}`);
        return toDo('what the CDK once set up here is too old', 'Prepare the account again.', [line]);
      }),
  },
  {
    title: 'Deployed',
    needed: true,
    judge: (facts) => judgeStack(facts.main, facts.deployment.stacks.main, facts),
  },
  besideMain('Door for mails deployed', 'receiving'),
  besideMain('Nightly copies', 'backup'),
  {
    title: 'Form answers',
    needed: true,
    judge: (facts) => {
      if (notDeployed(facts)) return comesWithIt(facts);
      return judgeKnown(facts.health, 'the address of the form', ({ url, answer }) => {
        if (answer === 200) return ok(url.replace(/health$/, ''));
        return broken(
          typeof answer === 'number'
            ? `${url} answers ${answer}`
            : `${url} does not answer: ${silences[answer] ?? answer}`,
          typeof answer === 'number'
            ? 'See docs/runbook.md, "check-health-fails".'
            : 'Can this computer reach other websites? Is "publicUrl" in the company file right, if it is there?',
          [`curl -i ${url}`],
        );
      });
    },
  },
  {
    title: 'Mail domain in the DNS',
    needed: true,
    judge: (facts) => {
      const { mailDomain } = facts.deployment;
      if (facts.dkimRecords.length === 0) {
        return notDeployed(facts) || ('known' in facts.mailIdentity && !facts.mailIdentity.known)
          ? comesWithIt(facts)
          : unknown(
              `the DKIM records of ${mailDomain} are not known`,
              'See them in the AWS console, under SES, Identities.',
            );
      }
      const wrong = facts.dkimRecords.filter(
        ({ found, value }) => !('known' in found && found.known.includes(value)),
      );
      if (wrong.length === 0) return ok(`all ${facts.dkimRecords.length} DKIM records of ${mailDomain}`);
      const unseen = wrong.find(({ found }) => 'unknown' in found);
      if (unseen && 'unknown' in unseen.found) {
        return unknown(
          `the DKIM records of ${mailDomain}: ${unseen.found.unknown}`,
          'Run the doctor where the DNS can be asked. These records must be there.',
          wrong.map(asLine),
        );
      }
      const instead = wrong.map(({ name, found, doubled }) => {
        const [other] = 'known' in found ? found.known : [];
        const label = `${name.slice(0, 8)}…`;
        if (doubled)
          return `${label} was entered with the domain twice: your provider adds the domain by itself`;
        return other === undefined ? `${label} is missing` : `${label} leads to ${other} instead`;
      });
      return toDo(
        `${wrong.length} of ${facts.dkimRecords.length} DKIM records of ${mailDomain} are not right (${instead.join('; ')})`,
        `Enter these records in the DNS of ${mailDomain}. It may take minutes to hours until everybody sees them.`,
        wrong.map(asLine),
      );
    },
  },
  {
    title: 'Mail domain verified',
    needed: true,
    judge: (facts) => {
      const { mailDomain, region } = facts.deployment;
      return judgeKnown(facts.mailIdentity, `the identity ${mailDomain} in SES`, (identity) => {
        if (!identity) return comesWithIt(facts);
        if (identity.verified && identity.dkim === 'SUCCESS')
          return ok(`SES may send as ${mailDomain}, signed`);
        if (/PENDING|NOT_STARTED/.test(identity.dkim)) {
          return toDo(
            `SES waits for the DKIM records of ${mailDomain}`,
            'Once the records are in the DNS, wait: SES looks by itself, usually within an hour, at most three days.',
          );
        }
        return broken(
          `SES says ${identity.dkim} for the DKIM records of ${mailDomain}`,
          'SES gave up looking for them. Once the records are right, let it look again.',
          [
            `aws sesv2 put-email-identity-dkim-attributes --email-identity ${mailDomain} --no-signing-enabled --region ${region}`,
            `aws sesv2 put-email-identity-dkim-attributes --email-identity ${mailDomain} --signing-enabled --region ${region}`,
          ],
        );
      });
    },
  },
  {
    title: 'Mails are led here',
    needed: true,
    judge: ({ deployment, exchangers }) => {
      const { receiveDomain, region } = deployment;
      if (receiveDomain === undefined) return undefined;
      const ours = `inbound-smtp.${region}.amazonaws.com`;
      const line = `${receiveDomain}  MX  10 ${ours}`;
      if ('unknown' in exchangers) {
        return unknown(
          `the MX record of ${receiveDomain}: ${exchangers.unknown}`,
          'Run the doctor where the DNS can be asked. This record must be there, and no other MX.',
          [line],
        );
      }
      return judgeKnown(exchangers, `the MX record of ${receiveDomain}`, (found) => {
        if (found.length === 0)
          return toDo(`${receiveDomain} has no MX record`, 'Enter this record in the DNS.', [line]);
        const others = found.filter((name) => name !== ours);
        if (others.length === 0) return ok(`the MX record of ${receiveDomain}`);
        return found.includes(ours)
          ? broken(
              `mails to ${receiveDomain} go to ${others.join(', ')} too`,
              `Remove the other MX records, or some mails will be lost to us. This must be the only one.`,
              [line],
            )
          : broken(
              `mails to ${receiveDomain} go to ${others.join(', ')}`,
              `Is ${receiveDomain} in use for other mailboxes? Then take a subdomain that nothing else uses for "mail.receive" in the company file. If not, replace the record.`,
              [line],
            );
      });
    },
  },
  {
    title: 'Door for mails open',
    needed: true,
    judge: (facts) => {
      const { ruleSet, receiveDomain, region } = facts.deployment;
      if (receiveDomain === undefined) return undefined;
      if ('known' in facts.receiving && facts.receiving.known === undefined) return comesWithIt(facts);
      return judgeKnown(facts.activeRuleSet, 'the active rule set of SES', (active) => {
        if (active === ruleSet) return ok(`the rule set ${ruleSet} is active`);
        if (active === undefined) {
          return toDo('SES has no active rule set, so it refuses mails', 'Switch the rules on, once.', [
            `aws ses set-active-receipt-rule-set --rule-set-name ${ruleSet} --region ${region}`,
          ]);
        }
        return toDo(
          `another rule set is active: ${active}`,
          `A region has one active rule set. Does something else receive with ${active}? Then put our rule into it, see docs/deploy.md, "Several businesses in one account". If not, switch ours on.`,
          [`aws ses set-active-receipt-rule-set --rule-set-name ${ruleSet} --region ${region}`],
        );
      });
    },
  },
  {
    title: 'Mails to everybody',
    needed: true,
    judge: ({ mailAccount, deployment }) =>
      judgeKnown(mailAccount, 'the SES settings of the account', ({ production, review }) => {
        if (production) return ok('SES is out of its sandbox');
        if (review === 'PENDING') {
          return toDo(
            'SES is in its sandbox; AWS looks at the request to leave it',
            'Wait for the answer of AWS, usually within a day, and answer its questions.',
          );
        }
        return toDo(
          review === 'DENIED'
            ? 'SES is in its sandbox, and AWS refused to let it out'
            : 'SES is in its sandbox: it sends to verified addresses only, so customers get nothing',
          review === 'DENIED'
            ? 'Answer in the case that AWS opened (AWS console, Support): say how few mails go out and to whom.'
            : 'Ask AWS to let the account out, see docs/deploy.md. Put your own words into the text.',
          [
            `aws sesv2 put-account-details --region ${deployment.region} --production-access-enabled --mail-type TRANSACTIONAL --contact-language EN --website-url ${deployment.website} --use-case-description "${sandboxText}"`,
          ],
        );
      }),
  },
  {
    title: 'Mails may go out',
    needed: true,
    judge: ({ mailAccount }) =>
      judgeKnown(mailAccount, 'the SES settings of the account', (account) => {
        if (!account.sendingEnabled || account.enforcement === 'SHUTDOWN') {
          return broken(
            'AWS stopped all mails of this account',
            'Read the mail that AWS sent to the address of the account, mend the cause and answer it. See docs/runbook.md, "mail-bounces".',
          );
        }
        if (account.enforcement === 'PROBATION') {
          return broken(
            'AWS has put the mails of this account under review',
            'Read the mail that AWS sent to the address of the account and do what it asks for. See docs/runbook.md, "mail-bounces".',
          );
        }
        // -1 is "no limit".
        if (account.perDay < 0) return ok('as many as you like');
        if (account.perDay < mailsPerDay) {
          return toDo(
            `SES allows ${account.perDay} mails a day; a busy business needs up to ${mailsPerDay}`,
            'Ask AWS for more: AWS console, Service Quotas, Amazon SES, "Sending quota".',
          );
        }
        if (account.sentLastDay > 0.8 * account.perDay) {
          return toDo(
            `${account.sentLastDay} of ${account.perDay} mails of the last 24 hours are used up`,
            'Ask AWS for more before it is too late: AWS console, Service Quotas, Amazon SES, "Sending quota".',
          );
        }
        return ok(`${account.perDay} a day, ${account.sentLastDay} used in the last 24 hours`);
      }),
  },
  {
    title: 'Somebody hears alarms',
    needed: true,
    judge: (facts) => {
      if (notDeployed(facts)) return comesWithIt(facts);
      const { alarmEmail } = facts.deployment;
      return judgeKnown(facts.alarms, 'who gets the alarms', ({ topicArn, subscriptions }) => {
        const confirmed = subscriptions.filter((subscription) => subscription.confirmed);
        const askAgain = (address: string) =>
          `aws sns subscribe --region ${facts.deployment.region} --topic-arn ${topicArn} --protocol email --notification-endpoint ${address}`;
        const waiting = subscriptions.find((subscription) => !subscription.confirmed);
        if (waiting) {
          return toDo(
            `${waiting.address} has not confirmed yet`,
            'Open the mail "AWS Notification - Subscription Confirmation" there and click its link. Look among the spam, too. Is it not there, let AWS send another.',
            [askAgain(waiting.address)],
          );
        }
        if (alarmEmail !== undefined && !confirmed.some(({ address }) => address === alarmEmail)) {
          return toDo(
            `${alarmEmail} does not get the alarms`,
            'Deploy with this address. Was it deployed long ago and never confirmed, AWS has forgotten it: then let AWS ask again.',
            [deployLine(facts), askAgain(alarmEmail)],
          );
        }
        if (confirmed.length === 0) {
          return toDo(
            'nobody gets the alarms: when something fails, nobody knows',
            'Deploy with the address of somebody who reads mails every day.',
            [npmRun('deploy', facts.deployment.flags, '--alarm-email you@example.org')],
          );
        }
        return ok(confirmed.map(({ address }) => address).join(', '));
      });
    },
  },
  {
    title: 'Room for calls',
    needed: false,
    judge: ({ concurrency, deployment }) =>
      judgeKnown(concurrency, "Lambda's limit of the account", (calls) =>
        calls > smallConcurrency
          ? ok(`${calls} functions may run at once`)
          : toDo(
              `only ${calls} functions may run at once, as in every new account: enough to begin with`,
              'Ask AWS for more. It costs nothing.',
              [
                `aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000 --region ${deployment.region}`,
              ],
            ),
      ),
  },
  {
    title: 'Sender named (SPF)',
    needed: false,
    judge: ({ spf, deployment }) =>
      judgeKnown(spf, `the TXT records of ${deployment.mailDomain}`, (records) => {
        const record = records.find((text) => /^v=spf1\b/i.test(text));
        if (record?.includes('include:amazonses.com')) return ok(`${deployment.mailDomain} names SES`);
        return record === undefined
          ? toDo(
              `${deployment.mailDomain} has no SPF record; mails are signed and arrive all the same, a few filters ask for it`,
              'Enter this record in the DNS.',
              [`${deployment.mailDomain}  TXT  "v=spf1 include:amazonses.com ~all"`],
            )
          : toDo(
              `the SPF record of ${deployment.mailDomain} does not name SES: ${record}`,
              'Put "include:amazonses.com" into the record that is there. There must be only one.',
            );
      }),
  },
  {
    title: 'Rule against forgery (DMARC)',
    needed: false,
    judge: ({ dmarc, deployment }) =>
      judgeKnown(dmarc, `the DMARC record of ${deployment.mailDomain}`, (records) => {
        const record = records.find((text) => /^v=DMARC1\b/i.test(text));
        if (record !== undefined) return ok(record);
        return toDo(
          `${deployment.mailDomain} has no DMARC record; Google, Yahoo and Outlook like to see one`,
          'Enter this record in the DNS.',
          [`_dmarc.${deployment.mailDomain}  TXT  "v=DMARC1; p=none"`],
        );
      }),
  },
];

/** By the reason for which AWS does not say who we are. */
function signIn(reason: string): [next: string, lines: string[]] {
  if (reason.includes('cannot be reached')) {
    return ['Check the network, and AWS_ENDPOINT_URL if it is set. Then run the doctor again.', []];
  }
  return [
    'Sign in to AWS and run the doctor again. How to get credentials the first time: docs/deploy.md, step 2.',
    ['aws sso login', 'aws sts get-caller-identity'],
  ];
}
