import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import type { IntakeRecord } from '../../../domain/ports/intake-log.ts';
import type { Log } from '../../../functions/shared/logger.ts';
import { type Activity, trackActivity } from '../../../local/clock/activity.ts';
import { openDeliverySpool } from '../../../local/mail/delivery-spool.ts';
import { type LocalIntake, localIntake } from '../../../local/mail/intake.ts';
import { silentLog } from '../../support/a-world.ts';
import { until } from '../../support/until.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = '2026-11-23T09:00:00.000Z';
const envelope = { from: 'Erika@Example.org', to: ['Anfrage@Mail.muster.example'] };
const raw = Buffer.from('From: erika@example.org\r\n\r\nBad');

const outcomeOf = ({ id, receivedAt }: Delivery): IntakeRecord => ({
  deliveryId: id,
  receivedAt,
  outcome: 'lead-created',
  flags: [],
});

interface Run {
  readonly intake: LocalIntake;
  readonly activity: Activity;
  /** What was received, in order. */
  readonly received: Delivery[];
  /** Of each, since when it had waited. */
  readonly waitedSince: (string | undefined)[];
  readonly errors: string[];
}

/** The raw mails survive the end of the process, as the spool does. */
let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
});

function start(
  overrides: {
    receive?: (delivery: Delivery) => Promise<IntakeRecord | undefined>;
    ready?: Promise<unknown>;
  } = {},
): Run {
  const received: Delivery[] = [];
  const waitedSince: (string | undefined)[] = [];
  const errors: string[] = [];
  const activity = trackActivity();
  const log: Log = { info: () => undefined, warn: () => undefined, error: (message) => errors.push(message) };
  const intake = localIntake({
    spool: openDeliverySpool(join(folder, 'spool'), silentLog),
    keep: async (id, mail) => {
      kept.set(id, Buffer.from(mail).toString());
    },
    isKept: async (id) => kept.has(id),
    receive: async (delivery, heldSince) => {
      received.push(delivery);
      waitedSince.push(heldSince);
      return (overrides.receive ?? (async (one) => outcomeOf(one)))(delivery);
    },
    clock: { now: () => now },
    activity,
    ready: overrides.ready ?? Promise.resolve(),
    mayRun: () => true,
    log,
  });
  return { intake, activity, received, waitedSince, errors };
}

const never = new Promise<never>(() => undefined);
const spooled = () => readdirSync(join(folder, 'spool'));

describe('rule 2: save first, work later', () => {
  test('a mail that was taken is kept with its envelope before anybody works on it', async () => {
    const { intake, received } = start({ ready: never });
    const { id } = await intake.accept(envelope, raw);
    expect(id).toMatch(/^[a-z0-9]{40}$/);
    expect(kept.get(id)).toBe(raw.toString());
    expect(spooled()).toEqual([`${id}.json`]);
    expect(received).toEqual([]);
    expect(intake.waiting()).toMatchObject([{ id }]);
  });

  test('then it is worked on behind the scenes, one after the other, in lower case', async () => {
    const { intake, activity, received } = start();
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await intake.accept(envelope, raw)).id);
    await activity.quiet();
    expect(received.map(({ id }) => id)).toEqual(ids);
    expect(received[0]).toEqual({
      id: ids[0],
      receivedAt: now,
      envelopeFrom: 'erika@example.org',
      envelopeTo: ['anfrage@mail.muster.example'],
      verdicts: { spam: 'pass', virus: 'pass', spf: 'pass', dkim: 'pass', dmarc: 'pass' },
    });
    expect(spooled()).toEqual([]);
    expect(intake.waiting()).toEqual([]);
  });

  test('two mails are never worked on at the same time', async () => {
    let atWork = 0;
    const { intake, activity, received } = start({
      receive: async (delivery) => {
        atWork += 1;
        expect(atWork).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        atWork -= 1;
        return outcomeOf(delivery);
      },
    });
    await Promise.all(Array.from({ length: 5 }, () => intake.accept(envelope, raw)));
    await activity.quiet();
    expect(received).toHaveLength(5);
    expect(intake.failed()).toEqual([]);
  });

  test('a process that is killed leaves the mails to the next one', async () => {
    const killed = start({ receive: () => never });
    const first = await killed.intake.accept(envelope, raw);
    const second = await killed.intake.accept({ from: '', to: ['b@muster.example'] }, raw);
    const next = start();
    await next.intake.resume();
    await next.activity.quiet();
    expect(next.received).toContainEqual(first);
    expect(next.received).toContainEqual(second);
    expect(next.received).toHaveLength(2);
    expect(spooled()).toEqual([]);
  });

  test('what a killed process was still writing down is gone', async () => {
    const { intake } = start({ receive: () => never });
    const { id } = await intake.accept(envelope, raw);
    writeFileSync(join(folder, 'spool', 'half.json.new'), '{"deliv');
    start();
    expect(spooled()).toEqual([`${id}.json`]);
  });

  test('an entry whose mail was not kept any more is forgotten: its sender was never answered', async () => {
    const killed = start({ receive: () => never });
    const { id } = await killed.intake.accept(envelope, raw);
    kept.delete(id);
    const next = start();
    await next.intake.resume();
    await next.activity.quiet();
    expect(next.received).toEqual([]);
    expect(spooled()).toEqual([]);
  });
});

