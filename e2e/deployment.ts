/** Deploying as the guide tells it: with the commands that a person types. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stackNames } from '../infra/names.ts';
import { readDeployment } from '../ops/deployment.ts';
import { companyFile, customerAddress } from './business.ts';

/** Where the target's clients look, by which the stacks must go, too. */
export const region = process.env.AWS_REGION ?? 'eu-central-1';

/** Lost timers are found within two minutes; the domain belongs to whoever owns the target. */
const settings = {
  COMPANY_FILE: companyFile,
  STAGE: 'e2e',
  REGION: region,
  MAIL_IDENTITY: 'existing',
  RECONCILE_MINUTES: '1',
  OVERDUE_MINUTES: '1',
  ALARM_EMAIL: customerAddress('alarms'),
};

const withoutStacks = (process.env.E2E_WITHOUT_STACKS ?? '').split(',');

/** All stacks of the deployment, and those that the target knows. */
function stacks() {
  const names = stackNames(readDeployment({}, settings).config);
  const known = Object.entries(names).flatMap(([kind, name]) =>
    name === undefined || withoutStacks.includes(kind) ? [] : [name],
  );
  return { main: names.main, known };
}

export const mainStack = (): string => stacks().main;

/**
 * Runs one of our commands.
 * @param changes settings that this call has otherwise.
 * @returns what it said.
 * @throws Error it failed, with the end of what it said.
 */
export async function npmRun(
  script: string,
  args: readonly string[] = [],
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    env: { ...process.env, ...settings, ...changes, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}:\n${said.slice(-4000)}`);
  return said;
}

export const deploy = (changes: Readonly<Record<string, string>> = {}): Promise<string> =>
  npmRun('deploy', [...stacks().known, '--', '--exclusively', '--progress', 'events'], changes);

export const destroy = (): Promise<string> =>
  npmRun('destroy', [...stacks().known, '--', '--exclusively', '--force']);
