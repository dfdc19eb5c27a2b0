/** Services that take the form of a static page and pass it on. */
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
import { browserForm, json } from './wire.ts';

const netlifySubmission = (
  formName: string,
  answers: readonly (readonly [name: string, title: string, value: string])[],
  page: string,
) => ({
  number: 24,
  title: answers[0]?.[2] ?? '',
  email: answers.find(([name]) => name === 'email')?.[2] ?? null,
  name: answers[0]?.[2] ?? '',
  first_name: null,
  last_name: null,
  company: null,
  summary: answers.at(-1)?.[2] ?? '',
  body: answers.at(-1)?.[2] ?? '',
  data: {
    ...Object.fromEntries(answers.map(([name, , value]) => [name, value])),
    ip: '203.0.113.25',
    user_agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
    referrer: page,
  },
  created_at: '2026-11-23T09:15:17.633Z',
  human_fields: Object.fromEntries(answers.map(([, title, value]) => [title, value])),
  ordered_human_fields: answers.map(([name, title, value]) => ({ title, name, value })),
  id: '614d2b91e3695a1fb8eb52c5',
  form_id: '6143ec357114bb0007eaaa3e',
  site_url: 'https://muster-haustechnik.netlify.example',
  site_name: 'muster-haustechnik',
  form_name: formName,
});

