import { describe, expect, test } from 'vitest';
import { handsOn, isColleagues } from '../../../domain/inbound/colleague.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const from = (address: string, name?: string) => [{ address, ...(name !== undefined && { name }) }];
const office = 'buero@muster-haustechnik.example';
const rita = 'Von: Rita Ruhe <rita@kunde.example>\nGesendet: Montag\nAn: Büro\nBetreff: Bad\n\nHallo';

describe('somebody of the business writes in his own name', () => {
  test.each([office, 'jonas@muster-haustechnik.example', 'rita@muster-haustechnik.example'])(
    '%s',
    (address) => {
      expect(isColleagues(anIncomingMail({ from: from(address) }), company)).toBe(true);
    },
  );

  test('whatever hangs below his answer', () => {
    const mail = anIncomingMail({ from: from(office), subject: 'AW: Bad', text: `Gern.\n\n${rita}` });
    expect(isColleagues(mail, company)).toBe(true);
  });

  test('with an address that programs write from, where the business names him by it', () => {
    const server = 'server@muster-haustechnik.example';
    const mail = anIncomingMail({ from: from(server) });
    expect(isColleagues(mail, company)).toBe(false);
    const people = [{ name: 'Sven Server', email: server, role: 'staff' as const }];
    expect(isColleagues(mail, aCompany({ people }))).toBe(true);
  });
});

describe('it is not his own word', () => {
  test.each([
    ['from an address of somebody else', { from: from('rita@kunde.example') }],
    ['with somebody else to answer to', { from: from(office), replyTo: from('rita@kunde.example') }],
    [
      'that a group sends for somebody',
      {
        from: from(office, 'Rita Ruhe via Büro'),
        headers: { 'X-Original-From': 'rita@kunde.example' },
      },
    ],
    ["that passes a customer's mail on", { from: from(office), subject: 'WG: Bad', text: rita }],
  ])('%s', (_, mail) => {
    expect(isColleagues(anIncomingMail(mail), company)).toBe(false);
  });

  test('but an alert of ours that he passes on is nobody else’s', () => {
    const ours = rita.replace(/Rita.*>/, `Muster Haustechnik <${company.mail.from}>`);
    const mail = anIncomingMail({
      from: from(office),
      subject: 'WG: Neue Anfrage',
      text: `Gern.\n\n${ours}`,
    });
    expect(handsOn(mail, company)).toBe(false);
    expect(isColleagues(mail, company)).toBe(true);
  });
});
