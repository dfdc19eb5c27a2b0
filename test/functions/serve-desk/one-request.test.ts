/** The page of one request: everything about it, and what two people do on it at once. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { mailWithFiles } from '../../support/a-mail-reference.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { aDesk, type Browser } from './a-browser.ts';

const id = '0000000001';
const email = 'erika.muster@example.org';
const url = `/desk/leads/${id}`;
const text = 'Guten Tag Frau Muster,\n\nam Donnerstag um 9 Uhr passt es uns.\n\nAnna';

function aRequest(lead: Lead = aLeadIn('new')): Lead {
  const called = when(
    { ...lead, id, acknowledgedAt: monday10, alertedAt: monday10, contact: { ...lead.contact, email } },
    { type: 'note-contact-attempt', reached: false },
  ).lead;
  return { ...called, dueAt: '2026-11-25T09:00:00.000Z' };
}

async function aWorldOf(lead: Lead = aRequest()): Promise<World> {
  const world = await aWorld({ leads: [lead] });
  await world.contacts.linkLead({ kind: 'email', value: lead.contact.email ?? '' }, lead.id);
  return world;
}

async function load(world: World): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

async function change(world: World, command: Command): Promise<void> {
  await changeLead(world, id, command, { by: 'customer' });
}

const toCustomer = ({ mailer }: World) => mailer.sent.filter(({ to }) => to.includes(email));

async function page(browser: Browser) {
  const response = await browser.get(url);
  expect(response.status).toBe(200);
  return response;
}

/** What stands hidden in the form that has this button or field. */
async function formWith(browser: Browser, marker: string): Promise<Record<string, string>> {
  const { body } = await page(browser);
  const form = [...String(body).matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([one]) => one)
    .find((one) => one.includes(marker));
  if (form === undefined) throw new Error(`No form with ${marker}`);
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
}

test('shows what goes out next and when, with its text, and above it nothing else is filled but the likeliest step', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const response = await page(browser);
  expect(textOf(response)).toContain('Bitte um Rückruf');
  expect(textOf(response)).toContain('Mi, 25.11., 10:00 Uhr');
  expect(String(response.body).match(/<button>|class="button"/g)).toHaveLength(1);
  expect(response.body).not.toMatch(/<style|style=|<script>|onclick/);
});

test('a mail that is left out does not go, and the page says which one goes instead', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const form = await formWith(browser, 'skip-next-mail');
  const answer = await browser.post(`${url}/next-mail`, { ...form, do: 'skip-next-mail' });
  expect(answer.headers.location).toContain(`${url}?done=skipped`);
  expect(textOf(await page(browser))).toContain('Bitte um Rückruf (2.)');
  world.clock.set('2026-11-25T09:00:00.000Z');
  await followUpLead({ leadId: id, generation: (await load(world)).generation }, world);
  expect(toCustomer(world)).toEqual([]);
  expect((await load(world)).timeline.at(-1)).toMatchObject({
    type: 'mail-skipped',
    person: 'Martin Muster',
  });
});

test('a text for one mail is kept as it was written, and the standard one comes back', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const form = await formWith(browser, 'name="text"');
  await browser.post(`${url}/next-mail`, { ...form, do: 'word-next-mail', text: 'nur eine kurze Frage.' });
  expect(textOf(await page(browser))).toContain('nur eine kurze Frage.');
  const again = await formWith(browser, 'value="standard"');
  await browser.post(`${url}/next-mail`, { ...again, do: 'standard' });
  expect(await load(world)).not.toHaveProperty('nextMail');
});

test.each([
  ['', 'Ohne Text geht sie nicht hinaus'],
  [
    'Hier: https://anfrage.example/a/lkH0-AJU5fRZDLjpieDbCh1rD-udUetcsV-3mg0UCKM.1.view.0000000001..ncrgcdc0',
    'in Ihrem Namen handeln',
  ],
])('a text for one mail that says %j is not taken, and it is said why', async (typed, why) => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const form = await formWith(browser, 'name="text"');
  const answer = await browser.post(`${url}/next-mail`, { ...form, do: 'word-next-mail', text: typed });
  expect(answer.status).toBe(422);
  expect(textOf(answer)).toContain(why);
  expect(await load(world)).not.toHaveProperty('nextMail');
});

