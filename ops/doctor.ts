/** `npm run doctor`: what is still missing before real requests can come, and what to do about it. Changes nothing. */
import { parseArgs } from 'node:util';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { ConfigError } from '../infra/config.ts';
import { nachfassApp } from '../infra/nachfass-app.ts';
import { NachfassStack } from '../infra/nachfass-stack.ts';
import {
  atTheKeyboard,
  type Deployment,
  deploymentFlags,
  deploymentHelp,
  readDeployment,
} from './deployment.ts';
import { awsReader } from './doctor/aws-reader.ts';
import { dnsReader } from './doctor/dns-reader.ts';
import { gatherFacts } from './doctor/gather-facts.ts';
import { examine, exitCodeOf, report } from './doctor/report.ts';

const help = `npm run doctor -- [which deployment] [--json]
Looks at company file, AWS account, stacks, mail settings and DNS, and says what to do next. Changes nothing.

${deploymentHelp}
  --json                the findings for a program

Exit code 1 if something must be done before real requests can come, else 0.
`;

/** The limits of the stacks are known to their constructs: they are built, without code and without being deployed. */
function buildFault({ config }: Deployment): string | undefined {
  try {
    new NachfassStack(nachfassApp(), { config, code: (name) => Code.fromInline(`// ${name}`) });
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

async function get(url: string): Promise<number> {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
  return status;
}

await atTheKeyboard(async () => {
  const { values } = parseArgs({
    options: {
      ...deploymentFlags,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const deployment = readDeployment(values);
  const facts = await gatherFacts(deployment, {
    aws: awsReader(deployment.config.region),
    dns: dnsReader(),
    get,
    buildFault: () => buildFault(deployment),
  });
  const findings = examine(facts);
  console.log(
    values.json
      ? JSON.stringify(findings, undefined, 2)
      : report(findings, 'Nothing stands in the way of real requests. Send one: docs/deploy.md, step 10.'),
  );
  return exitCodeOf(findings);
});
