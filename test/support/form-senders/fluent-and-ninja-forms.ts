/** Form plug-ins of WordPress that send names in parts. */
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
  oezlem,
  regula,
  tomasz,
} from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { phpForm, phpJson } from './wire.ts';

const fluentRecord = (page: string) => ({
  id: '77',
  form_id: '3',
  serial_number: '21',
  source_url: page,
  user_id: '',
  status: 'unread',
  is_favourite: '0',
  browser: 'Chrome',
  device: 'Windows',
  ip: '203.0.113.9',
  city: null,
  country: null,
  created_at: '2026-11-23 10:15:00',
  updated_at: '2026-11-23 10:15:00',
});

export const fluentJson: FormSender = {
  name: 'Fluent Forms (JSON)',
  setUp: 'Form → Settings & Integrations → Webhook → Add New; Request Format JSON, Request Body "All Fields"',
  posts: [
    post(
      'all fields, name in parts, the page in the record',
      greta,
      phpJson({
        names: { first_name: greta.first, last_name: greta.last },
        email: greta.email,
        phone: greta.phone,
        message: 'Die Heizung fällt immer wieder aus.',
        _fluentform_3_fluentformnonce: '9ac1b2',
        __submission: fluentRecord(`${site}/kontakt/`),
      }),
      { message: 'Die Heizung fällt immer wieder aus.', page: `${site}/kontakt/` },
    ),
    post(
      'address field, several choices, names as Fluent numbers them',
      anna,
      phpJson({
        names: { first_name: anna.first, middle_name: '', last_name: anna.last },
        email: anna.email,
        phone_1: anna.phone,
        address_1: {
          address_line_1: anna.street,
          address_line_2: '',
          city: anna.city,
          state: '',
          zip: anna.postcode,
          country: 'AT',
        },
        checkbox: ['Bad', 'Küche'],
        description: 'Altbauwohnung, alles aus den 70ern. Wann könnten Sie vorbeikommen?',
        'gdpr-agreement': 'on',
        __submission: fluentRecord(`${site}/wien/`),
      }),
      {
        ...place(anna),
        address: anna.street,
        message: 'Altbauwohnung, alles aus den 70ern. Wann könnten Sie vorbeikommen?',
        page: `${site}/wien/`,
        kept: ['Bad', 'Küche'],
      },
    ),
    post(
      'only a number, the kind by a list',
      tomasz,
      phpJson({
        input_text: full(tomasz),
        phone: tomasz.phone,
        email: '',
        dropdown: 'Notdienst',
        message: 'Heizung ausgefallen, Baby im Haus.',
        __submission: fluentRecord(`${site}/notdienst/`),
      }),
      {
        email: undefined,
        message: 'Heizung ausgefallen, Baby im Haus.',
        page: `${site}/notdienst/`,
        urgency: 'now',
        kept: ['Notdienst'],
      },
    ),
  ],
};

export const fluentForm: FormSender = {
  name: 'Fluent Forms (form)',
  setUp: 'The same with Request Format FORM',
  posts: [
    post(
      'all fields in brackets',
      helene,
      phpForm({
        names: { first_name: helene.first, last_name: helene.last },
        email: helene.email,
        phone: helene.phone,
        message: 'Bonjour, le chauffe-eau ne fonctionne plus depuis ce matin.',
        __submission: { ...fluentRecord(`${site}/fr/contact/`), city: null, country: null },
      }),
      { message: 'Bonjour, le chauffe-eau ne fonctionne plus depuis ce matin.', page: `${site}/fr/contact/` },
    ),
    post(
      'selected fields with our keys',
      joerg,
      phpForm({
        name: full(joerg),
        email: joerg.email,
        phone: joerg.phone,
        message: 'Termin für die Wartung bitte, Vaillant ecoTEC.',
        page: `${site}/wartung/`,
      }),
      { message: 'Termin für die Wartung bitte, Vaillant ecoTEC.', page: `${site}/wartung/` },
    ),
    post(
      'postcode and a choice',
      kaethe,
      phpForm({
        names: { first_name: kaethe.first, last_name: kaethe.last },
        email: kaethe.email,
        phone: '',
        numeric_field: kaethe.postcode,
        input_radio: 'Eigentümer',
        message: 'Was kostet ungefähr eine neue Heizung für 140 m²?',
        __submission: fluentRecord(`${site}/`),
      }),
      {
        phoneE164: undefined,
        postcode: kaethe.postcode,
        message: 'Was kostet ungefähr eine neue Heizung für 140 m²?',
        page: `${site}/`,
        kept: ['Eigentümer'],
      },
    ),
  ],
};

