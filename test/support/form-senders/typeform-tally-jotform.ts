/** Form services with questions and answers, on pages of their own. */
import { anna, emily, full, greta, helene, joerg, kaethe, karlHeinz, luca, tomasz } from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { json, multipart, type Pair } from './wire.ts';

type TypeformAnswer = readonly [title: string, fieldType: string, type: string, value: unknown];

const typeformBody = (answers: readonly TypeformAnswer[], hidden: Readonly<Record<string, string>>) =>
  json(
    {
      event_id: '01HFYZ8M2Q6W3J',
      event_type: 'form_response',
      form_response: {
        form_id: 'lT4Z3j',
        token: 'a3a12ec67a1365927098a606107fbc15',
        landed_at: '2026-11-23T09:12:00Z',
        submitted_at: '2026-11-23T09:15:00Z',
        ...(Object.keys(hidden).length > 0 && { hidden }),
        definition: {
          id: 'lT4Z3j',
          title: 'Anfrage',
          fields: answers.map(([title, type], index) => ({
            id: `f${index}`,
            ref: `ref_${index}`,
            type,
            title,
            properties: {},
          })),
          endings: [{ id: 'e1', title: 'Danke!', type: 'thankyou_screen' }],
        },
        answers: answers.map(([, fieldType, type, value], index) => ({
          type,
          [type]: value,
          field: { id: `f${index}`, type: fieldType, ref: `ref_${index}` },
        })),
        ending: { id: 'e1', ref: 'default_tys' },
      },
    },
    { 'typeform-signature': 'sha256=pJ0nQm1bY0aTj7y2u9m6m0c1S5x8d3k4l5n6o7p8q9r=' },
  );

export const typeform: FormSender = {
  name: 'Typeform',
  setUp: 'Form → Connect → Webhooks → Add a webhook; paste the address, switch it on; Edit → Secret',
  posts: [
    post(
      'questions in German, a choice, hidden utm',
      greta,
      typeformBody(
        [
          ['Wie heißen Sie?', 'short_text', 'text', full(greta)],
          ['Unter welcher Nummer erreichen wir Sie?', 'phone_number', 'phone_number', greta.phoneE164],
          ['Und Ihre E-Mail-Adresse?', 'email', 'email', greta.email],
          ['Was brauchen Sie?', 'multiple_choice', 'choice', { id: 'c1', label: 'Neues Bad', ref: 'c_1' }],
          ['Erzählen Sie uns mehr', 'long_text', 'text', 'Das Bad ist 7 m² groß und hat eine Dachschräge.'],
          ['Datenschutz', 'legal', 'boolean', true],
        ],
        { utm_source: 'google', utm_campaign: 'bad' },
      ),
      {
        message: 'Das Bad ist 7 m² groß und hat eine Dachschräge.',
        kept: ['Neues Bad'],
        utm: { utm_source: 'google', utm_campaign: 'bad' },
      },
    ),
    post(
      'the contact block, several choices, a number',
      emily,
      typeformBody(
        [
          ['First name', 'short_text', 'text', emily.first],
          ['Last name', 'short_text', 'text', emily.last],
          ['Phone number', 'phone_number', 'phone_number', emily.phoneE164],
          ['Email', 'email', 'email', emily.email],
          [
            'What can we help with?',
            'multiple_choice',
            'choices',
            { ids: ['a', 'b'], labels: ['Heating', 'Bathroom'], refs: ['r1', 'r2'] },
          ],
          ['How many rooms?', 'number', 'number', 4],
          ['Anything else?', 'long_text', 'text', 'We are at home on Fridays.'],
        ],
        {},
      ),
      { message: 'We are at home on Fridays.', kept: ['Heating', 'Bathroom'] },
    ),
    post(
      'no mail address, an emergency by choice',
      tomasz,
      typeformBody(
        [
          ['Ihr Name', 'short_text', 'text', full(tomasz)],
          ['Telefon', 'phone_number', 'phone_number', tomasz.phoneE164],
          ['Wie dringend ist es?', 'multiple_choice', 'choice', { id: 'c9', label: 'Notfall', ref: 'c_9' }],
          ['Was ist passiert?', 'long_text', 'text', 'Es läuft Wasser aus der Heizung.'],
        ],
        { page: `${site}/notdienst` },
      ),
      {
        email: undefined,
        message: 'Es läuft Wasser aus der Heizung.',
        urgency: 'now',
        page: `${site}/notdienst`,
      },
    ),
  ],
};

