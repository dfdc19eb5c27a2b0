import { describe, expect, test } from 'vitest';
import { isOfOurMessages } from '../../../domain/capture/own-messages.ts';
import { splitPeople } from '../../../domain/capture/people.ts';
import { json, read } from './a-form.ts';

const ida = { name: 'Ida Kern', email: 'ida@haus.example', message: 'Bad' };
const ben = { name: 'Ben Roth', phone: '0171 5550650', message: 'Heizung' };

const requestsIn = (body: unknown) =>
  splitPeople(json(body)).map((fields) => {
    const { contact, request } = read(fields);
    return [contact.name, contact.email ?? contact.phone, request.message];
  });
const both = [
  ['Ida Kern', 'ida@haus.example', 'Bad'],
  ['Ben Roth', '0171 5550650', 'Heizung'],
];

describe('a list of people is read person by person', () => {
  test.each<[string, unknown]>([
    ['Meldungen', { Meldungen: [ida, ben] }],
    ['rows', { rows: [ida, ben] }],
    ['entries', { entries: [ida, ben] }],
    ['results', { results: [ida, ben] }],
    [
      'a word of its own beside other groups',
      { meta: { page: 1, total: 2 }, 'Neue Kunden': [ida, ben], links: { next: 'x' } },
    ],
    ['a word of its own deep inside', { export: { at: '2026-11-23', anfragen: [ida, ben] } }],
    [
      'records with their fields',
      {
        records: [
          { id: 'r1', fields: ida },
          { id: 'r2', fields: ben },
        ],
      },
    ],
  ])('under %s', (_, body) => {
    expect(requestsIn(body)).toEqual(both);
  });
});

describe('a spreadsheet is read row by row', () => {
  const heading = ['Name', 'E-Mail', 'Telefon', 'Nachricht'];
  const rows = [
    ['Ida Kern', 'ida@haus.example', '', 'Bad'],
    ['Ben Roth', '', '0171 5550650', 'Heizung'],
  ];
  test.each<[string, unknown]>([
    ['with its heading', [heading, ...rows]],
    ['as Google sends it', { range: 'Tabelle1!A1:D3', majorDimension: 'ROWS', values: [heading, ...rows] }],
    ['in a group', { data: { rows: [heading, ...rows] } }],
    ['with its heading beside it', { headers: heading, rows }],
    [
      'with its heading in another language',
      { values: [['Full name', 'Email', 'Phone', 'Message'], ...rows] },
    ],
  ])('%s', (_, body) => {
    expect(requestsIn(body)).toEqual(both);
  });

  test('of one row', () => {
    expect(requestsIn({ values: [heading, rows[0]] })).toEqual(both.slice(0, 1));
  });

  test('without a heading, by what stands in its cells', () => {
    const people = requestsIn({
      values: [
        ['Ida Kern', 'ida@haus.example', 'Das Bad soll neu werden'],
        ['Ben Roth', 'ben@haus.example', 'Die Heizung ist kalt'],
      ],
    });
    expect(people).toEqual([
      ['Ida Kern', 'ida@haus.example', 'Das Bad soll neu werden'],
      ['Ben Roth', 'ben@haus.example', 'Die Heizung ist kalt'],
    ]);
  });

  test('but pairs of names and answers are one form', () => {
    expect(
      requestsIn([
        ['Name', 'Ida Kern'],
        ['E-Mail', 'ida@haus.example'],
        ['Nachricht', 'Bad'],
      ]),
    ).toEqual(both.slice(0, 1));
  });
});

describe('messages of several people in one delivery', () => {
  const value = (froms: readonly string[], texts: readonly string[]) => ({
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '4989555010', phone_number_id: '106540352242922' },
    contacts: [...new Set(froms)].map((wa_id) => ({
      profile: { name: wa_id.endsWith('3') ? 'Ida Kern' : 'Ben Roth' },
      wa_id,
    })),
    messages: froms.map((from, at) => ({ from, id: `wamid.${at}`, type: 'text', text: { body: texts[at] } })),
  });
  const inWhatsApp = (...values: object[]) => ({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: values.map((one) => ({ value: one, field: 'messages' })) }],
  });
  const [one, other] = ['491715550123', '491715550124'];
  const each = [
    ['Ida Kern', '+491715550123', 'Bad neu machen'],
    ['Ben Roth', '+491715550124', 'Heizung kalt'],
  ];
  const texts = ['Bad neu machen', 'Heizung kalt'];

  test.each<[string, object]>([
    ['in one change', inWhatsApp(value([one, other], texts))],
    ['in two changes', inWhatsApp(value([one], texts), value([other], texts.slice(1)))],
    ['without what is around them', value([one, other], texts)],
  ])('are a request of each: %s', (_, body) => {
    expect(requestsIn(body)).toEqual(each);
  });

  test('are one of who wrote twice', () => {
    expect(requestsIn(inWhatsApp(value([one, one], texts)))).toEqual([
      ['Ida Kern', '+491715550123', texts.join('\n\n')],
    ]);
  });
});

