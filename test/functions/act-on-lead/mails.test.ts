import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { MailReference } from '../../../domain/lead/origin.ts';
import { aLead } from '../../support/a-lead.ts';
import { mailWithFiles as mail } from '../../support/a-mail-reference.ts';
import { when } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { link, request } from './a-phone.ts';

const replied = (reference: MailReference): Lead =>
  when(aLead(), { type: 'record-reply', text: 'Anbei die Fotos.', mail: reference }, { by: 'customer' }).lead;

async function seen(lead: Lead) {
  const world = await aWorld({ leads: [lead] });
  const url = link(world, lead, 'view');
  return { world, url, page: await request(world, 'GET', url) };
}

const addresses = (body: string) =>
  [...body.matchAll(/href="(\?mail=[^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));

describe('the page of a lead with mails', () => {
  test('leads to each file and to the original, for minutes', async () => {
    const { world, url, page } = await seen(replied(mail));
    for (const address of new Set(addresses(page.body))) {
      const { status, headers } = await request(world, 'GET', url + address);
      expect(status).toBe(302);
      expect(headers.location).toMatch(/^memory:\/\/\/(files\/delivery-1\/[01]|mail\/delivery-1)$/);
    }
  });

  test.each([
    '?mail=delivery-2&raw=1',
    '?mail=delivery-1&file=7',
    '?mail=../../etc&raw=1',
    '?mail=delivery-1',
  ])('knows no mail but its own: %s', async (query) => {
    const { world, url } = await seen(replied(mail));
    expect((await request(world, 'GET', url + query)).status).toBe(404);
  });

  test('offers no file of a mail with a virus', async () => {
    const { world, url, page } = await seen(replied({ ...mail, flags: ['virus'] }));
    expect(addresses(page.body)).toEqual(['?mail=delivery-1&raw=1']);
    expect((await request(world, 'GET', `${url}?mail=delivery-1&file=1`)).status).toBe(404);
  });
});

test('erasing a person takes the mails too', async () => {
  const lead = replied(mail);
  const world = await aWorld({ leads: [lead] });
  world.mailFiles.keep('delivery-1', new Uint8Array([1]), lead.capturedAt);
  const url = link(world, lead, 'erase');
  expect((await request(world, 'POST', url, { sure: 'true' })).status).toBe(200);
  expect((await world.leads.load(lead.id))?.contact.email).toBeUndefined();
  expect(await world.mailFiles.load('delivery-1')).toBeUndefined();
});

describe('what was kept aside as spam', () => {
  async function aside() {
    const world = await aWorld();
    const lead = aLead({ spam: true });
    await world.leads.keepSpam(lead);
    return {
      world,
      lead,
      url: world.links.sign({ leadId: lead.id, action: 'rescue', expiresAt: '2027-01-01T00:00:00.000Z' }),
    };
  }

  test('is shown with one button, and looking changes nothing', async () => {
    const { world, url } = await aside();
    const { status, body } = await request(world, 'GET', url);
    expect(status).toBe(200);
    expect(body).toContain('Wir möchten unser Bad erneuern');
    expect(await world.leads.listOpen()).toEqual([]);
  });

  test('becomes a lead with a running timer by one tap, and by two taps still one', async () => {
    const { world, lead, url } = await aside();
    expect((await request(world, 'POST', url)).status).toBe(200);
    expect((await request(world, 'POST', url)).status).toBe(200);
    expect((await world.leads.listOpen()).map(({ id }) => id)).toEqual([lead.id]);
    expect((await world.leads.load(lead.id))?.spam).toBe(false);
    expect(world.workflow.begun).toEqual([{ leadId: lead.id, generation: 1 }]);
  });

  test('is gone after its time', async () => {
    const world = await aWorld();
    const url = world.links.sign({
      leadId: aLead().id,
      action: 'rescue',
      expiresAt: '2027-01-01T00:00:00.000Z',
    });
    expect((await request(world, 'GET', url)).status).toBe(410);
  });
});
