/** A business with words, a colour and a logo of its own, from outside. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPng } from '../support/a-logo.ts';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const example = JSON.parse(readFileSync(new URL('../../companies/example.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'own-look-'));
const picture = aPng(400, 100);

let system: LocalSystem;
let logo: string | undefined;

beforeAll(async () => {
  writeFileSync(join(folder, 'muster.png'), picture);
  const file = {
    ...example,
    logo: { file: 'muster.png', alt: 'Muster Haustechnik' },
    accentColor: '#e30613',
    texts: {
      acknowledgement: {
        de: { subject: 'Servus {name}', text: 'Ihr Anliegen ist da, {name}.\n\n{promise}' },
      },
      'new-lead-alert': { de: { subject: 'Da will wer was: {name} aus {town}' } },
    },
  };
  writeFileSync(join(folder, 'company.json'), JSON.stringify(file));
  system = await startLocalSystem({
    now: '2026-11-23T09:00:00.000Z',
    args: ['--company', join(folder, 'company.json')],
  });
});
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true });
});

test('the form has the colour and the logo, and the logo is there for good', async () => {
  const form = await system.get('/');
  const page = await form.text();
  expect(page).toContain('--fill:#e30613');
  logo = /<img class="logo" src="\/(logo\/\w+\.png)" alt="Muster Haustechnik"/.exec(page)?.[1];
  expect(form.headers.get('content-security-policy')).toContain("img-src 'self'");
  const answer = await system.get(`/${logo}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
  expect((await system.get(`/logo/${'0'.repeat(32)}.png`)).status).toBe(404);
});

test('mails go out in the words of the business, with its logo from where its pages are', async () => {
  await system.capture({
    name: 'Erika Muster',
    email: 'erika@example.org',
    phone: '089 1234567',
    city: 'München',
    message: 'Neues Bad',
  });
  await system.quiet();
  const answer = await system.newestTo('erika@example.org');
  expect(answer.subject).toMatch(/^Servus Erika Muster \[\w{10}\]$/);
  expect(answer.text).toMatch(/^Guten Tag Erika Muster,\n\nIhr Anliegen ist da, Erika Muster\.\n\nWir rufen/);
  expect(answer.html).toContain(`<img src="${system.url}/${logo}" alt="Muster Haustechnik"`);
  const alert = await system.newestTo('chef@muster-haustechnik.example');
  expect(alert.subject).toMatch(/^Da will wer was: Erika Muster aus München \[\w{10}\]$/);
  expect(alert.text).toContain('Neue Anfrage von Erika Muster');
  // The local mailbox shows the picture too, and nothing else from elsewhere.
  const shown = await system.get(`/_local/mail/${answer.id}/html`);
  expect(shown.headers.get('content-security-policy')).toContain(`img-src data: ${system.url};`);
});
