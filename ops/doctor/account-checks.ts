/** Can this account and this company file be deployed at all? */
import { npmRun } from '../deployment.ts';
import { broken, type Check, judgeKnown, ok, toDo, unknown } from './check.ts';
import { receivingRegions } from './receiving-regions.ts';

/** Lambda's limit of calls at once in new accounts: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const smallConcurrency = 10;

/** Of the bootstrap stack, that `aws-cdk-lib` asks for to deploy at all. */
const bootstrapVersion = 6;

export const accountChecks: readonly Check[] = [
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
];

export const roomForCalls: Check = {
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
};

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
