/** Machines that write of their own accord are told nothing, and nothing of theirs rings that nobody has called for. */
import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { follow, load, receive, sentTo, withErika } from './a-mailbox.ts';

async function came(headers: Readonly<Record<string, string>>, text: string, files = {}) {
  const { world } = await withErika();
  const { leadId, outcome, reason } = await receive(world, aRawMail({ headers, text, files }));
  const lead = leadId === undefined ? undefined : await load(world, leadId);
  if (lead) await follow(world, lead.id);
  return { world, lead, outcome, reason };
}

describe('an address that nobody reads is never acknowledged', () => {
  test.each([
    'businessprofile-noreply@google.test',
    'messages-noreply@dienst.test',
    'rechnung-noreply@dienst.test',
    'no.reply@dienst.test',
    'no_reply@dienst.test',
    'noreply-x@dienst.test',
    'kundennoreply@dienst.test',
    'ne-pas-repondre@dienst.test',
    'nepasrepondre@dienst.test',
    'non-rispondere@dienst.test',
    'bitte-nicht-antworten@dienst.test',
    'newsletter@dienst.test',
    'news@dienst.test',
    'alerts@dienst.test',
    'price-alert@dienst.test',
    'auto-confirm@dienst.test',
    'versandbestaetigung@dienst.test',
    'quarantine@dienst.test',
  ])('%s', async (address) => {
    const { world, lead } = await came({ From: `Dienst <${address}>` }, 'Lena fragt nach Heizungswartung.');
    expect(lead?.request.message).toContain('Heizungswartung');
    expect(sentTo(world, address)).toEqual([]);
  });

  test.each([
    'bruno.replyer@holt.test',
    'nora@holt.test',
    'n.ewsome@holt.test',
    'info@holt.test',
    'alertz@holt.test',
    'vera.sand@holt.test',
    'marketing@holt.test',
  ])('but %s is', async (address) => {
    const { world } = await came({ From: `N. Holt <${address}>` }, 'Wir brauchen ein neues Bad.');
    expect(sentTo(world, address)).toHaveLength(1);
  });

  test("a person's letter from news@ is a request of his, with his name and address", async () => {
    const text = 'Guten Tag, in unserer Redaktion tropft die Therme, bitte um einen Termin.\n\nKarin Holt';
    const { lead } = await came({ From: 'Karin Holt <news@zeitung.test>' }, text);
    expect(lead).toMatchObject({
      muted: 'automatic',
      contact: { name: 'Karin Holt', email: 'news@zeitung.test' },
    });
  });
});

describe('who asks for no answer gets none', () => {
  test.each([
    'In Ihrem Postfach liegt eine Nachricht. Bitte antworten Sie nicht auf diese E-Mail.',
    'Ihre Rechnung ist da. Auf diese Nachricht bitte nicht antworten.',
    'Your statement is ready.\n\nPlease do not reply to this email.',
    'Votre facture est prête. Merci de ne pas répondre à ce message.',
    'La fattura è pronta. Si prega di non rispondere a questa email.',
  ])('%s', async (text) => {
    const { world, lead } = await came({ From: 'Dienst <service@dienst.test>' }, text);
    expect(lead?.muted).toBe('automatic');
    expect(sentTo(world, 'service@dienst.test')).toEqual([]);
  });

  test.each([
    'Warum antworten Sie nicht? Ich warte seit Montag wegen unserer Heizung.',
    'Bitte antworten Sie mir auf diese E-Mail, wir brauchen ein Bad.',
    'Auf diese Nachricht bitte antworten: wann können Sie kommen?',
  ])('a person who wants one does: %s', async (text) => {
    const { world } = await came({ From: 'Karin Holt <karin@holt.test>' }, text);
    expect(sentTo(world, 'karin@holt.test')).toHaveLength(1);
  });

  test('a form says it of itself, and its visitor is answered', async () => {
    const text =
      'Name: Karin Holt\nE-Mail: karin@holt.test\nNachricht: Neues Bad\n\nBitte antworten Sie nicht auf diese E-Mail.';
    const { world } = await came({ From: 'wordpress@muster-haustechnik.example' }, text);
    expect(sentTo(world, 'karin@holt.test')).toHaveLength(1);
  });
});

describe('news of an emergency is no emergency', () => {
  const alert = 'Google Alerts <googlealerts-noreply@google.test>';
  const marks = {
    'List-Unsubscribe': '<https://google.test/alerts/remove>',
    'List-Id': '<x.google.test>',
    Precedence: 'bulk',
  };
  const told = 'NACHRICHTEN\nRohrbruch in Schwabing: Straße überflutet\nMerkur\nDiesen Alert abbestellen';

  test.each<[string, Record<string, string>, string]>([
    ['an alert', { From: alert, Subject: 'Google Alert – Rohrbruch München', ...marks }, told],
    ['an alert without marks', { From: alert, Subject: 'Google Alert – Rohrbruch' }, told],
    [
      'a local paper',
      { From: 'Lokalblatt <post@lokal.test>', Subject: 'Meldungen', ...marks },
      'Gasgeruch in der Altstadt, Wasserrohrbruch am Bahnhof\nhttps://lokal.test/1\nhttps://lokal.test/2\nAbmelden',
    ],
  ])('%s', async (_, headers, text) => {
    expect(await came(headers, text)).toMatchObject({
      outcome: 'auto-reply-noted',
      reason: 'newsletter',
      lead: undefined,
    });
  });

  test.each([
    'Wasser läuft durch die Decke, Lindenweg 3, 80331 München\nhttps://foto.test/1\nAbmelden',
    'Rohrbruch bei uns im Keller!\nhttps://foto.test/1\nAbmelden',
    'Rohrbruch im Keller! 0171 5550702\nhttps://foto.test/1\nAbmelden',
    'Rohrbruch im Keller!',
  ])('somebody who has one rings, over whatever list: %s', async (text) => {
    const { lead } = await came({ From: 'WEG <weg@haus.test>', Subject: 'Notfall', ...marks }, text);
    expect(lead?.stage).toBe('service');
  });
});

describe('what mail servers report about a domain', () => {
  const zip = { 'google!x.zip': { contentType: 'application/zip', content: 'PK' } };
  const gz = { 'yahoo!x.xml.gz': { contentType: 'application/gzip', content: 'x' } };
  test.each([
    ['Report domain: muster-haustechnik.example Submitter: google.com Report-ID: 1234567', zip],
    ['Report Domain: muster-haustechnik.example Submitter: Yahoo Report-ID: <1.2>', gz],
    ['[Preview] Report Domain: muster-haustechnik.example Submitter: enterprise.test Report-ID: 7', gz],
  ])('is automatic: %s', async (Subject, files) => {
    const { outcome, reason } = await came(
      { From: 'dmarc@provider.test', Subject },
      'This is an aggregate report.',
      files,
    );
    expect({ outcome, reason }).toEqual({ outcome: 'auto-reply-noted', reason: 'automatic' });
  });

  test('but no report of damage that somebody sends with a file', async () => {
    const { outcome } = await came({ Subject: 'Report Schaden Domäne Sonnenhof' }, 'Bitte ansehen.', zip);
    expect(outcome).toBe('lead-created');
  });
});