const long = `${'B'.repeat(20_000)} ENDE-DES-TEXTES`;

test.each([
  ['notes', {}, 'note'],
  ['answers', {}, 'answer'],
  ['next-mail', { do: 'word-next-mail' }, 'text'],
])(
  'a text that is too long for %s is not cut: it is said, and stands there whole',
  async (path, typed, field) => {
    const world = await aWorldOf();
    const browser = await aDesk(world);
    const form = await formWith(browser, `name="${field}"`);
    const before = await load(world);
    for (const words of [long, `${'x'.repeat(10_000)}y`]) {
      const answer = await browser.post(`${url}/${path}`, { ...form, ...typed, [field]: words });
      expect(answer.status).toBe(422);
      expect(textOf(answer)).toContain('Bitte höchstens 10.000 Zeichen');
      expect(answer.body).toContain(`${words}</textarea>`);
      expect(await load(world)).toEqual(before);
      expect(toCustomer(world)).toEqual([]);
    }
    const asLongAsMayBe = `${'x\r\n'.repeat(4_999)}xy`;
    expect((await browser.post(`${url}/${path}`, { ...form, ...typed, [field]: asLongAsMayBe })).status).toBe(
      303,
    );
  },
);

test('no box on the page takes more than is kept', async () => {
  const { body } = await page(await aDesk(await aWorldOf()));
  const boxes = String(body).match(/<textarea[^>]*>/g) ?? [];
  expect(boxes).toHaveLength(3);
  for (const box of boxes) expect(box).toContain('maxlength="10000"');
});

test('the customer is no longer reminded, and reminded again, by one button each', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  await browser.post(`${url}/next-mail`, { do: 'pause-reminders' });
  expect(textOf(await page(browser))).toContain('Sie lassen den Kunden an diese Anfrage nicht mehr erinnern');
  await browser.post(`${url}/next-mail`, { do: 'resume-reminders' });
  expect(textOf(await page(browser))).toContain('Bitte um Rückruf');
});

test('whoever stops the reminders of a customer reads when he is reminded himself, and is', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  await browser.post(`${url}/next-mail`, { do: 'pause-reminders' });
  expect(textOf(await page(browser))).toContain('Sie selbst werden erinnert: Mi, 25.11., 10:00 Uhr.');
  world.clock.set('2026-11-25T09:00:00.000Z');
  await followUpLead({ leadId: id, generation: (await load(world)).generation }, world);
  expect(toCustomer(world)).toEqual([]);
  expect((await load(world)).timeline.at(-1)).toMatchObject({ type: 'owner-chased' });
});

test('reminders are only to be stopped where one is ahead for the customer', async () => {
  const lead = aRequest();
  const stalled: Lead = { ...lead, stalledAt: monday10, waitsFor: 'owner' };
  const ours = when(lead, { type: 'record-reply', text: 'Rufen Sie an.' }, { by: 'customer' }).lead;
  for (const one of [stalled, ours]) {
    const browser = await aDesk(await aWorldOf(one));
    expect((await page(browser)).body).not.toContain('pause-reminders');
  }
  const world = await aWorldOf(stalled);
  const told = await (await aDesk(world)).post(`${url}/next-mail`, { do: 'pause-reminders' });
  expect(told.status).toBe(409);
  expect(textOf(told)).toContain('ohnehin nicht mehr erinnert');
  expect(await load(world)).toEqual(stalled);
});

describe('a note', () => {
  test('stays in the business, has its author, and is noted once however often its form is sent', async () => {
    const world = await aWorldOf();
    const browser = await aDesk(world);
    const typed = { shownAt: monday10, note: 'Hund im Garten' };
    for (const _ of [1, 2]) expect((await browser.post(`${url}/notes`, typed)).status).toBe(303);
    const notes = (await load(world)).timeline.filter(({ type }) => type === 'noted');
    expect(notes).toMatchObject([{ text: 'Hund im Garten', person: 'Martin Muster' }]);
    expect(toCustomer(world)).toEqual([]);
  });

  test('without words is asked for again', async () => {
    const browser = await aDesk(await aWorldOf());
    expect((await browser.post(`${url}/notes`, { note: '  ' })).status).toBe(422);
  });
});

