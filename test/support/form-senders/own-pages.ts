/** Pages and scripts that somebody wrote by hand. */
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
import { type FormSender, place, post, site } from './sender.ts';
import { browserForm, json, labelled, latin1Form, multipart, type Pair } from './wire.ts';

const browser = (page: string) => ({
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  origin: site,
  referer: page,
});

export const htmlForm: FormSender = {
  name: 'HTML form',
  setUp: 'The snippet above; or your own form with action the address and method post',
  posts: [
    post(
      'our names, news wanted',
      greta,
      browserForm(
        [
          ['submissionId', '0d9a3c5e-8b7f-4a3e-9b1a-2c4d6e8f0a1b'],
          ['name', full(greta)],
          ['email', greta.email],
          ['phone', greta.phone],
          ['message', 'Bitte ein Angebot für ein neues Bad.\n\nDanke & Grüße'],
          ['consent', 'true'],
          ['website', ''],
        ],
        browser(`${site}/kontakt/`),
      ),
      {
        message: 'Bitte ein Angebot für ein neues Bad.\n\nDanke & Grüße',
        consent: true,
        kind: 'project',
        page: `${site}/kontakt/`,
      },
    ),
    post(
      'a table of one’s own with salutation, two numbers and utm',
      joerg,
      browserForm(
        [
          ['anrede', 'Herr'],
          ['name', full(joerg)],
          ['strasse', joerg.street],
          ['plz_ort', `${joerg.postcode} ${joerg.city}`],
          ['telefon', joerg.phone],
          ['mobil', '0170 5550888'],
          ['mail', joerg.email],
          ['anliegen', 'Wasserhärte messen'],
          ['utm_source', 'facebook'],
          ['page', `${site}/landingpage-wasser/`],
          ['submit', 'Absenden'],
        ],
        browser(`${site}/landingpage-wasser/?utm_source=facebook`),
      ),
      {
        ...place(joerg),
        address: joerg.street,
        message: 'Wasserhärte messen',
        kept: ['5550888'],
        utm: { utm_source: 'facebook' },
        page: `${site}/landingpage-wasser/`,
      },
    ),
    post(
      'kind and urgency of our own lists, no mail address',
      tomasz,
      browserForm(
        [
          ['name', full(tomasz)],
          ['email', ''],
          ['phone', tomasz.phone],
          ['kind', 'repair'],
          ['urgency', 'soon'],
          ['message', 'Hahn tropft'],
        ],
        browser(`${site}/`),
      ),
      { email: undefined, kind: 'repair', urgency: 'soon', message: 'Hahn tropft', page: `${site}/` },
    ),
  ],
};

