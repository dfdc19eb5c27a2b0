/**
 * What one average lead uses, from its capture to its end, with its share of spam: measured on the real functions by
 * `test/ops/cost/units.test.ts`, which fails with the new figures when they are no longer these.
 */
export const perLead = {
  /** By function. */
  calls: {
    'show-form': 1.1,
    'capture-lead': 2.2,
    'receive-hook': 0.1,
    'follow-up-lead': 8.55,
    'record-mail-event': 9.1,
    'act-on-lead': 8.1,
    'receive-mail': 1.65,
    'reconcile-leads': 0.1,
  },
  /** Write request units, those of the index included. */
  tableWrites: 212,
  tableReads: 130,
  /** What stays in the table, the index included. */
  tableBytes: 23_900,
  transitions: 30.5,
  mailsSent: 9.1,
  mailsReceived: 1.65,
  /** Begun pieces of 256 KB. */
  mailChunksReceived: 3.15,
  httpCalls: 11.5,
  httpBytesSent: 95_700,
  bucketWrites: 1.95,
  bucketReads: 1.65,
  bucketBytes: 739_000,
};

type Amount = Exclude<keyof typeof perLead, 'calls'>;
export type PerLead = Readonly<Record<Amount, number>> & { readonly calls: Readonly<Record<string, number>> };
