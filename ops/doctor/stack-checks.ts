/** Is what was deployed there, and does it work? */
import { unprotectLine } from '../cdk-words.ts';
import { npmRun } from '../deployment.ts';
import { broken, type Check, judgeKnown, ok, toDo, type Verdict } from './check.ts';
import type { Facts, Reading, StackFacts } from './facts.ts';

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

export function notDeployed({ main }: Facts): boolean {
  return 'known' in main && (main.known === undefined || unusable.test(main.known.status));
}

/** What belongs to the deployment waits for its step, which is said once and not ten times. */
export function comesWithIt(facts: Facts): Verdict {
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

/** Why an address is silent, by the system's codes. */
const silences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the DNS does not know this name (ENOTFOUND)',
  ECONNREFUSED: 'nobody listens there (ECONNREFUSED)',
  ETIMEDOUT: 'it takes too long (ETIMEDOUT)',
};

export const stackChecks: readonly Check[] = [
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
];

export const alarmsHeard: Check = {
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
};
