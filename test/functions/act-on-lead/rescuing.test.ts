/** What was kept aside is looked at and taken over by the owner. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { ownerAlone } from '../../support/company.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { follow, fromErika, load, owner, receive, sentTo, withErika } from '../receive-mail/a-mailbox.ts';
import { link, request, tap } from './a-phone.ts';

const failing = { verdicts: { ...aDelivery('x').verdicts, spam: 'fail' as const } };
const files = { 'keller.jpg': { contentType: 'image/jpeg', content: 'picture' } };
const jörg = 'joerg.weiss@customer.test';
/** The next morning: the mail came on Monday at ten. */
const tuesday = '2026-11-24T06:00:00.000Z';

const rescueUrl = (world: World, id: string | undefined) =>
  world.links.sign({ leadId: id ?? '', action: 'rescue', expiresAt: '2027-11-01T00:00:00.000Z' });

async function rescued(raw = aRawMail(), delivery: Parameters<typeof receive>[2] = failing) {
  const world = await aWorld({ company: ownerAlone() });
  const { asideId } = await receive(world, raw, delivery);
  world.clock.set(tuesday);
  const url = rescueUrl(world, asideId);
  const page = await request(world, 'POST', url);
  return { world, url, page, lead: await load(world, asideId) };
}

/** An absence note in Erika's thread. */
async function withErikaAway() {
  const { world, lead, address } = await withErika();
  const headers = {
    ...fromErika,
    To: address,
    Subject: 'Abwesenheitsnotiz',
    'Auto-Submitted': 'auto-replied',
  };
  const { asideId } = await receive(world, aRawMail({ headers, text: 'Ich bin nicht im Büro.' }));
  return { world, lead, asideId };
}

describe('the page', () => {
  test('says who wrote, when, what, and why it was set aside, with its files and the original', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const { asideId, deliveryId } = await receive(world, aRawMail({ files }), failing);
    const url = rescueUrl(world, asideId);
    const page = await request(world, 'GET', url);
    expect(textOf(page)).toMatch(
      /Beiseitegelegt: Spam-Verdacht\. .*Jörg Weiß .*joerg\.weiss@customer\.test .*23\.11\./,
    );
    expect(textOf(page)).toContain('wir möchten unser Bad erneuern');
    expect(textOf(page).match(/Neues Bad im Altbau/g)).toHaveLength(1);
    for (const label of ['📷 keller.jpg', 'Originalnachricht']) {
      const file = await request(world, 'GET', `${url}${linksOf(page).get(label)}`);
      expect(file).toMatchObject({ status: 302, headers: { location: expect.stringContaining(deliveryId) } });
    }
    expect((await request(world, 'GET', `${url}?mail=another&raw=1`)).status).toBe(404);
    expect(await world.leads.listOpen()).toEqual([]);
  });

  test('a long subject stands there once', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const subject = `Förderung im Überblick: ${'Bad und Heizung, '.repeat(20)}Ende`;
    const { asideId } = await receive(world, aRawMail({ headers: { Subject: subject } }), failing);
    const page = textOf(await request(world, 'GET', rescueUrl(world, asideId)));
    expect(page).toContain('Heizung, Ende');
    expect(page.match(/Förderung im Überblick/g)).toHaveLength(1);
  });

  test('leads to the request on whose timeline the mail stands', async () => {
    const { world, lead, asideId } = await withErikaAway();
    const page = await request(world, 'GET', rescueUrl(world, asideId));
    const way = linksOf(page).get(`Sie steht auch bei der Anfrage ${lead.id}`) ?? '';
    expect(textOf(await request(world, 'GET', way))).toContain('Erika Muster');
  });

  test('what strangers wrote is text, never markup', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const headers = { From: '"<b>Chef</b>" <x@y.test>', Subject: '<script>alert(1)</script>' };
    const text = '<img src=x onerror=alert(1)>';
    const { asideId } = await receive(world, aRawMail({ headers, text }), failing);
    const { body } = await request(world, 'GET', rescueUrl(world, asideId));
    expect(body).not.toMatch(/<script|<img src=x|<b>Chef/);
  });

  test('a form that looked like spam has its own words', async () => {
    const world = await aWorld({ company: ownerAlone() });
    await world.leads.keepSpam(aLead({ spam: true }));
    expect(textOf(await request(world, 'GET', rescueUrl(world, aLead().id)))).toContain('sah nach Spam aus');
  });
});

