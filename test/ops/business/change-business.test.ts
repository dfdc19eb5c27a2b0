import { describe, expect, test } from 'vitest';
import { memoryBusinessStore } from '../../../adapters/memory/memory-business-store.ts';
import { basicsOf } from '../../../domain/business/basics.ts';
import type { CompanyFile } from '../../../domain/business/company.ts';
import { deployedBusinessStore } from '../../../domain/business/deployed-store.ts';
import type { BusinessStore } from '../../../domain/ports/business-store.ts';
import {
  BusinessRefusal,
  historyLines,
  loadBusiness,
  setBusiness,
  shown,
  takeCompanyFile,
  undoChange,
} from '../../../ops/business/change-business.ts';
import { newInFile, storeFirstBusiness } from '../../../ops/business/store-first.ts';
import { aCompanyFile } from '../../support/company.ts';

const at = '2026-11-23T09:00:00.000Z';
const anna = { by: 'Anna', at };
const bert = { by: 'Bert', at: '2026-11-23T10:00:00.000Z' };
const first = aCompanyFile();

/** As it is after the first deployment. */
async function aStore(file: CompanyFile = first): Promise<BusinessStore> {
  const store = deployedBusinessStore(memoryBusinessStore(), basicsOf(file));
  await storeFirstBusiness(store, file, at);
  return store;
}

const fileIn = async (store: BusinessStore) => (await loadBusiness(store)).file;

/** @returns the reasons of the refusal. */
async function refused(change: Promise<unknown>): Promise<readonly string[]> {
  const error = await change.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof BusinessRefusal) return error.reasons;
  throw new Error(`Expected a refusal, not ${error}`);
}

