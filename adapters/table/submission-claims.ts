/**
 * Which lead a submission belongs to.
 *
 * First the sender's id of the submission is claimed, then its content, each for the new lead unless somebody was
 * first; the lead is stored after both. A crash in between leaves claims that name a lead nobody stored: the next one
 * with the same submission or content follows them and stores it.
 *
 * An id may stand in a static page, or be guessed: it is followed only to a lead of the same person. Whoever finds it with
 * somebody else claims it together with his own address, which costs one more write and only him.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Contact } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isStanding, repeatedWithinHours, takesRepeat } from '../../domain/lead/repeat.ts';
import { numberOf } from '../../domain/lead/same-contact.ts';
import type { SubmissionKeys } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { type Condition, claimItem, type Item, isAbsent, type Key, type Table } from './table.ts';

/** A table as far as claims need it. */
export type ClaimTable = Pick<Table, 'putIf' | 'update'>;

/** A lead by its id; `unreadable`: something stands there that no words may be added to. */
export type LoadClaimed = (leadId: string) => Promise<Lead | 'unreadable' | undefined>;

const claimVersion = 1;
const onceKeptDays = 365;
/** The queue holds a submission for 14 days at most; it is compared by when it was sent. */
const submissionKeptDays = 15;
const sameContentMillis = 5 * 60_000;
const sameSubmissionMillis = repeatedWithinHours * 3_600_000;
/** Longer than the 5 minutes it counts, so that a repeat after an outage still finds what its first try met. */
const contentKeptDays = 1;

const claimSchema = z.object({
  leadId: z.string(),
  capturedAt: z.string(),
  /** Of whom, as hashes that differ from submission to submission: read only until the lead itself is stored. */
  email: z.string().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
});
type Claim = z.infer<typeof claimSchema>;

/** What a claim that somebody else made means for this submission. */
type Verdict = 'stored' | 'not-stored-yet' | 'somebody-else';

interface Claiming {
  readonly table: ClaimTable;
  readonly lead: Lead;
  readonly load: LoadClaimed;
}

/**
 * Claims the submission for a lead.
 * @returns the id that counts, and whether a lead of it is known to be stored.
 */
export async function claimSubmission(
  table: ClaimTable,
  lead: Lead,
  keys: SubmissionKeys,
  load: LoadClaimed,
): Promise<{ leadId: string; stored: boolean }> {
  const claiming = { table, lead, load };
  const { contentHash } = keys;
  const submission = await claimName(claiming, keys);
  if (submission?.verdict === 'stored') return { leadId: submission.claim.leadId, stored: true };
  const claimed = submission?.claim ?? claimFor(lead);
  if (contentHash === undefined) return { leadId: claimed.leadId, stored: false };
  const leadId = await claimContent(claiming, contentHash, claimed);
  if (submission && leadId !== claimed.leadId) {
    await redirect(table, submission.key, claimed.leadId, leadId);
  }
  return { leadId, stored: false };
}

/** Under what it was sent, or what this system calls it. */
async function claimName(
  claiming: Claiming,
  { once, submissionId }: SubmissionKeys,
): Promise<(Claimed & { key: Key }) | undefined> {
  if (submissionId !== undefined) return claimId(claiming, submissionId);
  if (once === undefined) return undefined;
  const key = onceKey(once);
  const claimed = await claimFirst(claiming.table, key, claimFor(claiming.lead), onceKeptDays, {
    condition: isAbsent,
    replaceable: false,
    judge: async () => 'not-stored-yet',
  });
  return { key, ...claimed };
}

async function claimId(claiming: Claiming, submissionId: string): Promise<Claimed & { key: Key }> {
  const { table, lead } = claiming;
  const own = claimFor(lead, submissionId);
  const claim = (key: Key, replaceable: boolean) =>
    claimFirst(table, key, own, submissionKeptDays, {
      condition: isAbsent,
      replaceable,
      judge: (first) => judgeRepeat(claiming, first, own),
    });
  const key = formKey(submissionId);
  const first = await claim(key, false);
  if (first.verdict !== 'somebody-else') return { key, ...first };
  // Of those who share the id each has it together with his own address.
  const ownKey = formKey(submissionId, ...(own.email ? [own.email] : [own.phone ?? '', own.name ?? '']));
  return { key: ownKey, ...(await claim(ownKey, true)) };
}

/** The 5 minutes count from the first try, also where that died before it got here. */
async function claimContent(
  { table, load }: Claiming,
  contentHash: string,
  { leadId, capturedAt }: Claim,
): Promise<string> {
  const key: Key = { pk: `CONTENT#${contentHash}`, sk: 'CONTENT' };
  const { claim } = await claimFirst(table, key, { leadId, capturedAt }, contentKeptDays, {
    condition: outdated(capturedAt, sameContentMillis),
    replaceable: true,
    async judge(first) {
      if (first.leadId === leadId) return 'not-stored-yet';
      const stored = await load(first.leadId);
      if (!stored) return 'not-stored-yet';
      return stored !== 'unreadable' && isStanding(stored) ? 'stored' : 'somebody-else';
    },
  });
  return claim.leadId;
}

