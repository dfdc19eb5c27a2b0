/** Gravity Forms and the form widget of Elementor, both in both of their modes. */
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
} from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { phpForm, phpJson } from './wire.ts';

const gravityEntry = (formId: string, entry: Readonly<Record<string, string>>, page: string) =>
  phpJson({
    id: '134',
    form_id: formId,
    post_id: null,
    date_created: '2026-11-20 08:12:33',
    date_updated: '2026-11-20 08:12:33',
    is_starred: '0',
    is_read: '0',
    ip: '203.0.113.9',
    source_url: page,
    user_agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0',
    currency: 'EUR',
    payment_status: null,
    payment_date: null,
    payment_amount: null,
    payment_method: null,
    transaction_id: null,
    is_fulfilled: null,
    created_by: null,
    transaction_type: null,
    status: 'active',
    source_id: '12',
    ...entry,
  });

export const gravityAll: FormSender = {
  name: 'Gravity Forms (all fields)',
  setUp: 'Form → Settings → Webhooks → Add New; Request Method POST, Format JSON, Request Body "All Fields"',
  posts: [
    post(
      'name and address in parts',
      kaethe,
      gravityEntry(
        '2',
        {
          '1.2': 'Frau',
          '1.3': kaethe.first,
          '1.4': '',
          '1.6': kaethe.last,
          '1.8': '',
          '2': kaethe.email,
          '3': kaethe.phone,
          '4.1': kaethe.street,
          '4.2': '',
          '4.3': kaethe.city,
          '4.4': 'Bayern',
          '4.5': kaethe.postcode,
          '4.6': 'Deutschland',
          '5': 'Der Heizkörper im Kinderzimmer wird nicht mehr warm.',
        },
        `${site}/kontakt/`,
      ),
      {
        ...place(kaethe),
        address: kaethe.street,
        message: 'Der Heizkörper im Kinderzimmer wird nicht mehr warm.',
        page: `${site}/kontakt/`,
      },
    ),
    post(
      'a simple name, ticked boxes by number, consent to how data are kept',
      ferdinand,
      gravityEntry(
        '5',
        {
          '1': full(ferdinand),
          '3': ferdinand.email,
          '4': ferdinand.phone,
          '6.1': 'Bad',
          '6.2': '',
          '6.3': 'Solar',
          '7': 'Wir bauen um und brauchen ein Angebot für zwei Bäder und eine Solaranlage.',
          '8.1': '1',
          '8.2': 'Ich stimme der Datenschutzerklärung zu.',
          '8.3': '4',
        },
        `${site}/anfrage/?utm_source=google&utm_medium=cpc`,
      ),
      {
        message: 'Wir bauen um und brauchen ein Angebot für zwei Bäder und eine Solaranlage.',
        page: `${site}/anfrage/?utm_source=google&utm_medium=cpc`,
        kind: 'project',
        kept: ['Bad', 'Solar'],
      },
    ),
    post(
      'no text but a choice, no mail address',
      joerg,
      gravityEntry(
        '7',
        { '1.3': joerg.first, '1.6': joerg.last, '2': '', '3': joerg.phone, '9': 'Wartung' },
        `${site}/`,
      ),
      { email: undefined, page: `${site}/`, kept: ['Wartung'] },
    ),
  ],
};

export const gravitySelected: FormSender = {
  name: 'Gravity Forms (selected fields)',
  setUp:
    'Form → Settings → Webhooks → Add New; Request Method POST, Format JSON, Request Body "Select Fields": name, email, phone, message and, as page, {embed_url}',
  posts: [
    post(
      'our own keys',
      greta,
      phpJson({
        name: full(greta),
        email: greta.email,
        phone: greta.phone,
        message: 'Gasgeruch im Heizungsraum!',
        page: `${site}/notdienst/`,
      }),
      { message: 'Gasgeruch im Heizungsraum!', page: `${site}/notdienst/`, kind: 'repair', urgency: 'now' },
    ),
    post(
      'keys of somebody else, as a form',
      luca,
      phpForm({
        nome: luca.first,
        cognome: luca.last,
        'e-mail': luca.email,
        telefono: luca.phone,
        cap: luca.postcode,
        citta: luca.city,
        messaggio: 'Vorremmo rifare il bagno degli ospiti.',
      }),
      { ...place(luca), message: 'Vorremmo rifare il bagno degli ospiti.' },
    ),
    post(
      'two telephone numbers',
      oezlem,
      phpJson({
        'vor-und-nachname': full(oezlem),
        email: oezlem.email,
        telefon: oezlem.phone,
        mobil: '0172 5550999',
        nachricht: 'Bitte um Rückruf wegen Fußbodenheizung.',
        source_url: `${site}/heizung/`,
      }),
      { message: 'Bitte um Rückruf wegen Fußbodenheizung.', page: `${site}/heizung/`, kept: ['5550999'] },
    ),
  ],
};