export const netlifyOutgoing: FormSender = {
  name: 'Netlify Forms (notification)',
  setUp: 'Site → Forms → Form notifications → HTTP POST request; paste the address, JWS secret token',
  posts: [
    post(
      'fields in German',
      oezlem,
      json(
        netlifySubmission(
          'kontakt',
          [
            ['name', 'Name', full(oezlem)],
            ['email', 'Email', oezlem.email],
            ['telefon', 'Telefon', oezlem.phone],
            ['nachricht', 'Nachricht', 'Der Siphon ist gebrochen.'],
          ],
          `${site}/kontakt/`,
        ),
        { 'x-webhook-signature': 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJuZXRsaWZ5In0.c2ln' },
      ),
      { message: 'Der Siphon ist gebrochen.', page: `${site}/kontakt/` },
    ),
    post(
      'an own question, postcode',
      karlHeinz,
      json(
        netlifySubmission(
          'anfrage',
          [
            ['vorname', 'Vorname', karlHeinz.first],
            ['nachname', 'Nachname', karlHeinz.last],
            ['email', 'Email', karlHeinz.email],
            ['telefon', 'Telefon', karlHeinz.phone],
            ['plz', 'Plz', karlHeinz.postcode],
            ['baujahr', 'Baujahr', '1887'],
            ['message', 'Message', 'Leitungen aus Blei, bitte um Beratung.'],
          ],
          `${site}/trinkwasser/`,
        ),
      ),
      {
        postcode: karlHeinz.postcode,
        message: 'Leitungen aus Blei, bitte um Beratung.',
        page: `${site}/trinkwasser/`,
        kept: ['1887'],
      },
    ),
    post(
      'in English, without a telephone number',
      emily,
      json(
        netlifySubmission(
          'contact',
          [
            ['name', 'Name', full(emily)],
            ['email', 'Email', emily.email],
            ['message', 'Message', 'Hey there, do you install water softeners?'],
          ],
          `${site}/en/`,
        ),
      ),
      { phoneE164: undefined, message: 'Hey there, do you install water softeners?', page: `${site}/en/` },
    ),
  ],
};

export const netlifyFunction: FormSender = {
  name: 'Netlify Forms (function)',
  setUp:
    'A function submission-created that passes on what it got: fetch(address, {method: "POST", body: event.body})',
  posts: netlifyOutgoing.posts.map(({ says, country, wired, right }) => ({
    says: `${says}, in an envelope`,
    country,
    wired: json({
      payload: JSON.parse(wired.body.toString()),
      site: { id: 'x', name: 'muster-haustechnik' },
    }),
    right,
  })),
};

export const formspree: FormSender = {
  name: 'Formspree',
  setUp: 'Form → Workflow → Webhook; paste the address',
  posts: [
    post(
      'submission and keys',
      greta,
      json({
        form: 'xdkgbbqz',
        submission: {
          _date: '2026-11-23T09:15:00.000000+00:00',
          name: full(greta),
          email: greta.email,
          phone: greta.phone,
          message: 'Rückstau im Keller nach Regen.',
        },
        keys: ['name', 'email', 'phone', 'message'],
      }),
      { message: 'Rückstau im Keller nach Regen.' },
    ),
    post(
      'fields in German',
      joerg,
      json({
        form: 'xdkgbbqz',
        submission: {
          _date: '2026-11-23T09:15:00.000000+00:00',
          _subject: 'Neue Anfrage',
          Name: full(joerg),
          'E-Mail': joerg.email,
          Telefon: joerg.phone,
          Nachricht: 'Bitte um Wartung.',
        },
        keys: ['Name', 'E-Mail', 'Telefon', 'Nachricht'],
      }),
      { message: 'Bitte um Wartung.' },
    ),
    post(
      'flat, as the template of one’s own sends it',
      helene,
      json({
        _replyto: helene.email,
        nom: full(helene),
        telephone: helene.phone,
        message: 'Installation d’une pompe à chaleur.',
        _gotcha: '',
      }),
      { message: 'Installation d’une pompe à chaleur.' },
    ),
  ],
};

export const getform: FormSender = {
  name: 'Getform (Forminit)',
  setUp: 'Form → Actions → Webhook; paste the address',
  posts: [
    post(
      'flat',
      tomasz,
      json({
        name: full(tomasz),
        email: tomasz.email,
        phone: tomasz.phone,
        message: 'Neuer Wasserzähler nötig.',
      }),
      { message: 'Neuer Wasserzähler nötig.' },
    ),
    post(
      'sender in an object of its own',
      kaethe,
      json({
        event: 'form.submitted',
        formName: 'kontakt',
        id: 'xK9mLpQr2vNtYw8z',
        submissionStatus: 'Open',
        data: {
          message: 'Wir hätten gern ein Angebot für ein Gäste-WC.',
          sender: {
            email: kaethe.email,
            firstName: kaethe.first,
            lastName: kaethe.last,
            phone: kaethe.phone,
          },
          zeitraum: 'Frühjahr',
        },
        submissionDate: '23-11-2026 10:15',
        submissionDateISO: '2026-11-23T09:15:00+00:00',
        submission_info: {
          ip: '203.0.113.26',
          user_agent: 'Mozilla/5.0',
          referer: `${site}/kontakt`,
          location: { country: { name: 'Germany', iso: 'DE' }, city: { name: 'Berlin' } },
        },
      }),
      {
        message: 'Wir hätten gern ein Angebot für ein Gäste-WC.',
        kind: 'project',
        page: `${site}/kontakt`,
        kept: ['Frühjahr'],
      },
    ),
    post(
      'as a form',
      luca,
      browserForm([
        ['nome', full(luca)],
        ['email', luca.email],
        ['telefono', luca.phone],
        ['messaggio', 'Richiamatemi per favore.'],
      ]),
      { message: 'Richiamatemi per favore.' },
    ),
  ],
};

export const basin: FormSender = {
  name: 'Basin',
  setUp: 'Form → Integrations → Webhook; paste the address, format JSON',
  posts: [
    post(
      'payload among its own fields',
      anna,
      json({
        id: 99123,
        form_id: 412,
        ip: '203.0.113.27',
        referrer: `${site}/kontakt/`,
        spam: false,
        created_at: '2026-11-23T09:15:00.000Z',
        payload_params: {
          name: full(anna),
          email: anna.email,
          phone: anna.phone,
          message: 'Durchlauferhitzer defekt.',
        },
      }),
      { message: 'Durchlauferhitzer defekt.', page: `${site}/kontakt/` },
    ),
    post(
      'flat with fields in German',
      ferdinand,
      json({
        vorname: ferdinand.first,
        nachname: ferdinand.last,
        'e-mail': ferdinand.email,
        telefon: ferdinand.phone,
        anliegen: 'Fußbodenheizung spülen.',
        form_id: 412,
      }),
      { message: 'Fußbodenheizung spülen.' },
    ),
    post(
      'as a form',
      emily,
      browserForm([
        ['name', full(emily)],
        ['email', emily.email],
        ['phone', ''],
        ['message', 'Two leaking taps.'],
        ['_gotcha', ''],
      ]),
      { phoneE164: undefined, message: 'Two leaking taps.' },
    ),
  ],
};

export const formcarry: FormSender = {
  name: 'formcarry',
  setUp: 'Form → Integrations → Webhooks; paste the address',
  posts: [
    post(
      'fields beside the form',
      oezlem,
      json({
        form: { id: 'UHsdf12', title: 'Kontakt' },
        fields: {
          name: full(oezlem),
          email: oezlem.email,
          phone: oezlem.phone,
          message: 'Druck in der Heizung fällt ab.',
        },
        attachments: [],
        createdAt: '2026-11-23T09:15:00.000Z',
        ip: '203.0.113.28',
        referer: `${site}/heizung/`,
      }),
      { message: 'Druck in der Heizung fällt ab.', page: `${site}/heizung/` },
    ),
    post(
      'fields in German, flat',
      karlHeinz,
      json({
        Name: full(karlHeinz),
        'E-Mail': karlHeinz.email,
        Telefon: karlHeinz.phone,
        Nachricht: 'Viehtränken einfrieren verhindern.',
      }),
      { message: 'Viehtränken einfrieren verhindern.' },
    ),
    post(
      'as a form, no mail address',
      regula,
      browserForm([
        ['name', full(regula)],
        ['telefon', regula.phone],
        ['mitteilung', 'Bitte Offerte für Enthärter.'],
      ]),
      { email: undefined, message: 'Bitte Offerte für Enthärter.' },
    ),
  ],
};
