import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../../domain/capture/form-fields.ts';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, email, json, read } from './a-form.ts';

const phone = '0171 5550640';

describe('what names the form is nobody', () => {
  test.each<[string, unknown]>([
    ['beside the data', { name: 'Kontaktformular', siteId: 's', data: { Name: 'Ida Kern', email } }],
    [
      'beside a list of answers',
      {
        name: 'Kontakt',
        fields: [
          { label: 'Name', value: 'Ida Kern' },
          { label: 'E-Mail', value: email },
        ],
      },
    ],
    ['in a group of its own', { form: { name: 'Bad', id: 3 }, lead: { name: 'Ida Kern', email } }],
    [
      'under other names',
      {
        formName: 'Bad',
        form_title: 'Bad',
        page: 'Kontakt',
        pageName: 'Kontakt',
        status: 'active',
        name: 'Ida Kern',
        email,
      },
    ],
    [
      'with an empty answer among the pairs',
      [
        { name: 'anrede', value: '' },
        { name: 'name', value: 'Ida Kern' },
        { name: 'email', value: email },
      ],
    ],
    [
      'beside the owner of an account',
      { account: { name: 'Chef', email: 'chef@betrieb.example' }, data: { name: 'Ida Kern', email } },
    ],
  ])('%s', (_, body) => {
    const { contact, request } = read(json(body));
    expect(contact).toMatchObject({ name: 'Ida Kern', email });
    expect(request.message).toBeUndefined();
  });
});

describe('what a person answers is no machinery', () => {
  test.each<[string, unknown, string]>([
    ['a company under "Name"', { Name: 'Kontakt GmbH', email }, 'Kontakt GmbH'],
    ['somebody called Page', { name: 'Page', email }, 'Page'],
    [
      'somebody called Form beside the name of a form',
      { name: 'Anfrage', data: { name: 'Jo Form', email } },
      'Jo Form',
    ],
    [
      'a name beside a group that has none',
      { name: 'Ida Kern', kontakt: { email, telefon: phone } },
      'Ida Kern',
    ],
    [
      'a name below a group of a company',
      { firma: { name: 'Kern GmbH' }, name: 'Ida Kern', email },
      'Ida Kern',
    ],
    [
      'a person in a group called form, as Joomla sends it',
      { form: { Name: 'Ida Kern', Email: email } },
      'Ida Kern',
    ],
  ])('%s', (_, body, name) => {
    expect(read(json(body)).contact.name).toBe(name);
  });

  test.each([
    ['Status', 'Eigentümer'],
    ['Seriennummer', '4711-A'],
    ['Typ', 'Vitodens 200'],
    ['Datum', '24. Dezember'],
    ['Produkt', 'Wärmepumpe'],
    ['Titel', 'Bad im Altbau'],
    ['Ereignis', 'Wasser im Keller'],
    ['location', 'Keller'],
  ])('an answer to "%s" is kept', (label, value) => {
    const flat = read(json({ email, [label]: value }));
    const paired = read(
      json({
        fields: [
          { label: 'E-Mail', value: email },
          { label, value },
        ],
      }),
    );
    expect(JSON.stringify(flat.request)).toContain(value);
    expect(JSON.stringify(paired.request)).toContain(value);
  });

  test('a text in a field called data is a text', () => {
    expect(JSON.stringify(read(json({ data: 'Bitte zurückrufen, a=b & c=d', phone })).request)).toContain(
      'a=b & c=d',
    );
  });

  test('JSON in a field is read where escapes were undone by half', () => {
    const { request } = read(json({ email, payload: '{"message":"M\\öbel raus, Dusche rein"}' }));
    expect(request.message).toBe('Möbel raus, Dusche rein');
  });

  test('a text that begins like JSON is a text', () => {
    expect(read(json({ email, message: '{Wichtig} Heizung aus' })).request.message).toBe(
      '{Wichtig} Heizung aus',
    );
  });

  test('who can only be reached by what looks like machinery is reached', () => {
    const { contact } = read(json({ meta: { name: 'Ida Kern', email } }));
    expect(contact).toMatchObject({ name: 'Ida Kern', email });
  });

  test('the same short answer to two questions is two answers', () => {
    const { extra } = read(json({ email, bad: { wanne: 'ja' }, küche: { spüle: 'ja' } })).request;
    expect(extra.map(({ value }) => value)).toEqual(['ja', 'ja']);
  });
});

