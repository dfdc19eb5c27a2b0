import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessRole, recogniseRole } from '../../../domain/capture/field-names.ts';
import { type Field, flatten, parsePath } from '../../../domain/capture/form-fields.ts';
import { recognise, type Submission } from '../../../domain/capture/recognise.ts';
import { consentWording } from '../../../views/words/consent-wording.ts';
import { fieldMessages } from '../../../views/words/field-faults.ts';
import { keptWords } from '../../../views/words/kept-words.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const now = '2026-11-23T09:00:00.000Z';
const context = { company, now, by: 'customer', words: keptWords(company) } as const;

const json = (body: unknown): readonly Field[] => flatten(body) ?? [];
const form = (encoded: string): readonly Field[] =>
  [...new URLSearchParams(encoded)].map(([name, value]) => ({ path: parsePath(name), value }));

function read(fields: readonly Field[], by: 'customer' | 'owner' = 'customer'): Submission {
  const recognised = recognise(fields, { ...context, by });
  if ('errors' in recognised) throw new Error(JSON.stringify(recognised.errors));
  return recognised.submission;
}

/** As the sender reads them. */
function faults(body: unknown) {
  const recognised = recognise(json(body), context);
  return 'errors' in recognised ? fieldMessages(recognised.errors, recognised.entered.language) : [];
}

const email = 'erika@example.de';

describe('the fields of the contract', () => {
  test('become the lead', () => {
    const submission = read(
      json({
        name: 'Erika Muster',
        email: ' Erika@Example.DE',
        phone: '0170 1234567',
        message: 'Neue Fliesen, bitte.',
        kind: 'project',
        urgency: 'soon',
        source: 'word-of-mouth',
        address: 'Lindenweg 7',
        postcode: '80331',
        city: 'München',
        installation: 'Bad',
        timeframe: 'Frühjahr',
        budget: '20.000 €',
        language: 'en',
        submissionId: 'abc',
        utm_source: 'google',
        utm_campaign: 'bad',
        page: 'https://www.muster-haustechnik.example/kontakt',
        referrer: 'https://suche.example',
        redirect: '/danke',
      }),
    );
    expect(submission).toEqual({
      contact: {
        name: 'Erika Muster',
        email,
        phone: '0170 1234567',
        phoneE164: '+491701234567',
        address: 'Lindenweg 7',
        postcode: '80331',
        city: 'München',
        language: 'en',
      },
      request: {
        message: 'Neue Fliesen, bitte.',
        kind: 'project',
        urgency: 'soon',
        gas: false,
        installation: 'Bad',
        timeframe: 'Frühjahr',
        budget: '20.000 €',
        extra: [],
      },
      source: 'word-of-mouth',
      attribution: {
        page: 'https://www.muster-haustechnik.example/kontakt',
        referrer: 'https://suche.example',
        utm: { utm_source: 'google', utm_campaign: 'bad' },
      },
      by: 'customer',
      submissionId: 'abc',
      redirect: '/danke',
      spam: false,
    });
  });

  test('win over names that only mean the same', () => {
    const { contact, request } = read(
      json({ 'E-Mail': 'other@example.de', email, Handy: '0170 1', phone: '089 1234560' }),
    );
    expect(contact).toMatchObject({ email, phone: '089 1234560' });
    expect(request.extra).toEqual([
      { name: 'E-Mail', value: 'other@example.de' },
      { name: 'Handy', value: '0170 1' },
    ]);
  });

  test('may come from a call that the owner took', () => {
    expect(read(json({ phone: '089 1234560' }), 'owner')).toMatchObject({ by: 'owner', source: 'phone' });
  });
});

