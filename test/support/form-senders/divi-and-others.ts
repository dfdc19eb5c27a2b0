/** Forms of WordPress themes, and the smaller plug-ins. */
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
  tomasz,
} from './customers.ts';
import { type FormSender, post, site } from './sender.ts';
import { browserForm, type Pair, phpForm, phpJson } from './wire.ts';

export const formidable: FormSender = {
  name: 'Formidable Forms',
  setUp:
    'Form → Settings → Actions & Notifications → Send API data; paste the address, format JSON, a key for each field',
  posts: [
    post(
      'keys of one’s own',
      greta,
      phpJson({
        Name: full(greta),
        Email: greta.email,
        Phone: greta.phone,
        Message: 'Der Abfluss der Dusche ist verstopft.',
      }),
      { message: 'Der Abfluss der Dusche ist verstopft.' },
    ),
    post(
      'the entry with its metas',
      anna,
      phpJson({
        id: '412',
        item_key: 'kx9b1',
        form_id: '6',
        ip: '203.0.113.11',
        created_at: '2026-11-23 10:15:00',
        metas: {
          name: full(anna),
          email: anna.email,
          telefon: anna.phone,
          nachricht: 'Angebot für Warmwasser-Wärmepumpe erbeten.',
        },
      }),
      { message: 'Angebot für Warmwasser-Wärmepumpe erbeten.', kind: 'project' },
    ),
    post(
      'as a form, fields by their numbers with labels in front',
      luca,
      phpForm({
        item_meta: {
          0: '',
          8: full(luca),
          9: luca.email,
          10: luca.phone,
          11: 'Perdita d’acqua in cantina, per favore richiamare.',
        },
        form_id: '6',
        frm_action: 'create',
        form_key: 'contatto',
      }),
      { message: 'Perdita d’acqua in cantina, per favore richiamare.' },
    ),
  ],
};

interface DiviField {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly value: string;
}

const diviBody = (fields: readonly DiviField[]) => {
  const index = JSON.stringify(
    fields.map(({ id, type, label }) => ({
      field_id: `et_pb_contact_${id}_0`,
      original_id: id,
      required_mark: 'required',
      field_type: type,
      field_label: label,
    })),
  );
  const pairs: readonly Pair[] = [
    ...fields.map(({ id, value }): Pair => [`et_pb_contact_${id}_0`, value]),
    ['et_pb_contactform_submit_0', 'et_contact_proccess'],
    ['_wpnonce-et-pb-contact-form-submitted-0', '5d1c0e9a7f'],
    ['_wp_http_referer', '/kontakt/'],
    ['et_pb_contact_email_fields_0', index],
    ['et_pb_contact_email_hidden_fields_0', '[]'],
    ['et_pb_contact_captcha_0', '14'],
  ];
  return browserForm(pairs);
};

export const divi: FormSender = {
  name: 'Divi',
  setUp:
    'Plug-in "Divi Contact Form Helper" (or another with a webhook): Contact Form module → Webhook; paste the address',
  posts: [
    post(
      'the fields of the template',
      kaethe,
      diviBody([
        { id: 'name', type: 'input', label: 'Name', value: full(kaethe) },
        { id: 'email', type: 'email', label: 'E-Mail', value: kaethe.email },
        { id: 'phone', type: 'input', label: 'Telefon', value: kaethe.phone },
        { id: 'message', type: 'text', label: 'Nachricht', value: 'Unser Spülkasten ist undicht.' },
      ]),
      { message: 'Unser Spülkasten ist undicht.', page: 'relative' },
    ),
    post(
      'numbered fields: only the index knows their labels',
      oezlem,
      diviBody([
        { id: 'field_1', type: 'input', label: 'Vor- und Nachname', value: full(oezlem) },
        { id: 'field_2', type: 'email', label: 'Ihre E-Mail-Adresse', value: oezlem.email },
        { id: 'field_3', type: 'input', label: 'Mobilnummer', value: oezlem.phone },
        { id: 'field_4', type: 'select', label: 'Thema', value: 'Badsanierung' },
        {
          id: 'field_5',
          type: 'text',
          label: 'Was dürfen wir für Sie tun?',
          value: 'Ein barrierefreies Bad für meine Mutter.',
        },
      ]),
      { message: 'Ein barrierefreies Bad für meine Mutter.', kept: ['Badsanierung'], page: 'relative' },
    ),
    post(
      'without a telephone number',
      emily,
      diviBody([
        { id: 'name', type: 'input', label: 'Name', value: full(emily) },
        { id: 'email', type: 'email', label: 'Email Address', value: emily.email },
        {
          id: 'message',
          type: 'text',
          label: 'Message',
          value: 'Do you also work on Saturdays?\nWe need a new shower.',
        },
      ]),
      {
        phoneE164: undefined,
        message: 'Do you also work on Saturdays?\nWe need a new shower.',
        page: 'relative',
      },
    ),
  ],
};

