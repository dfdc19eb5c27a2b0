import * as z from 'zod';
import { grounds } from '../../domain/lawful/refusals.ts';
import { type MailLog, type MailRecord, mailFates, replacedFates } from '../../domain/ports/mail-log.ts';
import { expiryAfter } from './expiry.ts';
import { leadPartition } from './lead-item.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, type Item, isThere, type Key, type Table } from './table.ts';

const mailVersion = 1;

/** Longer than anybody waits with an answer, and than any lead waits for its customer. */
const keptDays = 400;

const claimedStatus = 'MAIL-CLAIMED';

const recordSchema = z.object({
  leadId: z.string(),
  key: z.string(),
  to: z.enum(['customer', 'owner']),
  state: z.enum(['claimed', 'sent']),
  claimedAt: z.string(),
  sentAt: z.string().optional(),
  messageId: z.string().optional(),
  fate: z.enum(mailFates).optional(),
  ground: z.enum(grounds).optional(),
  last: z.literal(true).optional(),
});

/** Items of before mails were told apart have no key. */
const answerSchema = z.object({ leadId: z.string(), key: z.string().optional() });

/**
 * Which mails went out. The record is the `summary` of its item, so that the index can list the unsettled ones; a mail
 * that stands in its lead's timeline leaves the index.
 */
export function tableMailLog(table: Table): MailLog {
  const mailKey = (leadId: string, key: string): Key => ({ pk: leadPartition(leadId), sk: `MAIL#${key}` });
  const messageKey = (messageId: string): Key => ({ pk: `SES#${messageId}`, sk: 'MAIL' });
  const parseRecord = ({ pk, sk, summary }: Item): MailRecord =>
    parseItem(recordSchema, summary, `${pk} ${sk}`);

  return {
    async claim({ leadId, key, to, ground, last }, at) {
      const record: MailRecord = {
        leadId,
        key,
        to,
        state: 'claimed',
        claimedAt: at,
        ...(ground && { ground }),
        ...(last && { last }),
      };
      const first = await claimItem(table, {
        ...mailKey(leadId, key),
        schemaVersion: mailVersion,
        summary: record,
        status: claimedStatus,
        sortAt: at,
        expiresAt: expiryAfter(at, keptDays),
      });
      return first ? parseRecord(first) : 'claimed';
    },
    async markSent(leadId, key, messageId, at, { awaitsEntry = false } = {}) {
      // First, so that no mail is marked whose answer would not be found.
      await table.put({
        ...messageKey(messageId),
        schemaVersion: mailVersion,
        leadId,
        key,
        expiresAt: expiryAfter(at, keptDays),
      });
      const sent = { 'summary.state': 'sent', 'summary.sentAt': at, 'summary.messageId': messageId };
      const marked = await table.update(mailKey(leadId, key), {
        ...(awaitsEntry
          ? { set: { ...sent, status: claimedStatus, sortAt: at } }
          : { set: sent, remove: ['status', 'sortAt'] }),
        condition: isThere,
      });
      if (!marked) throw new Error(`Mail ${key} of lead ${leadId} was never claimed`);
    },
    async settle({ leadId, key, state }) {
      await table.update(mailKey(leadId, key), {
        remove: ['status', 'sortAt'],
        condition: { path: 'summary.state', equals: state },
      });
    },
    async release({ leadId, key, claimedAt }) {
      await table.remove(mailKey(leadId, key), {
        allOf: [
          { path: 'summary.state', equals: 'claimed' },
          { path: 'summary.claimedAt', equals: claimedAt },
        ],
      });
    },
    async find(leadId, key) {
      const item = await table.get(mailKey(leadId, key));
      return item && parseRecord(item);
    },
    async list(leadId) {
      const items = await table.queryPartition(leadPartition(leadId), 'MAIL#');
      return items.map(parseRecord).toSorted(byClaim);
    },
    async listUnsettled(through) {
      const items = await table.queryIndex(claimedStatus, { ...(through !== undefined && { through }) });
      return items.map(parseRecord).toSorted(byClaim);
    },
    async findLead(messageId) {
      const item = await table.get(messageKey(messageId));
      return item && parseItem(answerSchema, item, 'The lead of a message').leadId;
    },
    async findMail(messageId) {
      const item = await table.get(messageKey(messageId));
      if (!item) return undefined;
      const { leadId, key } = parseItem(answerSchema, item, 'The lead of a message');
      const record = key === undefined ? undefined : await table.get(mailKey(leadId, key));
      if (!record || key === undefined) return undefined;
      const { to, sentAt } = parseRecord(record);
      return { leadId, key, to, ...(sentAt !== undefined && { sentAt }) };
    },
    async recordFate(messageId, fate) {
      const item = await table.get(messageKey(messageId));
      if (!item) return undefined;
      const { leadId, key } = parseItem(answerSchema, item, 'The lead of a message');
      if (key === undefined) return undefined;
      const fitting = replacedFates[fate].map((one) => ({ path: 'summary.fate', equals: one }));
      const changed = await table.update(mailKey(leadId, key), {
        set: { 'summary.fate': fate },
        condition: { allOf: [isThere, { anyOf: [{ absent: 'summary.fate' }, ...fitting] }] },
      });
      const record = changed ?? (await table.get(mailKey(leadId, key)));
      return record && { leadId, key, to: parseRecord(record).to };
    },
  };
}

/** Oldest first; of the same moment by key. */
function byClaim(left: MailRecord, right: MailRecord): number {
  const sortText = ({ claimedAt, leadId, key }: MailRecord) => `${claimedAt}#${leadId}#${key}`;
  return sortText(left) < sortText(right) ? -1 : 1;
}
