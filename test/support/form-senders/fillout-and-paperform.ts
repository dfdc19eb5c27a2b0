/** Form services that send a list of questions with their answers. */
import { anna, emily, full, greta, joerg, oezlem, regula } from './customers.ts';
import { type FormSender, place, post } from './sender.ts';
import { json, type Pair } from './wire.ts';

const filloutBody = (
  answers: readonly (readonly [name: string, type: string, value: unknown])[],
  url: readonly Pair[] = [],
) =>
  json({
    formId: 'mKZ8Q1xW5tus',
    formName: 'Kontakt',
    submission: {
      submissionId: '9f1c0c1a-6d1e-4a52-8f37-2a1f0a1e5b11',
      submissionTime: '2026-11-23T09:15:00.000Z',
      lastUpdatedAt: '2026-11-23T09:15:00.000Z',
      questions: answers.map(([name, type, value], index) => ({ id: `q${index}Ab`, name, type, value })),
      calculations: [],
      urlParameters: url.map(([name, value]) => ({ id: name, name, value })),
      documents: [],
    },
  });

export const fillout: FormSender = {
  name: 'Fillout',
  setUp: 'Form → Integrate → Webhook; paste the address, method POST',
  posts: [
    post(
      'questions with types, parameters of the address',
      greta,
      filloutBody(
        [
          ['Name', 'ShortAnswer', full(greta)],
          ['E-Mail', 'EmailInput', greta.email],
          ['Telefon', 'PhoneNumber', greta.phoneE164],
          ['Leistung', 'Checkboxes', ['Bad', 'Fliesen']],
          ['Ihr Vorhaben', 'LongAnswer', 'Badewanne raus, Dusche rein, neue Fliesen.'],
        ],
        [['utm_source', 'instagram']],
      ),
      {
        message: 'Badewanne raus, Dusche rein, neue Fliesen.',
        kept: ['Bad', 'Fliesen'],
        utm: { utm_source: 'instagram' },
      },
    ),
    post(
      'an address as an object',
      regula,
      filloutBody([
        ['Vorname', 'ShortAnswer', regula.first],
        ['Nachname', 'ShortAnswer', regula.last],
        ['E-Mail', 'EmailInput', regula.email],
        ['Telefon', 'PhoneNumber', regula.phoneE164],
        [
          'Adresse',
          'Address',
          {
            address: regula.street,
            city: regula.city,
            state: 'ZH',
            zipCode: regula.postcode,
            country: 'Schweiz',
          },
        ],
        ['Mitteilung', 'LongAnswer', 'Kalkschutz für ein Mehrfamilienhaus.'],
      ]),
      { ...place(regula), address: regula.street, message: 'Kalkschutz für ein Mehrfamilienhaus.' },
    ),
    post(
      'unanswered questions',
      emily,
      filloutBody([
        ['What is your name?', 'ShortAnswer', full(emily)],
        ['Email address', 'EmailInput', emily.email],
        ['Phone', 'PhoneNumber', null],
        ['How can we help you?', 'LongAnswer', 'A new kitchen tap, please.'],
        ['Budget', 'NumberInput', null],
      ]),
      { phoneE164: undefined, message: 'A new kitchen tap, please.' },
    ),
  ],
};

const paperformBody = (answers: readonly (readonly [title: string, type: string, value: unknown])[]) =>
  json({
    data: answers.map(([title, type, value], index) => ({
      title,
      description: null,
      type,
      key: `k${index}c0`,
      custom_key: null,
      value,
    })),
    form_id: '5f0c1a2b3c4d5e6f',
    slug: 'anfrage',
    submission_id: '656f0a1b2c3d4e5f',
    created_at: '2026-11-23 09:15:00',
    ip_address: '203.0.113.22',
    charge: null,
    trigger: 'new_submission',
  });

export const paperform: FormSender = {
  name: 'Paperform',
  setUp: 'Form → After Submission → Integrations & Webhooks → Webhooks → New; paste the address',
  posts: [
    post(
      'a list of questions',
      joerg,
      paperformBody([
        ['Ihr Name', 'text', full(joerg)],
        ['Ihre E-Mail', 'email', joerg.email],
        ['Ihre Telefonnummer', 'phone', joerg.phoneE164],
        ['Was ist zu tun?', 'text', 'Die Zirkulationspumpe brummt laut.'],
      ]),
      { message: 'Die Zirkulationspumpe brummt laut.' },
    ),
    post(
      'choices and an address',
      anna,
      paperformBody([
        ['Vorname', 'text', anna.first],
        ['Nachname', 'text', anna.last],
        ['E-Mail', 'email', anna.email],
        ['Telefon', 'phone', anna.phoneE164],
        [
          'Adresse',
          'address',
          {
            street: anna.street,
            suburb: anna.city,
            state: 'Wien',
            postcode: anna.postcode,
            country: 'Austria',
          },
        ],
        ['Interesse', 'choices', ['Therme', 'Bad']],
        ['Nachricht', 'text', 'Termin am liebsten am Freitag.'],
      ]),
      {
        ...place(anna),
        address: anna.street,
        message: 'Termin am liebsten am Freitag.',
        kept: ['Therme', 'Bad'],
      },
    ),
    post(
      'no mail address, an emergency',
      oezlem,
      paperformBody([
        ['Name', 'text', full(oezlem)],
        ['E-Mail', 'email', null],
        ['Telefon', 'phone', oezlem.phoneE164],
        ['Ihr Anliegen', 'text', 'Wasserschaden in der Wohnung, Wasser läuft durch die Decke!'],
      ]),
      {
        email: undefined,
        message: 'Wasserschaden in der Wohnung, Wasser läuft durch die Decke!',
        urgency: 'now',
        kind: 'repair',
      },
    ),
  ],
};
