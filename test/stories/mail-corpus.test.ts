import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { mailOutcomes } from '../../domain/inbound/incoming-mail.ts';
import { leadSchema } from '../../domain/lead/lead.ts';
import { receiveMail } from '../../functions/receive-mail/receive-mail.ts';
import { aDelivery } from '../support/a-raw-mail.ts';
import { monday10 } from '../support/a-walk.ts';
import { aWorld } from '../support/a-world.ts';

/** Real mails that other parsers are tested with. They are not ours to hand on, so they lie beside the checkout. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const folders = ['mails-ruby', 'mails-java'];
const present = folders.filter((folder) => existsSync(join(corpus, folder)));
const absent = folders.filter((folder) => !present.includes(folder));

/** The longest a mail may keep the processor busy, in milliseconds: what else the machine does does not count. */
const maxCpuMs = 2_000;

const mailsIn = (folder: string) =>
  readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

if (absent.length > 0) {
  test('the real mails are there', ({ skip }) => {
    const missing = `the mails of ${absent.join(' and ')}, which are not in ${corpus}`;
    // Where a green run counts for others, nothing is left out.
    if (process.env.CI === 'true') throw new Error(`Nobody can read ${missing}`);
    skip(missing);
  });
}

describe.each(present)('every mail of %s', (folder) => {
  test('ends in a named outcome, in time, and what becomes of it fits the lead', async () => {
    const world = await aWorld();
    const files = mailsIn(folder);
    expect(files.length).toBeGreaterThan(50);
    const outcomes: Record<string, number> = {};
    for (const [index, file] of files.entries()) {
      const id = `corpus-${index}`;
      world.mailFiles.keep(id, readFileSync(file), monday10);
      const delivery = aDelivery(id, { envelopeFrom: undefined });
      const began = process.cpuUsage();
      const { outcome, leadId } = await receiveMail(delivery, { ...world, readMail });
      const { user, system } = process.cpuUsage(began);
      expect((user + system) / 1000, file).toBeLessThan(maxCpuMs);
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
