import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../adapters/sqlite/open-database.ts';
import type { CapturedSubmission } from '../../../domain/capture/captured-submission.ts';
import { trackActivity } from '../../../local/clock/activity.ts';
import { openSubmissionSpool, type SubmissionSpool } from '../../../local/data/submission-spool.ts';
import { aSubmission } from '../../support/a-submission.ts';
import { silentLog } from '../../support/a-world.ts';
import { until } from '../../support/until.ts';
import { startWiredSystem } from '../../support/wired-system.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const spooled = () => readdirSync(join(folder, 'submissions'));

const opened: SubmissionSpool[] = [];
afterEach(() => {
  // Not waited for: some never end what they are doing.
  for (const spool of opened.splice(0)) void spool.stop();
});

function open(store: (submission: CapturedSubmission) => Promise<unknown>): SubmissionSpool {
  const spool = openSubmissionSpool({
    folder: join(folder, 'submissions'),
    store,
    activity: trackActivity(),
    ready: Promise.resolve(),
    log: silentLog,
    retryMs: 10,
  });
  opened.push(spool);
  return spool;
}

describe('a submission in the folder', () => {
  const never = () => new Promise<never>(() => undefined);
  const down = () => Promise.reject(new Error('The table is down'));

  test('is tried until it is stored, and then gone', async () => {
    let tries = 0;
    const spool = open(() => (++tries < 3 ? down() : Promise.resolve()));
    await spool.put(aSubmission());
    await until(() => spooled().length === 0);
    expect(tries).toBe(3);
  });

  test('does not keep others waiting that can be stored', async () => {
    const stored: string[] = [];
    const spool = open(async ({ leadId }) => (leadId === 'TEST000001' ? down() : stored.push(leadId)));
    for (const second of [1, 2, 3]) {
      const capturedAt = `2026-11-23T09:00:0${second}.000Z`;
      await spool.put(aSubmission({ leadId: `TEST00000${second}`, capturedAt }));
    }
    await until(() => spooled().length === 1);
    expect(stored).toEqual(['TEST000002', 'TEST000003']);
    expect((await spool.waiting()).map(({ leadId }) => leadId)).toEqual(['TEST000001']);
  });

  test('outlives a process that is killed', async () => {
    const killed = open(never);
    await killed.put(aSubmission());
    const stored: CapturedSubmission[] = [];
    open(async (submission) => stored.push(submission)).resume();
    await until(() => spooled().length === 0);
    expect(stored).toEqual([aSubmission()]);
  });

  test('of which a killed process wrote only a half was promised to nobody', async () => {
    open(never);
    writeFileSync(join(folder, 'submissions', 'half.json.new'), '{"lead');
    open(never);
    expect(spooled()).toEqual([]);
  });
});

describe('the local system whose table fails', () => {
  async function start(now: string, write: (database: Database) => Database['write']) {
    const system = await startWiredSystem(folder, {
      now,
      database: (own) => ({ ...own, write: write(own) }),
    });
    return {
      ...system,
      capture: () => system.post('/leads', { email: 'erika@example.org', message: 'Neues Bad' }),
      quiet: () => system.advance('PT0S'),
    };
  }

  test('takes a request all the same; once the table is back there is the lead, and the customer has an answer', async () => {
    let isDown = false;
    let refused = 0;
    const failing =
      (database: Database): Database['write'] =>
      (work) => {
        if (!isDown) return database.write(work);
        refused += 1;
        return Promise.reject(new Error('The disk is full'));
      };
    const first = await start('2026-11-23T09:00:00.000Z', failing);
    await first.quiet();
    isDown = true;
    const response = await first.capture();
    expect(response.status).toBe(200);
    const { id } = (await response.json()) as { id: string };
    // At the door, and from the folder.
    await until(() => refused >= 2);
    expect(spooled()).toHaveLength(1);
    await first.stop();

    isDown = false;
    const second = await start('2026-11-23T09:30:00.000Z', failing);
    await until(() => spooled().length === 0);
    await second.quiet();
    expect(await second.json(`/_local/leads/${id}`)).toMatchObject({
      id,
      capturedAt: expect.stringMatching(/^2026-11-23T09:00/),
    });
    const mails = (await second.json('/_local/mailbox')) as { to: string[]; text: string }[];
    const [acknowledgement, ...others] = mails.filter(({ to }) => to.includes('erika@example.org'));
    expect(others).toEqual([]);
    expect(acknowledgement?.text).toContain(id);
    await second.stop();
  });
});
