import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { aCompany } from '../../support/company.ts';
import { context, email, form, json, read } from './a-form.ts';

const phone = '0171 5556677';
const words = 'Das Bad im Obergeschoss soll neu werden.';

describe('labels of four languages and of builders', () => {
  test.each([
    ['Name / Firma', 'Ihre Telefonnr. *', 'E-Mail-Adresse (Pflichtfeld)', 'Ihr Anliegen'],
    ['Vor-/Nachname', 'Telefon (tagsüber)', 'Ihre Mailadresse', 'Was können wir für Sie tun?'],
    ['Ansprechpartner', 'Telefon/Fax', 'E-Mail*:', 'Nachricht an uns'],
    ['Nom (obligatoire)', 'Téléphone (obligatoire)', 'Adresse e-mail', 'Votre message'],
    ['Nom et prénom', 'N° de téléphone', 'Courriel', 'Décrivez votre projet'],
    ['Nome e cognome', 'Recapito telefonico', 'Indirizzo e-mail', 'Il tuo messaggio'],
    ['Il tuo nome', 'Numero di telefono *', 'La tua email', 'Come possiamo aiutarla?'],
    ['Your name', 'Contact number', 'Your e-mail', 'How can we help?'],
    ['Full name', 'Daytime phone', 'USER_EMAIL', 'Tell us about your project'],
    ['No Label name', 'No Label field_9f2c1aa', 'No Label email', 'No Label message'],
    ['et_pb_contact_name_0', 'et_pb_contact_phone_0', 'et_pb_contact_email_0', 'et_pb_contact_message_0'],
    ['g12-name', 'g12-telefon', 'g12-email', 'g12-nachricht'],
    ['field:name_d74c', 'field:phone_2b79', 'field:email_9a1b', 'field:long_answer_1f3a'],
    ['mf-listing-fname', 'mf-telephone', 'mf-email', 'mf-textarea'],
    ['your-name', 'your-tel-number', 'your-email', 'your-message'],
    ['item_meta[12]', 'item_meta[13]', 'item_meta[14]', 'item_meta[15]'],
    ['input_5_1', 'input_5_3', 'input_5_4', 'input_5_9'],
    ['wpforms[fields][1]', 'wpforms[fields][2]', 'wpforms[fields][3]', 'wpforms[fields][4]'],
    ['entry.1207', 'entry.1208', 'entry.1209', 'entry.1210'],
  ])('%s, %s, %s, %s', (name, tel, mail, message) => {
    const body = new URLSearchParams({
      [name]: 'Petra Klein',
      [tel]: phone,
      [mail]: email,
      [message]: words,
    });
    const { contact, request } = read(form(body.toString()));
    expect(contact).toMatchObject({ name: 'Petra Klein', phone, phoneE164: '+491715556677', email });
    expect(request).toMatchObject({ message: words, extra: [] });
  });

  test.each([
    'Nummer',
    'Erreichbar unter',
    'Wie erreichen wir Sie?',
    'Kontakt',
    'E-Mail oder Telefon',
    'Numéro',
    'Comment vous joindre ?',
    'Contatto preferito',
    'Wann dürfen wir Sie anrufen?',
    'F7',
  ])('a number under "%s" is the way to answer', (label) => {
    expect(read(json({ [label]: phone })).contact).toMatchObject({ phone, phoneE164: '+491715556677' });
  });

  test.each([
    'Kundennummer',
    'Zählernummer',
    'Rechnungs-Nr.',
    'order_id',
    'Fax',
    'IBAN',
    'timestamp',
    'Objektnummer',
  ])('a number under "%s" is none to call', (label) => {
    expect(read(json({ email, [label]: '08912345670' })).contact.phone).toBeUndefined();
  });

  test.each([
    ['Baubeginn am', '01.12.2026'],
    ['Konto', 'DE89 3704 0044 0532 0130 00'],
    ['5', '80331'],
    ['6', '2026-11-23T09:00:00Z'],
    ['7', '192.168.10.21'],
    ['8', '15.000,00 €'],
    ['9', '2019'],
  ])('%s: %s is none either', (label, value) => {
    expect(read(json({ email, [label]: value })).contact.phone).toBeUndefined();
  });

  test('address and number may stand in each other’s field, or in one', () => {
    const swapped = read(json({ 'E-Mail': phone, Telefon: email })).contact;
    const together = read(json({ 'E-Mail oder Telefon': `${email} / ${phone}` })).contact;
    for (const contact of [swapped, together]) expect(contact).toMatchObject({ phone, email });
  });
});

