/** From what was measured and what is deployed to the amounts of one month. */
import type { Amounts } from './bill.ts';
import { hoursPerMonth, type Resources } from './resources.ts';
import { type FunctionUnits, type Measured, noUnits, sumOf, type Units } from './units.ts';

const minutesPerMonth = hoursPerMonth * 60;
const daysPerMonth = hoursPerMonth / 24;

/** What nobody can measure without an account, and why we take these values. `assumptions` says them aloud. */
export const assumed = {
  /** Lambda gives a whole core at 1,769 MB and a share below: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
  megabytesPerCore: 1769,
  /** A core there against one of the machine that measured: slower, shared, and the code often not yet compiled. */
  slowerCore: 2,
  /** What a function waits for on each call, at the upper end of what these services need within a region. */
  waitMillis: { table: 8, mail: 150, other: 50 },
  /** Starting the runtime, opening connections and reading the secret, besides loading the code. */
  coldStartMillis: 500,
  /** An idle instance stays for five minutes at least, so that a function starts cold at most once in five minutes. */
  coldStartEachMinutes: 5,
  /** START, END and REPORT as JSON. */
  lambdaLogBytesPerCall: 1000,
  /** One line of the access log: its format filled in, and 26 bytes of CloudWatch's own. */
  accessLogBytesPerCall: 400,
  /** Lambda polls a queue with up to five long polls of 20 seconds, also when it is empty; it may go down to two. */
  pollers: 5,
  pollSeconds: 20,
  /** In, out once more when it is busy, and gone. */
  requestsPerMessage: 3,
  /** Somebody outside asks /health each five minutes. */
  healthCheckEachMinutes: 5,
  /** Leads and mails are kept for 12 months: the bill of the twelfth month. */
  monthsKept: 12,
} as const;

/** What stands for one run of a scheduled function that was not measured yet. */
const unmeasuredRun = (name: string): Units => ({
  ...noUnits(),
  tableReads: 100,
  functions: {
    [name]: { calls: 1, cpuMillis: 100, tableCalls: 50, mailCalls: 0, otherCalls: 0, logBytes: 1000 },
  },
});

/** Scheduled functions without a measured run: the bench should learn them. */
export const unmeasured = ({ schedules }: Resources, { perRun }: Measured): string[] =>
  schedules.map(({ functionName }) => functionName).filter((name) => !Object.hasOwn(perRun, name));

export function amountsOf(leads: number, measured: Measured, resources: Resources): Amounts {
  const scheduled = resources.schedules.map(({ functionName, runsPerMonth }) => ({
    times: runsPerMonth,
    units: measured.perRun[functionName] ?? unmeasuredRun(functionName),
  }));
  const digestRuns =
    resources.schedules.find(({ functionName }) => functionName === 'send-digest')?.runsPerMonth ?? 0;
  const healthChecks = minutesPerMonth / assumed.healthCheckEachMinutes;
  /** Little's law: as many are open at once as come while one is open. */
  const openAtOnce = (leads / daysPerMonth) * measured.openDaysPerLead;
  const used = sumOf([
    { times: leads, units: measured.perLead },
    ...scheduled,
    { times: digestRuns * openAtOnce, units: measured.perOpenLeadInDigest },
    { times: healthChecks, units: measured.perRun['check-health'] ?? noUnits() },
  ]);

  const functions = resources.functions.flatMap((deployed) => {
    const done = used.functions[deployed.name];
    if (!done) return [];
    const coldStarts = Math.min(done.calls, minutesPerMonth / assumed.coldStartEachMinutes);
    const millis =
      callMillis(done, deployed.memoryMegabytes) + coldStarts * coldMillis(measured, deployed.name);
    return [
      {
        calls: done.calls,
        coldStarts,
        gigabyteSeconds: (millis / 1000) * (deployed.memoryMegabytes / 1024),
        readsSecret: deployed.readsSecret,
        logBytes: done.logBytes + done.calls * assumed.lambdaLogBytesPerCall,
      },
    ];
  });
  const total = (of: (one: (typeof functions)[number]) => number) =>
    functions.reduce((sum, one) => sum + of(one), 0);

  const messages = used.mailsSent + used.mailsReceived;
  const polls = (resources.polledQueues * assumed.pollers * hoursPerMonth * 3600) / assumed.pollSeconds;
  const tableGigabytes = gigabytes(leads * measured.perLead.tableBytes * assumed.monthsKept);
  const logGigabytes = gigabytes(
    total(({ logBytes }) => logBytes) + used.httpCalls * assumed.accessLogBytesPerCall,
  );
  const customMetrics = new Set([...resources.customMetrics, ...measured.customMetrics]).size;

  return {
    lambdaRequests: total(({ calls }) => calls),
    lambdaGigabyteSeconds: total(({ gigabyteSeconds }) => gigabyteSeconds),
    tableWrites: used.tableWrites + used.indexWrites,
    tableReads: used.tableReads,
    tableGigabytes,
    recoveryGigabytes: resources.recovery ? tableGigabytes : 0,
    // As if all had the size of the newest; and the index, which is in no copy, is taken for a part of it.
    backupGigabytes: tableGigabytes * resources.tableCopies,
    transitions: used.transitions,
    httpCalls: used.httpCalls,
    mailsSent: used.mailsSent,
    mailGigabytesSent: gigabytes(used.mailBytesSent),
    mailsReceived: used.mailsReceived,
    mailChunksReceived: used.mailChunksReceived,
    queueRequests: polls + messages * assumed.requestsPerMessage,
    topicMessages: messages,
    bucketGigabytes: gigabytes(used.bucketBytes * resources.bucketMonths),
    bucketWrites: used.bucketWrites,
    bucketReads: used.bucketReads,
    secrets: resources.secrets,
    secretReads: total(({ coldStarts, readsSecret }) => (readsSecret ? coldStarts : 0)),
    scheduledRuns: resources.schedules.reduce((sum, { runsPerMonth }) => sum + runsPerMonth, 0),
    alarmMetrics: resources.alarmMetrics,
    customMetrics,
    dashboards: resources.dashboards,
    logGigabytes,
    logGigabytesKept: logGigabytes * resources.logMonths,
    gigabytesOut: gigabytes(used.httpBytesSent),
  };
}

const gigabytes = (bytes: number) => bytes / 1e9;

/** What Lambda bills of all calls of a function, without cold starts: working, and waiting for others. */
function callMillis(done: FunctionUnits, memoryMegabytes: number): number {
  const { megabytesPerCore, slowerCore, waitMillis } = assumed;
  const shareOfCore = Math.min(1, memoryMegabytes / megabytesPerCore);
  return (
    (done.cpuMillis * slowerCore) / shareOfCore +
    done.tableCalls * waitMillis.table +
    done.mailCalls * waitMillis.mail +
    done.otherCalls * waitMillis.other
  );
}

/** Lambda lends a whole core while the code is loaded. */
const coldMillis = ({ loadMillis }: Measured, name: string): number =>
  (loadMillis[name] ?? 0) * assumed.slowerCore + assumed.coldStartMillis;