export const ninja: FormSender = {
  name: 'Ninja Forms',
  setUp:
    'Form → Emails & Actions → WebHooks; Remote Url: the address, POST; Args: name {field:name} and so on; JSON encode',
  posts: [
    post(
      'arguments with our keys',
      oezlem,
      phpJson({
        name: full(oezlem),
        email: oezlem.email,
        phone: oezlem.phone,
        message: 'Bitte um ein Angebot für eine neue Badewanne.',
        page: `${site}/bad/`,
      }),
      { message: 'Bitte um ein Angebot für eine neue Badewanne.', page: `${site}/bad/`, kind: 'project' },
    ),
    post(
      'the keys that Ninja makes, as a form',
      karlHeinz,
      phpForm({
        firstname_1583221: karlHeinz.first,
        lastname_1583222: karlHeinz.last,
        email_1583223: karlHeinz.email,
        phone_1583224: karlHeinz.phone,
        textarea_1583225: 'Im Stall ist eine Leitung eingefroren.',
        listcheckbox_1583226: 'Stall,Wohnhaus',
      }),
      { message: 'Im Stall ist eine Leitung eingefroren.', kept: ['Stall', 'Wohnhaus'] },
    ),
    post(
      'everything in one argument',
      emily,
      phpForm({
        data: JSON.stringify({
          name: full(emily),
          email: emily.email,
          phone: emily.phone,
          message: 'We are moving in on January 1st and need a washing machine connected.',
        }),
      }),
      { message: 'We are moving in on January 1st and need a washing machine connected.' },
    ),
  ],
};

export const forminator: FormSender = {
  name: 'Forminator',
  setUp: 'Form → Integrations → Webhook → Add; paste the address',
  posts: [
    post(
      'name in parts, underscores in place of dashes',
      ferdinand,
      phpJson({
        name_1_first_name: ferdinand.first,
        name_1_last_name: ferdinand.last,
        email_1: ferdinand.email,
        phone_1: ferdinand.phone,
        textarea_1: 'Wasserfleck an der Decke unter dem Bad.',
        consent_1: 'checked',
        form_title: 'Kontakt',
        entry_time: '2026-11-23 10:15:00',
      }),
      { message: 'Wasserfleck an der Decke unter dem Bad.' },
    ),
    post(
      'dashes, as older versions send them, and an address',
      regula,
      phpJson({
        'name-1': full(regula),
        'email-1': regula.email,
        'phone-1': regula.phone,
        'address-1-street_address': regula.street,
        'address-1-city': regula.city,
        'address-1-zip': regula.postcode,
        'select-1': 'Badumbau',
        'textarea-1': 'Wir möchten die Dusche vergrössern.',
        'form-title': 'Offertanfrage',
        'entry-time': '2026-11-23 10:15:00',
      }),
      {
        ...place(regula),
        address: regula.street,
        message: 'Wir möchten die Dusche vergrössern.',
        kept: ['Badumbau'],
      },
    ),
    post(
      'boxes as a list, a hidden page, no mail address',
      joerg,
      phpJson({
        name_1: { prefix: 'Mr', first_name: joerg.first, last_name: joerg.last },
        phone_1: joerg.phone,
        email_1: '',
        checkbox_1: ['Heizung', 'Sanitär'],
        textarea_1: 'Bitte rufen Sie mich am Vormittag an.',
        hidden_1: `${site}/leistungen/`,
        form_title: 'Rückruf',
        entry_time: '2026-11-23 10:15:00',
      }),
      {
        email: undefined,
        message: 'Bitte rufen Sie mich am Vormittag an.',
        page: `${site}/leistungen/`,
        kept: ['Heizung', 'Sanitär'],
      },
    ),
  ],
};