describe('names in parts', () => {
  test.each<[Record<string, string>, string]>([
    [{ Anrede: 'Frau', Nachname: 'Weiß' }, 'Frau Weiß'],
    [{ salutation: 'Herr', titel: 'Dr.', lastName: 'Huber' }, 'Herr Dr. Huber'],
    [{ Anrede: 'Fr.', Name: 'Weiß' }, 'Frau Weiß'],
    [{ Anrede: 'Frau', Vorname: 'Sabine', Nachname: 'Weiß' }, 'Sabine Weiß'],
    [{ Anrede: 'Keine Angabe', Nachname: 'Weiß' }, 'Weiß'],
    [{ 'name-1-first-name': 'Petra', 'name-1-last-name': 'Klein' }, 'Petra Klein'],
    [{ Name: 'Kunde GmbH', Ansprechpartner: 'Petra Klein' }, 'Petra Klein'],
    [{ Firma: 'Kunde GmbH', Ansprechpartner: 'Petra Klein' }, 'Petra Klein'],
    [{ Nom: 'Dupont', Prénom: 'Anne' }, 'Anne Dupont'],
    [{ Field1: 'Petra', Field2: 'Klein' }, 'Petra Klein'],
  ])('%j is %s', (parts, name) => {
    const { contact, request } = read(json({ email, ...parts }));
    expect(contact.name).toBe(name);
    const lead = JSON.stringify([contact, request]);
    for (const typed of Object.values(parts)) {
      expect(lead).toContain(typed === 'Fr.' ? 'Frau' : typed);
    }
  });

  test('a third name beside first and family name is kept', () => {
    const { contact, request } = read(
      json({ email, name: 'Hausverwaltung', Vorname: 'Petra', Nachname: 'Klein' }),
    );
    expect(contact.name).toBe('Petra Klein');
    expect(request.extra).toEqual([{ name: 'name', value: 'Hausverwaltung' }]);
  });

  test.each(['form_name', 'formTitle', 'page_title', 'campaign_name', 'Site', 'ad_name', 'Produkt'])(
    '%s is nobody’s name',
    (label) => {
      expect(read(json({ email, [label]: 'Bad Komplett' })).contact.name).toBeUndefined();
    },
  );
});

describe('where it is', () => {
  const there = { address: 'Lindenweg 4', postcode: '80331', city: 'München' };
  test.each<Record<string, string>>([
    { adresse: 'Lindenweg 4, 80331 München' },
    { Anschrift: 'Lindenweg 4\n80331 München' },
    { Adresse: 'Lindenweg 4 80331 München' },
    { 'Straße / Nr.': 'Lindenweg 4', 'PLZ/Ort': '80331 München' },
    { Straße: 'Lindenweg', Hausnummer: '4', 'Ort/PLZ': 'München 80331' },
    { Strasse: 'Lindenweg 4', PLZ: 'D-80331', Wohnort: 'München' },
    { Straße: 'Lindenweg 4', Ort: '80331 München' },
    { 'Adresse der Baustelle': 'Lindenweg 4, 80331 München' },
    { 3: 'Lindenweg 4', 4: '80331 München' },
  ])('%j', (body) => {
    const { contact, request } = read(json({ email, ...body }));
    expect(contact).toMatchObject(there);
    expect(request.extra).toEqual([]);
  });

  test.each([
    ['CH', '8001 Zürich', '8001', 'Zürich'],
    ['CH', 'CH-3011 Bern', '3011', 'Bern'],
    ['AT', '1010 Wien', '1010', 'Wien'],
    ['AT', 'A-6020 Innsbruck', '6020', 'Innsbruck'],
    ['DE', 'D-10115 Berlin', '10115', 'Berlin'],
  ] as const)('in %s: %s', (country, typed, postcode, city) => {
    const recognised = recognise(json({ email, 'NPA / Localité': typed }), {
      ...context,
      company: aCompany({ country }),
    });
    expect('submission' in recognised && recognised.submission.contact).toMatchObject({ postcode, city });
  });

  test.each([
    ['Wohnfläche', '180 Quadratmeter'],
    ['Budget ca.', '20000 Euro'],
    ['Baujahr', '1987 Altbau'],
  ])('%s: %s is no place', (label, value) => {
    const { contact } = read(json({ email, [label]: value }));
    expect(contact.city).toBeUndefined();
    expect(contact.postcode).toBeUndefined();
  });
});

