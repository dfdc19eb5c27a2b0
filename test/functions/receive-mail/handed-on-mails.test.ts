import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { ownerAlone } from '../../support/company.ts';
import { follow, load, owner, receive, sentTo } from './a-mailbox.ts';

const fromOwner = `Martin Muster <${owner}>`;
const staff = 'Jonas Huber <jonas@muster-haustechnik.example>';

interface HandedOn {
  readonly author: string;
  readonly subject: string;
  readonly text: string;
  readonly above?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const styles: Readonly<Record<string, (mail: HandedOn) => Buffer>> = {
  Outlook: ({ author, subject, text, above = 'Zur Info.', from = fromOwner, headers }) =>
    aRawMail({
      headers: { From: from, Subject: `WG: ${subject}`, ...headers },
      text: `${above}\n\nVon: ${author}\nGesendet: Donnerstag, 26. November 2026 08:01\nAn: ${owner}\nBetreff: ${subject}\n\n${text}`,
    }),
  Gmail: ({ author, subject, text, above = 'Zur Info.', from = fromOwner, headers }) =>
    aRawMail({
      headers: { From: from, Subject: `Fwd: ${subject}`, ...headers },
      text: `${above}\n\n---------- Forwarded message ---------\nVon: ${author}\nDate: Do., 26. Nov. 2026 um 08:01 Uhr\nSubject: ${subject}\nTo: <${owner}>\n\n${text}`,
    }),
  'a file': ({ author, subject, text, above = 'Zur Info.', from = fromOwner, headers }) =>
    aRawMail({
      headers: { From: from, Subject: `WG: ${subject}`, ...headers },
      text: above,
      files: {
        'mail.eml': {
          contentType: 'message/rfc822',
          content: aRawMail({ headers: { From: author, Subject: subject, To: owner }, text }),
        },
      },
    }),
};

async function handOn(world: World, raw: Buffer, envelopeFrom = owner) {
  const { leadId, outcome } = await receive(world, raw, { envelopeFrom });
  await follow(world, leadId);
  return { lead: await load(world, leadId), outcome };
}

const mailed = (world: World) => [...new Set(world.mailer.sent.flatMap(({ to }) => to))];

describe.each(Object.entries(styles))("one of us hands on a machine's mail by %s", (_, write) => {
  test.each([
    [
      'a bounce of Postfix',
      'Mail Delivery System <MAILER-DAEMON@mx.post.test>',
      'Undelivered Mail Returned to Sender',
      'This is the mail system at host mx.\n\n<kunde@weg.test>: 550 5.1.1 unknown user',
    ],
    [
      'a bounce of GMX',
      'GMX Mailer Daemon <mailer-daemon@gmx.test>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nkunde@weg.test:\nSMTP error from remote server for RCPT TO command, 550 mailbox unavailable',
    ],
    [
      'a bounce of Exchange',
      'Microsoft Outlook <postmaster@firma.test>',
      'Unzustellbar: Ihr Angebot',
      'Fehler bei der Nachrichtenzustellung an folgende Empfänger:\n\nkunde@weg.test\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\n550 5.1.10 RESOLVER.ADR.RecipientNotFound',
    ],
  ])('whom %s names is nobody’s contact', async (_what, author, subject, text) => {
    for (const from of [fromOwner, staff]) {
      const world = await aWorld({ company: ownerAlone() });
      const { lead } = await handOn(world, write({ author, subject, text, from }));
      expect(lead.contact).not.toHaveProperty('email');
      expect(lead.contact).not.toHaveProperty('name');
      expect(lead.request.message).toContain('kunde@weg.test');
      expect(mailed(world)).toEqual([owner]);
    }
  });

  test.each([
    [
      'an absence note',
      'Klaus Klein <klaus@klein.test>',
      'Automatische Antwort: Termin',
      'Ich bin bis 4.12. im Urlaub und habe keinen Zugriff auf meine E-Mails.',
    ],
    [
      'a newsletter',
      'Badprofi <news@badprofi.test>',
      'Black Week',
      'Jetzt 20 % sparen! Newsletter abbestellen: https://x.test',
    ],
    [
      'advertising for heating',
      'Wärmewelt <post@waermewelt.test>',
      'Neuheiten im November',
      'Entdecken Sie unsere Heizungen und Bäder. Jetzt sichern! Abmelden: https://x.test',
    ],
    [
      'an invoice',
      'Buchhaltung <bh@gross.test>',
      'Rechnung 112',
      'Anbei unsere Rechnung über 200 EUR für die Heizungspumpe.\n\nHaben Sie Fragen? Tel. 089 5550100',
    ],
    [
      'an order',
      'Großhandel <auftrag@gross.test>',
      'Ihre Bestellung 99112',
      'Vielen Dank für Ihre Bestellung. Ihre Ware wird am 30.11. geliefert.',
    ],
    [
      'a notice of a parcel',
      'Paketdienst <service@paket.test>',
      'Ihr Paket kommt heute',
      'Ihre Sendung 00340434161094 kommt heute zwischen 10:00 und 12:00 Uhr.',
    ],
  ])('%s is stored and not acknowledged', async (_what, author, subject, text) => {
    const world = await aWorld({ company: ownerAlone() });
    const { lead, outcome } = await handOn(
      world,
      write({ author, subject, text, above: 'Nur zur Info, bitte ablegen.' }),
    );
    expect(outcome).toBe('lead-created');
    expect(lead.muted).toBe('handed-on');
    expect(lead.request.message).toContain(text.split('\n')[0]);
    expect(mailed(world)).toEqual([owner]);
  });

  test.each([
    [
      'MyHammer',
      'nachricht@my-hammer.de',
      'Heizkörper austauschen, 81543 München\nhttps://www.my-hammer.de/auftrag/99113',
    ],
    [
      'Aroundhome',
      'noreply@aroundhome.de',
      'Sie haben eine neue Anfrage erhalten.\n\nKunde: Petra Berg\nTelefon: 0171 5552001\nE-Mail: petra.berg@web.test\nPLZ/Ort: 80331 München\nVorhaben: Badsanierung\n\nhttps://partner.aroundhome.de/leads/88122',
    ],
    [
      'renovero',
      'noreply@renovero.ch',
      'Auftrag: Boiler ersetzen\nOrt: 8001 Zürich\nhttps://www.renovero.ch/a/1',
    ],
  ])('a notice of %s comes through the door of portals, with all its words', async (name, address, text) => {
    const world = await aWorld({ company: ownerAlone() });
    const mail = { author: `${name} <${address}>`, subject: 'Neuer Auftrag', text, above: 'Wer will das?' };
    const { lead, outcome } = await handOn(world, write(mail));
    expect(outcome).toBe('portal-noted');
    expect(lead).toMatchObject({
      source: 'portal',
      muted: 'portal',
      attribution: { portal: { url: /https:\S+/.exec(text)?.[0] } },
    });
    expect(lead.contact.email).not.toBe(address);
    expect(lead.request.message).toContain(text.split('\n')[0]);
    expect(JSON.stringify(lead.request)).toContain('Wer will das?');
    expect(mailed(world)).toEqual([owner]);
  });

  test('names and numbers in such a notice are read', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const text =
      'Kunde: Petra Berg\nTelefon: 0171 5552001\nE-Mail: petra.berg@web.test\nVorhaben: Badsanierung';
    const author = 'Aroundhome <noreply@aroundhome.de>';
    const { lead } = await handOn(world, write({ author, subject: 'Neue Anfrage', text }));
    expect(lead.contact).toMatchObject({
      name: 'Petra Berg',
      email: 'petra.berg@web.test',
      phoneE164: '+491715552001',
    });
  });

  test.each([
    'Unsere Dusche ist undicht. 0160 5552023',
    'Hallo Herr Muster, wann können Sie bei uns vorbeikommen?',
    'Bitte rufen Sie mich an.',
    'Wir möchten ein Angebot für eine Wärmepumpe. Im Dezember sind wir im Urlaub.',
    'Ist der Rabatt auf die Therme noch zu haben?',
    'Ihre Rechnung habe ich bezahlt. Jetzt tropft der Hahn wieder, bitte kommen Sie.',
  ])('a customer who asks is acknowledged as ever: %s', async (text) => {
    const world = await aWorld({ company: ownerAlone() });
    const author = 'Vera Mieter <vera@mieter.test>';
    const { lead } = await handOn(world, write({ author, subject: 'Frage', text }));
    expect(lead.muted).toBeUndefined();
    expect(lead.contact.email).toBe('vera@mieter.test');
    expect(sentTo(world, 'vera@mieter.test')).toHaveLength(1);
  });
});
