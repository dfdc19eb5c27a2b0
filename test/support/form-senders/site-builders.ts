/** Site builders: their forms are made in the browser, by clicking. */
import {
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
  tomasz,
} from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { browserForm, json } from './wire.ts';

/** A form that browsers send from a page of the site builder. */
const fromPage = (page: string) => ({
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  referer: page,
});

export const jimdo: FormSender = {
  name: 'Jimdo',
  setUp:
    'Jimdo’s own form sends mails: let them go to `mail.receive`. Or add the element Widget/HTML with our snippet',
  posts: [
    post(
      'the snippet with its fields',
      greta,
      browserForm(
        [
          ['submissionId', 'd0b3c0de-11aa-4c0e-9e55-0a1b2c3d4e5f'],
          ['name', full(greta)],
          ['email', greta.email],
          ['phone', greta.phone],
          ['message', 'Ich hätte gern einen Termin für die Heizungswartung.'],
          ['website', ''],
        ],
        fromPage('https://www.muster-haustechnik.example/kontakt/'),
      ),
      { message: 'Ich hätte gern einen Termin für die Heizungswartung.', page: `${site}/kontakt/` },
    ),
    post(
      'German field names',
      joerg,
      browserForm(
        [
          ['Vorname', joerg.first],
          ['Nachname', joerg.last],
          ['E-Mail', joerg.email],
          ['Telefon', joerg.phone],
          ['Straße', joerg.street],
          ['PLZ', joerg.postcode],
          ['Ort', joerg.city],
          ['Nachricht', 'Die Dachrinne ist undicht.\nBitte vor dem Winter.'],
        ],
        fromPage(`${site}/anfrage/`),
      ),
      {
        ...place(joerg),
        address: joerg.street,
        message: 'Die Dachrinne ist undicht.\nBitte vor dem Winter.',
        page: `${site}/anfrage/`,
      },
    ),
    post(
      'only a number',
      tomasz,
      browserForm(
        [
          ['name', full(tomasz)],
          ['email', ''],
          ['telefon', tomasz.phone],
          ['nachricht', 'Bitte zurückrufen, Gastherme geht nicht an.'],
        ],
        fromPage(`${site}/`),
      ),
      { email: undefined, message: 'Bitte zurückrufen, Gastherme geht nicht an.', page: `${site}/` },
    ),
  ],
};

export const squarespace: FormSender = {
  name: 'Squarespace (through Zapier)',
  setUp:
    'Form block → Storage → Zapier; in Zapier: Squarespace "New Form Submission" → Webhooks "POST", Payload Type json',
  posts: [
    post(
      'labels in English, name in parts',
      emily,
      json({
        'Submitted On': '11/23/2026 10:15:00',
        'First Name': emily.first,
        'Last Name': emily.last,
        Email: emily.email,
        Phone: emily.phone,
        Message: 'We would like a quote for a new bathroom.',
      }),
      { message: 'We would like a quote for a new bathroom.', kind: 'project' },
    ),
    post(
      'labels in German, a box with several choices',
      kaethe,
      json({
        'Submitted On': '11/23/2026 10:15:00',
        Name: full(kaethe),
        'E-Mail': kaethe.email,
        Telefon: kaethe.phone,
        'Ihr Interesse': 'Bad, Heizung',
        Nachricht: 'Altbau von 1910, wir suchen jemanden mit Erfahrung.',
      }),
      { message: 'Altbau von 1910, wir suchen jemanden mit Erfahrung.', kept: ['Bad, Heizung'] },
    ),
    post(
      'a posted form, address in lines',
      regula,
      browserForm([
        ['Name', full(regula)],
        ['Email', regula.email],
        ['Phone', regula.phone],
        ['Address', regula.street],
        ['City', regula.city],
        ['Zip', regula.postcode],
        ['Message', 'Der Duschschlauch ist gerissen.'],
      ]),
      { ...place(regula), address: regula.street, message: 'Der Duschschlauch ist gerissen.' },
    ),
  ],
};

