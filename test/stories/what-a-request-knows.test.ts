/** What came in about a request stands on its page and in its notices: photos, why each mail went out, what nobody knows yet. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const plain = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
const aboutLead = async (id: string) =>
  (await system.mailsTo(owner)).filter(({ headers }) => headers['x-nachfass-mail']?.startsWith(`${id}/`));

async function pageOf(id: string): Promise<string> {
  const mail = (await aboutLead(id)).at(-1);
  return (await fetch(linkBehind('Ganze Anfrage ansehen', mail?.html ?? ''))).text();
}

async function captured(name: string, fields: Readonly<Record<string, unknown>> = {}) {
  const email = `${name}@wissen.example`;
  const id = await system.capture({
    name: 'Willi Wissen',
    email,
    phone: '089 1234567',
    message: 'Bitte um Rückruf',
    ...fields,
  });
  await system.quiet();
  return { id, email };
}

async function answer(email: string, text: string, photos: readonly string[] = []): Promise<void> {
  const mail = await system.newestTo(email);
  const attachments = photos.map((filename) => ({
    filename,
    content: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  }));
  await system.mail({
    from: email,
    to: mail.replyTo[0] ?? '',
    subject: `Re: ${mail.subject}`,
    text,
    attachments,
  });
  await system.quiet();
}

describe('whoever stopped the mails', () => {
  test('gets none of a visit either, and the owner is told to phone', async () => {
    const { id, email } = await captured('stopp', { message: 'Neues Bad' });
    const visit = { date: '2026-12-03', time: '10:00', durationMinutes: '60' };
    await system.press('Besichtigung planen', await pageOf(id), visit);
    await system.press('Keine weiteren E-Mails', (await system.newestTo(email)).html);
    const before = (await system.mailsTo(email)).length;
    const form = await fetch(linkBehind('Termin verschieben', await pageOf(id)));
    expect(plain(await form.text())).toContain('am Telefon');
    await system.press('Termin verschieben', await pageOf(id), { ...visit, date: '2026-12-04' });
    await system.moveTo('2026-12-04T12:00:00.000Z');
    await system.press('Verloren', await pageOf(id), { reason: 'Zu teuer' });
    expect(await pageOf(id)).not.toContain('>Absage schicken<');
    await system.advance('P5D');
    expect(await system.mailsTo(email)).toHaveLength(before);
  });
});

describe('photos that come with an answer', () => {
  test('are a fact of the request, on its page and in the notice', async () => {
    const { id, email } = await captured('fotos', { message: 'Neues Bad' });
    await answer(email, 'Anbei die Fotos.', ['bad.jpg', 'decke.jpg']);
    expect(plain((await aboutLead(id)).at(-1)?.html ?? '')).toMatch(/Fotos:? ?2 Fotos/);
    const page = await pageOf(id);
    expect(plain(page)).toContain('Fotos 2 Fotos');
    expect(page).toContain('bad.jpg');
  });
});

describe('the history of a request', () => {
  test('says of each mail to the customer why it went out', async () => {
    const { id } = await captured('grund', { message: 'Neues Bad' });
    const page = plain(await pageOf(id));
    expect(page).toContain(
      'Eingangsbestätigung an den Kunden geschickt (Grund: Antwort auf die Anfrage des Kunden)',
    );
    const { timeline } = await system.lead(id);
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: 'acknowledged', ground: 'person-asked' }),
    );
  });
});

describe('a question that the customer cannot answer yet', () => {
  test('is answered by that: it stands so on the page, and is not asked again', async () => {
    const { id, email } = await captured('unklar');
    await system.press('Erreicht', await pageOf(id), { next: 'customer', asks: 'budget' });
    await system.advance('P3D');
    await answer(email, 'Gartenwasserleitung, Geld weiß ich nicht');
    const { request } = await system.lead(id);
    expect(request.installation).toBe('Gartenwasserleitung');
    expect(request.budget).toBeUndefined();
    const page = await pageOf(id);
    expect(plain(page)).toContain('Budget weiß der Kunde noch nicht');
    const form = await (await fetch(linkBehind('Erreicht', page))).text();
    expect(form).not.toContain('value="budget"');
  });
});

describe('the page of a request that waits for its customer', () => {
  test('has the button for a talk all the same', async () => {
    const { id, email } = await captured('gesprochen');
    await system.press('Erreicht', await pageOf(id), { next: 'customer' });
    expect(await system.lead(id)).toMatchObject({ stage: 'needs-analysis', waitsFor: 'customer' });
    await system.press('Erreicht', await pageOf(id), {
      next: 'nothing',
      note: 'Will doch erst nächstes Jahr.',
    });
    expect(await system.lead(id)).toMatchObject({ stage: 'needs-analysis', waitsFor: 'owner' });
    const before = (await system.mailsTo(email)).length;
    await system.advance('P20D');
    expect(await system.mailsTo(email)).toHaveLength(before);
  });
});
