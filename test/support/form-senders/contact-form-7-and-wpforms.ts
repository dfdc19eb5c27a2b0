/** The two form plug-ins that most WordPress sites use. */
import {
  anna,
  emily,
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

export const contactForm7: FormSender = {
  name: 'Contact Form 7 (with "CF7 to Webhook")',
  setUp: 'Plug-in "CF7 to Webhook"; in the form the tab Webhook: tick "Send to Webhook", paste the address',
  posts: [
    post(
      'the tags of the template',
      greta,
      phpJson({
        'your-name': full(greta),
        'your-email': greta.email,
        'your-tel': greta.phone,
        'your-subject': 'Dusche statt Wanne',
        'your-message':
          'Guten Tag,\nwir möchten unsere Wanne gegen eine bodengleiche Dusche tauschen.\nGrüße 🙂',
      }),
      {
        message: 'Guten Tag,\nwir möchten unsere Wanne gegen eine bodengleiche Dusche tauschen.\nGrüße 🙂',
        kept: ['Dusche statt Wanne'],
      },
    ),
    post(
      'German tags of its own, lists of choices, a photo by its address',
      anna,
      phpJson({
        anrede: ['Frau'],
        vorname: anna.first,
        nachname: anna.last,
        email: anna.email,
        telefon: anna.phone,
        plz: anna.postcode,
        ort: anna.city,
        gewerk: ['Heizung', 'Warmwasser'],
        nachricht: 'Die Therme ist 22 Jahre alt und soll erneuert werden.',
        foto: `${site}/wp-content/uploads/wpcf7_uploads/2026/11/therme.jpg`,
        datenschutz: ['Ich habe die Datenschutzerklärung gelesen und stimme zu.'],
        _wpcf7_container_post: '12',
      }),
      {
        ...place(anna),
        message: 'Die Therme ist 22 Jahre alt und soll erneuert werden.',
        kept: ['Heizung', 'Warmwasser', 'therme.jpg'],
      },
    ),
    post(
      'only a telephone number, empty fields, an emergency',
      tomasz,
      phpJson({
        'your-name': full(tomasz),
        'your-email': '',
        'tel-812': tomasz.phone,
        'your-subject': '',
        'your-message': 'Rohrbruch im Keller, das Wasser steht schon 5 cm hoch!',
        'acceptance-51': '1',
      }),
      {
        email: undefined,
        message: 'Rohrbruch im Keller, das Wasser steht schon 5 cm hoch!',
        kind: 'repair',
        urgency: 'now',
      },
    ),
    post(
      'a photo inside the JSON',
      kaethe,
      phpJson({
        'your-name': full(kaethe),
        'your-email': kaethe.email,
        'your-tel': kaethe.phone,
        'your-message': 'So sieht das Typenschild aus.',
        foto: { filename: 'typenschild.jpg', content: '/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==' },
      }),
      { message: 'So sieht das Typenschild aus.', files: ['typenschild.jpg'] },
    ),
  ],
};

const wpformsSigned = {
  'x-wpforms-webhook-id': '3',
  'x-wpforms-webhook-signature': 't=1795424400,v=5f2d6c0f3a7be1cd6c1b2d9d4a8a6f20',
};

export const wpformsJson: FormSender = {
  name: 'WPForms (JSON)',
  setUp:
    'Form → Settings → Webhooks → Enable; Request Format JSON; Request Body: choose a key for each field',
  posts: [
    post(
      'keys in German, several choices, a date, photos',
      joerg,
      phpJson(
        {
          name: full(joerg),
          mail: joerg.email,
          telefon: joerg.phone,
          leistung: 'Heizung||Wartung',
          termin: { value: '01.12.2026', unix: 1796083200 },
          fotos: [`${site}/wp-content/uploads/wpforms/7-a/typenschild.jpg`],
          nachricht: 'Bitte die Gasheizung warten, letzte Wartung war 2023.',
        },
        wpformsSigned,
      ),
      {
        message: 'Bitte die Gasheizung warten, letzte Wartung war 2023.',
        kept: ['Wartung', '01.12.2026', 'typenschild.jpg'],
      },
    ),
    post(
      'name in two parts, page as a smart tag',
      helene,
      phpJson(
        {
          prenom: helene.first,
          nom: helene.last,
          email: helene.email,
          telephone: helene.phone,
          npa: helene.postcode,
          localite: helene.city,
          message: 'Nous souhaitons rénover notre salle de bains au printemps.',
          page_url: `${site}/fr/contact/`,
        },
        wpformsSigned,
      ),
      {
        ...place(helene),
        message: 'Nous souhaitons rénover notre salle de bains au printemps.',
        page: `${site}/fr/contact/`,
      },
    ),
    post(
      'keys as the labels stand, a company beside the person',
      karlHeinz,
      phpJson(
        {
          Name: full(karlHeinz),
          'Firma (optional)': 'Gutsverwaltung Aue KG',
          'E-Mail-Adresse': karlHeinz.email,
          Telefonnummer: karlHeinz.phone,
          'Worum geht es?': 'Beratung',
          'Ihre Nachricht': 'Wir suchen einen Betrieb für die Umstellung auf Pellets.',
          Newsletter: '',
        },
        wpformsSigned,
      ),
      {
        message: 'Wir suchen einen Betrieb für die Umstellung auf Pellets.',
        kind: 'advice',
        kept: ['Gutsverwaltung Aue KG', 'Beratung'],
      },
    ),
  ],
};

export const wpformsForm: FormSender = {
  name: 'WPForms (form)',
  setUp:
    'Form → Settings → Webhooks → Enable; Request Format FORM; Request Body: choose a key for each field',
  posts: [
    post(
      'a key for each field',
      oezlem,
      phpForm(
        {
          name: full(oezlem),
          email: oezlem.email,
          phone: oezlem.phone,
          message: 'Der Wasserhahn in der Küche tropft & die Spüle läuft schlecht ab.',
          page: `${site}/kontakt/`,
        },
        wpformsSigned,
      ),
      {
        message: 'Der Wasserhahn in der Küche tropft & die Spüle läuft schlecht ab.',
        page: `${site}/kontakt/`,
      },
    ),
    post(
      'lists and dates in brackets',
      regula,
      phpForm(
        {
          Name: full(regula),
          'E-Mail': regula.email,
          Telefon: regula.phone,
          PLZ: regula.postcode,
          Ort: regula.city,
          Wunschtermin: { value: '14.12.2026', unix: 1797206400 },
          Fotos: [`${site}/wp-content/uploads/wpforms/9-b/boiler.jpg`],
          Anliegen: 'Boiler entkalken||Armatur ersetzen',
          Bemerkungen: 'Bitte erst ab 17 Uhr anrufen.',
        },
        wpformsSigned,
      ),
      {
        ...place(regula),
        message: 'Bitte erst ab 17 Uhr anrufen.',
        kept: ['14.12.2026', 'boiler.jpg', 'Boiler entkalken', 'Armatur ersetzen'],
      },
    ),
    post(
      'without a telephone number, a long text',
      emily,
      phpForm(
        {
          first_name: emily.first,
          last_name: emily.last,
          email: emily.email,
          phone: '',
          comments: `Hello, ${'our flat has two bathrooms and both need new fittings. '.repeat(40)}Thanks!`,
        },
        wpformsSigned,
      ),
      {
        phoneE164: undefined,
        message: `Hello, ${'our flat has two bathrooms and both need new fittings. '.repeat(40)}Thanks!`,
      },
    ),
  ],
};
