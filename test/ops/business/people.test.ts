import { describe, expect, test } from 'vitest';
import { memoryBusinessStore } from '../../../adapters/memory/memory-business-store.ts';
import type { CompanyFile } from '../../../domain/business/company.ts';
import { BusinessRefusal, loadBusiness } from '../../../ops/business/change-business.ts';
import { addToPeople, listPeople, removeFromPeople } from '../../../ops/business/people.ts';
import { storeFirstBusiness } from '../../../ops/business/store-first.ts';
import { aCompanyFile } from '../../support/company.ts';

const at = '2026-11-23T09:00:00.000Z';
const anna = { by: 'Anna', at };
const lena = { name: 'Lena Kurz', email: 'lena@muster-haustechnik.example' };

async function aStore(overrides: Partial<CompanyFile> = {}) {
  const store = memoryBusinessStore();
  await storeFirstBusiness(store, aCompanyFile(overrides), at);
  return store;
}

describe('people on the command line', () => {
  test('are listed with role, address, name and phone', async () => {
    const store = await aStore({ people: [{ ...lena, role: 'office', phone: '089 123456' }] });
    expect(await listPeople(store)).toEqual([
      expect.stringMatching(/^owner {3}chef@muster-haustechnik\.example {2}/),
      'office  lena@muster-haustechnik.example  Lena Kurz  089 123456',
    ]);
  });

  test('get a new owner, who is the way back in', async () => {
    const store = await aStore();
    const { version } = await addToPeople(store, lena, anna);
    expect(version).toMatchObject({ version: 2, by: 'Anna' });
    expect((await listPeople(store)).at(-1)).toBe('owner   lena@muster-haustechnik.example  Lena Kurz');
  });

  test('lose somebody', async () => {
    const store = await aStore();
    await addToPeople(store, { ...lena, role: 'staff' }, anna);
    await removeFromPeople(store, { email: lena.email.toUpperCase() }, anna);
    expect((await listPeople(store)).join()).not.toContain('lena@');
  });

  test.each([
    [{ name: 'Lena' }, 'people add: say --name and --email, and --role where it is not owner'],
    [{ ...lena, role: 'boss' }, '--role: found "boss", expected owner, office, staff'],
    [{ ...lena, email: 'lena' }, '--email: found "lena", expected a mail address'],
    [{ ...lena, phone: 'none' }, '--phone: found "none", expected a phone number such as "+49 89 123456"'],
    [
      { ...lena, email: 'jonas@muster-haustechnik.example' },
      'jonas@muster-haustechnik.example is the address of somebody who works here: see people list.',
    ],
  ])('refuse %j', async (named, reason) => {
    const store = await aStore();
    await expect(addToPeople(store, named, anna)).rejects.toThrow(new BusinessRefusal([reason]));
    expect((await loadBusiness(store)).version).toBe(1);
  });

  test('keep their last owner', async () => {
    const store = await aStore();
    const email = 'chef@muster-haustechnik.example';
    await expect(removeFromPeople(store, { email }, anna)).rejects.toThrow(/only owner/);
    await expect(removeFromPeople(store, { email: 'weg@example.de' }, anna)).rejects.toThrow(
      /Nobody works here/,
    );
  });
});