describe('a lead that was taken over', () => {
  test('is one of its sender, with its mail and files, a timer, and reminders that count from now', async () => {
    const { world, lead } = await rescued(aRawMail({ files }));
    expect(lead).toMatchObject({
      stage: 'new',
      spam: false,
      source: 'email',
      contact: { email: jörg },
      dueAt: tuesday,
      cadence: { name: 'new', startedAt: tuesday, sent: 0 },
    });
    expect(lead.timeline.map(({ type, by }) => `${type} ${by}`)).toEqual([
      'captured customer',
      'rescued owner',
    ]);
    expect(lead.timeline[0]).toMatchObject({ mail: { files: [{ name: 'keller.jpg' }] } });
    expect(world.workflow.begun).toEqual([{ leadId: lead.id, generation: 1 }]);
  });

  test('is not answered by itself; the owner gets the alert, and no reminder beside it', async () => {
    const { world, lead } = await rescued();
    await follow(world, lead.id);
    expect(sentTo(world, jörg)).toEqual([]);
    const [alert, ...others] = sentTo(world, owner);
    expect(others).toEqual([]);
    expect(alert?.text).toContain('Keine Eingangsbestätigung gesendet');
  });

  test('can be answered with one tap more', async () => {
    const { world, page, lead } = await rescued();
    await tap(world, linksOf(page).get('Eingangsbestätigung senden') ?? '');
    await follow(world, lead.id);
    expect(sentTo(world, jörg)).toHaveLength(1);
  });

  test('an emergency rings', async () => {
    const { world, lead, page } = await rescued(
      aRawMail({ text: 'Rohrbruch im Keller, Wasser läuft! 0171 2345678' }),
    );
    expect(lead.stage).toBe('service');
    expect(textOf(page)).toContain('Notfall');
    await follow(world, lead.id);
    expect(sentTo(world, owner)[0]?.subject).toContain('🚨');
  });

  test('an absence note of a thread becomes a lead of its own beside the first one, which stays as it was', async () => {
    const { world, lead: first, asideId } = await withErikaAway();
    const before = await load(world, first.id);
    await request(world, 'POST', rescueUrl(world, asideId));
    expect(await load(world, asideId)).toMatchObject({ relatedTo: first.id, stage: 'new' });
    expect(await load(world, first.id)).toEqual(before);
  });

  test('the address inside a bounce is nobody’s', async () => {
    const headers = {
      From: 'MAILER-DAEMON@mx.provider.test',
      Subject: 'Undelivered Mail Returned to Sender',
    };
    const text = 'Your message to fremd@nirgendwo.test could not be delivered.\nTelefon: 0171 2345678';
    const { world, lead } = await rescued(aRawMail({ headers, text }), { envelopeFrom: '' });
    expect([lead.contact.email, lead.contact.phone]).toEqual([undefined, undefined]);
    await follow(world, lead.id);
    expect(world.mailer.sent.every(({ to }) => to.includes(owner))).toBe(true);
  });

  test('two taps at the same instant make one lead', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const { asideId } = await receive(world, aRawMail(), failing);
    const url = rescueUrl(world, asideId);
    await Promise.all([request(world, 'POST', url), request(world, 'POST', url)]);
    expect(await world.leads.listOpen()).toHaveLength(1);
    expect(textOf(await request(world, 'GET', url))).toContain('bereits eine Anfrage');
  });
});

test('erasing a person takes what lies aside of him too', async () => {
  const { world, lead, asideId = '' } = await withErikaAway();
  const stored: Lead = await load(world, lead.id);
  expect((await request(world, 'POST', link(world, stored, 'erase'), { sure: 'true' })).status).toBe(200);
  expect(await world.leads.loadSpam(asideId)).toBeUndefined();
});
