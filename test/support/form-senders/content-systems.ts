/** Other content management systems, and a shop. */
import {
  anna,
  emily,
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
import { browserForm, json, type Pair } from './wire.ts';

export const drupal: FormSender = {
  name: 'Drupal Webform',
  setUp:
    'Webform → Settings → Emails / Handlers → Add handler → Remote post; Completed URL the address, type x-www-form-urlencoded or JSON',
  posts: [
    post(
      'JSON with what Drupal knows of the submission',
      anna,
      json({
        serial: '14',
        sid: '14',
        uuid: 'b2d0c6d2-1c1c-4a1c-9a11-0123456789ab',
        token: 'x1y2z3',
        uri: '/kontakt',
        created: '1795425300',
        completed: '1795425300',
        changed: '1795425300',
        in_draft: '0',
        current_page: '',
        remote_addr: '203.0.113.33',
        uid: '0',
        langcode: 'de',
        webform_id: 'kontakt',
        entity_type: 'node',
        entity_id: '7',
        locked: '0',
        sticky: '0',
        notes: '',
        name: full(anna),
        email: anna.email,
        telefon: anna.phone,
        message: 'Bitte um Besichtigung.',
      }),
      { message: 'Bitte um Besichtigung.', page: 'relative' },
    ),
    post(
      'a form, address as a composite',
      regula,
      browserForm([
        ['sid', '15'],
        ['webform_id', 'offerte'],
        ['uri', '/offerte'],
        ['langcode', 'de'],
        ['vorname', regula.first],
        ['nachname', regula.last],
        ['e_mail', regula.email],
        ['telefonnummer', regula.phone],
        ['adresse[address]', regula.street],
        ['adresse[address_2]', ''],
        ['adresse[city]', regula.city],
        ['adresse[postal_code]', regula.postcode],
        ['leistungen[]', 'bad'],
        ['leistungen[]', 'kueche'],
        ['nachricht', 'Umbau im Frühling.'],
      ]),
      {
        ...place(regula),
        address: regula.street,
        message: 'Umbau im Frühling.',
        kept: ['bad', 'kueche'],
        page: 'relative',
      },
    ),
    post(
      'a contact composite',
      emily,
      json({
        serial: '16',
        webform_id: 'contact',
        langcode: 'en',
        contact: { name: full(emily), company: '', email: emily.email, phone: emily.phone },
        subject: 'Shower',
        message: 'The shower drain is blocked.',
      }),
      { message: 'The shower drain is blocked.', kept: ['Shower'] },
    ),
  ],
};

export const rsform: FormSender = {
  name: 'Joomla RSForm!Pro',
  setUp: 'Form → Properties → Post to location: Yes, URL the address, method POST, Silent: Yes',
  posts: [
    post(
      'names of the fields of the template',
      joerg,
      browserForm([
        ['form[FullName]', full(joerg)],
        ['form[Email]', joerg.email],
        ['form[Phone]', joerg.phone],
        ['form[Message]', 'Heizung entlüften.'],
        ['form[Send]', ''],
        ['form[formId]', '3'],
      ]),
      { message: 'Heizung entlüften.' },
    ),
    post(
      'German names, boxes',
      karlHeinz,
      browserForm([
        ['form[Vorname]', karlHeinz.first],
        ['form[Nachname]', karlHeinz.last],
        ['form[EMail]', karlHeinz.email],
        ['form[Telefon]', karlHeinz.phone],
        ['form[Leistung][]', 'Heizung'],
        ['form[Leistung][]', 'Bad'],
        ['form[Nachricht]', 'Bitte beides anbieten.'],
        ['form[Absenden]', 'Absenden'],
        ['form[formId]', '4'],
      ]),
      { message: 'Bitte beides anbieten.', kept: ['Heizung', 'Bad'] },
    ),
    post(
      'silently posted, without brackets, no mail address',
      greta,
      browserForm([
        ['Name', full(greta)],
        ['Email', ''],
        ['Telefon', greta.phone],
        ['Nachricht', 'Rohr verstopft'],
        ['formId', '5'],
      ]),
      { email: undefined, message: 'Rohr verstopft' },
    ),
  ],
};

const contaoPost = (fields: readonly Pair[], page: string) =>
  browserForm(
    [
      ['FORM_SUBMIT', 'auto_kontakt'],
      ['REQUEST_TOKEN', 'b7f3.Zm9v.YmFy'],
      ['MAX_FILE_SIZE', '2048000'],
      ...fields,
    ],
    { referer: page, accept: 'text/html' },
  );

export const contao: FormSender = {
  name: 'Contao',
  setUp:
    'Form generator → a form with the template of our snippet; or an extension with a webhook and the names name, email, phone, message',
  posts: [
    post(
      'names in German',
      tomasz,
      contaoPost(
        [
          ['name', full(tomasz)],
          ['email', tomasz.email],
          ['telefon', tomasz.phone],
          ['nachricht', 'Warmwasser wird nur lau.'],
          ['datenschutz', '1'],
        ],
        `${site}/kontakt.html`,
      ),
      { message: 'Warmwasser wird nur lau.', page: `${site}/kontakt.html` },
    ),
    post(
      'salutation and surname only',
      kaethe,
      contaoPost(
        [
          ['anrede', 'Frau'],
          ['nachname', kaethe.last],
          ['email', kaethe.email],
          ['telefon', kaethe.phone],
          ['bemerkung', 'Bitte um Kostenvoranschlag für den Austausch des Boilers.'],
        ],
        `${site}/kontakt.html`,
      ),
      {
        name: kaethe.last,
        greeting: `Guten Tag Frau ${kaethe.last},`,
        message: 'Bitte um Kostenvoranschlag für den Austausch des Boilers.',
        page: `${site}/kontakt.html`,
      },
    ),
    post(
      'only a number',
      luca,
      contaoPost(
        [
          ['name', full(luca)],
          ['email', ''],
          ['rueckrufnummer', luca.phone],
          ['nachricht', 'Rückruf wegen Heizung'],
        ],
        `${site}/rueckruf.html`,
      ),
      { email: undefined, message: 'Rückruf wegen Heizung', page: `${site}/rueckruf.html` },
    ),
  ],
};

export const shopify: FormSender = {
  name: 'Shopify contact form',
  setUp:
    'Theme → Edit code → contact form: action the address; or Shopify Flow → Send HTTP request with name, email, phone, message',
  posts: [
    post(
      'the form of the theme',
      emily,
      browserForm(
        [
          ['form_type', 'contact'],
          ['utf8', '✓'],
          ['contact[name]', full(emily)],
          ['contact[email]', emily.email],
          ['contact[phone]', emily.phone],
          ['contact[body]', 'Do you sell and fit this basin?'],
        ],
        { referer: `${site}/pages/contact`, accept: 'text/html' },
      ),
      { message: 'Do you sell and fit this basin?', page: `${site}/pages/contact` },
    ),
    post(
      'translated labels, as themes make keys of them',
      helene,
      browserForm(
        [
          ['form_type', 'contact'],
          ['utf8', '✓'],
          ['contact[Nom]', full(helene)],
          ['contact[email]', helene.email],
          ['contact[Numéro de téléphone]', helene.phone],
          ['contact[Commentaire]', 'Livrez-vous à Lausanne ?'],
        ],
        { referer: `${site}/fr/pages/contact`, accept: 'text/html' },
      ),
      { message: 'Livrez-vous à Lausanne ?', page: `${site}/fr/pages/contact` },
    ),
    post(
      'from Flow',
      oezlem,
      json({
        name: full(oezlem),
        email: oezlem.email,
        phone: oezlem.phone,
        message: 'Passt die Armatur an mein Becken?',
      }),
      { message: 'Passt die Armatur an mein Becken?' },
    ),
  ],
};