describe('names that forms give their fields', () => {
  test.each([
    'email',
    'E-Mail',
    'e-mail',
    'EMAIL',
    'Email *',
    'E-Mail-Adresse',
    'Ihre E-Mail-Adresse (Pflichtfeld)',
    'your-email',
    'emailAddress',
    'mail',
    'email-1',
    'Wie lautet Ihre E-Mail-Adresse?',
  ])('%s is the mail address', (name) => {
    expect(read(json({ [name]: email }))).toMatchObject({ contact: { email }, request: { extra: [] } });
  });

  test.each([
    'phone',
    'Telefon',
    'Telefonnummer',
    'Tel.',
    'Handy',
    'Mobil',
    'Rückrufnummer',
    'Rueckruf unter',
    'your-phone',
    'tel',
    'phone_number',
    'phone-1',
    'Unter welcher Telefonnummer erreichen wir Sie?',
  ])('%s is the phone number', (name) => {
    const submission = read(json({ [name]: '089 1234560' }));
    expect(submission).toMatchObject({
      contact: { phone: '089 1234560', phoneE164: '+49891234560' },
      request: { extra: [] },
    });
  });

  test.each([
    'message',
    'Nachricht',
    'Ihre Nachricht',
    'Anliegen',
    'Kommentar',
    'your-message',
    'Mitteilung',
    'textarea-1',
    'Bitte beschreiben Sie Ihr Anliegen',
  ])('%s is the message', (name) => {
    expect(read(json({ email, [name]: 'Guten Tag' }))).toMatchObject({
      request: { message: 'Guten Tag', extra: [] },
    });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ Name: 'Erika Muster' }, 'Erika Muster'],
    [{ 'your-name': 'Erika Muster' }, 'Erika Muster'],
    [{ 'Vor- und Nachname': 'Erika Muster' }, 'Erika Muster'],
    [{ Vorname: 'Erika', Nachname: 'Muster' }, 'Erika Muster'],
    [{ Name: 'Muster', Vorname: 'Erika' }, 'Erika Muster'],
    [{ first: 'Erika', last: 'Muster' }, 'Erika Muster'],
    [{ names: { first_name: 'Erika', last_name: 'Muster' } }, 'Erika Muster'],
    [{ firstName: 'Erika' }, 'Erika'],
    [{ 'Wie heißen Sie?': 'Erika' }, 'Erika'],
    [{ Firma: 'Muster GmbH' }, 'Muster GmbH'],
  ])('%j gives the name %s', (names, name) => {
    expect(read(json({ email, ...names })).contact.name).toBe(name);
  });

  test('a company beside a person is kept as text', () => {
    const { contact, request } = read(json({ email, Name: 'Erika Muster', Firma: 'Muster GmbH' }));
    expect(contact.name).toBe('Erika Muster');
    expect(request.extra).toEqual([{ name: 'Firma', value: 'Muster GmbH' }]);
  });

  test('address, what is planned, when and for how much', () => {
    const { contact, request } = read(
      json({
        email,
        Straße: 'Lindenweg',
        Hausnummer: '7',
        PLZ: '80331',
        Ort: 'München',
        Vorhaben: 'Bad',
        Zeitraum: 'Frühjahr',
        Budget: '20.000 €',
      }),
    );
    expect(contact).toMatchObject({ address: 'Lindenweg 7', postcode: '80331', city: 'München' });
    expect(request).toMatchObject({ installation: 'Bad', timeframe: 'Frühjahr', budget: '20.000 €' });
  });

  test('the subject stands before the message, once', () => {
    const withSubject = (message: string) =>
      read(json({ email, Betreff: 'Bad', Nachricht: message })).request.message;
    expect(withSubject('Dusche statt Wanne')).toBe('Bad\n\nDusche statt Wanne');
    expect(withSubject('Bad')).toBe('Bad');
  });

  test('a question that only speaks of mail is text, not an address', () => {
    const { contact, request } = read(
      json({ phone: '089 1234560', 'Dürfen wir Ihnen eine E-Mail schicken?': 'Ja' }),
    );
    expect(contact.email).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'Dürfen wir Ihnen eine E-Mail schicken?', value: 'Ja' }]);
  });

  test('"Rückruf: ja" is no phone number', () => {
    const { contact, request } = read(json({ email, Rückruf: 'ja' }));
    expect(contact.phone).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'Rückruf', value: 'ja' }]);
  });

  test('the name of the form is not the name of the customer', () => {
    expect(read(json({ email, form_name: 'Kontakt' })).contact.name).toBeUndefined();
  });
});

