import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../../support/local-system.ts';

let system: LocalSystem;
let leadId: string;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
  leadId = await system.capture({
    name: '<b>Müller</b> & Söhne',
    email: 'mueller@example.org',
    phone: '089 1234567',
    message: 'Neues Bad',
  });
  await system.quiet();
});
afterAll(() => system?.stop());

const pageOf = async (path: string) => (await system.get(path)).text();

/** A request as a browser on another site would make it; `fetch` does not let its headers be changed. */
function statusFor(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const { port } = new URL(system.url);
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end();
  });
}

test('no other site reads these pages or moves the clock through the browser of whoever runs this', async () => {
  const { host } = new URL(system.url);
  expect(await statusFor('/_local/leads', { host })).toBe(200);
  expect(await statusFor('/_local/leads', { host, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await statusFor('/_local/leads', { host: 'rebound.example:4000' })).toBe(403);
  const foreign = { host, 'sec-fetch-site': 'cross-site' };
  expect(await statusFor('/_local/clock', foreign, 'POST')).toBe(403);
  expect(await statusFor('/', { host: 'rebound.example:4000' })).toBe(200);
});

test('the mailbox lists the newest mail first and shows one as it looks, its text and its headers', async () => {
  const [acknowledgement, alert] = await system.mailbox();
  const list = await pageOf('/_local/mail');
  const places = [alert, acknowledgement].map((mail) => list.indexOf(`/_local/mail/${mail?.id}"`));
  expect(places[0]).toBeGreaterThan(0);
  expect(places[1]).toBeGreaterThan(places[0] ?? 0);

  const mail = await pageOf(`/_local/mail/${acknowledgement?.id}`);
  expect(mail).toContain('auto-submitted: auto-replied');
  expect(mail).toMatch(/<iframe [^>]*sandbox="[^"]*"/);
  expect(mail).not.toMatch(/sandbox="[^"]*allow-(scripts|same-origin)/);
  expect(await pageOf(`/_local/mail/${acknowledgement?.id}/html`)).toContain('Guten Tag');
  expect(await pageOf(`/_local/mail/${acknowledgement?.id}/raw`)).toMatch(/^Message-ID: </);
  expect((await system.get('/_local/mail/nichts')).status).toBe(404);
});

test('what people typed stays text on every page', async () => {
  for (const path of ['/_local/lead', '/_local/mail', `/_local/mail?lead=${leadId}`]) {
    const page = await pageOf(path);
    expect(page).not.toContain('<b>Müller');
    expect(page).toContain('&lt;b&gt;Müller');
  }
});

test('a lead leads to the page on which its owner acts', async () => {
  const page = await system.get(`/_local/lead/${leadId}`);
  expect(page.status).toBe(303);
  const owner = await fetch(page.headers.get('location') ?? '');
  expect(owner.status).toBe(200);
  expect(await owner.text()).toContain('Erreicht');
  expect((await system.get('/_local/lead/0000000000')).status).toBe(404);
});

test('an unqualified lead stands among those that come back later', async () => {
  expect(await pageOf('/_local/lead')).not.toContain('Auf Wiedervorlage');
  const alert = (await system.mailbox()).find(({ to }) => to.some((address) => address.startsWith('chef@')));
  const put = { reason: 'Nur Auskunft', lookAgainOn: '2027-03-01' };
  await system.press('Passt (noch) nicht', alert?.html ?? '', put);
  expect(await pageOf('/_local/lead')).toContain('Auf Wiedervorlage');
});

test('the clock takes JSON by whatever name, and the buttons of the page', async () => {
  const json = await fetch(`${system.url}/_local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '{"advance":"P1DT2H"}',
  });
  const { now, fired } = (await json.json()) as { now: string; fired: number };
  expect(now.slice(0, 13)).toBe('2026-11-24T11');
  expect(fired).toBeGreaterThan(0);
  const button = await system.get('/_local/clock', {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams({ advance: 'PT1H' }),
  });
  expect([button.status, button.headers.get('location')]).toEqual([303, '/_local']);
  expect(await pageOf('/_local')).toContain('Dienstag, 24. November 2026, 13:0');
});

test('what is not there is 404, and a wrong method 405', async () => {
  expect((await system.get('/_local/nichts')).status).toBe(404);
  expect((await system.get('/_local/clock', { method: 'DELETE' })).status).toBe(405);
  expect((await system.get('/_localhost')).status).toBe(404);
});