describe('what became of a message of ours is no request', () => {
  const to = '491715550123';
  test.each<[string, unknown]>([
    [
      'delivered',
      {
        entry: [
          {
            changes: [
              {
                value: {
                  metadata: { display_phone_number: '4989555010' },
                  statuses: [{ id: 'wamid.1', status: 'delivered', recipient_id: to }],
                },
              },
            ],
          },
        ],
      },
    ],
    [
      'read, beside the contact',
      { contacts: [{ wa_id: to }], statuses: [{ id: 'wamid.1', status: 'read', recipient_id: to }] },
    ],
    [
      'by Twilio',
      { MessageSid: 'SM1', MessageStatus: 'delivered', To: `whatsapp:+${to}`, From: 'whatsapp:+4989555010' },
    ],
    ['by an event of its own', { event: 'message.delivered', data: { to: `+${to}` } }],
    ['by a type of its own', { type: 'message-status', status: 'read', recipient: to }],
    ['a mail that arrived', [{ email: 'lena@kunde.example', event: 'delivered', sg_message_id: 'x' }]],
    [
      'written here',
      {
        key: { remoteJid: `${to}@s.whatsapp.net`, fromMe: true },
        message: { conversation: 'Wir kommen morgen' },
      },
    ],
    ['written here, by its direction', { direction: 'outbound', to: `+${to}`, text: 'Wir kommen morgen' }],
    [
      'written here, in a chat',
      {
        event: 'message_created',
        message_type: 'outgoing',
        content: 'Wir kommen morgen',
        sender: { name: 'Sabine' },
      },
    ],
  ])('%s', (_, body) => {
    expect(isOfOurMessages(json(body))).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a form', { name: 'Lena', phone: to, message: 'Bad' }],
    ['a form with a status', { name: 'Lena', email: 'lena@kunde.example', status: 'read' }],
    [
      'a form by mail with an id',
      { 'message-id': 'x', status: 'sent', name: 'Lena', phone: to, message: 'Bad' },
    ],
    ['a message', { SmsMessageSid: 'SM1', SmsStatus: 'received', From: `+${to}`, Body: 'Bad neu' }],
    [
      'a history with an answer of ours',
      {
        messages: [
          { direction: 'inbound', text: 'Bad' },
          { direction: 'outbound', text: 'Gern' },
        ],
      },
    ],
    [
      'a message beside a status',
      { statuses: [{ status: 'read' }], messages: [{ from: to, text: { body: 'Bad' } }] },
    ],
  ])('but %s is', (_, body) => {
    expect(isOfOurMessages(json(body))).toBe(false);
  });
});

describe('several people in other shapes', () => {
  const cleo = { name: 'Cleo Drei', email: 'cleo@haus.example', message: 'Boiler' };
  const dora = { name: 'Dora Vier', email: 'dora@haus.example', message: 'Dusche' };

  test('two lists in one body', () => {
    expect(requestsIn({ leads: [ida, ben], contacts: [cleo, dora] })).toEqual([
      ...both,
      ['Cleo Drei', 'cleo@haus.example', 'Boiler'],
      ['Dora Vier', 'dora@haus.example', 'Dusche'],
    ]);
  });

  test.each<[string, unknown]>([
    ['in a wrapper', { contacts: { c_81: ida, c_93: ben } }],
    ['alone', { a8f3e2: ida, b7c1d9: ben }],
    ['with a word before the number', { leads: { lead_1: ida, lead_2: ben } }],
    ['with their fields', { people: { x7Gh2: { fields: ida }, y9Kl3: { fields: ben } } }],
    ['by their mail address', { people: { 'ida@haus.example': ida, 'ben2@haus.example': ben } }],
  ])('as an object by id %s', (_, body) => {
    expect(requestsIn(body).map(([name]) => name)).toEqual(['Ida Kern', 'Ben Roth']);
  });

  test('two lists of one each', () => {
    expect(requestsIn({ data: { new: [ida], changed: [ben] } })).toEqual(both);
    expect(
      splitPeople(json({ customer: [ida], technicians: [{ name: 'Ben', phone: '0171 5550650' }] })),
    ).toHaveLength(1);
  });

  test('the parts of one form are nobody else', () => {
    const billing = { name: 'Ida Kern', email: 'ida@haus.example', city: 'Dachau' };
    const shipping = { name: 'Kern Bau', email: 'bau@haus.example', city: 'Dachau' };
    expect(splitPeople(json({ billing, shipping, message: 'Bad' }))).toHaveLength(1);
    expect(splitPeople(json({ contact1: billing, contact2: shipping, message: 'Bad' }))).toHaveLength(1);
    expect(splitPeople(json({ step1: billing, step2: shipping, message: 'Bad' }))).toHaveLength(1);
  });
});
