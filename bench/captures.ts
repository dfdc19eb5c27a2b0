/** Captures per second over HTTP against the local system in its own process, and its memory with many open leads. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { report, rounded } from './report.ts';

const main = fileURLToPath(new URL('../local/main.ts', import.meta.url));
const secondsPerRun = 10;
const openLeadsForMemory = 10_000;

/** Validation, storing, wait and answer in n8n 2.41 on a machine of this size. */
const generalToolPerSecond = 15;

export async function measureCaptures(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
  const port = await freePort();
  const system = spawn(
    process.execPath,
    [main, '--port', String(port), '--smtp-port', '0', '--data', folder],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://localhost:${port}`;
  try {
    const startedAt = performance.now();
    await healthy(url);
    const startSeconds = (performance.now() - startedAt) / 1000;
    let captured = await load(url, 10, { duration: 5 }).then(answered);
    const rows = [];
    for (const connections of [1, 10, 50]) {
      await quiet(url);
      const result = await load(url, connections, { duration: secondsPerRun });
      captured += answered(result);
      rows.push({
        connections,
        'captures/s': rounded(answered(result) / result.duration),
        'p50 ms': result.latency.p50,
        'p99 ms': result.latency.p99,
        refused: result.non2xx + result.errors,
        'times n8n': rounded(answered(result) / result.duration / generalToolPerSecond, 1),
      });
    }
    report('Captures over HTTP, answered after the lead is stored, follow-up running behind', rows);

    if (captured < openLeadsForMemory) {
      captured += await load(url, 10, { amount: openLeadsForMemory - captured }).then(answered);
    }
    await quiet(url);
    report('The whole local system', [
      { figure: 'seconds from start to /health', value: rounded(startSeconds, 1) },
      { figure: 'open leads, each waiting in its execution', value: captured },
      { figure: 'resident memory MB', value: rounded(residentMegabytes(system)) },
    ]);
  } finally {
    const ended = once(system, 'exit');
    system.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

let submissions = 0;

function load(url: string, connections: number, until: { duration: number } | { amount: number }) {
  return autocannon({
    url: `${url}/leads`,
    connections,
    ...until,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        // Each one another person with another request: nothing is a repetition.
        setupRequest: (request) => ({ ...request, body: JSON.stringify(submission(++submissions)) }),
      },
    ],
  });
}

const submission = (number: number) => ({
  name: `Erika Muster ${number}`,
  email: `erika.${number}@example.org`,
  phone: `089 ${1_000_000 + number}`,
  message: `Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen. Haus Nummer ${number}.`,
  postcode: '80331',
  city: 'München',
});

const answered = (result: autocannon.Result) => result['2xx'];

async function healthy(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/health`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(50);
  }
}

/** Moving the clock by nothing answers when nothing is under way. */
async function quiet(url: string): Promise<void> {
  const response = await fetch(`${url}/_local/clock`, { method: 'POST', body: '{"advance":"PT0S"}' });
  if (!response.ok) throw new Error(`The clock answered ${response.status}`);
}

function residentMegabytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
