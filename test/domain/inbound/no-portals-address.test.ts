import { describe, expect, test } from 'vitest';
import { asked } from './a-request-mail.ts';

const chef = { from: [{ address: 'chef@muster-haustechnik.example' }], subject: 'WG: Anfrage' };
const contactOf = (mail: Parameters<typeof asked>[0]) => asked(mail).submission.contact;

describe('whom the author of a mail quotes in turn is not its author', () => {
  test.each([
    '---------- Forwarded message ---------\nVon: Anna Ott\nDatum: Mo., 23. Nov. 2026\nBetreff: Bad\nAn: Info\n\nBitte ein Angebot.\n\nAm 20.11.2026 schrieb Karl Alt <karl@alt.example>:\n> Nimm die Firma Muster.',
    'Von: Anna Ott\nGesendet: Montag, 23. November 2026\nAn: Info\nBetreff: Bad\n\nBitte ein Angebot.\n\nVon: Karl Alt <karl@alt.example>\nGesendet: Freitag, 20. November 2026\nAn: Anna Ott\nBetreff: Tipp\n\nNimm die Firma Muster.',
    '-----Original-Nachricht-----\nVon: Anna Ott\nBetreff: Bad\n\nBitte ein Angebot.\n\n> Von: karl@alt.example\n> Betreff: Tipp\n> Hallo',
  ])('%j', (text) => {
    expect(contactOf({ ...chef, text }).email).toBeUndefined();
  });

  test('an address in his own words is his', () => {
    const text =
      'Von: Anna Ott\nGesendet: Montag, 23. November 2026\nAn: Info\nBetreff: Bad\n\nBitte ein Angebot an anna@ott.example.\n\nAm 20.11.2026 schrieb Karl Alt <karl@alt.example>:\n> Nimm die Firma Muster.';
    expect(contactOf({ ...chef, text })).toMatchObject({ name: 'Anna Ott', email: 'anna@ott.example' });
  });
});

describe('where a portal answers questions is nobody’s address', () => {
  const portal = { from: [{ address: 'noreply@handwerkerportal.example', name: 'Handwerkerportal' }], subject: 'Neue Anfrage' };
  test.each([
    [portal, 'Anna Ott sucht ein neues Bad.\n\nBei Fragen: support@handwerkerportal.example'],
    [portal, 'Kontakt: Anna Ott\nFragen an hilfe@anderes.example'],
    [portal, 'E-Mail: kundenservice@handwerkerportal.example\nName: Anna Ott\nNachricht: Bad'],
    [
      { ...portal, from: [{ address: 'support@handwerkerportal.example', name: 'Handwerkerportal' }] },
      'Anna Ott sucht ein neues Bad. Fragen an hilfe@handwerkerportal.example',
    ],
    [
      { ...portal, from: [{ address: 'info@my-hammer.de', name: 'MyHammer' }] },
      'Name: Anna Ott\nE-Mail: support@myhammer-service.example\nTelefon: 0171 7654321',
    ],
    [chef, 'Von: Portal <noreply@portal.example>\nGesendet: Montag, 23. November 2026\nAn: Info\nBetreff: Anfrage\n\nAnna Ott sucht ein Bad.\nFragen? hilfe@portal.example'],
  ])('%j: %j', (mail, text) => {
    expect(contactOf({ ...mail, text }).email).toBeUndefined();
  });

  test('the customer’s address beside it is his', () => {
    const text = 'Anna Ott (anna@ott.example) sucht ein neues Bad.\n\nBei Fragen: support@handwerkerportal.example';
    expect(contactOf({ ...portal, text }).email).toBe('anna@ott.example');
  });
});