describe('what is wanted', () => {
  test('the longest text of fields nobody knows is the message', () => {
    const { request } = read(
      json({ phone, 'Ihr Vorhaben in eigenen Worten': words, 'Haben Sie Haustiere?': 'Ja, einen Hund' }),
    );
    expect(request.message).toBe(words);
    expect(request.extra).toEqual([{ name: 'Haben Sie Haustiere?', value: 'Ja, einen Hund' }]);
  });

  test.each([
    ['acceptance-1', 'Ich habe die Datenschutzerklärung gelesen und stimme der Verarbeitung zu.'],
    ['Zustimmung', 'Ich willige ein, dass meine Angaben zur Beantwortung der Anfrage gespeichert werden.'],
    ['gdpr', 'I agree that my data is stored and used to answer my request.'],
    ['user_agent_string', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120'],
  ])('%s is not', (label, value) => {
    expect(read(json({ phone, [label]: value })).request.message).toBeUndefined();
  });
});

describe('the business’s own is never the customer’s', () => {
  const ours = 'info@muster-haustechnik.example';
  test.each([
    { to: ours },
    { recipient: 'formulare@agentur.example' },
    { admin_email: 'admin@agentur.example' },
    { email: ours },
    { 'E-Mail': 'jonas@muster-haustechnik.example' },
    { Empfänger: ours },
    { Zweitkontakt: ours },
  ])('%j', (body) => {
    const { contact, request } = read(json({ phone, ...body }));
    expect(contact.email).toBeUndefined();
    expect(request.extra.map(({ value }) => value)).toEqual(Object.values(body));
  });

  test('beside it stands the customer’s', () => {
    expect(read(json({ phone, _site_admin_email: 'admin@agentur.example' })).contact.email).toBeUndefined();
    expect(read(json({ to: ours, 'Ihre E-Mail': email })).contact.email).toBe(email);
    expect(read(json({ 'Telefon Betrieb': '+49 89 1234560', Telefon: phone })).contact.phone).toBe(phone);
    expect(read(json({ email, site_phone: '+49 89 1234560' })).contact.phone).toBeUndefined();
  });

  test('an address at a domain that only sounds alike is the customer’s', () => {
    const other = 'petra@muster-haustechnik-kunde.example';
    expect(read(json({ email: other })).contact.email).toBe(other);
  });
});

describe('what services send beside the customer', () => {
  test('the place of the business is not his, his own town is', () => {
    const ours = { address: 'Werkstraße 5', city: 'München', postcode: '80331' };
    expect(read(json({ phone, ...ours })).contact).not.toHaveProperty('address');
    expect(read(json({ phone, ...ours, address: 'Lindenweg 4' })).contact).toMatchObject({
      address: 'Lindenweg 4',
      city: 'München',
    });
  });

  test.each([
    ['Martin Muster', 'Petra Klein'],
    ['Beratung Bad', 'Petra Klein'],
    ['-', 'Petra Klein'],
    ['Kunde GmbH', 'Petra Klein'],
  ])('%s is not the name beside %s', (other, name) => {
    expect(read(json({ phone, name: other, Ansprechpartner: name })).contact.name).toBe(name);
  });

  test('"-" alone is no name, and kept', () => {
    const { contact, request } = read(json({ phone, name: '-' }));
    expect(contact.name).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'name', value: '-' }]);
  });

  test.each(['foto.jpg', 'wp-content/uploads/2026/bad', 'plan.pdf'])(
    'an upload is not the page: %s',
    (path) => {
      const { attribution } = read(json({ phone, anhang: `https://www.muster-haustechnik.example/${path}` }));
      expect(attribution.page).toBeUndefined();
    },
  );

  test('a text in paragraphs of HTML is read as text', () => {
    const { message } = read(json({ phone, message: '<p>Bad neu,</p><p>im Frühjahr</p>' })).request;
    expect(message).toBe('Bad neu,\nim Frühjahr');
    expect(read(json({ phone, message: 'Rohr < 20 mm > defekt' })).request.message).toBe(
      'Rohr < 20 mm > defekt',
    );
  });
});

describe('how somebody wants to be answered is no message', () => {
  test.each([
    ['Nachricht erhalten per', 'E-Mail'],
    ['Nachricht bevorzugt über', 'Telefon oder WhatsApp'],
    ['How should we send our message?', 'SMS'],
    ['Antwort auf Ihre Nachricht per', 'Post'],
  ])('%s: %s', (label, value) => {
    const { request } = read(
      json({
        Name: 'R A',
        Telefon: '0171 1212001',
        [label]: value,
        'Ihre Nachricht an uns': 'Ventil kaputt',
      }),
    );
    expect(request.message).toBe('Ventil kaputt');
    expect(request.extra).toContainEqual({ name: label, value });
  });

  test('a message that speaks of a mail is one', () => {
    const { request } = read(
      json({ email, 'Ihre Nachricht an uns': 'Bitte per E-Mail antworten, Ventil kaputt' }),
    );
    expect(request.message).toBe('Bitte per E-Mail antworten, Ventil kaputt');
  });
});

describe('the fields of a shop', () => {
  test.each(['billing', 'shipping'])('%s_…', (part) => {
    const { contact, request } = read(
      json({
        [`${part}_first_name`]: 'Rita',
        [`${part}_last_name`]: 'Kluge',
        [`${part}_phone`]: '0172 1212002',
        [`${part}_address_1`]: 'Gasse 4',
        [`${part}_postcode`]: '50667',
        [`${part}_city`]: 'Köln',
        order_comments: 'Thermostat',
      }),
    );
    expect(contact).toMatchObject({
      name: 'Rita Kluge',
      address: 'Gasse 4',
      postcode: '50667',
      city: 'Köln',
    });
    expect(request.message).toBe('Thermostat');
  });

  test('who has both is called by the first of them, once', () => {
    const { contact } = read(
      json({
        billing_first_name: 'Rita',
        billing_last_name: 'Kluge',
        billing_email: email,
        shipping_first_name: 'Rita',
        shipping_last_name: 'Kluge',
      }),
    );
    expect(contact.name).toBe('Rita Kluge');
  });
});
