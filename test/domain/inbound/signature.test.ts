import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSignature, stripSignature } from '../../../domain/inbound/signature.ts';

describe('rule 19: telephone numbers are recognised', () => {
  test.each([
    ['Mobil: 0170 1234567', '+491701234567', '0170 1234567'],
    ['Sie erreichen mich unter 089/123 45 60 ab 17 Uhr.', '+49891234560', '089/123 45 60'],
    ['Tel.: +49 (0) 89 1234560', '+49891234560', '+49 (0) 89 1234560'],
    ['0049 170 1234567', '+491701234567', '0049 170 1234567'],
    ['(089) 1234560', '+49891234560', '(089) 1234560'],
    ['Tel 089-1234560.', '+49891234560', '089-1234560'],
  ])('%s', (text, phoneE164, phone) => {
    expect(readSignature(text, 'DE')).toMatchObject({ phone, phoneE164 });
  });

  test('as they are dialled in the country of the business', () => {
    expect(readSignature('Tel. 0664 1234567', 'AT').phoneE164).toBe('+436641234567');
    expect(readSignature('Natel 079 123 45 67', 'CH').phoneE164).toBe('+41791234567');
    expect(readSignature('Natel +41 79 123 45 67', 'DE').phoneE164).toBe('+41791234567');
  });

  test.each([
    'Fax: 089 1234560',
    'Kundennummer 0891234560',
    'Am 08.12.2026 von 08:00 bis 09:30 Uhr',
    'IBAN DE89 3704 0044 0532 0130 00',
    'Rechnungsnr. 0170 1234567',
    'Es kostet 0,50 € je Liter, 12345678 im Jahr',
    '01234',
  ])('%s is none', (text) => {
    expect(readSignature(text, 'DE')).not.toHaveProperty('phone');
  });
});

describe('rule 19: postcode, town and street are recognised', () => {
  test.each<[string, object]>([
    ['Lindenweg 7\n80331 München', { address: 'Lindenweg 7', postcode: '80331', city: 'München' }],
    ['Lindenweg 7, 80331 München', { address: 'Lindenweg 7', postcode: '80331', city: 'München' }],
    [
      'Wir wohnen im Lindenweg 7 in 80331 München. Bitte kommen Sie.',
      { address: 'Lindenweg 7', postcode: '80331', city: 'München' },
    ],
    [
      'Adresse: Kurt-Schumacher-Straße 12a, D-85354 Freising',
      { address: 'Kurt-Schumacher-Straße 12a', postcode: '85354', city: 'Freising' },
    ],
    [
      'An der Leiten 3 - 5\n\n83512 Wasserburg am Inn',
      { address: 'An der Leiten 3 - 5', postcode: '83512', city: 'Wasserburg am Inn' },
    ],
    [
      'Hauptstr. 1\n61348 Bad Homburg v. d. Höhe',
      { address: 'Hauptstr. 1', postcode: '61348', city: 'Bad Homburg v. d. Höhe' },
    ],
    ['92318 Neumarkt (Oberpfalz)', { postcode: '92318', city: 'Neumarkt (Oberpfalz)' }],
    ['Alte Landstraße 5', { address: 'Alte Landstraße 5' }],
    ['Bei uns in CH-8001 Zürich', { postcode: '8001', city: 'Zürich' }],
  ])('%j', (text, place) => {
    expect(readSignature(text, 'DE')).toEqual(place);
  });

  test.each<[string, 'AT' | 'CH', object]>([
    [
      'Bahnhofstrasse 12\n8001 Zürich',
      'CH',
      { address: 'Bahnhofstrasse 12', postcode: '8001', city: 'Zürich' },
    ],
    [
      'Mariahilfer Straße 4/2/11\n1070 Wien',
      'AT',
      { address: 'Mariahilfer Straße 4/2/11', postcode: '1070', city: 'Wien' },
    ],
    ['A-5020 Salzburg', 'AT', { postcode: '5020', city: 'Salzburg' }],
    ['Wir wohnen in 6020 Innsbruck, zweiter Stock', 'AT', { postcode: '6020', city: 'Innsbruck' }],
    ['Rue du Lac 3, 1950 Sion', 'CH', { address: 'Rue du Lac 3', postcode: '1950', city: 'Sion' }],
  ])('%j in %s', (text, country, place) => {
    expect(readSignature(text, country)).toEqual(place);
  });

  test.each(['Das kostet 20000 Euro.', 'Verbrauch 15000 Kilowattstunden', 'Seit 2019 Wohnung'])(
    '%s is no town',
    (text) => {
      expect(readSignature(text, 'DE')).toEqual({});
      expect(readSignature(text, 'AT')).toEqual({});
    },
  );
});

