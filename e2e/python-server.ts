/** A server in Python on this machine that speaks AWS. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pythonTools } from '../checks/python-tools.ts';
import { freePort } from '../test/support/free-port.ts';

const startsWithinSeconds = 300;
const stopsWithinSeconds = 5;

/** Where the logs of the servers lie. */
const logs = fileURLToPath(new URL('../.e2e/', import.meta.url));

interface PythonServer {
  readonly name: string;
  /** What to install, beside this file. */
  readonly requirements: string;
  readonly command: string;
  readonly args?: (port: number) => readonly string[];
  /** @param scratch a folder that goes with the server. */
  readonly environment?: (
    endpoint: string,
    scratch: string,
    port: number,
  ) => Readonly<Record<string, string>>;
  /** Answers as soon as the server is there. */
  readonly healthPath: string;
}

interface RunningServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Installs a server and starts it on a free port of this machine, empty.
 * @throws PythonUnavailableError
 * @throws Error it does not start.
 */
export async function startPythonServer(server: PythonServer): Promise<RunningServer> {
  const { name, args = () => [], environment = () => ({}) } = server;
  const bin = pythonTools(fileURLToPath(new URL(server.requirements, import.meta.url)));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const logFile = join(logs, `${name.toLowerCase()}.log`);
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(logFile);
  const scratch = mkdtempSync(join(tmpdir(), 'nachfass-e2e-'));
  const child = spawn(join(bin, server.command), args(port), {
    cwd: scratch,
    env: { ...process.env, ...environment(endpoint, scratch, port) },
    // A group of its own, so that whatever it started ends with it.
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
    const answer = await fetch(endpoint + server.healthPath).catch(() => undefined);
    if (answer?.ok) return { endpoint, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${name} does not start; see ${logFile}`);
    }
    await sleep(100);
  }
}