describe('the page of a form', () => {
  test.each<[string, unknown, string]>([
    [
      'a path is completed by the site',
      { _wp_http_referer: '/bad/', site_url: 'https://www.betrieb.example' },
      'https://www.betrieb.example/bad/',
    ],
    [
      'the page before the site',
      { siteUrl: 'https://www.betrieb.example', 'Seiten-URL': 'https://www.betrieb.example/x' },
      'https://www.betrieb.example/x',
    ],
    ['hidden.page', { hidden: { page: 'https://www.betrieb.example/y' } }, 'https://www.betrieb.example/y'],
    [
      'context.page.url',
      { context: { page: { url: 'https://www.betrieb.example/z' } } },
      'https://www.betrieb.example/z',
    ],
  ])('%s', (_, body, page) => {
    expect(read(json({ email, ...(body as object) })).attribution.page).toBe(page);
  });

  test('without its site is completed by the page that the browser named', () => {
    const from = 'https://www.betrieb.example/bad/#form';
    const recognised = recognise(json({ email, _wp_http_referer: '/bad/?utm=1' }), {
      ...context,
      page: from,
    });
    const pageOf = 'submission' in recognised && recognised.submission.attribution.page;
    expect(pageOf).toBe('https://www.betrieb.example/bad/?utm=1');
  });

  test('a referrer beside a page is the page before', () => {
    const { attribution } = read(
      json({
        email,
        page_url: 'https://www.betrieb.example/x',
        referrer: 'https://suche.example/',
        ip: '203.0.113.9',
      }),
    );
    expect(attribution).toMatchObject({
      page: 'https://www.betrieb.example/x',
      referrer: 'https://suche.example/',
    });
  });

  test('the website of a customer is no page of ours', () => {
    const { attribution, request } = read(json({ email, url: 'https://kunde.example' }));
    expect(attribution.page).toBeUndefined();
    expect(JSON.stringify(request.extra)).toContain('https://kunde.example');
  });
});

describe('choices', () => {
  test('are read by their options', () => {
    const options = [
      { id: 'a1', text: 'Bad, komplett' },
      { id: 'b2', text: 'Heizung' },
    ];
    const { extra } = read(
      json({
        fields: [
          { label: 'E-Mail', value: email },
          { label: 'Was noch?', value: ['a1', 'b2'], options },
        ],
      }),
    ).request;
    expect(extra).toEqual([{ name: 'Was noch?', value: 'Bad, komplett, Heizung' }]);
  });

  test('of a matrix keep their rows', () => {
    const matrix = {
      label: 'Zustand',
      type: 'MATRIX',
      value: { r1: ['c1'], r2: ['c2'] },
      rows: [
        { id: 'r1', text: 'Bad' },
        { id: 'r2', text: 'WC' },
      ],
      columns: [
        { id: 'c1', text: 'alt' },
        { id: 'c2', text: 'neu' },
      ],
    };
    const { extra } = read(json({ fields: [{ label: 'E-Mail', value: email }, matrix] })).request;
    expect(extra).toEqual([{ name: 'Zustand', value: 'Bad: alt, WC: neu' }]);
  });
});

describe('an envelope changes nothing of what is understood', () => {
  const wrappings: readonly (readonly [string, (body: object) => unknown])[] = [
    ...[
      'data',
      'payload',
      'contact',
      'form_fields',
      'fields',
      'body',
      'lead',
      'submission',
      'form_response',
      'answers',
    ].map((name) => [name, (body: object) => ({ [name]: body })] as const),
    ['a list of one', (body) => [body]],
    ['JSON in a field', (body) => ({ payload: JSON.stringify(body) })],
  ];
  const wrapping = fc.array(fc.constantFrom(...wrappings.map(([, wrap]) => wrap)), {
    minLength: 1,
    maxLength: 4,
  });
  const word = fc.constantFrom(
    'Bad',
    'Dusche statt Wanne',
    'Ida Kern',
    '0171 5550641',
    'ja',
    email,
    '80999',
    'Heizung kalt seit gestern',
  );
  const name = fc.constantFrom(
    'name',
    'Name',
    'E-Mail',
    'phone',
    'Telefon',
    'message',
    'Nachricht',
    'PLZ',
    'Ort',
    'kind',
    'Status',
    'title',
    'Firma',
    'Lieblingsfarbe',
    'consent',
    'page',
    'utm_source',
    'submissionId',
    'website',
  );
  const flat = fc.dictionary(name, word).map((fields) => ({ ...fields, email }));

  const understood = (fields: readonly Field[]) => recognise(fields, context);

  test('however deep it is', () => {
    fc.assert(
      fc.property(flat, wrapping, (body, wraps) => {
        const wrapped = wraps.reduce((inner: object, wrap) => wrap(inner) as object, body);
        expect(understood(json(wrapped))).toEqual(understood(json(body)));
      }),
    );
  });
});
