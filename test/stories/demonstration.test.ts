import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import { stageKeys } from '../../domain/lead/pipeline.ts';
import { startDemo } from '../../local/demo/start-demo.ts';

test.each(['2026-11-27T14:00:00Z', '2027-01-03T22:30:00Z'])(
  'the demonstration shows a firm with a year behind it, on %s',
  async (now) => {
    const dataFolder = join(mkdtempSync(join(tmpdir(), 'nachfass-demo-')), 'data');
    const options = {
      port: 0,
      smtpPort: 0,
      dataFolder,
      fresh: false,
      demo: true,
      companyFile: undefined,
      nowMs: Date.parse(now),
    };
    const system = await startDemo(options);
    try {
      const leads = (await (await fetch(`${system.url}/_local/leads`)).json()) as Lead[];
      expect(leads).toHaveLength(60);
      expect(new Set(leads.map(({ stage }) => stage))).toEqual(new Set(stageKeys));
      const first = leads.map(({ capturedAt }) => capturedAt).toSorted()[0] ?? '';
      expect(Date.parse(now) - Date.parse(first)).toBeGreaterThan(300 * 86_400_000);
      const visits = leads.filter(({ visit }) => visit && visit.startsAt > now);
      expect(visits.length).toBeGreaterThan(1);
    } finally {
      await system.stop();
    }
    // What was played is there again.
    const again = await startDemo({ ...options, nowMs: undefined });
    try {
      expect((await (await fetch(`${again.url}/_local/leads`)).json()) as Lead[]).toHaveLength(60);
    } finally {
      await again.stop();
      rmSync(join(dataFolder, '..'), { recursive: true });
    }
  },
);
