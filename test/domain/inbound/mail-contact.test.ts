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
