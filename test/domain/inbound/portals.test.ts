import { describe, expect, test } from 'vitest';
import { readContact } from '../../../domain/inbound/mail-contact.ts';
import { readPortalNotice } from '../../../domain/inbound/portals.ts';
import { readRequest } from '../../../domain/inbound/request-mail.ts';
import { keptWords } from '../../../views/words/kept-words.ts';
import { monday10 } from '../../support/a-walk.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const notice = (address: string, text: string) =>
  anIncomingMail({ from: [{ name: 'Portal', address }], text });

describe('rule 12: notices of portals', () => {
  test.each([
    ['MyHammer', 'noreply@my-hammer.de', 'https://www.my-hammer.de/auftrag/4711'],
    ['CHECK24 Profis', 'info@profis.check24.de', 'https://profis.check24.de/anfrage/1'],
    ['Aroundhome', 'service@aroundhome.de', 'https://www.aroundhome.de/x'],
    ['Houzz', 'no-reply@mail.houzz.com', 'https://www.houzz.com/lead/1'],
    ['renovero', 'noreply@renovero.ch', 'https://www.renovero.ch/de/auftrag/1'],
  ])('%s: its name and the link to the request', (portal, address, url) => {
    const text = `Neue Anfrage!\nAbmelden: ${new URL(url).origin}/unsubscribe\nJetzt ansehen: ${url}.\n`;
    expect(readPortalNotice(notice(address, text))).toMatchObject({ portal, url });
  });

  test.each([
    ['Bitte antworten Sie bis zum 26.11.2026, 18:00 Uhr.', '26.11.2026, 18:00 Uhr'],
    ['Sie können innerhalb von 24 Stunden reagieren.', 'innerhalb von 24 Stunden'],
    ['Angebotsfrist: 30.11.2026', '30.11.2026'],
    ['Frist läuft: bis Freitag, 27. November', 'Freitag, 27. November'],
    ['Diese Anfrage läuft am 26.11.2026 um 18 Uhr ab.', '26.11.2026 um 18 Uhr'],
    ['Bitte reagieren Sie bis heute, 18:00 Uhr.', 'heute, 18:00 Uhr'],
    ['Antworten Sie innerhalb von 48h, um dabei zu sein.', 'innerhalb von 48h'],
    ['Please reply within 24 hours.', 'within 24 hours'],
    ["Répondez jusqu'au 26.11.2026", '26.11.2026'],
    ['Rispondete entro 24 ore.', 'entro 24 ore'],
  ])('the deadline in "%s"', (text, deadline) => {
    expect(readPortalNotice(notice('noreply@my-hammer.de', text))?.deadline).toBe(deadline);
  });

  test('a request of source portal, with link, deadline and person, and no address of the portal', () => {
    const text =
      'Name: Erika Müller\nOrt: München\nPLZ: 80331\nTelefon: 0171 2345678\nE-Mail: chat-17@my-hammer.de\nAntworten bis 26.11.2026\nhttps://www.my-hammer.de/auftrag/4711';
    const mail = notice('noreply@my-hammer.de', text);
    const contact = readContact(mail, company);
    const { submission, door } = readRequest(mail, {
      company,
      now: monday10,
      newText: text,
      contact,
      words: keptWords(company),
    });
    expect(door).toBe('portal');
    expect(submission).toMatchObject({
      source: 'portal',
      contact: { name: 'Erika Müller', city: 'München', postcode: '80331' },
      attribution: {
        portal: { name: 'MyHammer', url: 'https://www.my-hammer.de/auftrag/4711', deadline: '26.11.2026' },
      },
    });
    expect(submission.contact.email).toBeUndefined();
  });

  test.each([
    { 'Auto-Submitted': 'auto-generated' },
    { Precedence: 'bulk' },
    { 'List-Id': '<auftraege.my-hammer.de>', 'X-Auto-Response-Suppress': 'All' },
  ])('marks of machines (%j) change nothing about it', (headers) => {
    const from = [{ name: 'Portal', address: 'noreply@my-hammer.de' }];
    const text = 'Ort: München\nAntworten bis 26.11.2026\nhttps://www.my-hammer.de/auftrag/4711';
    expect(readPortalNotice(anIncomingMail({ from, text, headers }))).toEqual({
      portal: 'MyHammer',
      url: 'https://www.my-hammer.de/auftrag/4711',
      deadline: '26.11.2026',
      city: 'München',
    });
  });

  test('opening hours are no deadline', () => {
    const text = 'Wir sind Mo bis Fr bis 18:00 Uhr erreichbar.\nhttps://www.my-hammer.de/auftrag/1';
    expect(readPortalNotice(notice('noreply@my-hammer.de', text))?.deadline).toBeUndefined();
  });

  test('a real address of the person is kept', () => {
    const text = 'Name: Erika\nE-Mail: erika@example.org\nhttps://www.my-hammer.de/auftrag/4711';
    expect(readPortalNotice(notice('noreply@my-hammer.de', text))?.email).toBe('erika@example.org');
  });

  test.each(['noreply@my-hammer.de.evil.example', 'noreply@notmy-hammer.de', 'erika@example.org'])(
    '%s is no portal, whatever it speaks of',
    (address) => {
      expect(
        readPortalNotice(notice(address, 'MyHammer https://www.my-hammer.de/auftrag/1')),
      ).toBeUndefined();
    },
  );

  test('a link elsewhere is not followed', () => {
    const text = 'Jetzt ansehen: https://evil.example/my-hammer.de/1';
    expect(readPortalNotice(notice('noreply@my-hammer.de', text))?.url).toBeUndefined();
  });
});
