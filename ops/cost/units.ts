/** What was measured: `npm run bench -- units` writes it, the bill reads it. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const amount = z.number().nonnegative();

/** What one function did, all its calls together. */
const functionUnits = z.object({
  calls: amount,
  /** Processor time on the machine that measured, without that of the database. */
  cpuMillis: amount,
  tableCalls: amount,
  mailCalls: amount,
  /** Of Step Functions and S3. */
  otherCalls: amount,
  /** What it wrote itself; Lambda's own lines come on top. */
  logBytes: amount,
});
export type FunctionUnits = z.output<typeof functionUnits>;

const units = z.object({
  tableWrites: amount,
  indexWrites: amount,
  tableReads: amount,
  tableBytes: amount,
  transitions: amount,
  mailsSent: amount,
  mailBytesSent: amount,
  mailsReceived: amount,
  /** Begun pieces of 256 KB. */
  mailChunksReceived: amount,
  httpCalls: amount,
  httpBytesSent: amount,
  bucketWrites: amount,
  bucketReads: amount,
  bucketBytes: amount,
  functions: z.record(z.string(), functionUnits),
});
export type Units = z.output<typeof units>;

const measured = z.object({
  measuredOn: z.iso.date(),
  machine: z.string(),
  /** One average lead, from its capture to its end, with its share of spam. */
  perLead: units,
  /** How long that lead is open. */
  openDaysPerLead: amount,
  /** One run of each function that somebody calls whether leads come or not. */
  perRun: z.record(z.string(), units),
  /** What each open lead adds to one digest. */
  perOpenLeadInDigest: units,
  /** Metrics of our own that the functions told, as `<namespace>/<name>`. */
  customMetrics: z.array(z.string()),
  /** Milliseconds to load a function's code, on the machine that measured. */
  loadMillis: z.record(z.string(), amount),
});
export type Measured = z.output<typeof measured>;

export const unitsFile = new URL('./units.json', import.meta.url);

/** @throws Error the file is not what the measure writes. */
export const readUnits = (): Measured => measured.parse(JSON.parse(readFileSync(unitsFile, 'utf8')));

export function noUnits(): Units {
  return {
    tableWrites: 0,
    indexWrites: 0,
    tableReads: 0,
    tableBytes: 0,
    transitions: 0,
    mailsSent: 0,
    mailBytesSent: 0,
    mailsReceived: 0,
    mailChunksReceived: 0,
    httpCalls: 0,
    httpBytesSent: 0,
    bucketWrites: 0,
    bucketReads: 0,
    bucketBytes: 0,
    functions: {},
  };
}

export const noFunctionUnits = (): FunctionUnits => ({
  calls: 0,
  cpuMillis: 0,
  tableCalls: 0,
  mailCalls: 0,
  otherCalls: 0,
  logBytes: 0,
});

/** The sum of amounts of things, each so many times. A negative number takes away. */
export function sumOf(parts: readonly { readonly times: number; readonly units: Units }[]): Units {
  const total = noUnits();
  for (const { times, units } of parts) {
    for (const key of Object.keys(units) as (keyof Units)[]) {
      if (key !== 'functions') total[key] += times * units[key];
    }
    for (const [name, done] of Object.entries(units.functions)) {
      const sum = total.functions[name] ?? noFunctionUnits();
      total.functions[name] = sum;
      for (const key of Object.keys(done) as (keyof FunctionUnits)[]) sum[key] += times * done[key];
    }
  }
  for (const [name, { calls, cpuMillis }] of Object.entries(total.functions)) {
    if (calls === 0 && cpuMillis === 0) delete total.functions[name];
  }
  return total;
}
