import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { aWorld } from '../../support/a-world.ts';
import { erika, follow, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

type Headers = Readonly<Record<string, string>>;

const exchange = 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@werk.test>';
const filterText =
  'Spam detection software, running on the system "mx.werk.test", has identified this\nincoming email as possible spam. The original message has been attached.';
const wrappers: readonly (readonly [name: string, headers: Headers, text: string])[] = [
  [
    'the journal of an Exchange',
    { From: exchange, 'X-MS-Journal-Report': '', 'Auto-Submitted': 'auto-generated' },
    'Sender: vera.lang@post.test\nSubject: Heizung\nRecipient: info@muster-haustechnik.example',
  ],
  [
    'a rule that forwards as attachment',
    {
      From: 'Büro <info@muster-haustechnik.example>',
      'X-MS-Exchange-Inbox-Rules-Loop': 'info@muster-haustechnik.example',
    },
    '',
  ],
  ['a spam filter', { From: 'Vera Lang <vera.lang@post.test>', 'X-Spam-Flag': 'YES' }, filterText],
  [
    'a list',
    { From: 'Vera Lang via Anfragen <anfragen@verein.test>', 'List-Id': '<anfragen.verein.test>' },
    '',
  ],
];
const fromVera = { From: 'Vera Lang <vera.lang@post.test>', To: 'info@muster-haustechnik.example' };
const letter = 'Guten Tag,\n\nunsere Heizung ist ausgefallen.\n\nVera Lang\n0171 5550177';

/** The mail as it hangs in another one. */
const wrapped = (inner: Buffer, headers: Headers, text: string) =>
  aRawMail({
    headers: { Subject: 'Heizung', ...headers },
    text,
    files: { 'original.eml': { contentType: 'message/rfc822', content: inner } },
  });
const photo = { 'schaden.jpg': { contentType: 'image/jpeg', content: 'the picture' } };
const ofVera = (headers: Headers = {}, text = letter) =>
  aRawMail({ headers: { ...fromVera, Subject: 'Heizung', ...headers }, text, files: photo });

describe.each(wrappers)('what %s wraps up', (_, headers, text) => {
  test('is the request of who wrote it, with the pictures', async () => {
    const world = await aWorld();
    const { outcome, leadId } = await receive(world, wrapped(ofVera(), headers, text), { envelopeFrom: '' });
    expect(outcome).toBe('lead-created');
    const lead = await load(world, leadId);
    expect(lead.contact).toMatchObject({
      name: 'Vera Lang',
      email: 'vera.lang@post.test',
      phoneE164: '+491715550177',
    });
    expect(lead.request.message).toContain('unsere Heizung ist ausgefallen.');
    expect(lead.request.message).not.toMatch(/Sender:|Spam detection/);
    const [captured] = lead.timeline;
    expect(captured).toMatchObject({ mail: { files: [{ name: 'schaden.jpg' }] } });
    await follow(world, leadId);
    expect(sentTo(world, 'vera.lang@post.test')).toEqual([]);
  });

  test('rings if it is an emergency', async () => {
    const world = await aWorld();
    const flood = ofVera({ Subject: 'Rohrbruch' }, 'Rohrbruch im Keller, das Wasser steht! 0171 5550177');
    const { leadId } = await receive(world, wrapped(flood, headers, text));
    expect((await load(world, leadId)).request.urgency).toBe('now');
  });

  test('is an absence note if it is one', async () => {
    const { world, lead, address } = await withErika();
    const away = aRawMail({
      headers: { From: erika, To: address, Subject: 'Abwesend', 'Auto-Submitted': 'auto-replied' },
      text: 'Ich bin bis 4. Dezember nicht im Büro.',
    });
    const { outcome } = await receive(world, wrapped(away, headers, text));
    expect(outcome).toBe('auto-reply-noted');
    expect((await load(world, lead.id)).generation).toBe(lead.generation);
  });

  test('gives nobody the rights of the owner', async () => {
    const { world, lead, address } = await withErika();
    const order = aRawMail({
      headers: { From: owner, To: address, Subject: 'Re: Angebot' },
      text: 'verloren',
    });
    await receive(world, wrapped(order, headers, text));
    expect((await load(world, lead.id)).stage).toBe(lead.stage);
    expect(sentTo(world, erika)).toEqual([]);
  });
});

test('a stranger cannot speak in the name of a customer by wrapping', async () => {
  const { world, lead, address } = await withErika();
  const made = aRawMail({
    headers: { From: `Erika Muster <${erika}>`, To: address, Subject: 'Re: Angebot' },
    text: 'Ich nehme das Angebot nicht an, bitte nicht mehr melden.',
  });
  await receive(world, wrapped(made, { From: 'x@fremd.test', 'X-MS-Journal-Report': '' }, ''));
  const after = await load(world, lead.id);
  expect(after.timeline.map(({ type }) => type)).not.toContain('customer-replied');
  expect(after.stage).toBe(lead.stage);
});

test('a mail that Exchange could not deliver came back', async () => {
  const world = await aWorld();
  const raw = wrapped(
    ofVera(),
    { From: exchange, 'Auto-Submitted': 'auto-replied' },
    'Die Nachricht konnte nicht zugestellt werden. 550 5.1.1 vera.lang@post.test wurde nicht gefunden.',
  );
  expect(await receive(world, raw, { envelopeFrom: '' })).toMatchObject({ outcome: 'bounce-noted' });
});

test('a person who sends a mail on as a file is the contact, and its pictures are there', async () => {
  const world = await aWorld();
  const raw = wrapped(
    ofVera(),
    { From: 'Otto Hausmann <otto@verwaltung.test>' },
    'Bitte bei unserer Mieterin nachsehen. Otto Hausmann',
  );
  const { leadId } = await receive(world, raw);
  const lead = await load(world, leadId);
  expect(lead.contact.email).toBe('otto@verwaltung.test');
  expect(lead.request.message).toContain('Bitte bei unserer Mieterin nachsehen.');
  expect(lead.timeline[0]).toMatchObject({
    mail: {
      files: [
        { index: 0, name: 'original.eml' },
        { index: 1, name: 'schaden.jpg', contentType: 'image/jpeg' },
      ],
    },
  });
});
