import { describe, expect, test } from 'vitest';
import type { MailAddress } from '../../../domain/inbound/incoming-mail.ts';
import { isMachineSender } from '../../../domain/inbound/machine-senders.ts';
import { readContact } from '../../../domain/inbound/mail-contact.ts';
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

describe("a person who writes from a server's address", () => {
  const berger = (local: string) => [{ name: 'A. Berger', address: `${local}@gemeinde.test` }];
  const words = 'Der Spülkasten tropft, bitte reparieren. A. Berger';

  test.each(['postmaster', 'root', 'mailer'])('%s@ is his address', (local) => {
    expect(contact(berger(local), [], words)).toEqual({
      email: `${local}@gemeinde.test`,
      name: 'A. Berger',
    });
  });

  test.each(['no-reply', 'noreply', 'donotreply'])("%s@ is nobody's, but he has a name", (local) => {
    expect(contact(berger(local), [], words)).toEqual({ name: 'A. Berger' });
    expect(contact([{ address: `${local}@x.test` }], [], 'Heizung kalt.\n\nViele Grüße\nUte Lang')).toEqual({
      name: 'Ute Lang',
    });
  });

  test.each([
    ['Mail Delivery System', 'postmaster@mx.test', 'Wir konnten Ihre Mail nicht zustellen.'],
    ['Charlie Root', 'root@nas.test', 'Backup von Charlie Root: wir sind fertig.'],
    [
      'Immo Portal',
      'no-reply@immo.test',
      'Wir haben neue Wohnungen für Sie.\n\nMit freundlichen Grüßen\nIhr Immo Team',
    ],
    ['casavi', 'noreply@casavi.test', 'Ein Vorgang wurde Ihnen zugewiesen.'],
    ['Muster Haustechnik', 'noreply@web.test', 'Wir sind da.'],
  ])('%s <%s> is no name of anybody', (name, address, text) => {
    expect(contact([{ name, address }], [], text)).toEqual({});
  });

  test('nor who stands in a report of a mail that came back', () => {
    const reports = [{ contentType: 'message/delivery-status', text: 'Status: 5.1.1' }];
    const mail = anIncomingMail({ from: berger('postmaster'), reports, text: words });
    expect(readContact(mail, aCompany())).toEqual({});
  });
});

describe('a sender whom a group replaced by itself', () => {
  const karin = { name: 'Karin Holt', address: 'karin@holt.test' };
  const rewritten = (mail: Parameters<typeof anIncomingMail>[0]) =>
    readContact(anIncomingMail({ text: 'Unsere Dusche ist undicht.', ...mail }), aCompany());
  const known = { email: karin.address, name: 'Karin Holt' };
  const group = [{ name: "'Karin Holt' via Info", address: 'info@sportheim.test' }];
  const info = { address: 'info@sportheim.test' };

  test('stands in Reply-To, in a header of the group, or in Cc', () => {
    expect(rewritten({ from: group, replyTo: [karin] })).toEqual(known);
    expect(rewritten({ from: group, to: [info], replyTo: [info, karin] })).toEqual(known);
    expect(
      rewritten({ from: group, headers: { 'X-Original-From': 'Karin Holt <karin@holt.test>' } }),
    ).toEqual(known);
    expect(rewritten({ from: group, headers: { 'X-Original-Sender': 'karin@holt.test' } })).toEqual(known);
    expect(
      rewritten({ from: group, headers: { 'X-Google-Original-From': '"Karin Holt" <karin@holt.test>' } }),
    ).toEqual(known);
    const mailman = [{ name: 'Karin Holt via Liste', address: 'liste@verein.test' }];
    expect(rewritten({ from: mailman, cc: [karin] })).toEqual(known);
    const own = [{ name: "'Karin Holt' via Anfrage", address: 'anfrage@muster-haustechnik.example' }];
    expect(rewritten({ from: own, headers: { 'X-Original-From': 'Karin Holt <karin@holt.test>' } })).toEqual(
      known,
    );
  });

  test('is not guessed, and whoever writes himself stays who he is', () => {
    expect(rewritten({ from: group })).toEqual({ email: 'info@sportheim.test', name: 'Karin Holt' });
    expect(rewritten({ from: group, cc: [{ name: 'Udo', address: 'udo@x.test' }] }).email).toBe(
      'info@sportheim.test',
    );
    expect(rewritten({ from: [karin], headers: { 'X-Original-From': 'Udo <udo@x.test>' } })).toEqual(known);
    expect(rewritten({ from: [karin], replyTo: [{ address: 'udo@x.test' }] })).toEqual(known);
  });
});

describe('addresses behind a label without a blank', () => {
  const wordpress = [{ address: 'wordpress@any-site.example' }];
  test.each([
    ['E-Mailerika@web.test', 'erika@web.test'],
    ['NameErika Bauer\nMailerika@web.test\nTelefon0171 5550801', 'erika@web.test'],
    ['NameErika Bauer\nKontakterika@web.test\nTelefon0171 5550801', 'erika@web.test'],
    ['E-Mail-Adresseerika@web.test', 'erika@web.test'],
    ['e-mailerika@web.test', 'erika@web.test'],
    ['NameErika BauerE-Mailerika@web.testTelefon0171', 'erika@web.test'],
    ['Schreiben Sie an Vonstein@web.test', 'vonstein@web.test'],
    ['an mailbox@web.test', 'mailbox@web.test'],
    ['Mail: kontakt@web.test', 'kontakt@web.test'],
    ['emailservice@web.test', 'emailservice@web.test'],
  ])('%j: %s', (text, email) => {
    expect(contact(wordpress, [], text).email).toBe(email);
  });
});
