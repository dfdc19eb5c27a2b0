import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { mailOutcomes } from '../../domain/inbound/incoming-mail.ts';
import { leadSchema } from '../../domain/lead/lead.ts';
import { receiveMail } from '../../functions/receive-mail/receive-mail.ts';
import { aDelivery } from '../support/a-raw-mail.ts';
import { monday10 } from '../support/a-walk.ts';
import { aWorld } from '../support/a-world.ts';

/** Real mails that other parsers are tested with; beside the checkout, where they are. */
const corpus = new URL('../../../shared/corpus/', import.meta.url).pathname;
const folders = ['mails-ruby', 'mails-java'].filter((folder) => existsSync(join(corpus, folder)));

/** The longest a mail may take, in milliseconds. */
const longest = 2_000;

const mailsIn = (folder: string) =>
  readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe.skipIf(folders.length === 0).each(folders)('every mail of %s', (folder) => {
  test('ends in a named outcome, in time, and what becomes of it fits the lead', async () => {
    const world = await aWorld();
    const files = mailsIn(folder);
    expect(files.length).toBeGreaterThan(50);
    const outcomes: Record<string, number> = {};
    for (const [index, file] of files.entries()) {
      const id = `corpus-${index}`;
      world.mailFiles.keep(id, readFileSync(file), monday10);
      const delivery = aDelivery(id, { envelopeFrom: undefined });
      const began = performance.now();
      const { outcome, leadId } = await receiveMail(delivery, { ...world, readMail });
      expect(performance.now() - began, file).toBeLessThan(longest);
      expect(mailOutcomes, file).toContain(outcome);
      const lead = leadId === undefined ? undefined : await world.leads.load(leadId);
      if (lead) expect(() => leadSchema.parse(lead), file).not.toThrow();
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
    expect(sum).toBe((await world.mailFiles.listSince('2000-01-01T00:00:00.000Z')).length);
    // Requests are not swept into one drawer of the other classes.
    expect(outcomes['lead-created']).toBeGreaterThan(files.length / 3);
  });
});