describe('what plug-ins and form services send', () => {
  const erika = { name: 'Erika Muster', email, language: 'de' };

  test.each<[string, readonly Field[], object]>([
    [
      'Contact Form 7 to Webhook',
      json({
        'your-name': 'Erika Muster',
        'your-email': email,
        'your-subject': 'Bad',
        'your-message': 'Dusche statt Wanne',
        gewerk: ['Bad', 'Fliesen'],
        foto: 'https://site.example/bad.jpg',
      }),
      {
        contact: erika,
        request: {
          message: 'Bad\n\nDusche statt Wanne',
          kind: 'project',
          extra: expect.arrayContaining([
            { name: 'foto', value: 'https://site.example/bad.jpg' },
            { name: 'gewerk', value: 'Bad, Fliesen' },
          ]),
        },
      },
    ],
    [
      'WPForms',
      json({
        name: 'Erika Muster',
        mail: email,
        leistung: 'Heizung||Wartung',
        termin: { value: '01.12.2026', unix: 1_796_083_200 },
      }),
      {
        contact: erika,
        request: {
          kind: 'repair',
          extra: expect.arrayContaining([
            { name: 'termin', value: '01.12.2026' },
            { name: 'leistung', value: 'Heizung, Wartung' },
          ]),
        },
      },
    ],
    [
      'Gravity Forms, a whole entry with numbered fields',
      json({
        id: '134',
        form_id: '2',
        date_created: '2026-11-20 08:12:33',
        ip: '203.0.113.9',
        source_url: 'https://site.example/kontakt/',
        user_agent: 'Mozilla',
        '1.3': 'Erika',
        '1.6': 'Muster',
        '2': email,
        '3': 'Rohrbruch im Keller',
        '4': '089 1234560',
      }),
      {
        submissionId: 'gravity-2-134',
        contact: { ...erika, phone: '089 1234560', phoneE164: '+49891234560' },
        request: { message: 'Rohrbruch im Keller', urgency: 'now', extra: [] },
        attribution: { page: 'https://site.example/kontakt/', utm: {} },
      },
    ],
    [
      'Elementor, simple',
      form('E-Mail=erika%40example.de&Nachricht=Hallo&No+Label+x1=Farbe+blau&form_id=ab12&form_name=Kontakt'),
      {
        contact: { email },
        request: {
          message: 'Hallo',
          extra: [
            { name: 'No Label x1', value: 'Farbe blau' },
            { name: 'form_name', value: 'Kontakt' },
          ],
        },
      },
    ],
    [
      'Elementor, advanced',
      form(
        'form[id]=ab&form[name]=Kontakt&fields[email][id]=email&fields[email][type]=email&fields[email][title]=E-Mail' +
          '&fields[email][value]=erika%40example.de&fields[email][raw_value]=erika%40example.de&fields[f1][id]=f1' +
          '&fields[f1][type]=text&fields[f1][title]=Lieblingsfarbe&fields[f1][value]=Blau' +
          '&meta[page_url][title]=Seite&meta[page_url][value]=https://site.example/x',
      ),
      {
        contact: { email },
        request: { extra: [{ name: 'Lieblingsfarbe', value: 'Blau' }] },
        attribution: { page: 'https://site.example/x', utm: {} },
      },
    ],
    [
      'Fluent Forms',
      json({
        names: { first_name: 'Erika', last_name: 'Muster' },
        email,
        message: 'Heizung fällt aus',
        __submission: { id: '77', form_id: '3', source_url: 'https://site.example/', ip: '203.0.113.9' },
      }),
      {
        submissionId: 'fluentform-3-77',
        contact: erika,
        request: { urgency: 'now', urgencyWord: 'Heizung ausgefallen', extra: [] },
        attribution: { page: 'https://site.example/', utm: {} },
      },
    ],
    [
      'Typeform',
      json({
        event_id: '01H',
        event_type: 'form_response',
        form_response: {
          form_id: 'abc',
          token: 'tok1',
          submitted_at: '2026-11-20T08:12:33Z',
          hidden: { utm_source: 'google' },
          definition: {
            fields: [
              { id: 'f1', ref: 'r1', type: 'email', title: 'E-Mail' },
              { id: 'f2', ref: 'r2', type: 'multiple_choice', title: 'Art der Anfrage' },
              { id: 'f3', ref: 'r3', type: 'short_text', title: 'Wie heißen Sie?' },
              { id: 'f4', ref: 'r4', type: 'multiple_choice', title: 'Was noch?' },
            ],
          },
          answers: [
            { type: 'email', email, field: { id: 'f1', type: 'email', ref: 'r1' } },
            { type: 'choice', choice: { id: 'c', label: 'Notfall' }, field: { id: 'f2', ref: 'r2' } },
            { type: 'text', text: 'Erika Muster', field: { id: 'f3', ref: 'r3' } },
            {
              type: 'choices',
              choices: { ids: ['a'], labels: ['Bad', 'WC'] },
              field: { id: 'f4', ref: 'r4' },
            },
          ],
        },
      }),
      {
        submissionId: 'tok1',
        contact: erika,
        request: {
          kind: 'repair',
          urgency: 'now',
          extra: expect.arrayContaining([{ name: 'Was noch?', value: 'Bad, WC' }]),
        },
        attribution: { utm: { utm_source: 'google' } },
      },
    ],
    [
      'Tally',
      json({
        eventId: 'e',
        eventType: 'FORM_RESPONSE',
        data: {
          responseId: 'r',
          submissionId: 's1',
          formName: 'Anfrage',
          fields: [
            { key: 'question_a', label: 'Wie erreichen wir Sie?', type: 'INPUT_EMAIL', value: email },
            {
              key: 'question_b',
              label: 'Art',
              type: 'DROPDOWN',
              value: ['o1'],
              options: [
                { id: 'o1', text: 'Reparatur' },
                { id: 'o2', text: 'Beratung' },
              ],
            },
            {
              key: 'question_c',
              label: 'Foto',
              type: 'FILE_UPLOAD',
              value: [{ id: 'f', name: 'a.jpg', url: 'https://tally.example/a.jpg' }],
            },
          ],
        },
      }),
      {
        submissionId: 's1',
        contact: { email },
        request: {
          kind: 'repair',
          extra: expect.arrayContaining([{ name: 'Foto', value: 'https://tally.example/a.jpg' }]),
        },
      },
    ],
    [
      'Jotform',
      form(
        `formID=1&submissionID=99&type=WEB&formTitle=Anfrage&pretty=Name:Erika&ip=203.0.113.9&rawRequest=${encodeURIComponent(
          JSON.stringify({
            q3_name: { first: 'Erika', last: 'Muster' },
            q4_email: email,
            q5_telefon: { full: '(089) 1234560' },
          }),
        )}`,
      ),
      {
        submissionId: '99',
        contact: { ...erika, phone: '(089) 1234560', phoneE164: '+49891234560' },
        request: { extra: [{ name: 'formTitle', value: 'Anfrage' }] },
      },
    ],
    [
      'Netlify',
      json({
        payload: {
          id: '5f',
          form_name: 'kontakt',
          site_url: 'https://site.example',
          data: { name: 'Erika Muster', email, ip: '203.0.113.9', user_agent: 'Mozilla', farbe: 'blau' },
          ordered_human_fields: [{ title: 'Welche Farbe?', name: 'farbe', value: 'blau' }],
        },
      }),
      {
        submissionId: '5f',
        contact: erika,
        request: { extra: [{ name: 'Welche Farbe?', value: 'blau' }] },
        attribution: { page: 'https://site.example', utm: {} },
      },
    ],
    [
      'Webflow',
      json({
        triggerType: 'form_submission',
        payload: {
          id: 'w1',
          name: 'Contact',
          siteId: 's',
          data: { Name: 'Erika Muster', 'E-Mail-Adresse': email },
          schema: [{ fieldName: 'Name', fieldType: 'FormTextInput' }],
        },
      }),
      { submissionId: 'w1', contact: erika, request: { extra: [] } },
    ],
    [
      'a list of names and values',
      json([
        { name: 'email', value: email },
        { name: 'your-name', value: 'Erika Muster' },
      ]),
      { contact: erika },
    ],
  ])('%s', (_, fields, expected) => {
    expect(read(fields)).toMatchObject(expected);
  });

  test('the address and make of a device are needed by nobody and not kept', () => {
    const submission = read(
      json({ email, ip: '203.0.113.9', user_agent: 'Mozilla', 'g-recaptcha-response': 'x' }),
    );
    expect(JSON.stringify(submission)).not.toMatch(/203\.0\.113|Mozilla|recaptcha/);
  });
});