interface TallyField {
  readonly label: string | null;
  readonly type: string;
  readonly value: unknown;
  readonly options?: readonly { readonly id: string; readonly text: string }[];
}

const tallyBody = (formName: string, fields: readonly TallyField[]) =>
  json(
    {
      eventId: 'a4cb511e-d513-4fa5-baee-b815d718dfd1',
      eventType: 'FORM_RESPONSE',
      createdAt: '2026-11-23T09:15:00.000Z',
      data: {
        responseId: '2wgx4n',
        submissionId: '2wgx4n',
        respondentId: 'dwQKYm',
        formId: 'VwbNEw',
        formName,
        createdAt: '2026-11-23T09:15:00.000Z',
        fields: fields.map((field, index) => ({ key: `question_${index}x7Kz`, ...field })),
      },
    },
    { 'tally-signature': 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE=' },
  );

export const tally: FormSender = {
  name: 'Tally',
  setUp: 'Form → Integrations → Webhooks → Connect; paste the address, Add a signing secret',
  posts: [
    post(
      'a list to look up',
      anna,
      tallyBody('Anfrage Wien', [
        { label: 'Vor- und Nachname', type: 'INPUT_TEXT', value: full(anna) },
        { label: 'E-Mail', type: 'INPUT_EMAIL', value: anna.email },
        { label: 'Telefon', type: 'INPUT_PHONE_NUMBER', value: anna.phoneE164 },
        {
          label: 'Worum geht es?',
          type: 'DROPDOWN',
          value: ['o2'],
          options: [
            { id: 'o1', text: 'Bad' },
            { id: 'o2', text: 'Gastherme' },
          ],
        },
        { label: 'Beschreibung', type: 'TEXTAREA', value: 'Die Therme geht nachts aus.' },
      ]),
      { message: 'Die Therme geht nachts aus.', kept: ['Gastherme'] },
    ),
    post(
      'boxes as Tally doubles them, a file, hidden fields',
      kaethe,
      tallyBody('Anfrage', [
        { label: 'Vorname', type: 'INPUT_TEXT', value: kaethe.first },
        { label: 'Nachname', type: 'INPUT_TEXT', value: kaethe.last },
        { label: 'E-Mail-Adresse', type: 'INPUT_EMAIL', value: kaethe.email },
        { label: 'Rückrufnummer', type: 'INPUT_PHONE_NUMBER', value: kaethe.phoneE164 },
        {
          label: 'Leistungen',
          type: 'CHECKBOXES',
          value: ['k1', 'k3'],
          options: [
            { id: 'k1', text: 'Dusche' },
            { id: 'k2', text: 'Wanne' },
            { id: 'k3', text: 'WC' },
          ],
        },
        { label: 'Leistungen (Dusche)', type: 'CHECKBOXES', value: true },
        { label: 'Leistungen (Wanne)', type: 'CHECKBOXES', value: false },
        { label: 'Leistungen (WC)', type: 'CHECKBOXES', value: true },
        {
          label: 'Fotos',
          type: 'FILE_UPLOAD',
          value: [
            {
              id: 'u1',
              name: 'bad.jpg',
              url: 'https://storage.tally.example/bad.jpg',
              mimeType: 'image/jpeg',
              size: 1201,
            },
          ],
        },
        { label: 'Ihr Anliegen', type: 'TEXTAREA', value: 'Wir wünschen uns ein helleres Bad 🛁.' },
        { label: 'utm_source', type: 'HIDDEN_FIELDS', value: 'facebook' },
        { label: 'page', type: 'HIDDEN_FIELDS', value: `${site}/bad` },
      ]),
      {
        message: 'Wir wünschen uns ein helleres Bad 🛁.',
        kept: ['Dusche', 'WC'],
        utm: { utm_source: 'facebook' },
        page: `${site}/bad`,
      },
    ),
    post(
      'empty answers, a form that bears a person’s name',
      helene,
      tallyBody('Marie Dupont Sanitaires', [
        { label: 'Nom et prénom', type: 'INPUT_TEXT', value: full(helene) },
        { label: 'Adresse e-mail', type: 'INPUT_EMAIL', value: helene.email },
        { label: 'Téléphone', type: 'INPUT_PHONE_NUMBER', value: null },
        {
          label: 'Votre demande',
          type: 'TEXTAREA',
          value: 'Un rendez-vous pour l’entretien de la chaudière.',
        },
      ]),
      { phoneE164: undefined, message: 'Un rendez-vous pour l’entretien de la chaudière.' },
    ),
  ],
};

const jotformBody = (title: string, answers: Readonly<Record<string, unknown>>, pretty: string) => {
  const parts: readonly Pair[] = [
    ['action', ''],
    ['webhookURL', 'https://anfrage.example/hooks/jotform/x'],
    ['username', 'betrieb'],
    ['formID', '241692120026345'],
    ['type', 'WEB'],
    ['customParams', ''],
    ['product', ''],
    ['formTitle', title],
    ['customTitle', ''],
    ['submissionID', '6085071234567890123'],
    ['event', ''],
    ['documentID', ''],
    ['teamID', ''],
    ['subject', ''],
    ['isSilent', 'false'],
    ['customBody', ''],
    [
      'rawRequest',
      JSON.stringify({
        slug: 'submit/241692120026345',
        jsExecutionTracker: 'build-date-1795424300=>init-started:1795424310',
        submitSource: 'form',
        buildDate: '1795424300',
        uploadServerUrl: 'https://upload.jotform.example/upload',
        ...answers,
        event_id: '1795424310_241692120026345_abc',
        timeToSubmit: '48',
        path: '/submit/241692120026345',
      }),
    ],
    ['fromTable', 'false'],
    ['appID', ''],
    ['pretty', pretty],
    ['unread', ''],
    ['parent', ''],
    ['ip', '203.0.113.21'],
  ];
  return multipart(parts);
};

export const jotform: FormSender = {
  name: 'Jotform',
  setUp: 'Form Builder → Settings → Integrations → Webhooks; paste the address, Complete Integration',
  posts: [
    post(
      'name and address in parts, a number in parts',
      joerg,
      jotformBody(
        'Anfrage Bad',
        {
          q3_name: { first: joerg.first, last: joerg.last },
          q4_email: joerg.email,
          q5_telefonnummer: { full: joerg.phone },
          q6_adresse: {
            addr_line1: joerg.street,
            addr_line2: '',
            city: joerg.city,
            state: 'Bayern',
            postal: joerg.postcode,
          },
          q7_nachricht: 'Unser Bad ist 30 Jahre alt. Was würde eine Sanierung kosten?',
        },
        `Name:${full(joerg)}, E-Mail:${joerg.email}, Telefonnummer:${joerg.phone}`,
      ),
      {
        ...place(joerg),
        address: joerg.street,
        message: 'Unser Bad ist 30 Jahre alt. Was würde eine Sanierung kosten?',
      },
    ),
    post(
      'area and number apart, several choices',
      karlHeinz,
      jotformBody(
        'Kontakt',
        {
          q3_vorUnd: { prefix: 'Herr', first: karlHeinz.first, last: karlHeinz.last },
          q4_emailadresse: karlHeinz.email,
          q5_telefon: { area: '08141', phone: '555061' },
          q6_leistungen: ['Heizung', 'Brunnen'],
          q8_ihreNachricht: 'Bitte melden Sie sich nach der Ernte.',
          q9_datum: { day: '01', month: '12', year: '2026' },
        },
        `Vor- und Nachname:Herr ${full(karlHeinz)}`,
      ),
      { message: 'Bitte melden Sie sich nach der Ernte.', kept: ['Heizung', 'Brunnen'] },
    ),
    post(
      'short answers, no number',
      luca,
      jotformBody(
        'Richiesta',
        {
          q1_nomeE: { first: luca.first, last: luca.last },
          q2_email: luca.email,
          q9_messaggio: 'Il rubinetto della cucina perde.',
        },
        `Nome e cognome:${full(luca)}, E-mail:${luca.email}`,
      ),
      { phoneE164: undefined, message: 'Il rubinetto della cucina perde.' },
    ),
  ],
};
