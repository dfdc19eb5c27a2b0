/**
 * Cold starts: from the start of a process to its first answer to a real event, of each function as it would be deployed,
 * as a ratio to a function that only says hello. The functions, and the checkouts, take turns.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Built, BuiltFunction, Checkout } from './checkout.ts';
import { captureEvent, eventsFor, rawMail, storedItems, tokenForOwner } from './events.ts';
import { type FakeAws, fakeAws } from './fake-aws.ts';
import { report, rounded } from './report.ts';

/** What Lambda's runtime does, no more: load, call, hand over the answer. */
const runtime = `
  import { writeSync } from 'node:fs';
  const { handler } = await import(process.env.BENCH_BUNDLE);
  const context = { getRemainingTimeInMillis: () => 29_000 };
  const answer = await handler(JSON.parse(process.env.BENCH_EVENT), context);
  writeSync(3, JSON.stringify({ answer, cpu: process.cpuUsage() }));
  process.exit();
`;
const hello = `export const handler = async () => ({ statusCode: 200, body: 'Hello world' });`;
const helloWorld = 'hello world';

/** Milliseconds, from the start of the process to the answer. */
interface Start {
  readonly wall: number;
  /** Of all threads: nearly the same on a machine that is busy with other things. */
  readonly cpu: number;
}

export interface Started extends Checkout {
  /** All starts, by function. */
  readonly starts: ReadonlyMap<string, Start[]>;
}

/**
 * @param rounds how often each function is started.
 * @throws Error a function is not there or does not answer as it should.
 */
export async function startInTurns(
  checkouts: readonly Built[],
  { folder, rounds }: { readonly folder: string; readonly rounds: number },
): Promise<readonly Started[]> {
  writeFileSync(join(folder, 'runtime.mjs'), runtime);
  writeFileSync(join(folder, 'hello.mjs'), hello);
  const clouds: FakeAws[] = [];
  try {
    const subjects: Subject[] = [];
    for (const checkout of checkouts) {
      const cloud = await fakeAws(rawMail, storedItems());
      clouds.push(cloud);
      subjects.push(await prepare(checkout, cloud, folder));
    }
    // A function that another checkout has not yet, or no longer, is measured by itself.
    const isMissing = ({ functions }: Built, name: string) => name !== helloWorld && !functions.has(name);
    const names = [...(subjects[0]?.starts.keys() ?? [])];
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        // Each is the first as often as the others.
        const inOrder = round % 2 === 0 ? subjects : subjects.toReversed();
        for (const subject of inOrder) {
          const { starts, start, built } = subject;
          if (isMissing(built, name) && subjects.some((other) => !isMissing(other.built, name))) continue;
          starts.get(name)?.push(await start(name));
        }
      }
    }
    return subjects;
  } finally {
    for (const cloud of clouds) cloud.close();
  }
}

export function reportColdStarts(checkouts: readonly Started[]): void {
  const startsOf = (name: string) => checkouts.flatMap(({ starts }) => starts.get(name) ?? []);
  const [wallFloor, cpuFloor] = medians(startsOf(helloWorld));
  const title = `Cold starts: process start to first answer, median, and in times ${helloWorld}`;
  report(title, checkouts, [...(checkouts[0]?.starts.keys() ?? [])], ({ starts }, name) => {
    const measured = starts.get(name) ?? [];
    if (measured.length === 0) return {};
    const [wall, cpu] = medians(measured);
    return {
      ms: rounded(wall),
      times: rounded(wall / wallFloor, 1),
      'CPU ms': rounded(cpu),
      'CPU times': rounded(cpu / cpuFloor, 1),
    };
  });
}

const medians = (starts: readonly Start[]): [wall: number, cpu: number] => {
  const median = (values: readonly number[]) =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
  return [median(starts.map(({ wall }) => wall)), median(starts.map(({ cpu }) => cpu))];
};

interface Subject extends Started {
  readonly built: Built;
  readonly start: (name: string) => Promise<Start>;
}

/** A request comes in and its mails go out; from then on everything happens to this lead, which stays as it is. */
async function prepare(checkout: Built, cloud: FakeAws, folder: string): Promise<Subject> {
  // In the surroundings of the others.
  const variables = checkout.functions.get('show-form')?.variables ?? {};
  const helloBuilt: BuiltFunction = { file: join(folder, 'hello.mjs'), variables };
  const functions = new Map([...checkout.functions, [helloWorld, helloBuilt]]);
  const start = (name: string, event: unknown) => {
    const built = functions.get(name);
    if (!built) throw new Error(`There is no function ${name} in ${checkout.folder}`);
    return startOnce(name, join(folder, 'runtime.mjs'), {
      ...filledIn(built.variables, cloud.url),
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_ENDPOINT_URL: cloud.url,
      BENCH_BUNDLE: built.file,
      BENCH_EVENT: JSON.stringify(event),
    });
  };
  await start('capture-lead', captureEvent);
  cloud.freeze();
  const task: unknown = JSON.parse(cloud.executions[0] ?? '');
  await start('follow-up-lead', task);
  const events = new Map<string, unknown>([
    [helloWorld, {}],
    ...Object.entries(eventsFor(task, await tokenForOwner(cloud.mails))),
  ]);
  const starts = new Map([...events.keys()].map((name): [string, Start[]] => [name, []]));
  return { ...checkout, starts, start: (name) => start(name, events.get(name)), built: checkout };
}

/** @throws Error there was no answer, or not the one that was wished for. */
async function startOnce(name: string, program: string, env: Record<string, string>): Promise<Start> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const exited = once(child, 'exit');
  const pipe = child.stdio[3] as Readable;
  let wall = Number.NaN;
  pipe.once('data', () => {
    wall = performance.now() - startedAt;
  });
  const text = Buffer.concat(await pipe.toArray()).toString();
  await exited;
  const { answer, cpu } = JSON.parse(text || '{"answer":{"statusCode":0}}');
  const { statusCode = 200, batchItemFailures = [] } = answer;
  if (statusCode < 200 || statusCode > 299 || batchItemFailures.length > 0) {
    throw new Error(`${name} answered ${text.slice(0, 200) || 'nothing'}`);
  }
  return { wall, cpu: (cpu.user + cpu.system) / 1000 };
}

/** What CloudFormation would fill in may be any text, with few exceptions. */
function filledIn(variables: Readonly<Record<string, unknown>>, url: string): Record<string, string> {
  const ofCertainForm: Readonly<Record<string, string>> = {
    MAIL_BUCKET: 'mails',
    PUBLIC_URL: 'https://bench.example',
    SUBMISSION_QUEUE_URL: `${url}/queue`,
  };
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (ofCertainForm[name] ?? name),
    ]),
  );
}