describe('an answer to the customer', () => {
  test('goes out once as the mail that it is, below what he wrote, and makes it his turn', async () => {
    const mail = { ...mailWithFiles, messageId: 'frage@kunde.example' };
    const replied = when(
      aRequest(),
      { type: 'record-reply', text: 'Geht es am Donnerstag?', mail },
      { by: 'customer' },
    ).lead;
    const world = await aWorldOf(replied);
    const browser = await aDesk(world);
    world.clock.set(addMinutes(monday10, 5));
    const typed = { shownAt: addMinutes(monday10, 4), answer: text };
    for (const _ of [1, 2]) expect((await browser.post(`${url}/answers`, typed)).status).toBe(303);
    const sent = toCustomer(world);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('am Donnerstag um 9 Uhr passt es uns.');
    expect(sent[0]?.headers['In-Reply-To']).toBe('<frage@kunde.example>');
    expect(sent[0]?.replyTo).toBe(world.replyAddresses.sign(id));
    const lead = await load(world);
    expect(lead.waitsFor).toBe('customer');
    expect(lead.timeline.filter(({ type }) => type === 'owner-replied')).toMatchObject([
      { text, ground: 'owner-wrote', person: 'Martin Muster' },
    ]);
  });

  test('does not go to whoever wants no mails; the text stands there still', async () => {
    const world = await aWorldOf(when(aRequest(), { type: 'stop' }, { by: 'customer' }).lead);
    const answer = await (await aDesk(world)).post(`${url}/answers`, { shownAt: monday10, answer: text });
    expect(answer.status).toBe(409);
    expect(textOf(answer)).toContain('abbestellt');
    expect(textOf(answer)).toContain('am Donnerstag um 9 Uhr');
    expect(toCustomer(world)).toEqual([]);
  });

  test('waits in the form while the provider takes nothing, and goes out with the next try', async () => {
    const world = await aWorldOf();
    const browser = await aDesk(world);
    const typed = { shownAt: monday10, answer: text };
    world.mailer.failNext(new MailRefusedError('Throttled'));
    const refused = await browser.post(`${url}/answers`, typed);
    expect(refused.status).toBe(503);
    expect(textOf(refused)).toContain('am Donnerstag um 9 Uhr');
    expect((await browser.post(`${url}/answers`, typed)).status).toBe(303);
    expect(toCustomer(world)).toHaveLength(1);
  });

  test('does not go past what the customer wrote meanwhile; sent once more it does', async () => {
    const world = await aWorldOf();
    const browser = await aDesk(world);
    const form = await formWith(browser, 'name="answer"');
    world.clock.set(addMinutes(monday10, 3));
    const replied = when(
      await load(world),
      { type: 'record-reply', text: 'Hat sich erledigt.' },
      { by: 'customer', now: addMinutes(monday10, 2) },
    );
    await world.leads.save(replied.lead);
    const told = await browser.post(`${url}/answers`, { ...form, answer: text });
    expect(told.status).toBe(409);
    expect(textOf(told)).toContain('Kunde, vor 1 Minute: Antwort: Hat sich erledigt.');
    expect(toCustomer(world)).toEqual([]);
    const again = await formWith(browser, 'name="answer"');
    expect((await browser.post(`${url}/answers`, { ...again, answer: text })).status).toBe(303);
    expect(toCustomer(world)).toHaveLength(1);
  });
});

test('whoever loads the page of a form again that was not taken sees the request, and its files from there too', async () => {
  const came = when(
    aRequest(),
    { type: 'record-reply', text: 'Anbei.', mail: mailWithFiles },
    { by: 'customer' },
  );
  const browser = await aDesk(await aWorldOf(came.lead));
  const refused = await browser.post(`${url}/notes`, { note: '' });
  expect(refused.body).toContain(`href="${url}?mail=delivery-1&amp;file=0"`);
  for (const path of ['notes', 'answers', 'facts', 'next-mail']) {
    expect((await browser.get(`${url}/${path}`)).headers.location).toBe(url);
  }
});

