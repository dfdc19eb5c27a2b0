/** From what a lead uses and what is deployed to the amounts of one month. */
import type { Amounts } from './bill.ts';
import { daysPerMonth, hoursPerMonth, type Resources } from './resources.ts';
import type { PerLead } from './units.ts';

const minutesPerMonth = hoursPerMonth * 60;

/** What nobody can measure without an account, or what is too little to measure. `assumptions` says them aloud. */
export const assumed = {
  /** On average: 10 ms of `check-health`, a quarter of a second of a follow-up that sends two mails. */
  callMillis: 100,
  /** Starting the runtime, loading the code (`npm run bench`), opening connections and reading the secret. */
  coldStartMillis: 700,
  /** An idle instance stays for five minutes at least, so that a function starts cold at most once in five minutes. */
  coldStartEachMinutes: 5,
  /** START, END and REPORT as JSON, a line or two of ours, and of some a line of the access log. */
  logBytesPerCall: 1250,
  /** Lambda polls a queue with up to five long polls of 20 seconds, also when it is empty; it may go down to two. */
  pollers: 5,
  pollSeconds: 20,
  /** In, out once more when it is busy, and gone. */
  requestsPerMessage: 3,
  /** Somebody outside asks /health each five minutes. */
  healthCheckEachMinutes: 5,
  /** Read units of the table for each run by the clock: of a few queries, most of which find nothing. */
  readsPerRun: 2,
  /** Leads and mails are kept for 12 months: the bill of the twelfth month. */
  monthsKept: 12,
} as const;

export function amountsFor(leads: number, perLead: PerLead, resources: Resources): Amounts {
  const healthChecks = minutesPerMonth / assumed.healthCheckEachMinutes;
  const byTheClock = [...resources.schedules, { functionName: 'check-health', runsPerMonth: healthChecks }];
  const runsOf = (name: string) =>
    sum(byTheClock.filter(({ functionName }) => functionName === name).map((one) => one.runsPerMonth));

  const functions = resources.functions.map(({ name, memoryMegabytes, readsSecret }) => {
    const calls = leads * (perLead.calls[name] ?? 0) + runsOf(name);
    const coldStarts = Math.min(calls, minutesPerMonth / assumed.coldStartEachMinutes);
    const millis = calls * assumed.callMillis + coldStarts * assumed.coldStartMillis;
    return {
      calls,
      gigabyteSeconds: (millis / 1000) * (memoryMegabytes / 1024),
      secretReads: readsSecret ? coldStarts : 0,
    };
  });

  const lambdaCalls = sum(functions.map(({ calls }) => calls));
  const httpCalls = leads * perLead.httpCalls + healthChecks;
  // One digest a day, however often somebody asks whether it is due.
  const mailsSent = leads * perLead.mailsSent + daysPerMonth;
  const mailsReceived = leads * perLead.mailsReceived;
  const messages = mailsSent + mailsReceived;
  const polls = (resources.polledQueues * assumed.pollers * hoursPerMonth * 3600) / assumed.pollSeconds;
  const tableGigabytes = gigabytes(leads * perLead.tableBytes * assumed.monthsKept);
  const logGigabytes = gigabytes(lambdaCalls * assumed.logBytesPerCall);

  return {
    lambdaCalls,
    gigabyteSeconds: sum(functions.map((one) => one.gigabyteSeconds)),
    tableWrites: leads * perLead.tableWrites,
    tableReads:
      leads * perLead.tableReads + sum(byTheClock.map((one) => one.runsPerMonth)) * assumed.readsPerRun,
    tableGigabytes,
    recoveryGigabytes: resources.recovery ? tableGigabytes : 0,
    // As if all had the size of the newest; and the index, which is in no copy, is taken for a part of it.
    backupGigabytes: tableGigabytes * resources.tableCopies,
    transitions: leads * perLead.transitions,
    httpCalls,
    mailsSent,
    mailsReceived,
    mailChunksReceived: leads * perLead.mailChunksReceived,
    queueRequests: polls + messages * assumed.requestsPerMessage,
    topicMessages: messages,
    bucketGigabytes: gigabytes(leads * perLead.bucketBytes * resources.bucketMonths),
    bucketWrites: leads * perLead.bucketWrites,
    bucketReads: leads * perLead.bucketReads,
    secrets: resources.secrets,
    secretReads: sum(functions.map((one) => one.secretReads)),
    scheduledRuns: sum(resources.schedules.map((one) => one.runsPerMonth)),
    alarmMetrics: resources.alarmMetrics,
    customMetrics: resources.customMetrics,
    dashboards: resources.dashboards,
    logGigabytes,
    logGigabytesKept: logGigabytes * resources.logMonths,
    gigabytesOut: gigabytes(leads * perLead.httpBytesSent),
  };
}

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
const gigabytes = (bytes: number) => bytes / 1e9;
