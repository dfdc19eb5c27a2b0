/**
 * `npm run synth`, `deploy`, `destroy`, `bootstrap`: the CDK's own commands for one deployment. Settings and company file
 * are checked before anything is called, and what comes after the CDK's work is said in plain words.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { limitsExceeded } from '../domain/business/company-file.ts';
import { ConfigError } from '../infra/config.ts';
import { stackNames } from '../infra/names.ts';
import { placeInCloud } from './business/cloud-store.ts';
import { newInFile, storeFirstBusiness } from './business/store-first.ts';
import {
  afterDeploying,
  afterDestroying,
  beyondLimitsLines,
  companyFileSays,
  hindersDestroying,
} from './cdk-words.ts';
import { readCompanyFile } from './company-file.ts';
import {
  atTheKeyboard,
  type Deployment,
  deploymentFlags,
  deploymentHelp,
  npmRun,
  readDeployment,
} from './deployment.ts';
import { type AwsReader, awsReader, explainFault, readStacks } from './doctor/aws-reader.ts';
import type { StackFacts } from './doctor/facts.ts';

const verbs = ['synth', 'deploy', 'destroy', 'bootstrap'] as const;
type Verb = (typeof verbs)[number];

const duty: Readonly<Record<Verb, string>> = {
  synth: 'the CloudFormation templates into cdk.out, without an AWS account',
  deploy: 'brings one business into an AWS account, or changes what is there',
  destroy: 'removes it; leads, mails and DNS records stay',
  bootstrap: 'prepares an AWS account and region for deployments, once',
};

const help = (verb: Verb) => `npm run ${verb} -- [which deployment] [STACK ...] [-- arguments for cdk]
${duty[verb]}

${deploymentHelp}
  -c NAME=VALUE         a value of the CDK's context; the settings can be given in this way too

Without STACK all stacks of the deployment. What follows a second "--" goes to "cdk ${verb}" as it is.
`;

/** Ours up to a second `--`, then the CDK's. */
function parse(argv: readonly string[]) {
  const end = argv.indexOf('--');
  const { values, positionals } = parseArgs({
    args: end < 0 ? [...argv] : argv.slice(0, end),
    options: {
      ...deploymentFlags,
      context: { type: 'string', short: 'c', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });
  const context = (values.context as string[]).map((text): [string, string] => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new ConfigError(`-c ${text}: expected NAME=VALUE`);
    return [name, value];
  });
  return { values, context, stacks: positionals, forCdk: end < 0 ? [] : argv.slice(end + 1) };
}

/** What the app gets to know: the settings of the command line. Environment variables reach it by themselves. */
function contextArguments(deployment: Deployment, context: readonly (readonly [string, string])[]): string[] {
  const all = { ...Object.fromEntries(context), ...deployment.given };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Runs the CDK of this repository under the Node.js of this process; its questions reach the keyboard. */
function cdk(args: readonly string[]): Promise<number> {
  const program = fileURLToPath(new URL('../node_modules/aws-cdk/bin/cdk', import.meta.url));
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [program, ...args], { stdio: 'inherit', env: { ...process.env, PATH } })
      .on('error', reject)
      .on('close', (code) => resolve(code ?? 1));
  });
}

/** Who gets the alarms of a deployment that is there already. */
async function subscribed(aws: AwsReader, stackName: string): Promise<string | undefined> {
  if ((await aws.stack(stackName)) === undefined) return undefined;
  const alarms = await aws.alarms(stackName).catch(() => undefined);
  return alarms?.subscriptions[0]?.address;
}

/**
 * Stores the business the first time its table is there.
 * @returns what the company file says and the stored business does not, and what that one says beyond the limits for mails to
 *   customers.
 */
async function storeBusiness(
  { config }: Deployment,
  stack: StackFacts | undefined,
): Promise<{ readonly unsaid: string[]; readonly exceeded: string[] }> {
  const { file, logo } = readCompanyFile(config);
  const place = placeInCloud(config, stack);
  if (!place) return { unsaid: [], exceeded: [] };
  if (logo) await place.logos.store(logo);
  await storeFirstBusiness(place.store, file, new Date().toISOString());
  const stored = await place.store.load();
  return { unsaid: await newInFile(place.store, file), exceeded: stored ? limitsExceeded(stored.file) : [] };
}

await atTheKeyboard(async () => {
  const [verb, ...argv] = process.argv.slice(2) as [Verb, ...string[]];
  const { values, context, stacks, forCdk } = parse(argv);
  if (values.help) {
    console.log(help(verb));
    return 0;
  }
  const deployment = readDeployment({ ...Object.fromEntries(context), ...values });
  const which = [...contextArguments(deployment, context), ...(stacks.length > 0 ? stacks : ['--all'])];
  if (verb === 'synth')
    return cdk(['synth', '--quiet', ...which.filter((word) => word !== '--all'), ...forCdk]);

  const aws = awsReader(deployment.config.region);
  const { account, user } = await aws.identity().catch((error) => {
    throw new ConfigError([
      `Nothing was done: ${explainFault(error)}. What to do about it says`,
      `  ${npmRun('doctor', deployment.flags)}`,
    ]);
  });
  console.log(`Account ${account}, region ${deployment.config.region}, signed in as ${user}`);
  if (verb === 'bootstrap') {
    return cdk(['bootstrap', `aws://${account}/${deployment.config.region}`, ...forCdk]);
  }

  const names = stackNames(deployment.config);
  if (verb === 'deploy') {
    const losing = deployment.config.alarmEmail === undefined ? await subscribed(aws, names.main) : undefined;
    if (losing !== undefined) {
      throw new ConfigError([
        `Nothing was done: ${losing} gets the alarms and would not any more. Deploy with the same settings each time:`,
        `  ${npmRun('deploy', deployment.flags, `--alarm-email ${losing}`)}`,
      ]);
    }
    // A release before this one kept the business in the environment of its functions. It is stored before they are
    // replaced, so that their successors find it.
    const main = await aws.stack(names.main);
    const exceeded = main ? [] : limitsExceeded(deployment.config.companyFile);
    if (exceeded.length > 0)
      throw new ConfigError(['Nothing was done. The company file is not right:', ...exceeded]);
    await storeBusiness(deployment, main);
    // Nobody can answer the CDK's question about new permissions there.
    const unasked = process.env.CI ? ['--require-approval', 'never'] : [];
    const code = await cdk(['deploy', ...unasked, ...which, ...forCdk]);
    if (code === 0) {
      const stacks = await readStacks(aws, names);
      const { unsaid, exceeded } = await storeBusiness(deployment, stacks.main);
      console.log(
        [
          afterDeploying(deployment, stacks),
          ...beyondLimitsLines(exceeded),
          ...companyFileSays(deployment, unsaid),
        ].join('\n'),
      );
    } else
      console.error(`\nNot everything was deployed. How to go on:\n  ${npmRun('doctor', deployment.flags)}`);
    return code;
  }

  const before = await readStacks(aws, names);
  const hindrance = hindersDestroying(deployment, before, await aws.activeRuleSet().catch(() => undefined));
  if (hindrance !== undefined) throw new ConfigError(hindrance);
  const code = await cdk(['destroy', ...which, ...forCdk]);
  if (code === 0) console.log(afterDestroying(deployment, before));
  return code;
});
