import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { CorruptItemError, MailRefusedError } from '../../../domain/ports/errors.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const email = { kind: 'email', value: 'erika.muster@example.org' } as const;
const phone = { kind: 'phone', value: '+49891234567' } as const;

const earlier = (id: string, overrides: Partial<Lead> = {}): Lead => ({
  ...aLeadIn('won'),
  id,
  capturedAt: '2025-04-01T08:00:00.000Z',
  ...overrides,
});
const fresh = (overrides: Partial<Lead> = {}) => aLead({ id: '0000000009', ...overrides });

async function aWorldKnowing(lead: Lead, ...others: readonly Lead[]): Promise<World> {
  const world = await aWorld({ leads: [lead, ...others] });
  for (const { id } of others) await world.contacts.linkLead(email, id);
  return world;
}
const alertIn = ({ mailer }: World) => mailer.sent.find(({ subject }) => /Neue Anfrage|SOFORT/.test(subject));
const run = (world: World, { id, generation }: Lead) => followUpLead({ leadId: id, generation }, world);

describe('before the first alert', () => {
  test('the earlier requests are looked up, and the last of them leads to the new one', async () => {
    const lead = fresh();
    const world = await aWorldKnowing(
      lead,
      earlier('0000000001'),
      earlier('0000000002', { capturedAt: '2024-04-01T08:00:00.000Z' }),
    );
    await run(world, lead);
    expect(await world.leads.load(lead.id)).toMatchObject({
      known: { requests: 2, last: { leadId: '0000000001', stage: 'won', topic: 'bathroom' } },
      relatedTo: '0000000001',
    });
    expect(alertIn(world)?.text).toContain('Kennt uns: 2 Anfragen, zuletzt Bad 2025, gewonnen');
    const last = await world.leads.load('0000000001');
    expect(last).toMatchObject({ followedBy: [lead.id], generation: earlier('0000000001').generation });
    expect((await world.leads.load('0000000002'))?.followedBy).toBeUndefined();
  });

  test('what was put to an earlier request tells of him in that one, with its number', async () => {
    const { phone: _phone, phoneE164: _phoneE164, ...contact } = fresh().contact;
    const lead = fresh({ contact });
    const heir = earlier('0000000001', { contact: { ...fresh().contact, email: 'alt@example.org' } });
    const put = earlier('0000000002', { mergedInto: heir.id, contact });
    const world = await aWorld({ leads: [lead, heir, put] });
    await world.contacts.linkLead(email, put.id);
    await run(world, lead);
    expect(await world.leads.load(lead.id)).toMatchObject({
      known: { requests: 1, last: { leadId: heir.id }, phone: { phoneE164: heir.contact.phoneE164 } },
    });
  });

  test('also of a request that was closed before anybody looked, and still has something to tell', async () => {
    const lead: Lead = { ...aLeadIn('lost'), id: '0000000009', untoldDisowning: true };
    const { alertedAt: _, ...unseen } = lead;
    const world = await aWorldKnowing(unseen, earlier('0000000001'));
    await run(world, unseen);
    expect(await world.leads.load(lead.id)).toMatchObject({ known: { requests: 1 } });
    expect(await world.leads.load(lead.id)).not.toHaveProperty('untoldDisowning');
  });

  test('also by the number alone, and what a mail was known to follow stays so', async () => {
    const { email: _, ...contact } = fresh().contact;
    const lead = fresh({ contact, relatedTo: '0000000002' });
    const world = await aWorld({ leads: [lead, earlier('0000000001'), earlier('0000000002')] });
    await world.contacts.linkLead(phone, '0000000001');
    await run(world, lead);
    expect(await world.leads.load(lead.id)).toMatchObject({
      known: { requests: 1 },
      relatedTo: '0000000002',
    });
    expect((await world.leads.load('0000000002'))?.followedBy).toEqual([lead.id]);
  });

  test('a run that is repeated writes nothing twice', async () => {
    const lead = fresh();
    const world = await aWorldKnowing(lead, earlier('0000000001'));
    for (const error of [new MailRefusedError('Too fast'), new MailRefusedError('Too fast')]) {
      world.mailer.failNext(error);
      await run(world, lead).catch(() => {});
    }
    world.clock.set('2026-11-23T09:10:00.000Z');
    await run(world, lead);
    const count = (events: Lead['timeline'] = [], type: string) =>
      events.filter((one) => one.type === type).length;
    expect(count((await world.leads.load(lead.id))?.timeline, 'person-recognised')).toBe(1);
    expect(count((await world.leads.load('0000000001'))?.timeline, 'request-followed')).toBe(1);
  });

  test('spam and erased ones count for nothing', async () => {
    const lead = fresh();
    const at = '2025-05-01T08:00:00.000Z';
    const world = await aWorldKnowing(
      lead,
      earlier('0000000001', { spam: true }),
      earlier('0000000002', { timeline: [{ type: 'erased', at, by: 'owner', expiresOn: '2027-01-01' }] }),
    );
    await run(world, lead);
    expect((await world.leads.load(lead.id))?.known).toBeUndefined();
    expect(alertIn(world)?.text).not.toContain('Kennt uns');
  });

  test.each([
    ['cannot be read', () => Promise.reject(new CorruptItemError('broken'))],
    ['is gone', async () => undefined],
  ])('an earlier lead that %s keeps nobody from the alert of an emergency', async (_, load) => {
    const lead = { ...aLeadIn('service'), id: '0000000009' };
    const world = await aWorldKnowing(lead, earlier('0000000001'));
    const leads = {
      ...world.leads,
      load: (id: string) => (id === '0000000001' ? load() : world.leads.load(id)),
    };
    await followUpLead({ leadId: lead.id, generation: lead.generation }, { ...world, leads });
    expect(alertIn(world)?.subject).toContain('🚨');
  });

  test('hundreds of requests of one office are not all read', async () => {
    const lead = fresh();
    const others = Array.from({ length: 80 }, (_, index) => earlier(String(index + 100).padStart(10, '0')));
    const world = await aWorldKnowing(lead, ...others);
    let loads = 0;
    const leads = {
      ...world.leads,
      load: (id: string) => {
        loads += 1;
        return world.leads.load(id);
      },
    };
    await followUpLead({ leadId: lead.id, generation: 1 }, { ...world, leads });
    expect(loads).toBeLessThan(70);
    expect((await world.leads.load(lead.id))?.known?.requests).toBe(50);
  });

  test('the person who wrote reads nothing of it', async () => {
    const lead = fresh();
    const world = await aWorldKnowing(lead, earlier('0000000001'));
    await run(world, lead);
    const toCustomer = world.mailer.sent.filter(({ to }) => to.includes(email.value));
    expect(toCustomer).toHaveLength(1);
    expect(JSON.stringify(toCustomer)).not.toMatch(/Kennt uns|gewonnen|0000000001|2025/);
  });
});
