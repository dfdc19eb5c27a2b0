/** Form builders that come with page builders and business suites. */
import { anna, emily, ferdinand, full, greta, helene, joerg, kaethe, oezlem } from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { browserForm, json, labelled, multipart, phpJson } from './wire.ts';

const jetBody = (fields: Readonly<Record<string, unknown>>) =>
  labelled('application/x-www-form-urlencoded; charset=UTF-8', JSON.stringify(fields));

export const jetFormBuilder: FormSender = {
  name: 'JetFormBuilder',
  setUp: 'Form → Post Submit Actions → Call Webhook; paste the address',
  posts: [
    post(
      'JSON under the label of a form',
      greta,
      jetBody({
        name: full(greta),
        email: greta.email,
        phone: greta.phone,
        message: 'Duschwand & Armatur, Preis?',
      }),
      { message: 'Duschwand & Armatur, Preis?' },
    ),
    post(
      'names of the editor, the page of the form',
      ferdinand,
      jetBody({
        text_field_name: full(ferdinand),
        email_field: ferdinand.email,
        telefon: ferdinand.phone,
        textarea_field: 'Kachelofeneinsatz mit Wassertasche.',
        _jfb_current_render_states: '[]',
        _jet_engine_booking_form_id: '12',
        _jet_engine_refer: `${site}/heizen/`,
      }),
      { message: 'Kachelofeneinsatz mit Wassertasche.', page: `${site}/heizen/` },
    ),
    post(
      'a choice of several, no mail address',
      oezlem,
      jetBody({
        vorname: oezlem.first,
        nachname: oezlem.last,
        telefon: oezlem.phone,
        leistungen: ['Bad', 'Lüftung'],
        text: 'Wohnung im 3. Stock',
      }),
      { email: undefined, message: 'Wohnung im 3. Stock', kept: ['Bad', 'Lüftung'] },
    ),
  ],
};

export const metForm: FormSender = {
  name: 'MetForm',
  setUp: 'Form → Settings → Integration → REST API; URL the address, method POST',
  posts: [
    post(
      'names of the widgets',
      kaethe,
      phpJson({
        form_id: '88',
        entries: {
          'mf-listing-fname': kaethe.first,
          'mf-listing-lname': kaethe.last,
          'mf-email': kaethe.email,
          'mf-telephone': kaethe.phone,
          'mf-textarea': 'Regenrinne verstopft, Wasser läuft an der Wand herab.',
        },
      }),
      { message: 'Regenrinne verstopft, Wasser läuft an der Wand herab.' },
    ),
    post(
      'as a form, whole name in the first field',
      emily,
      browserForm([
        ['id', '88'],
        ['form_nonce', '9a1c'],
        ['mf-listing-fname', full(emily)],
        ['mf-email', emily.email],
        ['mf-text', 'Bathroom'],
        ['mf-textarea', 'Can you tile, too?'],
      ]),
      { phoneE164: undefined, message: 'Can you tile, too?', kept: ['Bathroom'] },
    ),
    post(
      'widgets more than once',
      joerg,
      phpJson({
        'mf-listing-fname': joerg.first,
        'mf-listing-lname': joerg.last,
        'mf-email_527908': joerg.email,
        'mf-telephone_18': joerg.phone,
        'mf-checkbox': ['Wartung', 'Reparatur'],
        'mf-gdpr-consent': 'on',
        'mf-textarea_3': 'Anlage von 2009',
      }),
      { message: 'Anlage von 2009', kept: ['Wartung', 'Reparatur'] },
    ),
  ],
};

export const odoo: FormSender = {
  name: 'Odoo website form',
  setUp:
    'Website → Contact form block: action the address; or an automation rule with a webhook on a new lead',
  posts: [
    post(
      'fields of a lead: name is the subject',
      helene,
      multipart([
        ['csrf_token', 'b7f3o1795425300'],
        ['contact_name', full(helene)],
        ['email_from', helene.email],
        ['phone', helene.phone],
        ['partner_name', 'Rochat & Fils SA'],
        ['name', 'Devis chauffage'],
        ['description', 'Remplacement de la chaudière au printemps.'],
      ]),
      {
        message: 'Remplacement de la chaudière au printemps.',
        kept: ['Devis chauffage', 'Rochat & Fils SA'],
      },
    ),
    post(
      'a record of an automation rule',
      anna,
      json({
        _id: 42,
        _model: 'crm.lead',
        _action: 'Send Webhook Notification(#7)',
        contact_name: full(anna),
        email_from: anna.email,
        phone: anna.phone,
        zip: anna.postcode,
        city: anna.city,
        description: '<p>Angebot für Bad und WC</p>',
      }),
      { ...place(anna), message: 'Angebot für Bad und WC' },
    ),
    post(
      'the shorter form of a page',
      greta,
      browserForm(
        [
          ['name', full(greta)],
          ['phone', greta.phone],
          ['email_from', greta.email],
          ['description', 'Frage zu Wartungsverträgen'],
        ],
        { referer: `${site}/contactus`, accept: 'text/html' },
      ),
      { message: 'Frage zu Wartungsverträgen', page: `${site}/contactus` },
    ),
  ],
};
