/** What a digest reads while closed leads pile up: its read units must not grow with them. */
import { hmacLinks } from '../adapters/crypto/hmac-links.ts';
import { randomIds } from '../adapters/crypto/random-ids.ts';
import { dynamoDigestLog } from '../adapters/dynamodb/digest-log.ts';
import { dynamoIntakeLog } from '../adapters/dynamodb/intake-log.ts';
import { dynamoLeadStore } from '../adapters/dynamodb/lead-store.ts';
import { dynamoSourceLog } from '../adapters/dynamodb/source-log.ts';
import { memoryMailFiles } from '../adapters/memory/memory-mail-files.ts';
import { memoryMailer } from '../adapters/memory/memory-mailer.ts';
import type { Command } from '../domain/lead/command.ts';
import { decide } from '../domain/lead/decide.ts';
import { evolveAll } from '../domain/lead/evolve.ts';
import type { Lead } from '../domain/lead/lead.ts';
import { addDays, momentOf } from '../domain/time/local-time.ts';
import { sendDigest } from '../functions/send-digest/send-digest.ts';
import { exampleCompany, noMetrics, silentLog } from './company.ts';
import { withMeteredTable } from './database.ts';
import { report, rounded } from './report.ts';

const openLeads = 200;
const closedLeads = [0, 500, 2000];
const monday = '2026-11-23';

export async function measureDigest(): Promise<void> {
  const company = exampleCompany();
  const ids = randomIds();
  const captured = (now: string): Lead => {
    const capture: Command = {
      type: 'capture',
      id: ids.newLeadId(),
      contact: { name: 'Erika Muster', email: 'erika@example.org', phone: '089 1234567', language: 'de' },
      request: {
        message: 'Wir möchten unser Bad erneuern.',
        kind: 'project',
        urgency: 'planned',
        gas: false,
        extra: [],
      },
      source: 'website',
      attribution: { utm: {} },
      by: 'customer',
    };
    return changed(undefined, capture, now);
  };
  const changed = (lead: Lead | undefined, command: Command, now: string): Lead => {
    const decision = decide(lead, command, { now, by: 'owner', company });
    if ('refused' in decision) throw new Error(`Refused: ${decision.refused.code}`);
    return evolveAll(lead, decision.events);
  };

  await withMeteredTable(async (table, units) => {
    const leads = dynamoLeadStore(table);
    const store = (lead: Lead) => leads.add(lead, { contentHash: lead.id });
    const lost: Command = { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } };
    const longAgo = '2026-11-02T09:00:00.000Z';
    for (let i = 0; i < openLeads; i++) await store(captured('2026-11-20T09:00:00.000Z'));

    const rows = [];
    let closed = 0;
    for (const [day, wanted] of closedLeads.entries()) {
      for (; closed < wanted; closed++) await store(changed(captured(longAgo), lost, longAgo));
      const now = momentOf(addDays(monday, day), '06:30', company.timeZone);
      units.read = 0;
      const { outcome } = await sendDigest(
        {},
        {
          leads,
          digestLog: dynamoDigestLog(table),
          intake: dynamoIntakeLog(table),
          sources: dynamoSourceLog(table),
          mailFiles: memoryMailFiles(),
          replyAddresses: undefined,
          mailer: memoryMailer(),
          links: hmacLinks({
            baseUrl: 'https://bench.example',
            keys: { current: { id: '1', secret: 'x'.repeat(64) } },
          }),
          clock: { now: () => now },
          company,
          metrics: noMetrics,
          log: silentLog,
        },
      );
      rows.push({
        'open leads': openLeads,
        'closed leads': closed,
        digest: outcome,
        'read units': rounded(units.read, 1),
      });
    }
    report('What a digest reads (leads lost earlier in the same month)', rows);
  });
}
