/** Deploying as the guide tells it, with the ordinary `cdk`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { companyFile, customerAddress } from './business.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export const stage = 'e2e';
export const stackName = `Nachfass-probe-${stage}`;

const withoutStacks = (process.env.E2E_WITHOUT_STACKS ?? '').split(',').filter((name) => name !== '');

/** Lost timers are found within two minutes; the domain belongs to whoever owns the target. */
const settings = {
  COMPANY_FILE: companyFile,
  STAGE: stage,
  MAIL_IDENTITY: 'existing',
  RECONCILE_MINUTES: '1',
  OVERDUE_MINUTES: '1',
  ALARM_EMAIL: customerAddress('alarms'),
};

/** @throws Error it failed, with the end of what it said. */
async function cdk(args: readonly string[], changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn('node_modules/.bin/cdk', args, {
    cwd: root,
    env: { ...process.env, ...settings, ...changes, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`cdk ${args.join(' ')} ended with ${code}:\n${said.slice(-4000)}`);
  return said;
}

/** The stacks of this deployment that the target knows. */
async function stacks(): Promise<string[]> {
  const listed = (await cdk(['list'])).split('\n').map((line) => line.trim());
  const ours = listed.filter((name) => name === stackName || name.startsWith(`${stackName}-`));
  return ours.filter((name) => !withoutStacks.includes(name.slice(stackName.length + 1)));
}

export async function bootstrap(): Promise<void> {
  await cdk(['bootstrap']);
}

export async function deploy(changes: Readonly<Record<string, string>> = {}): Promise<void> {
  await cdk(
    ['deploy', ...(await stacks()), '--exclusively', '--require-approval', 'never', '--progress', 'events'],
    changes,
  );
}

export async function destroy(): Promise<void> {
  await cdk(['destroy', ...(await stacks()), '--exclusively', '--force']);
}
