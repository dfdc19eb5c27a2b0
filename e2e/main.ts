/**
 * `npm run e2e`: deploys the real stacks, tells the story of a business through the real doors, updates and destroys them.
 *
 * Where:
 *   (nothing)                    MiniStack, installed and started here; before it the suites of the stores on moto
 *   E2E_ENDPOINT=moto            only the suites of the stores, on moto, installed and started here
 *   E2E_ENDPOINT=http://…        any endpoint that speaks AWS, e.g. LocalStack
 *   E2E_ENDPOINT=aws             AWS itself, with the credentials and the region of the environment
 *
 * On AWS the domain of E2E_MAIL_FROM must be an SES identity; all mails go to SES's mailbox simulator, which the sandbox
 * allows, or to E2E_CUSTOMERS (`you+{}@example.org`). E2E_WITHOUT_STACKS leaves out stacks the target does not know:
 * `receiving,backup`. A story that fails leaves there what it deployed, to be looked at; the next one takes it over.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PythonUnavailableError, unavailableExitCode } from '../checks/python-tools.ts';
import { startMiniStack } from './ministack.ts';
import { startMoto } from './moto.ts';
import type { Target } from './target.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function chooseTarget(): Promise<Target> {
  const { E2E_ENDPOINT: endpoint, E2E_WITHOUT_STACKS = '' } = process.env;
  const withoutStacks = E2E_WITHOUT_STACKS.split(',').filter((name) => name !== '');
  const stop = async () => {};
  if (endpoint === undefined || endpoint === '') return startMiniStack();
  const { AWS_REGION = 'eu-central-1' } = process.env;
  if (endpoint === 'aws') {
    return { name: 'AWS', environment: { AWS_REGION, DYNAMODB_ENDPOINT: 'aws' }, withoutStacks, stop };
  }
  return {
    name: endpoint,
    environment: {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'eu-central-1',
      ...(Object.fromEntries(
        Object.entries(process.env).filter(([name]) => name.startsWith('AWS_')),
      ) as Record<string, string>),
      AWS_ENDPOINT_URL: endpoint,
      DYNAMODB_ENDPOINT: endpoint,
    },
    withoutStacks,
    stop,
  };
}

/** Runs the tests in a process of their own, so that the environment is the target's from the first line on. */
async function tell(target: Target, config: string, args: readonly string[]): Promise<number> {
  // A profile of the person at the keyboard must not win over the target's credentials.
  const { AWS_PROFILE: _profile, AWS_SESSION_TOKEN: _token, ...rest } = process.env;
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...(target.name === 'AWS' ? process.env : rest),
        ...target.environment,
        E2E_WITHOUT_STACKS: target.withoutStacks.join(','),
      },
    },
  );
  // Whoever ends this ends the tests, and what was started for them ends after them.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

async function tellStory(): Promise<number> {
  const target = await chooseTarget();
  console.log(`The story runs on ${target.name}.`);
  if (target.withoutStacks.length > 0) {
    console.log(
      `It does not know what these stacks are made of, so they are not deployed there: ${target.withoutStacks.join(', ')}.`,
    );
  }
  try {
    return await tell(target, 'e2e/vitest.config.ts', process.argv.slice(2));
  } finally {
    await target.stop();
  }
}

async function checkStores(): Promise<number> {
  const target = await startMoto();
  console.log(`The suites of the stores run on ${target.name}.`);
  try {
    return await tell(target, 'e2e/stores.vitest.config.ts', []);
  } finally {
    await target.stop();
  }
}

const { E2E_ENDPOINT: chosen = '' } = process.env;
// What runs nowhere else is said first, and costs a minute.
const onMoto = chosen === '' || chosen === 'moto';
try {
  process.exitCode = onMoto ? await checkStores() : 0;
  if (process.exitCode === 0 && chosen !== 'moto') process.exitCode = await tellStory();
} catch (error) {
  if (!(error instanceof PythonUnavailableError)) throw error;
  console.error(`The story was not told. ${error.message}.`);
  process.exitCode = unavailableExitCode;
}