describe('set', () => {
  test('takes only what changes', async () => {
    const store = await aStore();
    const { version, changes } = await setBusiness(store, { digestAt: '07:00', emergencyPhone: null }, anna);
    expect(version).toMatchObject({ version: 2, by: 'Anna', savedAt: at });
    expect(changes.map(({ path }) => path.join('.'))).toEqual(['digestAt', 'emergencyPhone']);
    const { emergencyPhone: _, ...rest } = first;
    expect(await fileIn(store)).toEqual({ ...rest, digestAt: '07:00' });
  });

  test('takes the whole business as it was shown', async () => {
    const store = await aStore();
    const { emergencyPhone: _, ...edited } = {
      ...shown(await loadBusiness(store)),
      digestAt: '07:00',
    } as CompanyFile;
    await setBusiness(store, edited, anna);
    expect(await fileIn(store)).toMatchObject({ digestAt: '07:00' });
    expect(await fileIn(store)).not.toHaveProperty('emergencyPhone');
  });

  test('takes a company file, which need not say what only the deployment knows', async () => {
    const deployed = aCompanyFile({ publicUrl: 'https://anfrage.example' });
    const store = await aStore(deployed);
    await setBusiness(store, { ...first, phone: '089 2' }, anna);
    expect(await fileIn(store)).toEqual({ ...deployed, phone: '089 2' });
  });

  test('changes nothing where nothing differs', async () => {
    const store = await aStore();
    const { changes } = await setBusiness(store, first, anna);
    expect(changes).toEqual([]);
    expect((await loadBusiness(store)).version).toBe(1);
  });

  test.each([
    [{ digestAt: '7 Uhr' }, ['digestAt: found "7 Uhr", expected a time such as "08:00"']],
    [
      { foo: 1, phone: '' },
      ['phone: found "", expected a phone number such as "+49 89 123456"', 'foo: there is no such field'],
    ],
    [{ phone: null }, ['phone: is missing']],
    [
      { country: 'AT' },
      [
        'region: found "BY-KATH", expected a region of AT whose public holidays are known, such as "4" (Oberösterreich) or "9" (Wien)',
      ],
    ],
    [[], ['Expected an object with fields such as {"digestAt": "07:00"}.']],
    ['x', ['Expected an object with fields such as {"digestAt": "07:00"}.']],
    [null, ['Expected an object with fields such as {"digestAt": "07:00"}.']],
    [{ version: 9, digestAt: '07:00' }, ['There is no version 9: the business is version 1.']],
  ])('refuses %j, and nothing changes', async (input, reasons) => {
    const store = await aStore();
    expect((await refused(setBusiness(store, input, anna))).toSorted()).toEqual(reasons.toSorted());
    expect(await store.history()).toHaveLength(1);
  });

  test.each([
    [{ mail: { from: 'x@other.example' } }, /^mail\.from: .* only a deployment changes this/],
    [{ ...first, key: 'other' }, /^key: "muster" -> "other": only a deployment/],
    [{ publicUrl: 'https://x.example' }, /^publicUrl: nothing -> /],
    [{ mail: { receive: null } }, /^mail\.receive: .* -> nothing: only a deployment/],
  ])('leaves to the deployment what only that can change: %j', async (input, reason) => {
    const store = await aStore();
    expect(await refused(setBusiness(store, input, anna))).toEqual([expect.stringMatching(reason)]);
  });

  test('tells the second of two who changed what was shown to both', async () => {
    const store = await aStore();
    const forAnna = shown(await loadBusiness(store));
    const forBert = shown(await loadBusiness(store));
    await setBusiness(store, { ...forAnna, digestAt: '07:00' }, anna);
    expect(await refused(setBusiness(store, { ...forBert, phone: '089 3' }, bert))).toEqual([
      `Nothing was changed: you changed version 1, and Anna has saved version 2 since (${at}).`,
      '  digestAt: nothing -> "07:00"',
      'Show it again, and make your change to that.',
    ]);
    expect(await fileIn(store)).toEqual({ ...first, digestAt: '07:00' });
  });

  test('tells the second whose file only lacks what the first one added', async () => {
    const store = await aStore();
    const forBert = shown(await loadBusiness(store));
    await setBusiness(store, { digestAt: '07:00' }, anna);
    expect(await refused(setBusiness(store, forBert, bert))).toContain('  digestAt: nothing -> "07:00"');
    expect(await fileIn(store)).toMatchObject({ digestAt: '07:00' });
  });

  test('has nothing to tell two who meant the same', async () => {
    const store = await aStore();
    const both = { ...shown(await loadBusiness(store)), digestAt: '07:00' };
    await setBusiness(store, both, anna);
    expect((await setBusiness(store, both, bert)).changes).toEqual([]);
  });

  test('tells the second of two at the very same time', async () => {
    const store = await aStore();
    const outcomes = await Promise.allSettled([
      setBusiness(store, { digestAt: '07:00' }, anna),
      setBusiness(store, { phone: '089 3' }, bert),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await store.history()).toHaveLength(2);
  });

  test('tells who sets a whole file without a version what he took back of what others had set', async () => {
    const store = await aStore();
    await setBusiness(store, { digestAt: '07:00' }, anna);
    const changed = await setBusiness(store, { ...first, phone: '089 333' }, bert);
    expect(changed.tookBack?.map(({ path }) => path.join('.'))).toEqual(['digestAt']);
    const shownNow = shown(await loadBusiness(store));
    expect((await setBusiness(store, { ...shownNow, digestAt: '07:00' }, bert)).tookBack).toBeUndefined();
  });

  test('says of a key by itself that only a deployment changes it', async () => {
    expect(await refused(setBusiness(await aStore(), { key: 'huber' }, anna))).toEqual([
      expect.stringMatching(/^key: "muster" -> "huber": only a deployment/),
    ]);
  });

  test('needs a business', async () => {
    const store = memoryBusinessStore();
    expect(await refused(setBusiness(store, { digestAt: '07:00' }, anna))).toEqual([
      expect.stringContaining('no business yet'),
    ]);
  });
});

describe('undo', () => {
  test('takes one change back and leaves the later ones', async () => {
    const store = await aStore();
    await setBusiness(store, { digestAt: '07:00', emergencyPhone: null }, anna);
    await setBusiness(store, { phone: '089 3' }, bert);
    await undoChange(store, 2, anna);
    expect(await fileIn(store)).toEqual({ ...first, phone: '089 3' });
    expect((await undoChange(store, 2, anna)).changes).toEqual([]);
    await undoChange(store, 4, anna);
    expect(await fileIn(store)).toMatchObject({ digestAt: '07:00', phone: '089 3' });
  });

  test('refuses where the same field was changed again', async () => {
    const store = await aStore();
    await setBusiness(store, { digestAt: '07:00' }, anna);
    await setBusiness(store, { digestAt: '08:00' }, bert);
    expect(await refused(undoChange(store, 2, anna))).toEqual([
      'digestAt was changed again since version 2: it is "08:00" now',
    ]);
    expect(await store.history()).toHaveLength(3);
  });

  test('refuses where what is left would not be right', async () => {
    const store = await aStore(aCompanyFile({ region: 'BY' }));
    await setBusiness(store, { country: 'AT', region: null }, anna);
    await setBusiness(store, { region: '9' }, bert);
    expect((await refused(undoChange(store, 2, anna))).join()).toMatch(/region/);
  });

  test.each([
    [1, 'Version 1 is the first: there is nothing before it.'],
    [7, 'There is no version 7.'],
  ])('of version %i: %s', async (version, reason) => {
    const store = await aStore();
    await setBusiness(store, { digestAt: '07:00' }, anna);
    expect(await refused(undoChange(store, version, anna))).toEqual([reason]);
  });
});

test('the history tells when, by whom and what', async () => {
  const store = await aStore();
  await setBusiness(store, { digestAt: '07:00', closedOn: ['2026-12-28'] }, bert);
  expect(historyLines(await store.history())).toEqual([
    '1  2026-11-23 10:00  company file',
    '     the business as it was stored first',
    '2  2026-11-23 11:00  Bert',
    '     closedOn: nothing -> ["2026-12-28"]',
    '     digestAt: nothing -> "07:00"',
  ]);
});

describe('a deployment', () => {
  test('stores the company file the first time, and never again', async () => {
    const store = await aStore();
    await setBusiness(store, { digestAt: '07:00' }, anna);
    await storeFirstBusiness(store, first, at);
    expect(await fileIn(store)).toEqual({ ...first, digestAt: '07:00' });
  });

  test('tells what the company file says since, which is taken on request and keeps what others changed', async () => {
    const store = await aStore();
    await setBusiness(store, { digestAt: '07:00' }, anna);
    expect(await newInFile(store, first)).toEqual([]);
    const edited = { ...first, phone: '089 3' };
    expect(await newInFile(store, edited)).toEqual([`phone: ${JSON.stringify(first.phone)} -> "089 3"`]);
    await takeCompanyFile(store, edited, bert);
    expect(await fileIn(store)).toEqual({ ...edited, digestAt: '07:00' });
    expect(await newInFile(store, edited)).toEqual([]);
    expect(await takeCompanyFile(store, edited, bert)).toBeUndefined();
  });

  test('does not take the company file of another business', async () => {
    const store = await aStore();
    expect(await refused(takeCompanyFile(store, aCompanyFile({ key: 'huber' }), bert))).toEqual([
      expect.stringContaining('the company file is of "huber", and what is stored of "muster"'),
    ]);
    expect(await store.history()).toHaveLength(1);
  });

  test('with another address needs nobody to take it', async () => {
    const memory = memoryBusinessStore();
    await storeFirstBusiness(memory, first, at);
    const moved = aCompanyFile({
      publicUrl: 'https://neu.example',
      mail: { ...first.mail, from: 'neu@neu.example' },
    });
    const store = deployedBusinessStore(memory, basicsOf(moved));
    expect(await fileIn(store)).toMatchObject({
      publicUrl: 'https://neu.example',
      mail: { from: 'neu@neu.example' },
    });
    expect(await newInFile(store, moved)).toEqual([]);
  });
});