test('photos are shown, and come from nowhere but us and where they are kept', async () => {
  const came = when(
    aRequest(),
    { type: 'record-reply', text: 'Anbei.', mail: mailWithFiles },
    { by: 'customer' },
  );
  const world = await aWorldOf(came.lead);
  const bucket = 'https://mails.s3.eu-central-1.amazonaws.com';
  const mailFiles = {
    ...world.mailFiles,
    fileLink: async () => `${bucket}/files/delivery-1/1?X-Amz-Signature=1`,
  };
  const shown = await page(await aDesk({ ...world, mailFiles }));
  expect(shown.body).toContain(`<img src="${url}?mail=delivery-1&amp;file=1" alt="Wasser&lt;b&gt;.jpg"`);
  expect(shown.headers['content-security-policy']).toContain(`img-src 'self' data: ${bucket};`);
  const without = await page(await aDesk(await aWorldOf()));
  expect(without.headers['content-security-policy']).toContain("img-src 'self' data:;");
});

describe('facts', () => {
  test('are corrected where they stand, and only what was touched', async () => {
    const world = await aWorldOf();
    const browser = await aDesk(world);
    const form = await formWith(browser, 'value="place"');
    const typed = {
      ...form,
      address: 'Neue Str. 7',
      postcode: form['seen-postcode'] ?? '',
      city: form['seen-city'] ?? '',
    };
    const answer = await browser.post(`${url}/facts`, typed);
    expect(answer.headers.location).toContain('did=refine');
    expect((await load(world)).timeline.at(-1)).toMatchObject({
      type: 'details-changed',
      address: 'Neue Str. 7',
      person: 'Martin Muster',
    });
  });

  test('that somebody else corrected meanwhile are not written over: who did it is told, and it can be done anew', async () => {
    const world = await aWorldOf();
    const [anna, bert] = [await aDesk(world), await aDesk(world)];
    const [first, second] = [await formWith(anna, 'value="place"'), await formWith(bert, 'value="place"')];
    const typed = { postcode: first['seen-postcode'] ?? '', city: first['seen-city'] ?? '' };
    await anna.post(`${url}/facts`, { ...first, ...typed, address: 'Neue Str. 7' });
    world.clock.set(addMinutes(monday10, 1));
    const told = await bert.post(`${url}/facts`, { ...second, ...typed, address: 'Alte Str. 9' });
    expect(told.status).toBe(409);
    expect(textOf(told)).toContain('Martin Muster, vor 1 Minute: Angaben ergänzt: Straße Neue Str. 7');
    expect(told.body).toContain('value="Alte Str. 9"');
    expect((await load(world)).contact.address).toBe('Neue Str. 7');
    const anew = await formWith(bert, 'value="place"');
    await bert.post(`${url}/facts`, { ...anew, ...typed, address: 'Alte Str. 9' });
    expect((await load(world)).contact.address).toBe('Alte Str. 9');
  });

  test('of two people who correct different ones both stay', async () => {
    const world = await aWorldOf();
    const browser = await aDesk(world);
    const form = await formWith(browser, 'value="place"');
    const seen = {
      address: form['seen-address'] ?? '',
      postcode: form['seen-postcode'] ?? '',
      city: form['seen-city'] ?? '',
    };
    await browser.post(`${url}/facts`, { ...form, ...seen, address: 'Neue Str. 7' });
    await browser.post(`${url}/facts`, { ...form, ...seen, city: 'Kempten' });
    expect((await load(world)).contact).toMatchObject({ address: 'Neue Str. 7', city: 'Kempten' });
  });

  test('that an answer of the customer tells are taken or left by one button', async () => {
    const facts = { address: 'Dritte Str. 3' };
    const replied = when(
      aRequest(),
      { type: 'record-reply', text: 'Dritte Str. 3', facts },
      { by: 'customer' },
    ).lead;
    for (const [wanted, address] of [
      ['take', 'Dritte Str. 3'],
      ['dismiss', 'Lindenweg 7'],
    ] as const) {
      const world = await aWorldOf(replied);
      const browser = await aDesk(world);
      const form = await formWith(browser, 'name="told"');
      await browser.post(`${url}/facts`, { ...form, do: wanted });
      const lead = await load(world);
      expect(lead.contact.address).toBe(address);
      expect(lead.proposals ?? []).toEqual([]);
    }
  });
});

