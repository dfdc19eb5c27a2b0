import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { mailOutcomes } from '../../domain/inbound/incoming-mail.ts';
import { leadSchema } from '../../domain/lead/lead.ts';
import { receiveMail } from '../../functions/receive-mail/receive-mail.ts';
import { aDelivery } from '../support/a-raw-mail.ts';
import { monday10 } from '../support/a-walk.ts';
import { aWorld } from '../support/a-world.ts';
import { corpusFiles } from '../support/corpus.ts';

/** The longest a mail may keep the processor busy, in milliseconds: what else the machine does does not count. */
const maxCpuMs = 2_000;

const corpora = ['mails-ruby', 'mails-java'].map((name) => ({ name, files: corpusFiles(name) }));

describe.each(corpora.filter(({ files }) => files.length > 0))('every mail of $name', ({ files }) => {
  test('ends in a named outcome, in time, and what becomes of it fits the lead', async () => {
    const world = await aWorld();
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
