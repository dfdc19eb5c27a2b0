import { describe, expect, test } from 'vitest';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { mailsStoppedInWords } from '../../../views/words/standing.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { link, request, stored, tap, worldWith } from './a-phone.ts';

describe('whoever is known by address and number', () => {
  const oldMail = { kind: 'email', value: 'erika.muster@example.org' } as const;
  const oldPhone = { kind: 'phone', value: '+49891234567' } as const;

  async function known(lead: Lead): Promise<World> {
    const world = await worldWith(lead);
    await world.contacts.linkLead(oldMail, lead.id);
    await world.contacts.linkLead(oldPhone, lead.id);
    return world;
  }

  test('is found by the new ones when they change, and no longer by the old ones', async () => {
    const lead = aLeadIn('quoted');
    const world = await known(lead);
    await tap(world, link(world, lead, 'refine'), { email: 'Neu@Example.org', phone: '0170 1234567' });
    const { contact } = await stored(world, lead);
    expect(contact).toMatchObject({
      email: 'neu@example.org',
      phone: '0170 1234567',
      phoneE164: '+491701234567',
    });
    expect(await world.contacts.load(oldMail)).toBeUndefined();
    expect(await world.contacts.load(oldPhone)).toBeUndefined();
    expect((await world.contacts.load({ kind: 'email', value: 'neu@example.org' }))?.leadIds).toEqual([
      lead.id,
    ]);
    expect((await world.contacts.load({ kind: 'phone', value: '+491701234567' }))?.leadIds).toEqual([
      lead.id,
    ]);
  });

  test.each(['bounced', 'complained'] as const)(
    'a new address that %s is shown as such at once',
    async (reason) => {
      const lead = aLeadIn('quoted');
      const world = await known(lead);
      await world.contacts.suppress({ kind: 'email', value: 'neu@example.org' }, reason, monday10);
      const page = await tap(world, link(world, lead, 'refine'), { email: 'neu@example.org' });
      expect(page.status).toBe(200);
      const changed = await stored(world, lead);
      expect(changed).toMatchObject({ mailsStopped: reason, cadence: lead.cadence });
      const view = await request(world, 'GET', link(world, changed, 'view'));
      expect(textOf(view)).toContain(mailsStoppedInWords[reason]);
    },
  );

  test('all that was entered in one form counts, also while a report holds the reminders', async () => {
    const bounceReport = { at: monday10, heldUntil: '2026-11-30T09:00:00.000Z' };
    const lead = { ...aLeadIn('quoted'), bounceReport };
    const world = await known(lead);
    const view = await request(world, 'GET', link(world, lead, 'view'));
    expect(textOf(view)).toContain('kam vielleicht nicht an');
    expect(textOf(view)).toContain('ruhen bis Montag, 30. November');
    await tap(world, link(world, lead, 'refine'), {
      valueCents: '9.000',
      probability: '40',
      name: 'Erika Neu',
    });
    const changed = await stored(world, lead);
    expect(changed).toMatchObject({ valueCents: 900_000, probability: 40, contact: { name: 'Erika Neu' } });
    expect(changed.bounceReport).toBeUndefined();
  });

  test('is forgotten when the data is erased, also in the archive of old events', async () => {
    const filler = Array.from(
      { length: 250 },
      (): LeadEvent => ({
        type: 'customer-replied',
        at: monday10,
        by: 'customer',
        text: 'Erika ruft an',
      }),
    );
    const lead = { ...aLeadIn('quoted'), timeline: [...aLeadIn('quoted').timeline, ...filler] };
    const world = await known(lead);
    expect(await world.leads.loadArchive(lead.id)).not.toEqual([]);
    const fresh = await stored(world, lead);
    await tap(world, link(world, fresh, 'erase'), { sure: 'ja' });
    expect(await world.contacts.load(oldMail)).toBeUndefined();
    expect(await world.contacts.load(oldPhone)).toBeUndefined();
    const left = JSON.stringify([await stored(world, lead), await world.leads.loadArchive(lead.id)]);
    expect(left).not.toMatch(/Erika|erika|089|Bad erneuern|Lindenweg/);
  });

  test('keeps the wish for no mails after that', async () => {
    const lead = aLeadIn('quoted');
    const world = await known(lead);
    await world.contacts.suppress(oldMail, 'stopped', monday10);
    await tap(world, link(world, lead, 'erase'), { sure: 'ja' });
    expect((await world.contacts.load(oldMail))?.suppressed?.reason).toBe('stopped');
  });

  test('the page of an erased lead says so and offers nothing', async () => {
    const lead = aLeadIn('quoted');
    const world = await known(lead);
    await tap(world, link(world, lead, 'erase'), { sure: 'ja' });
    const page = await request(world, 'GET', link(world, lead, 'view'));
    expect(textOf(page)).toContain('Die Daten dieser Anfrage sind gelöscht.');
    expect(textOf(page)).not.toContain('Erika');
    expect([...linksOf(page).keys()]).toEqual([]);
  });
});