describe('rule 5: three failed tries, then it waits for a replay', () => {
  const failing = (times: number) => {
    let calls = 0;
    return async (delivery: Delivery) => {
      calls += 1;
      if (calls <= times) throw new Error('The disk is full');
      return outcomeOf(delivery);
    };
  };

  test('two failures are none', async () => {
    const { intake, activity, received, errors } = start({ receive: failing(2) });
    await intake.accept(envelope, raw);
    await activity.quiet();
    expect(received).toHaveLength(3);
    expect([intake.failed(), errors, spooled()]).toEqual([[], [], []]);
  });

  test('after the third it is named in the log and kept, also over a restart, and the next mail is worked on', async () => {
    const { intake, activity, received, errors } = start({ receive: failing(3) });
    const { id } = await intake.accept(envelope, raw);
    await intake.accept(envelope, raw);
    await activity.quiet();
    expect(received).toHaveLength(4);
    expect(errors).toHaveLength(1);
    expect(intake.failed()).toMatchObject([{ id }]);

    const next = start();
    await next.intake.resume();
    await next.activity.quiet();
    expect(next.received).toEqual([]);
    expect(await next.intake.replay()).toMatchObject({ replayed: [{ deliveryId: id }], failed: [] });
    expect([next.intake.failed(), spooled()]).toEqual([[], []]);
  });

  test('a replay that fails again keeps it; two at once take it once', async () => {
    const { intake, received } = start({ receive: failing(6) });
    await expect(intake.receiveNow(envelope, raw)).rejects.toThrow('The disk is full');
    const [{ id } = { id: '' }] = intake.failed();
    expect(await intake.replay()).toEqual({ replayed: [], failed: [id] });
    const both = await Promise.all([intake.replay(), intake.replay()]);
    expect(both.flatMap(({ replayed }) => replayed)).toMatchObject([{ deliveryId: id }]);
    expect(received).toHaveLength(7);
  });
});

describe('mails that wait until ours go out again', () => {
  test('use up no try, are no failed ones, and are kept by whoever holds them', async () => {
    const { intake, activity, received, errors } = start({ receive: async () => undefined });
    expect(await intake.receiveNow(envelope, raw)).toBeUndefined();
    await intake.accept(envelope, raw);
    await activity.quiet();
    expect(received).toHaveLength(2);
    expect([intake.failed(), intake.waiting(), errors, spooled()]).toEqual([[], [], [], []]);
  });

  test('are worked on once more in their order, also if the process is killed before', async () => {
    const first = start({ receive: async () => undefined });
    const deliveries = [
      await first.intake.accept(envelope, raw),
      await first.intake.accept({ from: 'b@muster.example', to: [] }, raw),
    ];
    await first.activity.quiet();
    const killed = start({ ready: never });
    await killed.intake.putAgain(deliveries.map((delivery) => ({ delivery, since: now })));
    const next = start();
    await next.intake.resume();
    await next.activity.quiet();
    expect(next.received.map(({ id }) => id).toSorted()).toEqual(deliveries.map(({ id }) => id).toSorted());
    expect(next.waitedSince).toEqual([now, now]);
    expect(spooled()).toEqual([]);
  });
});

test('stopping waits for the mail at work and leaves the others for the next start', async () => {
  const work = Promise.withResolvers<void>();
  const { intake, received } = start({
    receive: async (delivery) => {
      await work.promise;
      return outcomeOf(delivery);
    },
  });
  await intake.accept(envelope, raw);
  const { id } = await intake.accept(envelope, raw);
  await until(() => received.length > 0);
  const stopped = intake.stop();
  work.resolve();
  await stopped;
  expect(received).toHaveLength(1);
  expect(spooled()).toEqual([`${id}.json`]);
});