export const webflowOne: FormSender = {
  name: 'Webflow (API 1)',
  setUp: 'Site settings → Apps & integrations → Webhooks → Add; trigger Form submission, API version 1',
  posts: [
    post(
      'labels in English',
      emily,
      json({
        name: 'Contact Form',
        site: '62749158efef318abc8d5a0f',
        data: {
          Name: full(emily),
          Email: emily.email,
          Phone: emily.phone,
          Message: 'Our toilet is blocked.',
        },
        d: '2026-11-23T09:15:16.117Z',
        _id: '6321ca84df3949bfc6752327',
      }),
      { message: 'Our toilet is blocked.' },
    ),
    post(
      'labels in German, a form with the name of a person',
      oezlem,
      json({
        name: 'Anna',
        site: '62749158efef318abc8d5a0f',
        data: {
          Vorname: oezlem.first,
          Nachname: oezlem.last,
          'E-Mail': oezlem.email,
          Handy: oezlem.phone,
          Projekt: 'Wir wollen das Bad im OG komplett erneuern.',
        },
        d: '2026-11-23T09:15:16.117Z',
        _id: '6321ca84df3949bfc6752328',
      }),
      { message: 'Wir wollen das Bad im OG komplett erneuern.', kind: 'project' },
    ),
    post(
      'Webflow’s default names of fields',
      tomasz,
      json({
        name: 'Email Form',
        site: '62749158efef318abc8d5a0f',
        data: {
          name: full(tomasz),
          email: tomasz.email,
          'Phone-2': tomasz.phone,
          field: 'Bitte Angebot für Klimaanlage.',
          Checkbox: 'true',
        },
        d: '2026-11-23T09:15:16.117Z',
        _id: '6321ca84df3949bfc6752329',
      }),
      { message: 'Bitte Angebot für Klimaanlage.' },
    ),
  ],
};

const webflowTwoBody = (formName: string, data: Readonly<Record<string, string>>) =>
  json(
    {
      triggerType: 'form_submission',
      payload: {
        name: formName,
        siteId: '65427cf400e02b306eaa049c',
        data,
        schema: Object.keys(data).map((fieldName, index) => ({
          fieldName,
          fieldType: fieldName === 'Email' ? 'Email' : 'FormTextInput',
          fieldElementId: `28d99e50-1bfd-8dab-0a92-b3d1c9a${index}`,
        })),
        submittedAt: '2026-11-23T09:15:16.117Z',
        id: '65429e2a9bc3d1c3a1b0c1d2',
        formId: '65429eadebe8a9f3a30f62d0',
        formElementId: '4e038d2c-6a1e-4953-7be9-a59a2b453177',
      },
    },
    { 'x-webflow-timestamp': '1795424400000', 'x-webflow-signature': 'c1d2e3f4a5b6' },
  );

export const webflowTwo: FormSender = {
  name: 'Webflow (API 2)',
  setUp: 'Site settings → Apps & integrations → Webhooks → Add; trigger Form submission, API version 2',
  posts: [
    post(
      'payload with schema',
      greta,
      webflowTwoBody('Kontaktformular', {
        Name: full(greta),
        Email: greta.email,
        Telefon: greta.phone,
        Nachricht: 'Wer kann bei uns eine Hebeanlage warten?',
      }),
      { message: 'Wer kann bei uns eine Hebeanlage warten?' },
    ),
    post(
      'own questions',
      ferdinand,
      webflowTwoBody('Heizungs-Check', {
        'Ihr Name': full(ferdinand),
        Email: ferdinand.email,
        'Ihre Telefonnummer': ferdinand.phone,
        'Womit heizen Sie heute?': 'Öl',
        'Baujahr der Heizung': '1994',
        Postleitzahl: ferdinand.postcode,
        'Was möchten Sie uns noch mitteilen?': 'Förderung wäre uns wichtig.',
      }),
      { postcode: ferdinand.postcode, message: 'Förderung wäre uns wichtig.', kept: ['Öl', '1994'] },
    ),
    post(
      'only a number and a choice',
      joerg,
      webflowTwoBody('Rückruf', { Name: full(joerg), Telefon: joerg.phone, 'Wann passt es?': 'Vormittags' }),
      { email: undefined, kept: ['Vormittags'] },
    ),
  ],
};

export const framer: FormSender = {
  name: 'Framer',
  setUp: 'Form → Send To → Webhook; paste the address',
  posts: [
    post(
      'names of the inputs',
      helene,
      json({
        Name: full(helene),
        Email: helene.email,
        Phone: helene.phone,
        Message: 'Bonjour, je souhaite un devis pour une douche.',
      }),
      { message: 'Bonjour, je souhaite un devis pour une douche.' },
    ),
    post(
      'German inputs, a choice',
      karlHeinz,
      json({
        Name: full(karlHeinz),
        'E-Mail': karlHeinz.email,
        Telefon: karlHeinz.phone,
        Standort: karlHeinz.city,
        Nachricht: 'Hackschnitzelheizung: Wartung überfällig.',
      }),
      { city: karlHeinz.city, message: 'Hackschnitzelheizung: Wartung überfällig.' },
    ),
    post(
      'only name and mail',
      luca,
      json({ Nome: full(luca), Email: luca.email, Messaggio: 'Buongiorno, fate anche pompe di calore?' }),
      { phoneE164: undefined, message: 'Buongiorno, fate anche pompe di calore?' },
    ),
  ],
};
