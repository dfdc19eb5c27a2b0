import { describe, expect, test } from 'vitest';
import { company, json, read } from './a-form.ts';

const own = company.mail.from;
const ownPhone = company.phone;
const kunde = 'ines@kunde.test';
const contactOf = (body: object) => read(json(body)).contact;

describe('beside an address of the business the customer’s is taken', () => {
  test.each([
    { email: [own, kunde] },
    { email: [kunde, own] },
    { email: `${own}, ${kunde}` },
    { email: `${own};${kunde}` },
    { email: `Muster Haustechnik <${own}>, Ines Brandt <${kunde}>` },
    { 'E-Mail': `Ines Brandt <${kunde}>, Muster Haustechnik <${own}>` },
    { replyTo: `${own} / ${kunde}` },
    { Kontakt: `${own} oder ${kunde}` },
  ])('%j', (body) => {
    expect(contactOf(body).email).toBe(kunde);
  });

  test('with all of his, in their order', () => {
    expect(contactOf({ email: `${own}, ${kunde}, ines@buero.test` }).email).toBe(kunde);
  });
});

describe('beside a number of the business the customer’s is called', () => {
  test.each([
    { phone: [ownPhone, '0171 5550123'] },
    { phone: ['0171 5550123', ownPhone] },
    { Telefon: `${ownPhone}, 0171 5550123` },
    { Telefon: `${ownPhone} / 0171 5550123` },
    { Kontakt: `${ownPhone}; 0171 5550123` },
  ])('%j', (body) => {
    const contact = contactOf(body);
    expect(contact.phoneE164).toBe('+491715550123');
    expect(contact.phone).toBe('0171 5550123');
  });

  test('two numbers of the customer both stay', () => {
    expect(contactOf({ phone: '089 5550123 / 0171 5550123' }).phone).toBe('089 5550123 / 0171 5550123');
  });

  test('whoever of the business tries his own form is a lead', () => {
    expect(contactOf({ phone: ownPhone }).phone).toBe(ownPhone);
  });
});
