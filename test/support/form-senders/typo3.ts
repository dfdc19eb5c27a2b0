/** TYPO3: both of its forms. */
import { ferdinand, full, greta, joerg, kaethe, oezlem, tomasz } from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { browserForm, json, multipart, type Pair } from './wire.ts';

const powermailPost = (fields: readonly Pair[], page: string) =>
  multipart(
    [
      ['tx_powermail_pi1[__referrer][@extension]', 'Powermail'],
      ['tx_powermail_pi1[__referrer][@controller]', 'Form'],
      ['tx_powermail_pi1[__referrer][@action]', 'form'],
      ['tx_powermail_pi1[__referrer][arguments]', 'YTowOnt9c2ln'],
      ['tx_powermail_pi1[__trustedProperties]', '{"field":{"name":1,"email":1}}4f3c2b1a'],
      ...fields.map(([name, value]): Pair => [`tx_powermail_pi1[field][${name}]`, value]),
      ['tx_powermail_pi1[field][__hp]', ''],
      ['tx_powermail_pi1[mail][form]', '5'],
    ],
    { referer: page, accept: 'text/html' },
  );

export const powermail: FormSender = {
  name: 'TYPO3 powermail',
  setUp:
    'Form content element → finisher "SendParameters" in TypoScript: targetUrl the address, params name, email, phone, message',
  posts: [
    post(
      'what the finisher sends',
      greta,
      browserForm([
        ['name', full(greta)],
        ['email', greta.email],
        ['phone', greta.phone],
        ['message', 'Badheizkörper tauschen.'],
      ]),
      { message: 'Badheizkörper tauschen.' },
    ),
    post(
      'the form itself, posted to us',
      kaethe,
      powermailPost(
        [
          ['anrede', 'Frau'],
          ['name', full(kaethe)],
          ['email', kaethe.email],
          ['telefon', kaethe.phone],
          ['nachricht', 'Hausanschluss\nfür Neubau'],
          ['datenschutz][', ''],
        ],
        `${site}/kontakt`,
      ),
      { message: 'Hausanschluss\nfür Neubau', page: `${site}/kontakt` },
    ),
    post(
      'markers in parts, postcode and place',
      joerg,
      powermailPost(
        [
          ['vorname', joerg.first],
          ['nachname', joerg.last],
          ['strasse', joerg.street],
          ['plz', joerg.postcode],
          ['ort', joerg.city],
          ['e_mail', joerg.email],
          ['telefon', joerg.phone],
          ['ihre_nachricht', 'Wartungsvertrag gewünscht'],
        ],
        `${site}/wartung`,
      ),
      {
        ...place(joerg),
        address: joerg.street,
        message: 'Wartungsvertrag gewünscht',
        page: `${site}/wartung`,
      },
    ),
  ],
};

const typo3Post = (formId: string, fields: readonly Pair[], page: string) =>
  browserForm(
    [
      [`tx_form_formframework[${formId}][__state]`, 'TzozOToiVFlQTzNcQ01T'],
      [`tx_form_formframework[__trustedProperties]`, '{"kontakt-1":{"text-1":1}}9d8c'],
      ...fields.map(([name, value]): Pair => [`tx_form_formframework[${formId}][${name}]`, value]),
      [`tx_form_formframework[${formId}][dHk8Xw]`, ''],
      [`tx_form_formframework[${formId}][__currentPage]`, '1'],
    ],
    { referer: page, accept: 'text/html' },
  );

export const typo3Form: FormSender = {
  name: 'TYPO3 form',
  setUp:
    'Form → a finisher that posts (for example "Webhook finisher"); identifiers name, email, phone, message',
  posts: [
    post(
      'identifiers of one’s own',
      oezlem,
      typo3Post(
        'kontakt-12',
        [
          ['name', full(oezlem)],
          ['email', oezlem.email],
          ['telefon', oezlem.phone],
          ['message', 'Eckventil tropft.'],
        ],
        `${site}/kontakt`,
      ),
      { message: 'Eckventil tropft.', page: `${site}/kontakt` },
    ),
    post(
      'identifiers of the editor: only the values tell',
      tomasz,
      typo3Post(
        'anfrage-7',
        [
          ['text-1', full(tomasz)],
          ['email-1', tomasz.email],
          ['telephone-1', tomasz.phone],
          ['textarea-1', 'Neue Duschkabine, Maße 90 x 90.'],
          ['checkbox-1', '1'],
        ],
        `${site}/anfrage`,
      ),
      { message: 'Neue Duschkabine, Maße 90 x 90.', page: `${site}/anfrage` },
    ),
    post(
      'what a webhook finisher sends',
      ferdinand,
      json({
        formIdentifier: 'kontakt-12',
        values: {
          name: full(ferdinand),
          email: ferdinand.email,
          telefon: ferdinand.phone,
          nachricht: 'Kachelofen mit Wasserregister.',
        },
      }),
      { message: 'Kachelofen mit Wasserregister.' },
    ),
  ],
};