test('whoever changes the text of a mail that somebody else has changed is told, and his words stay', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const form = await formWith(browser, 'name="text"');
  await browser.post(`${url}/next-mail`, { ...form, do: 'word-next-mail', text: 'von Anna' });
  const told = await browser.post(`${url}/next-mail`, { ...form, do: 'word-next-mail', text: 'von Bert' });
  expect(told.status).toBe(409);
  expect(textOf(told)).toContain('gerade eben: Text geändert');
  expect(textOf(told)).toContain('von Bert');
  expect((await load(world)).nextMail?.text).toBe('von Anna');
  const anew = await formWith(browser, 'name="text"');
  await browser.post(`${url}/next-mail`, { ...anew, do: 'word-next-mail', text: 'von Bert' });
  expect((await load(world)).nextMail?.text).toBe('von Bert');
});

test('words for a mail that is no longer ahead are not lost', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const form = await formWith(browser, 'name="text"');
  await change(world, { type: 'record-reply', text: 'Bin wieder da.' });
  const told = await browser.post(`${url}/next-mail`, { ...form, do: 'word-next-mail', text: 'meine Worte' });
  expect(told.status).toBe(409);
  expect(textOf(told)).toContain('Diese E-Mail steht nicht mehr an');
  expect(textOf(told)).toContain('Ihr Text meine Worte');
  const skipped = await browser.post(`${url}/next-mail`, { ...form, do: 'skip-next-mail' });
  expect(textOf(skipped)).not.toContain('Was Sie eingegeben haben');
});

test('whoever is too late with a step is told who did what a moment ago', async () => {
  const world = await aWorldOf();
  const browser = await aDesk(world);
  const { generation } = await load(world);
  await browser.fillIn(`${url}/plan-visit?seen=${generation}`, { date: '2026-12-03', time: '10:00' });
  world.clock.set(addMinutes(monday10, 1));
  const late = await browser.post(`${url}/postpone?seen=${generation}`, {
    shownAt: monday10,
    until: '2026-12-07',
  });
  expect(late.status).toBe(409);
  expect(textOf(late)).toContain('Martin Muster, vor 1 Minute: Besichtigung geplant');
});

test('whoever is called out reads a request that is not his, and does nothing with it', async () => {
  const world = await aWorldOf();
  const staff = world.company.people.find(({ role }) => role === 'staff');
  const browser = await aDesk(world, staff?.email);
  expect(textOf(await page(browser))).toContain('Diese Anfrage ist bei jemand anderem');
  for (const [path, typed] of [
    ['notes', { note: 'Gesehen' }],
    ['facts', { group: 'place', address: 'Neue Str. 7' }],
    ['answers', { answer: text }],
    ['next-mail', { do: 'pause-reminders' }],
  ] as const) {
    expect((await browser.post(`${url}/${path}`, typed)).status).toBe(403);
  }
  expect(await load(world)).not.toHaveProperty('remindersPaused');
  expect(toCustomer(world)).toEqual([]);
});

test('of a request whose data is erased nothing is left to write to', async () => {
  const world = await aWorldOf(when(aRequest(), { type: 'erase' }).lead);
  const browser = await aDesk(world);
  expect(textOf(await page(browser))).not.toContain('Antwort an den Kunden');
  for (const path of ['notes', 'facts', 'answers', 'next-mail']) {
    expect(
      (await browser.post(`${url}/${path}`, { note: 'x', answer: 'x', do: 'pause-reminders' })).status,
    ).toBe(410);
  }
});