/** The smallest JPEG there is to speak of. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

export const htmlMultipart: FormSender = {
  name: 'HTML form with files',
  setUp: 'The same with enctype multipart/form-data and an input of type file',
  posts: [
    post(
      'with a photo',
      kaethe,
      multipart(
        [
          ['name', full(kaethe)],
          ['email', kaethe.email],
          ['phone', kaethe.phone],
          ['message', 'Foto vom Wasserfleck anbei.'],
          ['foto', { filename: 'wasserfleck.jpg', contentType: 'image/jpeg', bytes: jpeg }],
        ],
        browser(`${site}/kontakt/`),
      ),
      { message: 'Foto vom Wasserfleck anbei.', page: `${site}/kontakt/`, files: ['wasserfleck.jpg'] },
    ),
    post(
      'the field for files left empty',
      anna,
      multipart(
        [
          ['Vorname', anna.first],
          ['Nachname', anna.last],
          ['E-Mail', anna.email],
          ['Telefonnummer', anna.phone],
          ['Anhang', { filename: '', contentType: 'application/octet-stream', bytes: Buffer.alloc(0) }],
          ['Ihre Nachricht', 'Wäre ein Termin im Jänner möglich?'],
        ],
        browser(`${site}/kontakt/`),
      ),
      { message: 'Wäre ein Termin im Jänner möglich?', page: `${site}/kontakt/` },
    ),
    post(
      'two files under one name, umlauts in theirs',
      oezlem,
      multipart(
        [
          ['name', full(oezlem)],
          ['telefon', oezlem.phone],
          ['email', oezlem.email],
          ['nachricht', 'Bilder von Heizung und Zähler.'],
          ['bilder[]', { filename: 'heizkörper.jpg', contentType: 'image/jpeg', bytes: jpeg }],
          ['bilder[]', { filename: 'zähler.jpg', contentType: 'image/jpeg', bytes: jpeg }],
        ],
        browser(`${site}/fotos/`),
      ),
      {
        message: 'Bilder von Heizung und Zähler.',
        page: `${site}/fotos/`,
        files: ['heizkörper.jpg', 'zähler.jpg'],
      },
    ),
  ],
};

export const fetchJson: FormSender = {
  name: 'Script with fetch',
  setUp:
    'fetch(address, {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(Object.fromEntries(new FormData(form)))})',
  posts: [
    post(
      'our keys',
      ferdinand,
      json(
        {
          name: full(ferdinand),
          email: ferdinand.email,
          phone: ferdinand.phone,
          message: 'Solarthermie prüfen',
        },
        browser(`${site}/solar`),
      ),
      { message: 'Solarthermie prüfen', page: `${site}/solar` },
    ),
    post(
      'the content type forgotten: text/plain',
      emily,
      labelled(
        'text/plain;charset=UTF-8',
        JSON.stringify({
          fullName: full(emily),
          email: emily.email,
          phone: emily.phone,
          message: 'Call me, please.',
        }),
      ),
      { message: 'Call me, please.' },
    ),
    post(
      'nested by the program that wrote it',
      regula,
      json({
        contact: {
          firstName: regula.first,
          lastName: regula.last,
          email: regula.email,
          phone: regula.phone,
          zip: regula.postcode,
          city: regula.city,
        },
        message: 'Wir bauen ein Haus und suchen einen Sanitär.',
        meta: { page: `${site}/neubau`, locale: 'de-CH' },
      }),
      { ...place(regula), message: 'Wir bauen ein Haus und suchen einen Sanitär.', page: `${site}/neubau` },
    ),
  ],
};

const serialized = (pairs: readonly Pair[]) => pairs.map(([name, value]) => ({ name, value }));

export const jquery: FormSender = {
  name: 'Script with jQuery (serializeArray)',
  setUp:
    '$.ajax({url: address, method: "POST", contentType: "application/json", data: JSON.stringify($(form).serializeArray())})',
  posts: [
    post(
      'a list of names and values',
      joerg,
      json(
        serialized([
          ['name', full(joerg)],
          ['email', joerg.email],
          ['phone', joerg.phone],
          ['message', 'Kesselstein entfernen'],
        ]),
      ),
      { message: 'Kesselstein entfernen' },
    ),
    post(
      'German labels, a name twice',
      kaethe,
      json(
        serialized([
          ['Vorname', kaethe.first],
          ['Nachname', kaethe.last],
          ['E-Mail', kaethe.email],
          ['Telefon', kaethe.phone],
          ['leistung', 'Bad'],
          ['leistung', 'Heizung'],
          ['Nachricht', 'Bitte beides.'],
        ]),
      ),
      { message: 'Bitte beides.', kept: ['Bad', 'Heizung'] },
    ),
    post(
      'the list under a key',
      luca,
      json({
        form: 'contatto',
        data: serialized([
          ['nome', full(luca)],
          ['email', luca.email],
          ['telefono', luca.phone],
          ['messaggio', 'Doccia nuova'],
        ]),
      }),
      { message: 'Doccia nuova' },
    ),
  ],
};

export const latin1: FormSender = {
  name: 'Old page in Latin-1',
  setUp:
    'Nothing: the page says charset=ISO-8859-1 and its forms come so; let it name accept-charset="utf-8" if you can',
  posts: [
    post(
      'says so in the content type',
      joerg,
      latin1Form(
        [
          ['Name', full(joerg)],
          ['Mail', joerg.email],
          ['Telefon', joerg.phone],
          ['Strasse', joerg.street],
          ['Text', 'Größere Wanne fürs Gästebad, 170 × 75.'],
        ],
        'application/x-www-form-urlencoded; charset=iso-8859-1',
      ),
      { address: joerg.street, message: 'Größere Wanne fürs Gästebad, 170 × 75.' },
    ),
    post(
      'says nothing',
      ferdinand,
      latin1Form(
        [
          ['name', full(ferdinand)],
          ['email', ferdinand.email],
          ['telefon', ferdinand.phone],
          ['nachricht', 'Überprüfung der Öltankanlage nötig'],
        ],
        'application/x-www-form-urlencoded',
      ),
      { message: 'Überprüfung der Öltankanlage nötig' },
    ),
    post(
      'euro sign and quotes of Windows, an emoji as an entity',
      greta,
      latin1Form(
        [
          ['name', full(greta)],
          ['email', greta.email],
          ['telefon', greta.phone],
          ['nachricht', 'Budget etwa 5.000 € – geht „Bad komplett“ dafür? 🙂'],
        ],
        'application/x-www-form-urlencoded',
      ),
      { message: 'Budget etwa 5.000 € – geht „Bad komplett“ dafür? 🙂' },
    ),
  ],
};

export const phpMailer: FormSender = {
  name: 'Script in PHP (curl)',
  setUp:
    'curl_setopt($ch, CURLOPT_POSTFIELDS, $_POST) with CURLOPT_URL the address: an array becomes multipart',
  posts: [
    post(
      'the fields of $_POST',
      karlHeinz,
      multipart([
        ['vorname', karlHeinz.first],
        ['name', karlHeinz.last],
        ['email', karlHeinz.email],
        ['telefon', karlHeinz.phone],
        ['betreff', 'Anfrage über die Webseite'],
        ['nachricht', 'Wasserleitung zum Stall verlegen'],
      ]),
      { message: 'Wasserleitung zum Stall verlegen', kept: ['Anfrage über die Webseite'] },
    ),
    post(
      'the recipient of the old mail script among the fields',
      tomasz,
      browserForm([
        ['recipient', 'info@muster-haustechnik.example'],
        ['subject', 'Kontaktformular'],
        ['redirect', `${site}/danke.html`],
        ['realname', full(tomasz)],
        ['email', tomasz.email],
        ['phone', tomasz.phone],
        ['comments', 'Abfluss riecht.'],
      ]),
      { message: 'Abfluss riecht.', kept: ['Kontaktformular'] },
    ),
    post(
      'slashes and entities of an old PHP',
      emily,
      json({
        name: "Emily O\\'Connor",
        email: emily.email,
        phone: emily.phone,
        message: "The &quot;hot&quot; tap isn\\'t hot &amp; drips.",
      }),
      { message: `The "hot" tap isn't hot & drips.` },
    ),
  ],
};

export const chatWidget: FormSender = {
  name: 'Call-back button',
  setUp: 'A widget or script with a number only: POST name and phone as JSON to the address',
  posts: [
    post(
      'a number and a time',
      helene,
      json({ nom: full(helene), telephone: helene.phone, rappel: 'demain matin' }),
      {
        email: undefined,
        kept: ['demain matin'],
      },
    ),
    post('nothing but the number', anna, json({ phone: anna.phone }), { name: undefined, email: undefined }),
    post(
      'a name that is none',
      regula,
      json({ name: '-', phone: regula.phone, message: 'Bitte anrufen', page: `${site}/` }),
      { name: undefined, email: undefined, message: 'Bitte anrufen', page: `${site}/` },
    ),
  ],
};
