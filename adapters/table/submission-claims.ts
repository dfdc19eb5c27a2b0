/**
 * Which lead a submission belongs to.
 *
 * First the sender's id of the submission is claimed, then its content, each for the new lead unless somebody was
 * first; the lead is stored after both. A crash in between leaves claims that name a lead nobody stored: the next one
 * with the same submission or content follows them and stores it.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Lead } from '../../domain/lead/lead.ts';
import type { SubmissionKeys } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { type Condition, claimItem, type Item, isAbsent, type Key, type Table } from './table.ts';

const claimVersion = 1;
const submissionKeptDays = 365;
const sameContentMillis = 5 * 60_000;
/** Longer than the 5 minutes it counts, so that a repeat after an outage still finds what its first try met. */
const contentKeptDays = 1;

const claimSchema = z.object({ leadId: z.string(), capturedAt: z.string() });
type Claim = z.infer<typeof claimSchema>;

/**
 * Claims the submission for a lead.
 * @param isStored whether a lead of this id is stored.
 * @returns the id that counts, and whether a lead of it is known to be stored.
 */
export async function claimSubmission(
  table: Table,
  lead: Lead,
  { submissionId, contentHash }: SubmissionKeys,
  isStored: (leadId: string) => Promise<boolean>,
): Promise<{ leadId: string; stored: boolean }> {
  const own: Claim = { leadId: lead.id, capturedAt: lead.capturedAt };
  const submission = submissionId === undefined ? undefined : submissionKey(submissionId);
  const first = submission && (await claim(table, submission, own, submissionKeptDays));
  if (first && (await isStored(first.leadId))) return { leadId: first.leadId, stored: true };

  const claimed = first ?? own;
  const content: Key = { pk: `CONTENT#${contentHash}`, sk: 'CONTENT' };
  const same = await claim(table, content, claimed, contentKeptDays, outdated(claimed.capturedAt));
  const { leadId } = same ?? claimed;
  if (submission && leadId !== claimed.leadId) await redirect(table, submission, claimed.leadId, leadId);
  return { leadId, stored: false };
}

/** Sender's ids may be long or hold anything: the key is their hash. */
function submissionKey(submissionId: string): Key {
  return { pk: `SUBMISSION#${createHash('sha256').update(submissionId).digest('hex')}`, sk: 'SUBMISSION' };
}

/** @returns the claim of whoever was first; `undefined`: this one counts. */
async function claim(
  table: Table,
  key: Key,
  { leadId, capturedAt }: Claim,
  keptDays: number,
  condition?: Condition,
): Promise<Claim | undefined> {
  const expiresAt = expiryAfter(capturedAt, keptDays);
  const item: Item = { ...key, schemaVersion: claimVersion, leadId, capturedAt, expiresAt };
  const first = await claimItem(table, item, condition);
  return first && parseItem(claimSchema, first, `Claim ${key.pk}`);
}

/** No claim, or one made more than 5 minutes before or after this moment: clocks may be set back. */
function outdated(capturedAt: Moment): Condition {
  const shifted = (millis: number) => new Date(Date.parse(capturedAt) + millis).toISOString();
  return {
    anyOf: [
      isAbsent,
      { path: 'capturedAt', below: shifted(-sameContentMillis) },
      { path: 'capturedAt', above: shifted(sameContentMillis) },
    ],
  };
}

/** The content belongs to another lead: from now on the submission does, too. Whoever comes twice finds it done. */
async function redirect(table: Table, submission: Key, from: string, to: string): Promise<void> {
  await table.update(submission, {
    set: { leadId: to },
    condition: { path: 'leadId', equals: from },
  });
}
