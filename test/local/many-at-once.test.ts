import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../adapters/sqlite/open-table.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { openData, openDataFolder } from '../../local/data/data-folder.ts';
import { leadNumber, ownSubmission } from '../contract/numbered-leads.ts';
import { startWiredSystem } from '../support/wired-system.ts';

/** A Saturday: all of them are due when the business opens on Monday. */
const saturday = '2026-11-28T10:00:00.000Z';
const leads = 8_000;
const captures = 200;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('8,000 leads of one instant of a Saturday are all listed, all with a timer, and so are those that come over HTTP', async () => {
  const database = openData(openDataFolder(folder));
  const store = tableLeadStore(openTable(database));
  const dueAt = '2026-11-30T07:00:00.000Z';
  const numbered = Array.from({ length: leads }, (_, index) =>
    leadNumber(index, { capturedAt: saturday, dueAt }),
  );
  await Promise.all(numbered.map((lead) => store.add(lead, ownSubmission(lead))));
  database.close();

  const system = await startWiredSystem(folder, { now: saturday });
  const answers = await Promise.all(
    Array.from({ length: captures }, (_, index) =>
      system.post('/leads', { email: `kunde-${index}@example.org`, message: `Neues Bad ${index}` }),
    ),
  );
  const captured = await Promise.all(
    answers.map(async (answer) => ((await answer.json()) as { id: string }).id),
  );
  await system.advance('PT0S');
  const all = [...numbered.map(({ id }) => id), ...captured];
  const listed = ((await system.json('/_local/leads')) as Lead[]).map(({ id }) => id);
  expect(listed.length).toBe(leads + captures);
  expect(new Set(listed)).toEqual(new Set(all));
  const executions = (await system.json('/_local/executions')) as { name: string; status: string }[];
  const running = executions
    .filter(({ status }) => status === 'RUNNING')
    .map(({ name }) => name.split('-')[0]);
  expect(running.length).toBe(leads + captures);
  expect(new Set(running)).toEqual(new Set(all));
  await system.stop();

  const again = openData(openDataFolder(folder));
  const open = await tableLeadStore(openTable(again)).listOpen();
  expect(new Set(open.map(({ id }) => id))).toEqual(new Set(all));
  again.close();
});
