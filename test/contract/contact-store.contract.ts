import { beforeEach, describe, expect, test } from 'vitest';
import type { ContactKey, ContactStore } from '../../domain/ports/contact-store.ts';

const at = '2026-11-23T08:00:00.000Z';
const erika: ContactKey = { kind: 'email', value: 'erika.muster@example.org' };
const erikasPhone: ContactKey = { kind: 'phone', value: '+49891234567' };

/** What every store of contacts does. */
export function contactStoreContract(
  name: string,
  makeStore: () => ContactStore | Promise<ContactStore>,
): void {
  describe(`contacts in ${name}`, () => {
    let store: ContactStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    test('nobody is known at first', async () => {
      expect(await store.load(erika)).toBeUndefined();
    });

    test('a person has all leads that were linked, each once', async () => {
      await store.linkLead(erika, 'B');
      await store.linkLead(erika, 'A');
      await store.linkLead(erika, 'B');
      expect(await store.load(erika)).toEqual({ key: erika, leadIds: ['A', 'B'] });
    });

    test('twenty leads linked at once are all there', async () => {
      const leadIds = Array.from({ length: 20 }, (_, index) => String(index + 10));
      await Promise.all(leadIds.map((leadId) => store.linkLead(erika, leadId)));
      expect((await store.load(erika))?.leadIds).toEqual(leadIds);
    });

    test('an address and a number are two records', async () => {
      await store.linkLead(erika, 'A');
      expect(await store.load(erikasPhone)).toBeUndefined();
      await store.linkLead({ kind: 'phone', value: erika.value }, 'B');
      expect((await store.load(erika))?.leadIds).toEqual(['A']);
    });

    test('a suppression is kept beside the leads, the latest reason counts', async () => {
      await store.linkLead(erika, 'A');
      await store.suppress(erika, 'bounced', at);
      await store.suppress(erika, 'stopped', '2026-11-24T08:00:00.000Z');
      await store.linkLead(erika, 'B');
      expect(await store.load(erika)).toEqual({
        key: erika,
        leadIds: ['A', 'B'],
        suppressed: { reason: 'stopped', at: '2026-11-24T08:00:00.000Z' },
      });
    });

    test('somebody without a lead can be suppressed', async () => {
      await store.suppress(erika, 'complained', at);
      expect(await store.load(erika)).toEqual({
        key: erika,
        leadIds: [],
        suppressed: { reason: 'complained', at },
      });
    });

    test('a lifted suppression leaves the leads', async () => {
      await store.linkLead(erika, 'A');
      await store.suppress(erika, 'stopped', at);
      await store.unsuppress(erika);
      await store.unsuppress(erika);
      expect(await store.load(erika)).toEqual({ key: erika, leadIds: ['A'] });
    });

    test('a record that says nothing any more is deleted', async () => {
      await store.linkLead(erika, 'A');
      await store.unlinkLead(erika, 'A');
      expect(await store.load(erika)).toBeUndefined();
      await store.suppress(erika, 'bounced', at);
      await store.unsuppress(erika);
      expect(await store.load(erika)).toBeUndefined();
    });

    test('an unlinked lead leaves the others and the suppression', async () => {
      await store.linkLead(erika, 'A');
      await store.linkLead(erika, 'B');
      await store.unlinkLead(erika, 'A');
      expect((await store.load(erika))?.leadIds).toEqual(['B']);
      await store.suppress(erika, 'stopped', at);
      await store.unlinkLead(erika, 'B');
      expect(await store.load(erika)).toEqual({
        key: erika,
        leadIds: [],
        suppressed: { reason: 'stopped', at },
      });
    });

    test('what was never there can be taken back', async () => {
      await store.unsuppress(erika);
      await store.unlinkLead(erika, 'A');
      expect(await store.load(erika)).toBeUndefined();
    });

    test('a lead that was never linked is not taken from anybody', async () => {
      await store.linkLead(erika, 'A');
      await store.unlinkLead(erika, 'B');
      expect((await store.load(erika))?.leadIds).toEqual(['A']);
    });
  });
}