export const elementorSimple: FormSender = {
  name: 'Elementor Pro (simple)',
  setUp: 'Form widget → Actions After Submit → Webhook; paste the address. Better: switch Advanced Data on',
  posts: [
    post(
      'labels as keys, what Elementor adds in German',
      regula,
      phpForm({
        Name: full(regula),
        'E-Mail': regula.email,
        Telefon: regula.phone,
        Nachricht: 'Wir hätten gern eine Offerte für eine Wärmepumpe.',
        Datum: '23. November 2026',
        Zeit: '10:15',
        'Seiten-URL': `${site}/waermepumpe/`,
        'Benutzer-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)',
        'Remote-IP': '203.0.113.40',
        'Unterstützt von': 'Elementor',
        form_id: '7c1f2aa',
        form_name: 'Kontakt',
      }),
      {
        message: 'Wir hätten gern eine Offerte für eine Wärmepumpe.',
        kind: 'project',
        page: `${site}/waermepumpe/`,
      },
    ),
    post(
      'fields without labels',
      emily,
      phpForm({
        'No Label name': full(emily),
        'No Label email': emily.email,
        'No Label field_3b8e0c1': emily.phone,
        'No Label message': 'Hi, our boiler makes a strange noise. Could somebody have a look at it?',
        'No Label field_5f3533b': '',
        Date: 'November 23, 2026',
        Time: '10:15 am',
        'Page URL': `${site}/en/contact/`,
        'User Agent': 'Mozilla/5.0',
        'Remote IP': '203.0.113.41',
        'Powered by': 'Elementor',
        form_id: '19ac3be',
        form_name: 'New Form',
      }),
      {
        message: 'Hi, our boiler makes a strange noise. Could somebody have a look at it?',
        page: `${site}/en/contact/`,
      },
    ),
    post(
      'no label in German, a box for how data are kept, the number beside placeholders',
      ferdinand,
      phpForm({
        'Kein Label name': full(ferdinand),
        'Kein Label email': ferdinand.email,
        'Kein Label field_84e1d02': ferdinand.phone,
        'Worum geht es?': 'Heizung',
        'Kein Label message': 'Unsere Ölheizung soll raus.',
        'Kein Label field_acc1': 'on',
        'Seiten-URL': `${site}/`,
        form_id: 'ab12cd3',
        form_name: 'Popup',
      }),
      { message: 'Unsere Ölheizung soll raus.', page: `${site}/`, kept: ['Heizung'] },
    ),
  ],
};

interface ElementorField {
  readonly type: string;
  readonly title: string;
  readonly value: string;
}

const elementorAdvancedBody = (
  form: readonly [id: string, name: string],
  fields: Readonly<Record<string, ElementorField>>,
  page: string,
) =>
  phpForm({
    form: { id: form[0], name: form[1] },
    fields: Object.fromEntries(
      Object.entries(fields).map(([id, { type, title, value }]) => [
        id,
        { id, type, title, value, raw_value: value, required: '1' },
      ]),
    ),
    meta: {
      date: { title: 'Datum', value: '23. November 2026' },
      time: { title: 'Zeit', value: '10:15' },
      page_url: { title: 'Seiten-URL', value: page },
      user_agent: { title: 'Benutzer-Agent', value: 'Mozilla/5.0' },
      remote_ip: { title: 'Remote-IP', value: '203.0.113.42' },
      credit: { title: 'Unterstützt von', value: 'Elementor' },
    },
  });

export const elementorAdvanced: FormSender = {
  name: 'Elementor Pro (advanced)',
  setUp: 'Form widget → Actions After Submit → Webhook; paste the address, Advanced Data: Yes',
  posts: [
    post(
      'a type and a title for each field',
      joerg,
      elementorAdvancedBody(
        ['7c1f2aa', 'Kontakt'],
        {
          name: { type: 'text', title: 'Name', value: full(joerg) },
          email: { type: 'email', title: 'E-Mail', value: joerg.email },
          field_9f2c1aa: { type: 'tel', title: 'Telefon', value: joerg.phone },
          message: {
            type: 'textarea',
            title: 'Nachricht',
            value: 'Die Toilettenspülung läuft ständig nach.',
          },
          field_acc: { type: 'acceptance', title: 'Datenschutz', value: 'on' },
        },
        `${site}/kontakt/`,
      ),
      { message: 'Die Toilettenspülung läuft ständig nach.', page: `${site}/kontakt/` },
    ),
    post(
      'no titles: only the types tell',
      helene,
      elementorAdvancedBody(
        ['19ac3be', 'Formulaire'],
        {
          field_1: { type: 'text', title: '', value: full(helene) },
          field_2: { type: 'tel', title: '', value: helene.phone },
          field_3: { type: 'email', title: '', value: helene.email },
          field_4: { type: 'textarea', title: '', value: 'Fuite sous le lavabo, est-ce possible demain ?' },
        },
        `${site}/fr/`,
      ),
      { message: 'Fuite sous le lavabo, est-ce possible demain ?', page: `${site}/fr/` },
    ),
    post(
      'an own question and an upload',
      karlHeinz,
      elementorAdvancedBody(
        ['aa00bb1', 'Badplaner'],
        {
          vorname: { type: 'text', title: 'Vorname', value: karlHeinz.first },
          nachname: { type: 'text', title: 'Nachname', value: karlHeinz.last },
          tel: { type: 'tel', title: 'Rückrufnummer', value: karlHeinz.phone },
          mail: { type: 'email', title: 'Mail', value: karlHeinz.email },
          plz: { type: 'text', title: 'Postleitzahl', value: karlHeinz.postcode },
          groesse: { type: 'number', title: 'Wie groß ist das Bad (m²)?', value: '9' },
          plan: {
            type: 'upload',
            title: 'Grundriss',
            value: `${site}/wp-content/uploads/elementor/forms/5f.pdf`,
          },
          text: {
            type: 'textarea',
            title: 'Ihr Anliegen',
            value: 'Komplettbad mit Dusche und Wanne, bitte Angebot.',
          },
        },
        `${site}/bad/`,
      ),
      {
        postcode: karlHeinz.postcode,
        message: 'Komplettbad mit Dusche und Wanne, bitte Angebot.',
        kind: 'project',
        page: `${site}/bad/`,
        kept: ['9', '5f.pdf'],
      },
    ),
  ],
};
