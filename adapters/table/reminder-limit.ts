import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Reminded, remindedSince, whyNotReminded } from '../../domain/limits/reminded.ts';
import type { ContactKey } from '../../domain/ports/contact-store.ts';
import { ConcurrentUpdateError } from '../../domain/ports/errors.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { claimItem, type Item, isAbsent, isAtRevision, type Table } from './table.ts';

const reminderVersion = 1;
/** The seven days that count, and one more for clocks that differ. */
const keptDays = 8;
/** So many requests of one person are never reminded in the same moment. */
const maxTries = 8;

const secretKey = { pk: 'REMINDED-KEY', sk: 'REMINDED-KEY' };
const secretSchema = z.object({ secret: z.string() });
const remindedSchema = z.object({
  revision: z.int(),
  reminded: z.array(z.object({ leadId: z.string(), key: z.string(), at: z.string() })),
});

/** The reminders that a person got in the last days: one item, found by an HMAC, changed only as it was read. */
export function tableReminderLimit(
  table: Table,
): Pick<Limits, 'claimReminder' | 'listReminders' | 'releaseReminder'> {
  let secret: Promise<string> | undefined;

  async function loadSecret(): Promise<string> {
    const known = await table.get(secretKey);
    if (known) return parseItem(secretSchema, known, 'The key of reminders').secret;
    const drawn = randomBytes(32).toString('base64url');
    const first = await claimItem(table, { ...secretKey, schemaVersion: reminderVersion, secret: drawn });
    return first ? parseItem(secretSchema, first, 'The key of reminders').secret : drawn;
  }

  async function keyOf({ kind, value }: ContactKey) {
    secret ??= loadSecret().catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
    const person = createHmac('sha256', await secret)
      .update(`${kind} ${value}`)
      .digest('base64url');
    return { pk: `REMINDED#${person}`, sk: 'REMINDED' };
  }

  /**
   * Changes what stands there, unless somebody else did meanwhile: then it looks again.
   * @param decide what is to stand there then; `undefined`: what stands there.
   */
  async function change(
    person: ContactKey,
    at: Moment,
    decide: (reminded: readonly Reminded[]) => readonly Reminded[] | undefined,
  ): Promise<void> {
    const key = await keyOf(person);
    for (let tries = 0; tries < maxTries; tries++) {
      const item = await table.get(key);
      const { revision, reminded } = item ? read(item) : { revision: 0, reminded: [] };
      const next = decide(reminded)?.filter((one) => one.at > remindedSince(at));
      if (!next) return;
      const { written } = await table.putIf(
        {
          ...key,
          schemaVersion: reminderVersion,
          revision: revision + 1,
          reminded: next,
          expiresAt: expiryAfter(at, keptDays),
        },
        item ? isAtRevision(revision) : isAbsent,
      );
      if (written) return;
    }
    throw new ConcurrentUpdateError('The reminders of a person changed with every look');
  }

  return {
    async claimReminder(person, { leadId, key }, at, company) {
      let why: ReturnType<typeof whyNotReminded>;
      await change(person, at, (reminded) => {
        why = whyNotReminded(reminded, { leadId, key }, at, company);
        return why ? undefined : [...without(reminded, { leadId, key }), { leadId, key, at }];
      });
      return why;
    },
    async listReminders(person, at) {
      // Looking draws no key: where there is none, nobody was reminded.
      if (!secret && !(await table.get(secretKey))) return [];
      const item = await table.get(await keyOf(person));
      return item ? read(item).reminded.filter((one) => one.at > remindedSince(at)) : [];
    },
    async releaseReminder(person, mail, at) {
      await change(person, at, (reminded) => {
        const others = without(reminded, mail);
        return others.length === reminded.length ? undefined : others;
      });
    },
  };
}

const read = (item: Item) => parseItem(remindedSchema, item, 'The reminders of a person');

const without = (reminded: readonly Reminded[], { leadId, key }: Pick<Reminded, 'leadId' | 'key'>) =>
  reminded.filter((one) => one.leadId !== leadId || one.key !== key);
