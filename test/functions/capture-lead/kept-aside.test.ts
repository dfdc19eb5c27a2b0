/** What makes no lead is told to the owner, and one tap makes one of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { rescueLink } from '../../../functions/shared/action-links.ts';
import { aJsonPost, aRequest } from '../../support/a-request.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { request } from '../act-on-lead/a-phone.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const tuesdayMorning = '2026-11-24T05:30:00.000Z';
const nobody = { name: 'Paula Reiter', message: 'Unsere Therme geht seit gestern nicht mehr.' };

async function digest(): Promise<string> {
  world.clock.set(tuesdayMorning);
  await sendDigest({ force: true }, world);
  const [owner = ''] = world.company.owner.email;
  return world.mailer.sent.findLast(({ to }) => to.includes(owner))?.text ?? '';
}

const records = () => world.intake.listSince('2026-11-01T00:00:00.000Z');

async function asideId(): Promise<string> {
  const [record] = await records();
  return record?.asideId ?? '';
}

const rescue = async (method: 'GET' | 'POST') =>
  request(world, method, rescueLink(world.links, await asideId(), world.clock.now()));

const post = (body: string | Uint8Array, type = 'application/json', headers = {}) =>
  captureLead(
    aRequest({ method: 'POST', url: '/leads', headers: { 'content-type': type, ...headers }, body }),
    world,
  );

describe('a form without any way to answer', () => {
  test('is refused, and stands in the digest with its sender and words', async () => {
    expect((await captureLead(aJsonPost(nobody), world)).status).toBe(422);
    const text = await digest();
    expect(text).toContain('Beiseitegelegt');
    expect(text).toContain('Paula Reiter');
    expect(text).toContain('Unsere Therme geht');
    expect(text).toContain('ohne Telefonnummer');
  });

  test('is made a lead by one tap, with all that was typed', async () => {
    await captureLead(aJsonPost({ ...nobody, phone: 'bitte per WhatsApp', gewerk: 'Gas' }), world);
    expect(textOf(await rescue('GET'))).toContain('Unsere Therme geht');
    await rescue('POST');
    const lead = await world.leads.load(await asideId());
    expect(lead).toMatchObject({ contact: { name: 'Paula Reiter' }, spam: false });
    expect(JSON.stringify(lead?.request)).toContain('bitte per WhatsApp');
    expect(JSON.stringify(lead?.request)).toContain('Gas');
  });

  test('is not told any more once it is a lead', async () => {
    await captureLead(aJsonPost(nobody), world);
    await rescue('POST');
    expect(await digest()).not.toContain('Beiseitegelegt');
  });

  test.each([
    ['the same words', {}],
    ['fewer words', { message: 'Therme geht nicht mehr' }],
    ['more words', { message: `${nobody.message} Bitte am Nachmittag anrufen, wir sind dann da.` }],
    ['the name written otherwise', { name: 'PAULA REITER' }],
  ])('is not told if its visitor came back with a number and %s', async (_, change) => {
    await captureLead(aJsonPost(nobody), world);
    const corrected = { ...nobody, phone: '0171 5550101', ...change };
    expect((await captureLead(aJsonPost(corrected), world)).status).toBe(200);
    expect(await digest()).not.toContain('Beiseitegelegt');
  });

  test.each([
    ['under another name', { name: 'Karl Holt' }],
    ['under no name', { name: '' }],
    ['of the same name, who wants something else', { message: 'Ein neues Bad, was kostet das?' }],
  ])('is told although somebody else wrote: %s', async (_, change) => {
    await captureLead(aJsonPost(nobody), world);
    await captureLead(aJsonPost({ ...nobody, phone: '0171 5550101', ...change }), world);
    expect(await digest()).toContain('Beiseitegelegt');
  });

  test('that held a name alone is not told if he came back within half an hour, and else it is', async () => {
    await captureLead(aJsonPost({ name: nobody.name, city: 'München' }), world);
    world.clock.set('2026-11-23T09:20:00.000Z');
    await captureLead(aJsonPost({ ...nobody, phone: '0171 5550101' }), world);
    await captureLead(aJsonPost({ name: 'Ida Kern', city: 'München' }), world);
    world.clock.set('2026-11-23T11:00:00.000Z');
    await captureLead(aJsonPost({ name: 'Ida Kern', message: 'Bad', phone: '0171 5550102' }), world);
    const text = await digest();
    const told = text.slice(text.indexOf('Beiseitegelegt'));
    expect(told).toContain('Ida Kern');
    expect(told).not.toContain('Paula Reiter');
  });

  test('is told although the same person asked for something else the day before', async () => {
    await captureLead(aJsonPost({ ...nobody, phone: '0171 5550101' }), world);
    world.clock.set('2026-11-23T20:00:00.000Z');
    await captureLead(aJsonPost({ name: nobody.name, message: 'Und ein neues Bad?' }), world);
    expect(await digest()).toContain('Und ein neues Bad?');
  });

  test('leaves no trace where nobody said anything', async () => {
    for (const body of ['{}', '{"name":""}', '']) expect((await post(body)).status).toBe(422);
    expect(await records()).toEqual([]);
  });
});

describe('a body that is no form', () => {
  test.each([
    ['a text', 'text/plain', 'Hallo, bei uns in der Gartenstraße 4 ist die Heizung kalt. Familie Berg'],
    ['an error page', 'text/html', '<html><body>Heizung kalt</body></html>'],
    ['a number', 'application/json', '4711 Heizung kalt'],
  ])('is kept word for word and told: %s', async (_, type, body) => {
    const { status } = await post(body, type);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    const [record] = await records();
    expect(record).toMatchObject({ outcome: 'form-kept-aside', reason: 'unread-form' });
    const kept = await world.leads.loadSpam(record?.asideId ?? '');
    expect(kept?.request.message).toContain('eizung');
    expect(await digest()).toContain('Formular, das sich nicht lesen ließ');
  });
});

describe('what robots fill in', () => {
  const robot = (text: string) =>
    aJsonPost({ email: 'a@b.test', message: text, website: 'https://casino.test' });

  test('is answered as if accepted and told', async () => {
    expect((await captureLead(robot('Best casino bonus'), world)).status).toBe(200);
    expect(await digest()).toContain('nach einem Roboter aussieht');
  });

  test('rings all the same if it cannot wait', async () => {
    await captureLead(robot('Rohrbruch, Wasser läuft durch die Decke!'), world);
    expect(await records()).toEqual([]);
    expect(world.leads.all()).toMatchObject([{ stage: 'service' }]);
  });

  test('is thrown away with one tap for all, and what came later is not', async () => {
    await captureLead(robot('Best casino bonus'), world);
    await captureLead(robot('Cheap backlinks'), world);
    await captureLead(aJsonPost(nobody), world);
    const url = /https:\S+dismiss-suspicious\S+/.exec(await digest())?.[0] ?? '';
    const page = await request(world, 'GET', url);
    expect(textOf(page)).toContain('Alle 2 als Spam ablegen');
    expect(textOf(page)).not.toContain('Paula');
    expect((await records()).filter(({ settled }) => settled)).toEqual([]);
    world.clock.set('2026-11-24T09:00:00.000Z');
    await captureLead(robot('Crypto profits'), world);
    const until = /name="until" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect(textOf(await request(world, 'POST', url, { until }))).toContain('2 Nachrichten sind weg');
    const left = (await records()).filter(({ settled }) => settled === undefined);
    expect(left.map(({ subject }) => subject)).toEqual([nobody.message, 'Crypto profits']);
  });

  test('can still become a request after it was thrown away', async () => {
    await captureLead(robot('Best casino bonus'), world);
    await captureLead(robot('Cheap backlinks'), world);
    const url = /https:\S+dismiss-suspicious\S+/.exec(await digest())?.[0] ?? '';
    await request(world, 'POST', url);
    await rescue('POST');
    expect(world.leads.all()).toHaveLength(1);
  });
});

test('the page of all that was kept aside leads to each', async () => {
  await captureLead(aJsonPost(nobody), world);
  const url = world.links.sign({ action: 'noted-mails', expiresAt: '2026-12-24T05:30:00.000Z' });
  const page = await request(world, 'GET', url);
  expect(textOf(page)).toContain('Paula Reiter');
  expect(linksOf(page).get('Zur Anfrage machen') ?? [...linksOf(page).values()].at(-1)).toContain('rescue');
});
