/** Somebody else of the business answers a customer: he is as little the customer as the owner is. */
import { describe, expect, test } from 'vitest';
import { personAt } from '../../../domain/business/people.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { aCompany } from '../../support/company.ts';
import { erika, load, owner, receive, sentTo, wentOut, withErika } from './a-mailbox.ts';

const office = 'buero@muster-haustechnik.example';
const colleague = aCompany().people.find(({ email }) => email !== undefined && email !== owner)?.email;
const colleagues = [
  office,
  `Rita Reich <rita@muster-haustechnik.example>`,
  ...(colleague ? [colleague] : []),
];
const text = 'Guten Tag Frau Muster, wir kommen am Freitag um acht.';
const unproven = {
  verdicts: { ...aDelivery('x').verdicts, spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' },
} as const;
const forged = { verdicts: { ...aDelivery('x').verdicts, dmarc: 'fail' } } as const;

const typesOf = async (world: Parameters<typeof load>[0], id: string) =>
  (await load(world, id)).timeline.map(({ type }) => type);

describe('an answer from the office to the alert', () => {
  test.each(colleagues)('goes on to the customer as the answer of the business: %s', async (from) => {
    const { world, lead, address } = await withErika('new');
    await receive(
      world,
      aRawMail({ headers: { From: from, To: address, Subject: 'AW: Neue Anfrage' }, text }),
    );
    const [mail, ...more] = sentTo(world, erika);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ from: { address: aCompany().mail.from }, replyTo: address });
    expect(mail?.text).toContain('wir kommen am Freitag um acht');
    expect(await typesOf(world, lead.id)).toContain('owner-replied');
    expect(await typesOf(world, lead.id)).not.toContain('customer-replied');
    expect(await load(world, lead.id)).toMatchObject({ waitsFor: 'customer' });
  });

  test.each([
    ['unproven', unproven],
    ['forged', forged],
  ])('%s, stays with the owner, who reads it and who wrote it', async (_, delivery) => {
    const { world, lead, address } = await withErika('new');
    const before = await load(world, lead.id);
    await receive(
      world,
      aRawMail({ headers: { From: office, To: address, Subject: 'AW: Anfrage' }, text }),
      delivery,
    );
    expect(sentTo(world, erika)).toEqual([]);
    const [notice] = sentTo(world, owner);
    expect(notice?.subject).toContain(office);
    expect(notice?.text).toContain('wir kommen am Freitag um acht');
    expect(await typesOf(world, lead.id)).not.toContain('customer-replied');
    expect((await load(world, lead.id)).generation).toBe(before.generation);
  });

  test('that is forged many times buries nobody', async () => {
    const { world, address } = await withErika('new');
    for (let index = 0; index < 9; index++) {
      const headers = { From: office, To: address, Subject: 'AW: Anfrage' };
      await receive(world, aRawMail({ headers, text: `${text} ${index}` }), forged);
    }
    expect(sentTo(world, owner)).toHaveLength(5);
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('sent to the customer with a copy to us is no second mail, and no answer of hers', async () => {
    const { world, lead, address } = await withErika('new');
    await receive(
      world,
      aRawMail({ headers: { From: office, To: erika, Cc: address, Subject: 'AW: Anfrage' }, text }),
    );
    expect(sentTo(world, erika)).toEqual([]);
    expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'owner-replied' });
  });

  test('without our signed address is only a copy', async () => {
    const { world, lead } = await withErika('new');
    await wentOut(world, '<alert@mail.test>', { leadId: lead.id, key: 'g1#new-lead-alert#1', to: 'owner' });
    const headers = { From: office, Subject: 'AW: Anfrage', 'In-Reply-To': '<alert@mail.test>' };
    await receive(world, aRawMail({ headers, text }));
    expect(await typesOf(world, lead.id)).not.toContain('customer-replied');
  });

  test('an absence note of the office reaches nobody', async () => {
    const { world, lead, address } = await withErika('new');
    const headers = { From: office, To: address, Subject: 'Abwesend', 'Auto-Submitted': 'auto-replied' };
    await receive(world, aRawMail({ headers, text: 'Ich bin im Urlaub.' }));
    expect(sentTo(world, erika)).toEqual([]);
    expect(await typesOf(world, lead.id)).not.toContain('customer-replied');
  });
});

describe('what does not go out', () => {
  const mixed = { text: 'Guten Tag Frau Muster, wir kommen am Freitag.\n\nNotiz: Schlüssel beim Nachbarn.' };
  const refusedTo = (world: Parameters<typeof load>[0], address: string) =>
    sentTo(world, address).filter(({ subject }) => subject.includes('ging nicht hinaus'));

  test.each(['buero@muster-haustechnik.example', owner])('comes back to who wrote it: %s', async (from) => {
    const { world, address } = await withErika('new');
    const headers = { From: from, To: address, Subject: 'AW: Anfrage' };
    await receive(world, aRawMail({ headers, ...mixed }), { envelopeFrom: from });
    const [mail, ...more] = refusedTo(world, from);
    expect(more).toEqual([]);
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('Schlüssel beim Nachbarn');
    expect(mail?.text).toContain('Ihre Antwort an Erika Muster');
    expect(world.mailer.sent.flatMap(({ to }) => to)).toEqual([from]);
  });

  test('has buttons of his own, where something can be tapped instead', async () => {
    const { world, address } = await withErika('new');
    const headers = { From: office, To: address, Subject: 'AW: Anfrage' };
    await receive(world, aRawMail({ headers, text: 'erreicht' }));
    const [mail] = refusedTo(world, office);
    const token = /\/a\/([\w.~-]+)/.exec(mail?.html ?? '')?.[1] ?? '';
    expect(world.links.read(token, world.clock.now())?.person).toBe(personAt(aCompany(), office)?.key);
  });

  test('is read by the owner and by who wrote it, where nothing proves who that was', async () => {
    const { world, address } = await withErika('new');
    const headers = { From: office, To: address, Subject: 'AW: Anfrage' };
    await receive(world, aRawMail({ headers, text }), unproven);
    expect(refusedTo(world, owner)).toHaveLength(1);
    expect(refusedTo(world, office)).toHaveLength(1);
  });
});

describe('it is the customer who speaks', () => {
  test('where she writes from her own address', async () => {
    const { world, lead, address } = await withErika();
    await receive(
      world,
      aRawMail({ headers: { From: erika, To: address, Subject: 'Re: Angebot' }, text: 'Gern' }),
    );
    expect(await typesOf(world, lead.id)).toContain('customer-replied');
  });

  test('where the form of our website sends her answer with her address to answer to', async () => {
    const { world, lead, address } = await withErika();
    const headers = { From: office, 'Reply-To': erika, To: address, Subject: 'Re: Angebot' };
    await receive(world, aRawMail({ headers, text: 'Gern, bitte rufen Sie an.' }));
    expect(await typesOf(world, lead.id)).not.toContain('owner-replied');
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('where somebody at a domain that only looks like ours writes', async () => {
    const { world, lead, address } = await withErika();
    const headers = { From: 'buero@muster-haustechnik.example.test', To: address, Subject: 'Re: Angebot' };
    await receive(world, aRawMail({ headers, text: 'Gern' }));
    expect(await typesOf(world, lead.id)).not.toContain('owner-replied');
    expect(sentTo(world, erika)).toEqual([]);
  });
});
