import { describe, expect, test } from 'vitest';
import { email, form, json, read } from './a-form.ts';

const phone = '0171 5550671';
const nameIn = (body: unknown) => read(json(body)).contact.name;

describe('names of inputs that a relay writes into JSON as they are', () => {
  test.each([
    ['fields[name]', 'fields[email]', 'fields[message]'],
    ['form_fields[name]', 'form_fields[email]', 'form_fields[message]'],
    ['jform[contact_name]', 'jform[contact_email]', 'jform[contact_message]'],
    ['tx_powermail_pi1[field][name]', 'tx_powermail_pi1[field][email]', 'tx_powermail_pi1[field][text]'],
    ['tx_form_formframework[k-1][text-1]', 'tx_form_formframework[k-1][email-1]', 'x[k-1][textarea-1]'],
    ['wpforms[fields][0]', 'wpforms[fields][1]', 'wpforms[fields][2]'],
    ['submitted[name][]', 'submitted[e_mail][]', 'submitted[nachricht][]'],
    ['acf[field_name]', 'acf[field_email]', 'acf[field_message]'],
  ])('%s is read as in a form', (name, mail, message) => {
    const body = { [name]: 'Ida Kern', [mail]: email, [message]: 'Das Bad soll neu werden' };
    const { contact, request } = read(json(body));
    expect({ contact, request }).toEqual(
      (({ contact, request }) => ({ contact, request }))(
        read(form(new URLSearchParams(Object.entries(body)).toString())),
      ),
    );
    expect(contact).toMatchObject({ name: 'Ida Kern', email });
    expect(request.message).toBe('Das Bad soll neu werden');
  });

  test('in parts', () => {
    expect(nameIn({ 'names[first_name]': 'Ida', 'names[last_name]': 'Kern', email })).toBe('Ida Kern');
  });

  test('a label with a remark in brackets stays as it is', () => {
    const { request } = read(json({ email, 'Budget für alles [EUR]': '9.000', 'Fläche des Bads [m2]': '8' }));
    expect(request.extra).toContainEqual({ name: 'Fläche des Bads [m2]', value: '8' });
  });
});

describe('a name', () => {
  test.each([
    'Auftraggeber',
    'Auftraggeberin*',
    'Besteller',
    'Naam',
    'Name des Anfragenden',
    'Name der Kundin',
    '<strong>Name</strong>',
    '<span class="l">Ihr Name</span> <em>*</em>',
    'quform_1_3',
    'quform_2_14',
  ])('is asked for as %s', (label) => {
    expect(nameIn({ [label]: 'Ida Kern', email, message: 'Bad' })).toBe('Ida Kern');
  });

  test.each<[string, unknown]>([
    ['by Squarespace and Zapier', { 'Name First Name': 'Ida', 'Name Last Name': 'Kern', Email: email }],
    ['as a list', { name: ['Ida', 'Kern'], email }],
    ['as a list with a particle', { Name: ['Ida', 'von Kern'], email }],
    [
      'as two fields of one name',
      [
        ['name', 'Ida'],
        ['name', 'Kern'],
        ['email', email],
      ],
    ],
  ])('comes in parts %s', (_, body) => {
    const fields = Array.isArray(body) ? form(new URLSearchParams(body).toString()) : json(body);
    expect(read(fields).contact.name).toMatch(/^Ida (?:von )?Kern$/);
  });

  test.each<[string, unknown, string | undefined]>([
    [
      'who orders is a private person',
      { Auftraggeber: 'privat', Vorname: 'Ida', Nachname: 'Kern' },
      'Ida Kern',
    ],
    ['two people', { name: ['Ida Kern', 'Ben Roth'] }, 'Ida Kern, Ben Roth'],
    ['the number of who orders', { 'Auftraggeber Kundennummer': '12 345', message: 'Bad' }, undefined],
  ])('is not mistaken: %s', (_, body, name) => {
    expect(nameIn({ ...(body as object), email })).toBe(name);
  });
});

describe('questions with their answers', () => {
  const pairs = { Name: 'Ida Kern', Telefon: phone, Nachricht: 'Bad neu' };
  test.each<[string, (question: string, answer: string) => unknown]>([
    ['Name and Value', (Name, Value) => ({ Name, Value })],
    ['Label and Value', (Label, Value) => ({ Label, Value })],
    ['FieldName and FieldValue', (FieldName, FieldValue) => ({ FieldName, FieldValue })],
    ['KEY and VALUE', (KEY, VALUE) => ({ KEY, VALUE })],
    ['lists of two', (question, answer) => [question, answer]],
  ])('as %s', (_, pair) => {
    const rows = Object.entries(pairs).map(([question, answer]) => pair(question, answer));
    for (const body of [rows, { fields: rows }]) {
      const { contact, request } = read(json(body));
      expect(contact).toMatchObject({ name: 'Ida Kern', phone });
      expect(request.message).toBe('Bad neu');
      expect(request.extra).toEqual([]);
    }
  });

  test('by the ids that a structure explains', () => {
    const Fields = [
      { ID: 'Field1', Title: 'Name', Type: 'text' },
      { ID: 'Field3', Title: 'E-Mail', Type: 'email' },
    ];
    const answers = [
      { ID: 'Field1', Value: 'Ida Kern' },
      { ID: 'Field3', Value: email },
    ];
    const body = {
      EntryId: '42',
      FieldStructure: JSON.stringify({ Fields }),
      Fields: JSON.stringify(answers),
    };
    expect(read(json(body)).contact).toMatchObject({ name: 'Ida Kern', email });
  });

  test('the rows of a table are none', () => {
    const { request } = read(
      json({
        email,
        Maße: [
          ['Wanne', '180'],
          ['Dusche', '90'],
        ],
      }),
    );
    expect(request.extra.map(({ name }) => name)).not.toContain('Wanne');
  });
});

describe('nobody is called', () => {
  test.each<[string, Record<string, unknown>, string | undefined]>([
    [
      'by what he chose',
      { 'radio-3': 'Freistehendes Einfamilienhaus', 'select-2': 'Bad Komplett', 'checkbox-1': 'Große Wanne' },
      undefined,
    ],
    ['by a choice in front of the name', { 'select-1': 'Altes Haus', 'text-1': 'Ida Kern' }, 'Ida Kern'],
    [
      'by the event he booked',
      { payload: { scheduled_event: { name: 'Erstgespräch Zuhause' }, name: 'Ida Kern', email } },
      'Ida Kern',
    ],
    [
      'by the service he booked',
      { booking: { service: { name: 'Große Inspektion' }, customer: { name: 'Ida Kern', email } } },
      'Ida Kern',
    ],
  ])('%s', (_, body, name) => {
    expect(nameIn({ email, ...body })).toBe(name);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a numbered prefix', { '1.2': 'Frau', '1.3': '', '1.6': 'Öztürk', '2': email }, 'Frau Öztürk'],
    [
      'a numbered prefix before a whole name',
      { '1.2': 'Frau', '1.3': 'Ece', '1.6': 'Öztürk', '2': email },
      'Ece Öztürk',
    ],
    ['a family name with a title', { Anrede: 'Herr', Name: 'Dr. Weiß', email }, 'Herr Dr. Weiß'],
    ['a whole name with a title', { Anrede: 'Herr', Name: 'Dr. Karl Weiß', email }, 'Dr. Karl Weiß'],
  ])('without the word before the name: %s', (_, body, name) => {
    expect(nameIn(body)).toBe(name);
  });
});
