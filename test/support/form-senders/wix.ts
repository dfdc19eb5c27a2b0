/** Wix: automations in both of their modes, and the event that apps get. */
import {
  anna,
  type Customer,
  emily,
  ferdinand,
  full,
  greta,
  joerg,
  kaethe,
  luca,
  oezlem,
  regula,
} from './customers.ts';
import { type FormSender, post, site } from './sender.ts';
import { json, jwt } from './wire.ts';

interface WixAnswer {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

const wixContact = ({ first, last, email, phone }: Customer) => ({
  name: { first, last },
  email,
  locale: 'de-de',
  emails: [{ tag: 'UNTAGGED', email, primary: true, _id: 'f271dae3-1793-4641-8880-a2ef5c166e28' }],
  phone,
  phones: [{ tag: 'UNTAGGED', formattedPhone: phone, phone, countryCode: 'DE', primary: true, _id: '8c11' }],
  contactId: 'f36ba948-7c7e-42e6-8e10-be564698369a',
  _createdDate: '2026-11-23T09:15:18.791Z',
  _updatedDate: '2026-11-23T09:15:22.941Z',
});

const wixSubmission = (customer: Customer, formName: string, answers: readonly WixAnswer[]) => ({
  formName,
  submissions: answers.map(({ label, value }) => ({ label, value })),
  ...Object.fromEntries(answers.map(({ key, value }) => [`field:${key}`, value])),
  submissionTime: '2026-11-23T09:15:16.750Z',
  context: {
    metaSiteId: '44e400a2-80db-47ef-b7c5-cd101c8abe97',
    activationId: 'f52d552c-fd11-4521-a596-a060810439eb',
  },
  _context: {
    app: { _id: '225dd912-7dea-4738-8688-4b8c6955ffc2' },
    trigger: { key: 'wix_form_app-form_submitted' },
    configuration: { _id: '9dca2f07-3b60-466d-a5cc-ec9bc4050c0b' },
    activation: { _id: 'f52d552c-fd11-4521-a596-a060810439eb' },
  },
  formFieldMask: [...answers.map(({ key }) => `field:${key}`), 'metaSiteId'],
  contact: wixContact(customer),
  submissionId: '3bb431c8-668a-4fe3-b707-87bd6ed44852',
  contactId: 'f36ba948-7c7e-42e6-8e10-be564698369a',
  submissionsLink:
    'https://manage.wix.com/dashboard/44e400a2-80db-47ef-b7c5-cd101c8abe97/wix-forms/form/93553a26-2cd3-46d0-9833-8f5e59bd36fc/submissions',
  formId: '93553a26-2cd3-46d0-9833-8f5e59bd36fc',
});

const gretaAtWix: readonly WixAnswer[] = [
  { key: 'first_name_d74c', label: 'Vorname', value: greta.first },
  { key: 'last_name_c91e', label: 'Nachname', value: greta.last },
  { key: 'email_9a1b', label: 'E-Mail-Adresse', value: greta.email },
  { key: 'phone_2b79', label: 'Telefon', value: greta.phone },
  {
    key: 'long_answer_1f3a',
    label: 'Wie können wir helfen?',
    value: 'Wir planen ein neues Gästebad im Keller.',
  },
];

const emilyAtWix: readonly WixAnswer[] = [
  { key: 'first_name_3d1c', label: 'First name', value: emily.first },
  { key: 'last_name_5e2d', label: 'Last name', value: emily.last },
  { key: 'email_77aa', label: 'Email', value: emily.email },
  { key: 'phone_11bb', label: 'Phone', value: emily.phone },
  { key: 'property_type', label: 'What kind of home?', value: 'Flat, 4th floor' },
  { key: 'long_answer_0c0c', label: 'Your message', value: 'The radiator in the living room leaks.' },
];

const regulaAtWix: readonly WixAnswer[] = [
  { key: 'name_aa01', label: 'Vor- und Nachname', value: full(regula) },
  { key: 'email_bb02', label: 'E-Mail', value: regula.email },
  { key: 'phone_cc03', label: 'Telefon', value: regula.phone },
  { key: 'plz_dd04', label: 'PLZ', value: regula.postcode },
  { key: 'nachricht_ee05', label: 'Ihre Nachricht', value: 'Offerte für einen neuen Boiler, 300 Liter.' },
];

export const wixAll: FormSender = {
  name: 'Wix (all keys)',
  setUp: 'Automations → New → Form submitted → Send HTTP request; paste the address, Body: Entire payload',
  posts: [
    post(
      'in German, wrapped in data',
      greta,
      json({ data: wixSubmission(greta, 'Anfrage Bad', gretaAtWix) }),
      {
        message: 'Wir planen ein neues Gästebad im Keller.',
      },
    ),
    post('in English, an own question', emily, json({ data: wixSubmission(emily, 'Contact', emilyAtWix) }), {
      message: 'The radiator in the living room leaks.',
      kept: ['Flat, 4th floor'],
    }),
    post(
      'not wrapped, whole name and postcode',
      regula,
      json(wixSubmission(regula, 'Offerte', regulaAtWix)),
      {
        postcode: regula.postcode,
        message: 'Offerte für einen neuen Boiler, 300 Liter.',
      },
    ),
  ],
};

export const wixOwn: FormSender = {
  name: 'Wix (own structure)',
  setUp:
    'Automations → New → Form submitted → Send HTTP request; paste the address, Body: Customize; keys name, email, phone, message, each with its variable. Recommended',
  posts: [
    post(
      'our keys',
      ferdinand,
      json({
        name: full(ferdinand),
        email: ferdinand.email,
        phone: ferdinand.phone,
        message: 'Solaranlage liefert kein Warmwasser.',
      }),
      { message: 'Solaranlage liefert kein Warmwasser.' },
    ),
    post(
      'our keys wrapped in data, a page',
      kaethe,
      json({
        data: {
          name: full(kaethe),
          email: kaethe.email,
          phone: kaethe.phone,
          message: 'Können Sie eine Enthärtungsanlage einbauen?',
          page: `${site}/wasser`,
        },
      }),
      { message: 'Können Sie eine Enthärtungsanlage einbauen?', page: `${site}/wasser` },
    ),
    post(
      'empty variables',
      oezlem,
      json({
        name: full(oezlem),
        email: '',
        phone: oezlem.phone,
        message: '',
        kind: 'repair',
        urgency: 'soon',
      }),
      { email: undefined, kind: 'repair', urgency: 'soon' },
    ),
  ],
};

const wixEvent = (submissions: Readonly<Record<string, string>>) =>
  jwt({
    data: JSON.stringify({
      eventType: 'wix.forms.v4.submission_created',
      instanceId: '1c0a5e0e-7e5c-4b3f-8f2e-0d6a7c1b9e10',
      data: JSON.stringify({
        id: 'e0a1c2d3-0000-4000-8000-aabbccddeeff',
        entityFqdn: 'wix.forms.v4.submission',
        slug: 'created',
        entityId: '3bb431c8-668a-4fe3-b707-87bd6ed44852',
        createdEvent: {
          entity: {
            id: '3bb431c8-668a-4fe3-b707-87bd6ed44852',
            formId: '93553a26-2cd3-46d0-9833-8f5e59bd36fc',
            namespace: 'wix.form_app.form',
            status: 'CONFIRMED',
            submissions,
            createdDate: '2026-11-23T09:15:16.750Z',
            seen: false,
          },
        },
        eventTime: '2026-11-23T09:15:18.000Z',
      }),
    }),
    iat: 1795425318,
    exp: 1795428918,
  });

export const wixApp: FormSender = {
  name: 'Wix (event of an app)',
  setUp: 'Only for makers of Wix apps: Events → Form Submission Created; the body is a signed token',
  posts: [
    post(
      'the submission inside the token',
      joerg,
      wixEvent({
        first_name_d74c: joerg.first,
        last_name_c91e: joerg.last,
        email_9a1b: joerg.email,
        phone_2b79: joerg.phone,
        long_answer_1f3a: 'Thermostat im Bad ohne Funktion.',
      }),
      { message: 'Thermostat im Bad ohne Funktion.' },
    ),
    post(
      'a whole name',
      luca,
      wixEvent({
        name_1: full(luca),
        email_2: luca.email,
        phone_3: luca.phone,
        long_answer_4: 'La caldaia perde acqua.',
      }),
      { message: 'La caldaia perde acqua.' },
    ),
    post(
      'without a telephone number',
      anna,
      wixEvent({
        first_name_1: anna.first,
        last_name_1: anna.last,
        email_1: anna.email,
        long_answer_1: 'Bitte um ein Angebot für ein Walk-in-Bad.',
      }),
      { phoneE164: undefined, message: 'Bitte um ein Angebot für ein Walk-in-Bad.' },
    ),
  ],
};
