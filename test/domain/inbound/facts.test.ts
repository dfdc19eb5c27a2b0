import { describe, expect, test } from 'vitest';
import { phoneE164 } from '../../../domain/capture/contact-data.ts';
import { readFacts } from '../../../domain/inbound/facts.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const facts = (text: string) => readFacts(text, company);

describe('a number that is not to be called', () => {
  test.each([
    'Bitte rufen Sie mich NICHT unter 0151 11111111 an, sondern unter 0160 22222222.',
    'Nicht mehr die 0151 11111111, sondern 0160 22222222',
    'Statt der alten Handynummer 0151 11111111 bitte 0160 22222222',
    'Please do not call the old number 0151 11111111 but 0160 22222222',
  ])('is none: %j', (text) => {
    expect(facts(text).phones.map(({ phoneE164: dialled }) => dialled)).toEqual(['+4916022222222']);
  });

  test('is one where somebody is not there, and says how to reach him', () => {
    const { phones } = facts('Ich bin heute nicht da, unter 0151 11111111 erreichen Sie mich.');
    expect(phones.map(({ phone }) => phone)).toEqual(['0151 11111111']);
  });
});

describe('what an answer says about how to reach somebody, as data', () => {
  test('numbers as typed and as dialled, addresses, the place', () => {
    const text =
      'Ja, gern.\nMobil 0171 5550002, tagsüber 089/5550003.\nRechnung bitte an Buero@Roth.test, Kopie an erika@web.test.\nRosenweg 3, 80331 München';
    expect(facts(text)).toEqual({
      phones: [
        { phone: '0171 5550002', phoneE164: '+491715550002' },
        { phone: '089/5550003', phoneE164: '+49895550003' },
      ],
      emails: ['buero@roth.test', 'erika@web.test'],
      address: 'Rosenweg 3',
      postcode: '80331',
      city: 'München',
    });
  });

  test.each([
    'Ich habe unter +49 89 1234560 und 089/1234569 niemanden erreicht.',
    'Jonas (0171 1234567) war da.',
    'An: anfrage@mail.muster-haustechnik.example, chef@muster-haustechnik.example',
    'Muster Haustechnik GmbH\nWerkstr. 5\n80331 München',
    'Muster Haustechnik, Werkstraße 5, 80331 München',
    '> Rufen Sie an: 0171 5550009\n> Rosenweg 9\nJa.',
  ])('nothing of ours, nor of what is answered: %j', (text) => {
    expect(facts(text)).toEqual({ phones: [], emails: [] });
  });

  test('ours above and his below: his', () => {
    expect(
      facts('Werkstraße 5, 80331 München, Tel. 089 1234560\n\nLindenweg 7\n80331 München\n0171 5550004'),
    ).toEqual({
      phones: [{ phone: '0171 5550004', phoneE164: '+491715550004' }],
      emails: [],
      address: 'Lindenweg 7',
      postcode: '80331',
      city: 'München',
    });
  });

  test('each once, and no list of hundreds', () => {
    expect(facts('0171 5550002 oder +49 171 5550002, erika@web.test, Erika@web.test')).toMatchObject({
      phones: [{ phoneE164: '+491715550002' }],
      emails: ['erika@web.test'],
    });
    const many = Array.from({ length: 300 }, (_, index) => `a${index}@web.test 0171 5550${100 + index}`).join(
      '\n',
    );
    const { phones, emails } = facts(many);
    expect(phones).toHaveLength(10);
    expect(emails).toHaveLength(10);
  });

  test.each(['Rohrbruch Gartenstraße 12', 'Objekt: Wohnanlage Gartenstraße 12'])(
    'what is broken is no part of a street: %j',
    (text) => {
      expect(facts(text).address).toBe('Gartenstraße 12');
    },
  );
});