/** Of the same person, and sent within a day. Where the lead is not stored yet, its claim tells whose it is. */
async function judgeRepeat({ lead, load }: Claiming, first: Claim, own: Claim): Promise<Verdict> {
  const apart = Math.abs(Date.parse(first.capturedAt) - Date.parse(lead.capturedAt));
  if (apart > sameSubmissionMillis) return 'somebody-else';
  const stored = await load(first.leadId);
  if (stored === 'unreadable') return 'somebody-else';
  if (stored) return takesRepeat(stored, lead) ? 'stored' : 'somebody-else';
  // A number may be shared by a household, the names of which cannot be compared yet.
  const conflicts = (kind: 'email' | 'phone') =>
    first[kind] !== undefined && own[kind] !== undefined && first[kind] !== own[kind];
  if (conflicts('email') || conflicts('phone')) return 'somebody-else';
  const isSame =
    first.email === undefined && own.email === undefined
      ? first.phone !== undefined && first.phone === own.phone && first.name === own.name
      : first.email === own.email;
  return isSame ? 'not-stored-yet' : 'somebody-else';
}

interface Claimed {
  /** The one that counts. */
  readonly claim: Claim;
  /** `own`: nobody was first. */
  readonly verdict: Verdict | 'own';
}

/**
 * Claims a key, unless the claim of whoever was first holds.
 * @param options.replaceable a claim that does not hold gives way to this one.
 */
async function claimFirst(
  table: ClaimTable,
  key: Key,
  own: Claim,
  keptDays: number,
  options: {
    readonly condition: Condition;
    readonly replaceable: boolean;
    readonly judge: (first: Claim) => Promise<Verdict>;
  },
): Promise<Claimed> {
  let { condition } = options;
  for (;;) {
    const first = await put(table, key, own, keptDays, condition);
    if (!first) return { claim: own, verdict: 'own' };
    const verdict = await options.judge(first);
    if (verdict !== 'somebody-else' || !options.replaceable) return { claim: first, verdict };
    // Somebody may replace it at the same instant: then his is judged.
    condition = { anyOf: [isAbsent, { path: 'leadId', equals: first.leadId }] };
  }
}

/** @returns the claim of whoever was first; `undefined`: this one counts. */
async function put(
  table: ClaimTable,
  key: Key,
  claim: Claim,
  keptDays: number,
  condition?: Condition,
): Promise<Claim | undefined> {
  const expiresAt = expiryAfter(claim.capturedAt, keptDays);
  const item: Item = { ...key, schemaVersion: claimVersion, ...claim, expiresAt };
  // Nobody is told of a claim before its lead is stored.
  const first = await claimItem(table, item, condition, true);
  return first && parseItem(claimSchema, first, `Claim ${key.pk}`);
}

/** @param submissionId salts the hashes of the contact: they tell nothing beside any other claim. */
function claimFor({ id, capturedAt, contact }: Lead, submissionId?: string): Claim {
  const number = numberOf(contact);
  const own = (kind: keyof Contact, value: string | undefined) =>
    submissionId === undefined || value === undefined ? {} : { [kind]: hash(submissionId, kind, value) };
  return {
    leadId: id,
    capturedAt,
    ...own('email', contact.email),
    ...own('phone', number),
    ...own('name', contact.name?.toLowerCase()),
  };
}

/**
 * Ids may be long or hold anything: the key is their hash. Those of forms have a prefix of their own, so that none can stand
 * for what this system named.
 */
const formKey = (...parts: readonly string[]): Key => ({ pk: `FORM#${hash(...parts)}`, sk: 'SUBMISSION' });
const onceKey = (once: string): Key => ({ pk: `SUBMISSION#${hash(once)}`, sk: 'SUBMISSION' });

const hash = (...parts: readonly string[]): string =>
  createHash('sha256')
    .update(parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts))
    .digest('hex');

/** No claim, or one made longer than this before or after this moment: clocks may be set back. */
function outdated(capturedAt: Moment, millis: number): Condition {
  const shifted = (by: number) => new Date(Date.parse(capturedAt) + by).toISOString();
  return {
    anyOf: [
      isAbsent,
      { path: 'capturedAt', below: shifted(-millis) },
      { path: 'capturedAt', above: shifted(millis) },
    ],
  };
}

/** The content belongs to another lead: from now on the submission does, too. Whoever comes twice finds it done. */
async function redirect(table: ClaimTable, submission: Key, from: string, to: string): Promise<void> {
  await table.update(submission, {
    set: { leadId: to },
    condition: { path: 'leadId', equals: from },
  });
}

/** The same lead under the id that was claimed for it before. */
export function underId(lead: Lead, id: string): Lead {
  if (lead.id === id) return lead;
  const timeline = lead.timeline.map((event) => (event.type === 'captured' ? { ...event, id } : event));
  return { ...lead, id, timeline };
}
