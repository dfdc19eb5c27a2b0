import { beforeEach, describe, expect, test } from 'vitest';
import type { ContactKey, ContactStore } from '../../domain/ports/contact-store.ts';

const at = '2026-11-23T08:00:00.000Z';
const later = '2026-11-24T08:00:00.000Z';
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

    test('a suppression is kept beside the leads, the latest of one reason counts', async () => {
      await store.linkLead(erika, 'A');
      await store.suppress(erika, 'stopped', at);
      await store.suppress(erika, 'stopped', later);
      await store.linkLead(erika, 'B');
      expect(await store.load(erika)).toEqual({
        key: erika,
        leadIds: ['A', 'B'],
        suppressed: { reason: 'stopped', at: later },
      });
    });

    test.each([
      ['stopped', 'bounced'],
      ['stopped', 'complained'],
      ['bounced', 'complained'],
    ] as const)('whether "%s" or "%s" comes first, the harder one counts', async (softer, harder) => {
      await store.suppress(erika, softer, at);
      await store.suppress(erika, harder, later);
      expect((await store.load(erika))?.suppressed).toMatchObject({ reason: harder, at: later });
      await store.suppress(erika, softer, '2026-11-25T08:00:00.000Z');
      expect((await store.load(erika))?.suppressed).toMatchObject({ reason: harder, at: later });
    });

    test('a stop stays below what is harder, until the person asks anew', async () => {
      await store.suppress(erika, 'stopped', at);
      await store.suppress(erika, 'bounced', later);
      await store.suppress(erika, 'complained', later);
      await store.suppress(erika, 'bounced', later);
      const complained = { reason: 'complained', at: later };
      expect((await store.load(erika))?.suppressed).toEqual({ ...complained, stoppedAt: at });
      await store.suppress(erika, 'stopped', later);
      expect((await store.load(erika))?.suppressed).toEqual({ ...complained, stoppedAt: later });
      await store.liftStop(erika, later);
      expect((await store.load(erika))?.suppressed).toEqual({ ...complained, stoppedAt: later });
      await store.liftStop(erika, '2026-11-25T08:00:00.000Z');
      expect((await store.load(erika))?.suppressed).toEqual(complained);
    });

    test('a request lifts the stop that was said before it, and none that was said since', async () => {
      await store.suppress(erika, 'stopped', later);
      await store.linkLead(erika, 'A');
      for (const askedAt of [at, later]) await store.liftStop(erika, askedAt);
      expect((await store.load(erika))?.suppressed).toEqual({ reason: 'stopped', at: later });
      await store.liftStop(erika, '2026-11-24T08:00:00.001Z');
      expect(await store.load(erika)).toEqual({ key: erika, leadIds: ['A'] });
    });

    test('what is said of the address can be lifted, a stop below it stands again', async () => {
      await store.linkLead(erika, 'A');
      await store.suppress(erika, 'bounced', at);
      await store.unsuppress(erika);
      expect(await store.load(erika)).toEqual({ key: erika, leadIds: ['A'] });
      await store.suppress(erika, 'stopped', at);
      await store.suppress(erika, 'bounced', later);
      for (let times = 0; times < 2; times++) await store.unsuppress(erika);
      expect((await store.load(erika))?.suppressed).toEqual({ reason: 'stopped', at });
    });

    test('a stop and a bounce at the same instant are both kept', async () => {
      await Promise.all([
        store.suppress(erika, 'stopped', at),
        store.suppress(erika, 'bounced', later),
        store.suppress(erika, 'stopped', at),
      ]);
      expect((await store.load(erika))?.suppressed).toEqual({ reason: 'bounced', at: later, stoppedAt: at });
    });

    test.each(['bounced', 'complained'] as const)('no request lifts "%s"', async (reason) => {
      await store.suppress(erika, reason, at);
      await store.liftStop(erika, later);
      expect((await store.load(erika))?.suppressed).toEqual({ reason, at });
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
      await store.liftStop(erika, later);
      await store.liftStop(erika, later);
      expect(await store.load(erika)).toEqual({ key: erika, leadIds: ['A'] });
    });

    test('a record that says nothing any more is deleted', async () => {
      await store.linkLead(erika, 'A');
      await store.unlinkLead(erika, 'A');
      expect(await store.load(erika)).toBeUndefined();
      await store.suppress(erika, 'stopped', at);
      await store.liftStop(erika, later);
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
      await store.liftStop(erika, later);
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
