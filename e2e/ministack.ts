/** MiniStack, an emulator of AWS on this machine. The only file here that knows it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pythonTools } from '../checks/python-tools.ts';
import { freePort } from '../test/support/free-port.ts';
import type { Target } from './target.ts';

const startsWithinSeconds = 300;
const stopsWithinSeconds = 5;

/**
 * Installs MiniStack and starts it on a free port of this machine, empty.
 * @throws PythonUnavailableError
 */
export async function startMiniStack(folder: string): Promise<Target> {
  const bin = pythonTools(fileURLToPath(new URL('ministack.txt', import.meta.url)));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const logFile = join(folder, 'ministack.log');
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(logFile);
  const scratch = mkdtempSync(join(tmpdir(), 'nachfass-e2e-'));
  const child = spawn(join(bin, 'ministack'), {
    cwd: scratch,
    env: {
      ...process.env,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: 'eu-central-1',
      // Where the functions it runs find it. It takes the `node` that stands first in PATH for them.
      AWS_ENDPOINT_URL: endpoint,
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      // Whatever it writes stays there, the code of the functions included: below this folder, Node would take their
      // kind of modules from our package.json.
      HOME: scratch,
      TMPDIR: scratch,
      STATE_DIR: scratch,
    },
    // A group of its own, so that the functions it started end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const exited = once(child, 'exit');

  const stop = async () => {
    if (child.exitCode === null && child.pid !== undefined) {
      process.kill(-child.pid, 'SIGTERM');
      await Promise.race([exited, sleep(stopsWithinSeconds * 1000)]);
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    }
    rmSync(scratch, { recursive: true, force: true });
  };
  const deadline = Date.now() + startsWithinSeconds * 1000;
  for (;;) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`MiniStack does not start; see ${logFile}`);
    }
    await sleep(100);
  }
  return {
    name: `MiniStack at ${endpoint}`,
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'eu-central-1',
      DYNAMODB_ENDPOINT: endpoint,
      E2E_CUSTOMERS: '{}@customer.example',
      E2E_MAILBOX: `${endpoint}/_ministack/ses/messages`,
    },
    // CloudFormation there does not know AWS::SES::ReceiptRuleSet and AWS::SES::ReceiptRule.
    withoutStacks: ['receiving'],
    stop,
  };
}
