import { beforeEach, describe, expect, test } from 'vitest';
import type { Hook, HookDelivery, HookStore } from '../../domain/ports/hook-store.ts';

const at = '2026-11-23T09:00:00.000Z';
const later = '2026-11-24T09:00:00.000Z';
const hook: Hook = {
  id: '7K2M9QX4TD',
  sender: 'typeform',
  secretHash: 'a'.repeat(64),
  source: 'advertisement',
  page: 'https://www.muster.test/bad',
  signingSecret: 'geheim',
  createdAt: at,
};
const another: Hook = { id: '7K2M9QX4TE', sender: 'sipgate', secretHash: 'b'.repeat(64), createdAt: later };
const delivery: HookDelivery = {
  hookId: hook.id,
  id: 'DELIVERY01',
  receivedAt: at,
  outcome: 'lead',
  leadIds: ['1111111111'],
  contentType: 'application/json',
  raw: '{"name":"Lena Vogt"}',
  bytes: 20,
  recognised: [{ name: 'name', value: 'Lena Vogt' }],
  extra: [{ name: 'Farbe', value: 'blau' }],
};
const numbered = (count: number, overrides: Partial<HookDelivery> = {}): HookDelivery[] =>
  Array.from({ length: count }, (_, index) => ({
    ...delivery,
    id: `D${index}`,
    receivedAt: `2026-11-23T09:${String(index).padStart(2, '0')}:00.000Z`,
    ...overrides,
  }));

/** What every store of hooks does. */
export function hookStoreContract(name: string, makeStore: () => HookStore | Promise<HookStore>): void {
  describe(`hooks in ${name}`, () => {
    let store: HookStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    test('a hook is found by the hash of its secret, and by nothing like it', async () => {
      await store.add(hook);
      await store.add(another);
      expect(await store.find(hook.secretHash)).toEqual(hook);
      expect(await store.find(another.secretHash)).toEqual(another);
      expect(await store.find('c'.repeat(64))).toBeUndefined();
      expect(await store.find('a'.repeat(63))).toBeUndefined();
      expect(await store.find('')).toBeUndefined();
    });

    test('the same secret again changes nothing', async () => {
      await store.add(hook);
      await store.add({ ...another, secretHash: hook.secretHash });
      expect(await store.find(hook.secretHash)).toEqual(hook);
    });

    test('all of them are listed, the oldest first', async () => {
      await store.add(another);
      await store.add(hook);
      expect(await store.list()).toEqual([hook, another]);
    });

    test('a revoked one says since when, and forgets what it was signed with', async () => {
      await store.add(hook);
      const { signingSecret: _, ...rest } = hook;
      expect(await store.revoke(hook.id, later)).toEqual({ ...rest, revokedAt: later });
      expect(await store.find(hook.secretHash)).toEqual({ ...rest, revokedAt: later });
      expect((await store.revoke(hook.id, '2027-01-01T00:00:00.000Z'))?.revokedAt).toBe(later);
      expect(await store.revoke('0000000000', later)).toBeUndefined();
    });

    test('what came in is given back, the newest first and no more than asked for', async () => {
      for (const one of numbered(5)) await store.keepDelivery(one);
      await store.keepDelivery({ ...delivery, hookId: another.id });
      expect((await store.lastDeliveries(hook.id, 3)).map(({ id }) => id)).toEqual(['D4', 'D3', 'D2']);
      expect(await store.lastDeliveries(another.id, 20)).toEqual([{ ...delivery, hookId: another.id }]);
      expect(await store.lastDeliveries('0000000000', 20)).toEqual([]);
    });

    test('twenty bodies of the largest kind are given back', async () => {
      const raw = 'ü'.repeat(32 * 1024);
      for (const one of numbered(25, { raw })) await store.keepDelivery(one);
      const last = await store.lastDeliveries(hook.id, 20);
      expect(last).toHaveLength(20);
      expect(last[0]).toEqual({ ...numbered(25)[24], raw });
    });

    test('what belongs to a lead goes with it, and nothing else', async () => {
      const [first, second, third] = numbered(3);
      if (!first || !second || !third) throw new Error('Too few');
      await store.keepDelivery({ ...first, leadIds: ['1111111111', '2222222222'] });
      await store.keepDelivery({ ...second, leadIds: ['3333333333'] });
      await store.keepDelivery({ ...third, hookId: another.id, leadIds: ['1111111111'] });
      await store.eraseDeliveries('1111111111');
      await store.eraseDeliveries('4444444444');
      expect((await store.lastDeliveries(hook.id, 20)).map(({ id }) => id)).toEqual(['D1']);
      expect(await store.lastDeliveries(another.id, 20)).toEqual([]);
    });

    test('who took a call is known, in whatever order it is told', async () => {
      expect(await store.findCall(hook.id, 'c1')).toBeUndefined();
      await store.noteCall(hook.id, 'c1', {}, at);
      expect(await store.findCall(hook.id, 'c1')).toEqual({});
      await store.noteCall(hook.id, 'c1', { answeredBy: 'person' }, at);
      await store.noteCall(hook.id, 'c1', {}, at);
      expect(await store.findCall(hook.id, 'c1')).toEqual({ answeredBy: 'person' });
    });

    test('calls of different telephone systems are different calls, whatever their ids', async () => {
      await store.noteCall(hook.id, 'x#ü/'.repeat(500), { answeredBy: 'machine' }, at);
      expect(await store.findCall(hook.id, 'x#ü/'.repeat(500))).toEqual({ answeredBy: 'machine' });
      expect(await store.findCall(another.id, 'x#ü/'.repeat(500))).toBeUndefined();
    });
  });
}