export const everest: FormSender = {
  name: 'Everest Forms',
  setUp: 'Form → Settings → Webhook → Enable; paste the address, POST, JSON',
  posts: [
    post(
      'labels of the template',
      tomasz,
      phpJson({
        form_id: '15',
        'First Name': tomasz.first,
        'Last Name': tomasz.last,
        Email: tomasz.email,
        Phone: tomasz.phone,
        Subject: 'Angebot',
        Message: 'Ich brauche ein Angebot für eine neue Gastherme.',
      }),
      { message: 'Ich brauche ein Angebot für eine neue Gastherme.', kind: 'project', kept: ['Angebot'] },
    ),
    post(
      'an entry of fields with name and value',
      ferdinand,
      phpJson({
        form_id: '15',
        entry_id: '77',
        form_fields: [
          { id: 'fullname', name: 'Name', type: 'text', value: full(ferdinand) },
          { id: 'email', name: 'E-Mail', type: 'email', value: ferdinand.email },
          { id: 'telefon', name: 'Telefon', type: 'phone', value: ferdinand.phone },
          {
            id: 'message',
            name: 'Ihre Mitteilung',
            type: 'textarea',
            value: 'Pelletskessel zeigt Fehler 41.',
          },
        ],
      }),
      { message: 'Pelletskessel zeigt Fehler 41.' },
    ),
    post(
      'as a form with a page',
      joerg,
      phpForm({
        Name: full(joerg),
        'E-Mail': joerg.email,
        'Telefon/Handy': joerg.phone,
        'Ihre Frage': 'Warten Sie auch Anlagen von Viessmann?',
        page_url: `${site}/service/`,
      }),
      { message: 'Warten Sie auch Anlagen von Viessmann?', page: `${site}/service/` },
    ),
  ],
};

export const weForms: FormSender = {
  name: 'weForms',
  setUp: 'Form → Integrations → Zapier (it sends JSON to any address); paste the address',
  posts: [
    post(
      'all fields with the entry',
      regula,
      phpJson({
        name: full(regula),
        email: regula.email,
        phone: regula.phone,
        message: 'Der Boiler tropft.',
        entry_id: '31',
        form_id: '9',
        date: '2026-11-23 10:15:00',
        ip: '203.0.113.12',
        referer: `${site}/kontakt/`,
      }),
      { message: 'Der Boiler tropft.', page: `${site}/kontakt/` },
    ),
    post(
      'name as first|middle|last in one string',
      karlHeinz,
      phpJson({
        name: `${karlHeinz.first}| ${karlHeinz.last}`,
        email: karlHeinz.email,
        telefonnummer: karlHeinz.phone,
        ihre_nachricht: 'Brunnenpumpe defekt, Gut Aue.',
        entry_id: '32',
      }),
      { message: 'Brunnenpumpe defekt, Gut Aue.' },
    ),
    post(
      'fields of another language',
      helene,
      phpJson({
        prenom: helene.first,
        nom: helene.last,
        adresse_e_mail: helene.email,
        telephone_portable: helene.phone,
        votre_message: 'Pouvez-vous remplacer notre chaudière ?',
        form_id: '10',
      }),
      { message: 'Pouvez-vous remplacer notre chaudière ?' },
    ),
  ],
};

export const bricks: FormSender = {
  name: 'Bricks',
  setUp: 'Form element → Actions → Webhook; paste the address, content type JSON',
  posts: [
    post(
      'ids of the fields',
      anna,
      phpJson({
        'form-field-a1b2c3': full(anna),
        'form-field-d4e5f6': anna.email,
        'form-field-g7h8i9': 'Wir bitten um Rückruf wegen einer Gastherme.',
        formId: 'xkqjwz',
        postId: '24',
        referrer: `${site}/`,
      }),
      { phoneE164: undefined, message: 'Wir bitten um Rückruf wegen einer Gastherme.', page: `${site}/` },
    ),
    post(
      'names given to the fields',
      greta,
      phpForm({
        name: full(greta),
        email: greta.email,
        telefon: greta.phone,
        nachricht: 'Waschbecken gesprungen.',
      }),
      { message: 'Waschbecken gesprungen.' },
    ),
    post(
      'a list of choices and a date',
      luca,
      phpJson({
        nome_e_cognome: full(luca),
        email: luca.email,
        telefono: luca.phone,
        servizi: ['Bagno', 'Riscaldamento'],
        quando: '2027-03-01',
        messaggio: 'Cerchiamo un preventivo per il bagno e la caldaia.',
      }),
      {
        message: 'Cerchiamo un preventivo per il bagno e la caldaia.',
        kept: ['Riscaldamento', '2027-03-01'],
      },
    ),
  ],
};
