import { describe, expect, test } from 'vitest';
import { memoryBusinessStore } from '../../../adapters/memory/memory-business-store.ts';
import { basicsOf } from '../../../domain/business/basics.ts';
import type { CompanyFile } from '../../../domain/business/company.ts';
import type { BusinessReader } from '../../../domain/ports/business-store.ts';
import { BusinessUnknownError, CorruptItemError } from '../../../domain/ports/errors.ts';
import { keepBusiness } from '../../../functions/shared/keep-business.ts';
import { silentLog } from '../../support/a-world.ts';
import { aCompany, aCompanyFile } from '../../support/company.ts';

const at = '2026-11-23T09:00:00.000Z';
const minute = 60_000;

/** A business that is stored, a clock that tests move, and a table that they break. */
async function aBusiness(options: { stored?: Partial<CompanyFile>; basicsSuffice?: boolean } = {}) {
  const store = memoryBusinessStore();
  let version = 0;
  let nowMs = 1_000_000;
  let fault: Error | undefined;
  let reads = 0;
  const reader: BusinessReader = {
    load() {
      reads += 1;
      return fault ? Promise.reject(fault) : store.load();
    },
  };
  const change = async (overrides: Partial<CompanyFile>) => {
    await store.save({ file: aCompanyFile(overrides), by: 'Anna', at, expectedVersion: version });
    version += 1;
  };
  if (options.stored) await change(options.stored);
  const open = () =>
    keepBusiness({
      reader,
      basics: basicsOf(aCompanyFile({ phone: '+49 89 111' })),
      basicsSuffice: options.basicsSuffice ?? false,
      nowMs: () => nowMs,
      log: silentLog,
    });
  return {
    open,
    change,
    pass: (millis: number) => {
      nowMs += millis;
    },
    breakWith: (error: Error | undefined) => {
      fault = error;
    },
    reads: () => reads,
  };
}

describe('the business of a function', () => {
  test('is read once, and again after a minute', async () => {
    const world = await aBusiness({ stored: { digestAt: '06:30' } });
    const business = world.open();
    const hours = async () => (await business.company()).digestAt;
    expect(await Promise.all([hours(), hours(), hours()])).toEqual(['06:30', '06:30', '06:30']);
    await world.change({ digestAt: '07:00' });
    world.pass(minute - 1);
    expect(await hours()).toBe('06:30');
    expect(world.reads()).toBe(1);
    world.pass(1);
    expect(await hours()).toBe('07:00');
    expect(world.reads()).toBe(2);
  });

  test('is read again when the clock was set back', async () => {
    const world = await aBusiness({ stored: { digestAt: '06:30' } });
    const business = world.open();
    await business.company();
    await world.change({ digestAt: '07:00' });
    world.pass(-3_600_000);
    expect((await business.company()).digestAt).toBe('07:00');
  });

  test('has its defaults, and what its deployment alone knows', async () => {
    const stored = aCompanyFile({ retentionMonths: 24, phone: '+49 89 222' });
    const world = await aBusiness({
      stored: { ...stored, mail: { ...stored.mail, from: 'old@old.example', replyTo: 'neu@muster.example' } },
    });
    const company = await world.open().company();
    expect(company).toMatchObject({
      retentionMonths: 24,
      phone: '+49 89 222',
      digestAt: '06:30',
      mail: { from: stored.mail.from, receive: stored.mail.receive, replyTo: 'neu@muster.example' },
    });
  });

  test('tells since when it is stored, whatever was changed later', async () => {
    const world = await aBusiness({ stored: {} });
    await world.change({ digestAt: '07:00' });
    expect(await world.open().since()).toBe(at);
  });
});

describe('while the table does not answer', () => {
  test.each([new Error('ETIMEDOUT'), new CorruptItemError('of a newer release')])(
    '%s: the last known one counts',
    async (fault) => {
      const world = await aBusiness({ stored: { digestAt: '05:00' } });
      const business = world.open();
      await business.company();
      world.breakWith(fault);
      world.pass(minute);
      expect((await business.company()).digestAt).toBe('05:00');
    },
  );

  test('it is not asked with each call, and asked again soon', async () => {
    const world = await aBusiness({ stored: { digestAt: '05:00' } });
    const business = world.open();
    await business.company();
    world.breakWith(new Error('ETIMEDOUT'));
    await world.change({ digestAt: '04:00' });
    world.pass(minute);
    for (let call = 0; call < 10; call++) await business.company();
    expect(world.reads()).toBe(2);
    world.breakWith(undefined);
    world.pass(5_000);
    expect((await business.company()).digestAt).toBe('04:00');
  });

  test('a function that shows pages shows them with the basics', async () => {
    const world = await aBusiness({ basicsSuffice: true });
    world.breakWith(new Error('ETIMEDOUT'));
    expect(await world.open().company()).toEqual(aCompany({ phone: '+49 89 111', people: [] }));
  });

  test('a function that sends mails does not send them with half a business, and can be tried again', async () => {
    const world = await aBusiness({ stored: { digestAt: '05:00' } });
    world.breakWith(new Error('ETIMEDOUT'));
    const business = world.open();
    await expect(business.company()).rejects.toThrow(BusinessUnknownError);
    await expect(business.since()).rejects.toThrow(BusinessUnknownError);
    world.breakWith(undefined);
    world.pass(5_000);
    expect((await business.company()).digestAt).toBe('05:00');
  });

  test('a business that nobody stored is unknown too', async () => {
    await expect((await aBusiness()).open().company()).rejects.toThrow(BusinessUnknownError);
    expect((await (await aBusiness({ basicsSuffice: true })).open().company()).phone).toBe('+49 89 111');
  });
});
