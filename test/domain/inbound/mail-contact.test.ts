import { describe, expect, test } from 'vitest';
import type { MailAddress } from '../../../domain/inbound/incoming-mail.ts';
import { isMachineSender, readContact } from '../../../domain/inbound/mail-contact.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const jörg: MailAddress = { name: 'Jörg Weiß', address: 'joerg.weiss@customer.test' };
const contact = (from: MailAddress[], replyTo: MailAddress[] = [], text = '') =>
  readContact(anIncomingMail({ from, replyTo, text }), aCompany());

describe('rule 10: whose request it is', () => {
  test('of whoever wrote it', () => {
    expect(contact([jörg])).toEqual({ email: jörg.address, name: 'Jörg Weiß' });
    expect(contact([jörg], [{ address: 'other@customer.test' }])).toEqual({
      email: jörg.address,
      name: 'Jörg Weiß',
    });
  });

  test.each([
    'wordpress@muster-haustechnik.example',
    'wordpress@any-site.example',
    'noreply@any-site.example',
    'no-reply@any-site.example',
    'kontakt@muster-haustechnik.example',
    'info@www.muster-haustechnik.example',
    'anfrage@mail.muster-haustechnik.example',
    'chef@muster-haustechnik.example',
    'formular@any-site.example',
  ])('of Reply-To, if %s wrote it', (address) => {
    expect(contact([{ name: 'Website', address }], [jörg])).toEqual({
      email: jörg.address,
      name: 'Jörg Weiß',
    });
  });

  test('of an address in the text, if neither is a person; never our own', () => {
    const text = 'E-Mail: anfrage@mail.muster-haustechnik.example\nVon: erika@example.org.';
    expect(contact([{ address: 'wordpress@any-site.example' }], [], text)).toEqual({
      email: 'erika@example.org',
    });
    expect(contact([], [], 'Ohne Adresse')).toEqual({});
  });

  test.each([
    ['Müller, Jörg', 'Jörg Müller'],
    ['"Müller, Jörg"', 'Jörg Müller'],
    ['Weiß Sanitär GmbH, Köln', 'Weiß Sanitär GmbH, Köln'],
    ['joerg.weiss@customer.test', undefined],
    ['joerg.weiss', undefined],
    ['Jörg Weiß via Website', 'Jörg Weiß'],
    ['  ', undefined],
  ])('the name %j is %j', (name, known) => {
    expect(contact([{ name, address: jörg.address }]).name).toBe(known);
  });

  test('people at the provider of the owner are no machines', () => {
    const company = aCompany({ owner: { name: 'Martin Muster', email: ['martin.muster@gmx.de'] } });
    expect(isMachineSender('erika@gmx.de', company)).toBe(false);
    expect(isMachineSender('martin.muster@gmx.de', company)).toBe(true);
    expect(isMachineSender('max@notmuster-haustechnik.example', company)).toBe(false);
  });
});

describe('an address that machines and people share', () => {
  const letter =
    'Guten Tag, wir möchten die Duschen im Vereinsheim erneuern. Bitte um ein Angebot.\n\nUdo Kern';

  test.each([
    ['TSV Planegg, Udo Kern', 'webmaster@tsv-planegg.test', letter],
    ['FC Gauting e.V.', 'webmaster@fc-gauting.test', letter],
    ['Hausverwaltung Roth', 'notifications@hv-roth.test', 'Unsere Heizung im Haus fällt aus.'],
    [undefined, 'system@kita-sonne.test', 'Die Heizung fällt aus.\n\nViele Grüße\nAnna Roth'],
    ['Büro', 'info@hv-roth.test', 'Heizung kalt'],
    ['Verwaltung', 'verwaltung@weg-rosenweg.test', 'Heizung kalt'],
    ['Office Kern', 'office@kern.test', 'Heizung kalt'],
  ])('%j <%s> is a person, if one writes', (name, address, text) => {
    expect(contact([{ name, address }], [], text).email).toBe(address);
  });

  test('keeps a club and who writes for it in their order', () => {
    expect(
      contact([{ name: 'TSV Planegg, Udo Kern', address: 'webmaster@tsv-planegg.test' }], [], letter),
    ).toEqual({
      email: 'webmaster@tsv-planegg.test',
      name: 'TSV Planegg, Udo Kern',
    });
  });

  test.each([
    ['Website Planegg', 'webmaster@tsv-planegg.test', 'Neuer Kommentar wartet auf Freigabe.', {}],
    [
      'TSV Planegg',
      'webmaster@tsv-planegg.test',
      'Name: Erika\nE-Mail: erika@example.org\nNachricht: wir brauchen ein Bad',
      {},
    ],
    ['TSV Planegg', 'webmaster@tsv-planegg.test', letter, { 'X-Mailer': 'PHPMailer 6.9.1' }],
    ['TSV Planegg', 'webmaster@tsv-planegg.test', letter, { 'X-PHP-Originating-Script': '1000:mail.php' }],
    ['Udo Kern', 'wordpress@tsv-planegg.test', letter, {}],
    ['Udo Kern', 'noreply@tsv-planegg.test', letter, {}],
    ['Udo Kern', 'webmaster@muster-haustechnik.example', letter, {}],
  ])('%j <%s> is a machine where one writes: %j %j', (name, address, text, headers) => {
    const mail = anIncomingMail({ from: [{ name, address }], text, headers });
    expect(readContact(mail, aCompany()).email).not.toBe(address);
  });

  test('is a machine where Reply-To names somebody else', () => {
    const sender = { name: 'TSV Planegg', address: 'webmaster@tsv-planegg.test' };
    expect(contact([sender], [jörg], letter).email).toBe(jörg.address);
  });
});

describe('the address that a server could not deliver to', () => {
  test.each([
    { from: [], headers: { From: 'MAILER-DAEMON <>' } },
    { from: [{ name: 'Mail Delivery System', address: 'mailer-daemon@mx.test' }] },
    { from: [{ address: 'postmaster@mx.test' }] },
  ])('is nobody: %j', (mail) => {
    const text = 'Your message could not be delivered.\n\nkunde@weg.example: no such user';
    expect(readContact(anIncomingMail({ ...mail, text }), aCompany())).toEqual({});
  });
});