describe('rule 19: the name under a greeting is proposed', () => {
  test.each([
    ['Bitte kommen.\n\nMit freundlichen Grüßen\n\nErika Muster\nLindenweg 7', 'Erika Muster'],
    ['Bitte kommen.\nMfG\nDr. Jörg Müller-Lüdenscheidt', 'Dr. Jörg Müller-Lüdenscheidt'],
    ['Bitte kommen.\nViele Grüße aus Freising,\nErika von der Heide', 'Erika von der Heide'],
    ['Freundliche Grüsse\nUrs Zürcher', 'Urs Zürcher'],
    ['Liebe Grüße, Erika', 'Erika'],
    ['Bis bald. Viele Grüße Erika Muster', 'Erika Muster'],
    ['Danke\nErika Muster', 'Erika Muster'],
    ['Bitte kommen.\n-- \nErika Muster\nTel. 089 1234560', 'Erika Muster'],
    ['Mit besten Grüßen\nIhre Familie Şahin', 'Familie Şahin'],
    ['Kind regards\nJohn Smith', 'John Smith'],
    ['Freundliche Grüsse\nDr. med. Sören Hägi-Béguelin', 'Dr. med. Sören Hägi-Béguelin'],
  ])('%j', (text, name) => {
    expect(readSignature(text, 'DE').name).toBe(name);
  });

  test.each([
    'Mit freundlichen Grüßen\n\nVon meinem iPhone gesendet',
    'Viele Grüße\n0170 1234567',
    'Die Heizung fällt aus.',
    'Danke\nBitte bald kommen.',
    'Mit freundlichen Grüßen\nwir freuen uns',
  ])('%j names nobody', (text) => {
    expect(readSignature(text, 'DE')).not.toHaveProperty('name');
  });
});

test('rule 10: an address in the body is found', () => {
  expect(readSignature('Bitte an <Erika.Muster@Example.de>, danke.', 'DE').email).toBe(
    'erika.muster@example.de',
  );
  expect(readSignature('Treffen @ 10', 'DE')).not.toHaveProperty('email');
});

describe('the text without the signature', () => {
  const text = 'Guten Tag,\n\ndie Heizung fällt aus.';
  test.each([
    '-- \nErika Muster\nBeliebiger Text, auch lang und mit allem, was Anwälte sonst noch unter jede Nachricht schreiben lassen.',
    '--\nErika Muster',
    'Mit freundlichen Grüßen\n\nErika Muster\nLindenweg 7\n80331 München\nTel.: 089 1234560\nE-Mail: erika@example.de\nwww.example.de',
    'MfG\nErika',
    'Viele Grüße, Erika Muster',
    'Von meinem iPhone gesendet',
    'Gesendet mit der GMX Mail App',
    'Gesendet von Mail für Windows',
    'Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.',
    'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
    'Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>',
    'Beste Grüße\nErika Muster\n\nVon meinem Samsung Galaxy Smartphone gesendet.',
    'Viele Grüße\nErika\n-- \nErika Muster\n\nSent from my iPhone',
  ])('%j is none of it', (signature) => {
    expect(stripSignature(`${text}\n\n${signature}\n`)).toBe(text);
  });

  test.each([
    'Mit freundlichen Grüßen\nErika Muster\n\nP.S.: Der Hund beißt nicht.',
    'Viele Grüße\nErika\n\nBitte klingeln Sie bei Huber, wir wohnen im Hinterhaus.',
    'Der Monteur sagte: Liebe Grüße. Mehr nicht.',
    'Sent from my desk, which is much easier than my mobile phone.',
  ])('%j is text', (more) => {
    expect(stripSignature(`${text}\n\n${more}`)).toBe(`${text}\n\n${more}`);
  });

  test.each([
    '-------- Weitergeleitete Nachricht --------\nVon: Karla Kunde <karla@web.test>\n\nNeue Dusche bitte.\n-- \nKarla',
    'Anfang der weitergeleiteten Nachricht:\n\n> Von: Karla Kunde <karla@web.test>\n>\n> Neue Dusche bitte.',
    '---------- Forwarded message ---------\nFrom: Karla Kunde <karla@web.test>\n\nNeue Dusche bitte.',
  ])('it never reaches into what is handed on: %j', (forwarded) => {
    for (const signature of ['-- \nMartin Muster\n', 'Viele Grüße\nMartin Muster\n']) {
      expect(stripSignature(`${text}\n\n${signature}\n${forwarded}`)).toContain(forwarded);
    }
  });

  test.each(['Viele Grüße\nErika', 'Von meinem iPhone gesendet', '-- \nErika'])('%j alone stays', (alone) => {
    expect(stripSignature(alone)).toBe(alone);
  });

  test('is the beginning of it, never nothing, and stays as it is', () => {
    const line = fc.constantFrom(
      '',
      ' ',
      '-- ',
      '--',
      '—',
      'MfG',
      'Viele Grüße',
      'Erika Muster',
      'Tel. 089 1234560',
      'Von meinem iPhone gesendet',
      'Die Heizung fällt aus.',
      '80331 München',
      'Viele Grüße, Erika',
    );
    const mail = fc.oneof(
      fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(mail, (whole) => {
        const rest = stripSignature(whole);
        expect(whole.startsWith(rest)).toBe(true);
        expect(rest === '').toBe(whole === '');
        expect(stripSignature(rest)).toBe(rest);
        expect(readSignature(whole, 'AT').phone ?? '0').not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    'MfG\n',
    'Erika\n',
    '--\n',
    '-- \n',
    'A-',
    '0 ',
    'Sent from a ',
    'Viele Grüße ',
    'a@',
    '1010 A-',
    'Im A B ',
  ])('two megabytes of %j are read within the time a test has: quadratic cost would take hours', (part) => {
    const mail = part.repeat(Math.ceil(2_000_000 / part.length));
    expect(stripSignature(mail)).not.toBe('');
    expect(readSignature(mail, 'CH')).toBeTypeOf('object');
  });
});