describe('kind and urgency', () => {
  test('an explicit choice wins over the words of the message', () => {
    const { request } = read(json({ email, kind: 'advice', urgency: 'planned', message: 'Rohrbruch!' }));
    expect(request).toEqual({
      kind: 'advice',
      urgency: 'planned',
      gas: false,
      message: 'Rohrbruch!',
      extra: [],
    });
  });

  test('without a choice the words decide, and the lead says which', () => {
    const { request } = read(json({ email, message: 'Rohrbruch!' }));
    expect(request).toMatchObject({
      kind: 'repair',
      kindWord: 'Rohrbruch',
      urgency: 'now',
      urgencyWord: 'Rohrbruch',
    });
  });

  test('the words are searched in fields nobody knows as well', () => {
    expect(read(json({ email, 'Was ist passiert?': 'Rohrbruch' })).request.urgencyWord).toBe('Rohrbruch');
  });

  test('gas is noticed whatever was chosen', () => {
    expect(read(json({ email, urgency: 'planned', message: 'Es riecht nach Gas' })).request).toMatchObject({
      urgency: 'planned',
      gas: true,
    });
  });

  test.each([
    ['kind', 'Reparatur', { kind: 'repair' }],
    ['Art der Anfrage', 'Neues Bad', { kind: 'project' }],
    ['Kategorie', 'Wärmepumpe', { kind: 'project' }],
    ['Art', 'Beratung', { kind: 'advice' }],
    ['Art', 'Notfall', { kind: 'repair', urgency: 'now' }],
    ['urgency', 'Sofort', { urgency: 'now' }],
    ['Dringlichkeit', 'sehr dringend', { urgency: 'now' }],
    ['Dringlichkeit', 'nicht dringend', { urgency: 'planned' }],
    ['Dringlichkeit', 'normal', { urgency: 'planned' }],
    ['Notfall', 'ja', { urgency: 'now' }],
    ['Notfall', 'nein', { urgency: 'planned' }],
  ])('%s "%s" is %j', (name, value, expected) => {
    expect(read(json({ email, [name]: value })).request).toMatchObject(expected);
  });

  test("a form's own word for it is kept", () => {
    expect(read(json({ email, Kategorie: 'Wärmepumpe' })).request.extra).toEqual([
      { name: 'Kategorie', value: 'Wärmepumpe' },
    ]);
  });

  test('a repair that nobody calls urgent should not wait for weeks', () => {
    expect(read(json({ email, kind: 'repair' })).request.urgency).toBe('soon');
    expect(read(json({ email, kind: 'project' })).request.urgency).toBe('planned');
  });
});