describe('a street in a sentence', () => {
  test.each([
    ['Bitte beheben Sie in der Gartenstraße 12, 80331 München den Schaden.', 'Gartenstraße 12'],
    ['Wir wohnen in der Gartenstraße 12 in 85354 Freising.', 'Gartenstraße 12'],
    ['In der Gartenstraße 12 tropft es.', 'Gartenstraße 12'],
    ['Das Haus steht im Lindenweg 7a, 85354 Freising.', 'Lindenweg 7a'],
    ['Kommen Sie bitte in die Obere Hauptstr. 3, 85354 Freising', 'Obere Hauptstr. 3'],
    ['Es geht um die Wohnung am Kirchweg 4.', 'Kirchweg 4'],
    ['Wir brauchen Hilfe bei uns in der Rosengasse 9', 'Rosengasse 9'],
    ['Ich wohne Am Bach 3, 85354 Freising', 'Am Bach 3'],
    ['Kommen Sie zu Am Anger 3, 85354 Freising', 'Am Anger 3'],
    ['Wir wohnen in der Au 5, 85354 Freising', 'in der Au 5'],
  ])('%s', (text, address) => {
    expect(facts(text).address).toBe(address);
  });

  test.each([
    'An der Alten Mühle 3',
    'An der alten Mühle 3',
    'Am Bach 3',
    'In der Au 5',
    'Unter den Linden 7',
    'Auf der Höhe 12',
    'Zur Alten Schule 1',
    'Im Wiesengrund 8',
    'Am Mühlweg 4',
    'Am Marktplatz 2',
    'Im Grünen Weg 6',
    'Alte Gartenstraße 12',
    'Karl Marx Straße 5',
    'Von-der-Tann-Straße 5',
    'Siedlung am Wald 4',
  ])('%s is called so', (street) => {
    expect(facts(`Viele Grüße\nEva Roth\n${street}\n85354 Freising`).address).toBe(street);
    expect(facts(`Adresse: ${street}, 85354 Freising`).address).toBe(street);
  });
});

describe('a number that is his no longer', () => {
  test.each([
    ['Meine Nummer 0171 5550613 gilt nicht mehr, neu: 0172 5550614', '+491725550614'],
    ['0171 5550613 ist leider nicht mehr aktuell. Bitte 0172 5550614', '+491725550614'],
    ['Meine alte (0171 5550613) stimmt nicht mehr.\nNeu 0172 5550614', '+491725550614'],
    ['Meine alte Nummer 0171 5550613 gibt es nicht mehr, jetzt 0172 5550614', '+491725550614'],
    ['Meine bisherige Handynummer 0171 5550613 ist weg, neu 0172 5550614', '+491725550614'],
    ['Bisher: 0171 5550613, ab jetzt 0172 5550614', '+491725550614'],
    ['Die 0171 5550613 geht nicht mehr.', '+491715550613'],
    ['0171 5550613 gilt ab sofort, 0172 5550614 auch', '+491715550613'],
    ['0171 5550613, die Heizung geht nicht mehr, oder 0172 5550614', '+491715550613'],
  ])('%s', (text, number) => {
    expect(facts(text).phones[0]?.phoneE164).toBe(number);
  });
});

describe('what stands behind a number in brackets', () => {
  test.each([
    ['Voicemail von +491715550613 (32 Sekunden)', '+491715550613'],
    ['Fax von 089 5550613 (2 Seiten)', '+49895550613'],
    ['Fax von 089 5550613 (2)', '+49895550613'],
    ['Fax von 089 5550613 - 2 Seiten', '+49895550613'],
    ['0171 5550613 (1:20)', '+491715550613'],
    ['0171 5550613 (24 h)', '+491715550613'],
    ['Büro (0171 5550613)', '+491715550613'],
    ['+49 (0)89 5550613', '+49895550613'],
    ['+49 (89) 5550613', '+49895550613'],
    ['(089) 5550613 (mobil 0171 1)', '+49895550613'],
    ['(+49) 89 5550613', '+49895550613'],
    ['0049 (0) 89 / 5550613', '+49895550613'],
  ])('%s', (text, number) => {
    expect(facts(text).phones[0]?.phoneE164).toBe(number);
    expect(phoneE164(text, 'DE')).toBe(number);
  });
});
