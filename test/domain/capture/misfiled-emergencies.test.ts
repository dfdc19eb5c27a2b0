import { describe, expect, test } from 'vitest';
import { addressedAs } from '../../../domain/lead/person-name.ts';
import { email, json, read } from './a-form.ts';

const urgencyOf = (answers: object) => read(json({ email, ...answers })).request.urgency;
const callBack = { message: 'Bitte um Rückruf' };

describe('what has happened rings wherever it was typed', () => {
  test.each([
    { name: 'Wasserschaden in der Küche' },
    { name: 'ROHRBRUCH!!' },
    { name: 'Otto Ernst - Gasgeruch' },
    { name: 'Pia Blum (Rohrbruch)' },
    { name: 'Blum, Rohrbruch im Bad' },
    { name: 'Notfall Pia Blum' },
    { name: 'Blum Wasser kommt durch die Decke' },
    { Vorname: 'Pia', Nachname: 'Blum GASGERUCH' },
    { Vorname: 'Notfall', Nachname: 'Wasser im Keller' },
    { name: 'Pia Blum', Firma: 'Rohrbruch' },
    { name: 'Pia Blum', Firma: 'Gasgeruch im Haus' },
    { name: 'Pia Blum', company: 'Heizung ausgefallen, Baby 4 Wochen' },
    { name: 'Pia Blum', subject: 'Gasgeruch' },
    { name: 'Pia Blum', Betreff: 'Heizung ausgefallen bei -12 Grad' },
    { name: 'Pia Blum', Thema: 'Wasserschaden' },
    { name: 'Pia Blum', Auswahl: 'Rohrbruch / Wasserschaden' },
    { name: 'Pia Blum', Adresse: 'Seeweg 5, Rohrbruch im Keller' },
    { name: 'Pia Blum', Ort: 'Wasser läuft im Treppenhaus' },
    { name: 'Pia Blum', Telefon: '0171 1234567 Rohrbruch bitte sofort' },
  ])('%j', (answers) => {
    expect(urgencyOf({ ...callBack, ...answers })).toBe('now');
  });
});

describe('what somebody is called is nothing that happened', () => {
  test.each([
    { name: 'Rohrbruch & Söhne GmbH' },
    { name: 'Hans Rohrbruch' },
    { name: 'Rohrbruch, Hans' },
    { name: 'Familie Rohrbruch' },
    { name: 'Pia Blum', Firma: 'Rohrbruch & Söhne GmbH' },
    { name: 'Pia Blum', Firma: 'Gasgeruch Huber GmbH & Co. KG' },
    { name: 'Pia Blum', Firma: 'Wasserschaden Huber' },
    { name: 'Pia Blum', Firma: 'Sanitär-Notdienst Huber' },
    { name: 'Pia Blum', message: 'Wir sind die Rohrbruch & Söhne GmbH und planen ein neues Bad' },
    { name: 'Pia Blum', message: 'Neues Bad geplant.\nViele Grüße\nGasgeruch & Partner' },
  ])('%j', (answers) => {
    expect(urgencyOf({ message: 'Neues Bad geplant', ...answers })).not.toBe('now');
  });

  test.each(['Rohrbruch im Keller', 'Notfall, bitte sofort kommen'])('nobody is greeted as %j', (name) => {
    expect(addressedAs(name)).toBeUndefined();
  });
});