describe('consent to news', () => {
  const page = 'https://www.muster-haustechnik.example/kontakt';

  test.each([true, 'true', 'on', 'ja', 'yes', 1, ['false', 'true']])(
    '%j: with time, words and page',
    (consent) => {
      expect(read(json({ email, consent, page })).consent).toEqual({
        at: now,
        wording: consentWording(company, 'de'),
        page,
      });
    },
  );

  test('keeps the words another form showed', () => {
    const consent = read(json({ email, consent: 'ja', consentWording: 'Newsletter, gern!' })).consent;
    expect(consent?.wording).toBe('Newsletter, gern!');
  });

  test.each([false, 'nein', 'off', '', 'vielleicht'])('%j is none', (consent) => {
    expect(read(json({ email, consent })).consent).toBeUndefined();
  });

  test.each(['Datenschutz', 'Einwilligung', 'acceptance', 'Newsletter', 'Consent'])(
    'a ticked "%s" agrees to something else',
    (name) => {
      const { consent, request } = read(json({ email, [name]: 'true' }));
      expect(consent).toBeUndefined();
      expect(request.extra).toEqual([{ name, value: 'true' }]);
    },
  );
});

describe('what is wrong', () => {
  test('is named field by field, all at once, in German', () => {
    const errors = faults({
      name: 'x'.repeat(201),
      email: 'erika@',
      phone: 'abc',
      message: 'y'.repeat(10_001),
      kind: 'nonsense',
      urgency: 'whenever',
      source: 'mars',
      language: 'fr',
    });
    expect(errors.map(({ field }) => field).sort()).toEqual([
      'email',
      'kind',
      'language',
      'message',
      'name',
      'phone',
      'source',
      'urgency',
    ]);
    for (const { message } of errors) expect(message).toMatch(/Bitte|Möglich/);
  });

  test('is named in English in an English request', () => {
    const errors = faults({ language: 'en', email: 'erika@', kind: 'nonsense', name: 'x'.repeat(201) });
    expect(errors).toHaveLength(3);
    for (const { message } of errors) expect(message).toMatch(/[Pp]lease|Possible/);
  });

  test('goes by the name of the contract, whatever the form calls it', () => {
    expect(faults({ 'Ihre E-Mail-Adresse': 'erika@' })).toEqual([
      { field: 'email', message: expect.stringContaining('E-Mail-Adresse') },
    ]);
  });

  test('nobody can be reached: both ways are named', () => {
    expect(faults({ name: 'Erika', message: 'Hallo' }).map(({ field }) => field)).toEqual(['email', 'phone']);
  });

  test('"keine" beside a mail address is an answer, not a mistake', () => {
    const { contact, request } = read(json({ email, Telefon: 'keine' }));
    expect(contact.phone).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'Telefon', value: 'keine' }]);
  });

  test('an unknown word in a field of another form is text, not a mistake', () => {
    expect(read(json({ email, Kategorie: 'Xyz' })).request.extra).toEqual([
      { name: 'Kategorie', value: 'Xyz' },
    ]);
  });

  test('200 and 10,000 characters are not too long, umlauts and emoji counted as one', () => {
    const name = `${'ü'.repeat(199)}🛁`;
    const message = '🛁'.repeat(10_000);
    expect(read(json({ email, name, message }))).toMatchObject({ contact: { name }, request: { message } });
  });

  test('what was entered comes back, the wrong values too', () => {
    const recognised = recognise(
      json({
        Name: 'Erika',
        'E-Mail': 'erika@',
        Nachricht: 'Hallo',
        utm_source: 'x',
        Farbe: 'blau',
        redirect: '/danke',
      }),
      context,
    );
    expect('entered' in recognised && recognised.entered.fields).toEqual(
      expect.arrayContaining([
        { name: 'name', value: 'Erika' },
        { name: 'email', value: 'erika@' },
        { name: 'message', value: 'Hallo' },
        { name: 'utm_source', value: 'x' },
        { name: 'Farbe', value: 'blau' },
        { name: 'redirect', value: '/danke' },
      ]),
    );
  });
});

