/** Tools that pass on what another service brought. */
import {
  anna,
  emily,
  ferdinand,
  full,
  greta,
  helene,
  joerg,
  kaethe,
  karlHeinz,
  luca,
  oezlem,
  regula,
} from './customers.ts';
import { batch, type FormSender, place, post, site } from './sender.ts';
import { browserForm, json } from './wire.ts';

export const zapier: FormSender = {
  name: 'Zapier',
  setUp:
    'Webhooks by Zapier → POST; URL the address, Payload Type json; Data: name, email, phone, message, page',
  posts: [
    post(
      'our keys, JSON',
      greta,
      json({
        name: full(greta),
        email: greta.email,
        phone: greta.phone,
        message: 'Unterputzspülkasten läuft.',
        page: `${site}/`,
      }),
      { message: 'Unterputzspülkasten läuft.', page: `${site}/` },
    ),
    post(
      'payload type form, an empty step',
      joerg,
      browserForm([
        ['name', full(joerg)],
        ['email', joerg.email],
        ['phone', joerg.phone],
        ['message', 'Heizungspumpe austauschen'],
        ['postcode', ''],
      ]),
      { message: 'Heizungspumpe austauschen' },
    ),
    post(
      'wrapped in a list, utm',
      anna,
      json([
        {
          name: full(anna),
          email: anna.email,
          phone: anna.phone,
          message: 'Bitte um ein Offert.',
          utm_source: 'google',
          utm_medium: 'cpc',
        },
      ]),
      { message: 'Bitte um ein Offert.', utm: { utm_source: 'google', utm_medium: 'cpc' } },
    ),
  ],
};

export const make: FormSender = {
  name: 'Make',
  setUp:
    'HTTP → Make a request; URL the address, POST, Body type Raw, JSON; name, email, phone, message from the modules before',
  posts: [
    post(
      'our keys',
      kaethe,
      json({
        name: full(kaethe),
        email: kaethe.email,
        phone: kaethe.phone,
        message: 'Angebot für Enthärtungsanlage?',
      }),
      { message: 'Angebot für Enthärtungsanlage?' },
    ),
    post(
      'the text broke a line inside the JSON, as Make inserts it',
      regula,
      {
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(
          `{\n  "name": "${full(regula)}",\n  "email": "${regula.email}",\n  "phone": "${regula.phone}",\n  "message": "Guten Tag\nDer Boiler ist kalt.\nFreundliche Grüsse"\n}`,
        ),
      },
      { message: 'Guten Tag\nDer Boiler ist kalt.\nFreundliche Grüsse' },
    ),
    post(
      'an empty value without quotes',
      oezlem,
      {
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(
          `{"name": "${full(oezlem)}", "email": "${oezlem.email}", "phone": , "message": "Rückruf bitte per Mail",}`,
        ),
      },
      { phoneE164: undefined, message: 'Rückruf bitte per Mail' },
    ),
  ],
};

export const n8n: FormSender = {
  name: 'n8n',
  setUp:
    'HTTP Request node: POST, URL the address, Send Body, JSON, Using Fields Below: name, email, phone, message',
  posts: [
    post(
      'our keys',
      karlHeinz,
      json({
        name: full(karlHeinz),
        email: karlHeinz.email,
        phone: karlHeinz.phone,
        message: 'Pufferspeicher undicht.',
      }),
      { message: 'Pufferspeicher undicht.' },
    ),
    post(
      'labels of its own form, with what n8n adds',
      ferdinand,
      json({
        'Ihr Name': full(ferdinand),
        'E-Mail': ferdinand.email,
        Telefon: ferdinand.phone,
        'Ihr Anliegen': 'Wasser im Keller, wer kann helfen?',
        submittedAt: '2026-11-23T10:15:00.000+01:00',
        formMode: 'production',
      }),
      { message: 'Wasser im Keller, wer kann helfen?' },
    ),
    post(
      'the item of a webhook node, body among headers',
      emily,
      json([
        {
          headers: { host: 'n8n.example', 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0' },
          params: {},
          query: {},
          body: {
            name: full(emily),
            email: emily.email,
            phone: emily.phone,
            message: 'Our heating is too loud.',
          },
          webhookUrl: 'https://n8n.example/webhook/3b1c',
          executionMode: 'production',
        },
      ]),
      { message: 'Our heating is too loud.' },
    ),
    batch(
      'three items at once',
      json(
        [greta, joerg, oezlem].map((customer) => ({
          name: full(customer),
          email: customer.email,
          phone: customer.phone,
          message: `Anfrage von ${customer.first}`,
        })),
      ),
      [
        [greta, { message: `Anfrage von ${greta.first}` }],
        [joerg, { message: `Anfrage von ${joerg.first}` }],
        [oezlem, { message: `Anfrage von ${oezlem.first}` }],
      ],
    ),
  ],
};

export const powerAutomate: FormSender = {
  name: 'Power Automate',
  setUp:
    'HTTP action: POST, URI the address, header Content-Type application/json, body with name, email, phone, message',
  posts: [
    post(
      'our keys',
      helene,
      json({
        name: full(helene),
        email: helene.email,
        phone: helene.phone,
        message: 'Remplacement du chauffe-eau.',
      }),
      { message: 'Remplacement du chauffe-eau.' },
    ),
    post(
      'JSON inside a string, without a content type',
      luca,
      {
        headers: {},
        body: Buffer.from(
          JSON.stringify(
            JSON.stringify({
              name: full(luca),
              email: luca.email,
              phone: luca.phone,
              message: 'Scarico otturato.',
            }),
          ),
        ),
      },
      { message: 'Scarico otturato.' },
    ),
    post(
      'a byte order mark in front',
      joerg,
      {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: Buffer.from(
          `\ufeff${JSON.stringify({ Name: full(joerg), 'E-Mail': joerg.email, Telefon: joerg.phone, PLZ: joerg.postcode, Ort: joerg.city, Nachricht: 'Gäste-WC erneuern' })}`,
        ),
      },
      { ...place(joerg), message: 'Gäste-WC erneuern' },
    ),
  ],
};