describe('a filled honeypot', () => {
  test('makes it spam, and nothing is refused then', () => {
    const submission = read(json({ website: 'https://spam.example', email: 'no', name: 'x'.repeat(300) }));
    expect(submission.spam).toBe(true);
    expect(submission.contact.name).toHaveLength(200);
  });

  test('left empty, or a website asked for by another name, is none', () => {
    expect(read(json({ email, website: '  ' })).spam).toBe(false);
    expect(read(json({ email, Website: 'https://kunde.example' })).spam).toBe(false);
  });
});

describe('whatever is sent', () => {
  const anyField = fc.record({
    path: fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 4 }),
    value: fc.string({ unit: 'binary', maxLength: 200 }),
  });

  test('is understood or refused, never an error', () => {
    fc.assert(
      fc.property(fc.array(anyField), (fields) => {
        const recognised = recognise(fields, context);
        expect('submission' in recognised || recognised.errors.length > 0).toBe(true);
      }),
    );
  });

  test('every unknown field is kept', () => {
    const unknownName = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((name) => `Xq ${name}`)
      .filter((name) => recogniseRole(name) === undefined && guessRole(name) === undefined);
    const value = fc.integer({ min: 0 }).map((number) => `Antwort-${number}`);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(unknownName, value), { selector: ([name]) => name }), (unknown) => {
        const fields = unknown.map(([name, text]) => ({ path: [name], value: text }));
        const { extra } = read([...fields, { path: ['email'], value: email }]).request;
        expect(extra.map((one) => one.value)).toEqual(unknown.map(([, text]) => text));
      }),
    );
  });

  test('no field name writes to a prototype', () => {
    const { request } = read(
      json(
        JSON.parse(
          `{"email":"${email}","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}`,
        ),
      ),
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(request.extra.map(({ value }) => value)).toEqual(['yes', 'yes']);
  });

  test('more text than the store holds is cut, and the lead is taken', () => {
    const { extra } = read(
      json({ email, a: 'x'.repeat(100_000), b: 'y'.repeat(100_000), c: 'z'.repeat(100_000) }),
    ).request;
    expect(extra.map(({ value }) => value.length)).toEqual([10_000, 10_000, 10_000]);
    expect(extra[0]?.value.endsWith('…')).toBe(true);
  });

  test('control characters and line breaks do not reach names and addresses', () => {
    const { contact } = read(json({ email, name: 'Erika\r\nBcc: all@example.de\u0000\u202e' }));
    expect(contact.name).toBe('Erika Bcc: all@example.de');
  });
});
