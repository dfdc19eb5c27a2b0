/** One customer as backends, automations and content systems post him: their shapes as documented. */
import { type Body, byKey, byLabel, each, encoded, full, moment, page } from './a-caller.ts';
import { json } from './a-form.ts';

export const bodiesOfSystems: Readonly<Record<string, Body>> = {
  'Getform, Basin': [(c) => json({ data: String(new URLSearchParams({ ...byKey(c), id: 'b-1' })) })],
  Formcarry: [
    (c) =>
      json({
        form: { id: 'U', title: 'Kontakt' },
        fields: byKey(c),
        createdAt: moment,
        ip: '203.0.113.9',
        referer: page,
      }),
    { page },
  ],
  Formstack: [
    (c) =>
      encoded({
        FormID: '2',
        UniqueID: '3',
        Name: `first = ${c.first}\nlast = ${c.last}`,
        Email: c.email,
        Phone: c.phone,
        Message: c.message,
        Address: `address = Lindenweg 7\ncity = ${c.city}\nzip = ${c.postcode}`,
      }),
    { place: true },
  ],
  'Microsoft Forms, Power Automate': [
    (c) =>
      json({
        body: { responder: 'anonymous', submitDate: '11/23/2026 9:15:00 AM', responseId: 4, ...byLabel(c) },
      }),
  ],
  'Google Forms event': [
    (c) =>
      json({
        authMode: 'FULL',
        namedValues: {
          Zeitstempel: ['23.11.2026 10:15:00'],
          ...Object.fromEntries(each(c, (label, value) => [label, [value]])),
        },
        range: { rowStart: 5 },
        triggerUid: '1',
        values: ['23.11.2026 10:15:00', full(c), c.email, c.phone, c.message],
      }),
  ],
  'Apps Script, a row without names': [
    (c) =>
      json({ values: ['23.11.2026 10:15:00', full(c), c.email, c.phone, c.message], range: { rowStart: 5 } }),
  ],
  'Make, nested': [
    (c) =>
      json({
        source: 'website',
        contact: {
          name: { vorname: c.first, nachname: c.last },
          erreichbar: { email: c.email, telefon: c.phone },
        },
        anfrage: { nachricht: c.message },
      }),
  ],
  'n8n form trigger': [(c) => json([{ ...byLabel(c), submittedAt: moment, formMode: 'production' }])],
  'n8n webhook': [
    (c) =>
      json({
        headers: { host: 'n8n.example', 'user-agent': 'Mozilla/5.0' },
        params: {},
        query: { utm_source: 'flyer' },
        body: byKey(c),
        webhookUrl: 'https://n8n.example/x',
        executionMode: 'production',
      }),
    { utm: { utm_source: 'flyer' } },
  ],
  ActiveCampaign: [
    (c) =>
      encoded({
        type: 'subscribe',
        date_time: moment,
        initiated_by: 'public',
        list: '0',
        'contact[id]': '12',
        'contact[email]': c.email,
        'contact[first_name]': c.first,
        'contact[last_name]': c.last,
        'contact[phone]': c.phone,
        'contact[ip]': '203.0.113.9',
        'contact[fields][anliegen]': c.message,
      }),
  ],
  Mailchimp: [
    (c) =>
      encoded({
        type: 'subscribe',
        fired_at: '2026-11-23 09:15:00',
        'data[id]': '8a',
        'data[list_id]': 'a6',
        'data[email]': c.email,
        'data[email_type]': 'html',
        'data[merges][EMAIL]': c.email,
        'data[merges][FNAME]': c.first,
        'data[merges][LNAME]': c.last,
        'data[merges][PHONE]': c.phone,
        'data[merges][MESSAGE]': c.message,
        'data[ip_opt]': '203.0.113.9',
      }),
  ],
  'Squarespace via Zapier': [
    (c) => json({ formName: 'Kontakt', ...byLabel(c), submittedOn: moment, websiteId: 'w' }),
  ],
  'Shopify and Ghost': [
    (c) =>
      encoded({
        form_type: 'contact',
        utf8: '✓',
        'contact[name]': full(c),
        'contact[email]': c.email,
        'contact[phone]': c.phone,
        'contact[body]': c.message,
      }),
  ],
  'Salesforce web-to-lead': [
    (c) =>
      encoded({
        oid: '00D5',
        retURL: 'https://www.betrieb.example/danke',
        first_name: c.first,
        last_name: c.last,
        email: c.email,
        phone: c.phone,
        zip: c.postcode,
        city: c.city,
        '00N5g00000AbCdE': c.message,
      }),
    { place: true },
  ],
  Pipedrive: [
    (c) =>
      json({
        meta: { action: 'added', object: 'person' },
        current: {
          id: 7,
          name: full(c),
          owner_name: 'Chef',
          phone: [{ label: 'work', value: c.phone, primary: true }],
          email: [{ label: 'work', value: c.email, primary: true }],
          notiz: c.message,
        },
        previous: null,
      }),
  ],
  'TYPO3 powermail': [
    (c) =>
      encoded({
        'tx_powermail_pi1[mail][form]': '3',
        'tx_powermail_pi1[field][name]': full(c),
        'tx_powermail_pi1[field][e_mail]': c.email,
        'tx_powermail_pi1[field][telefon]': c.phone,
        'tx_powermail_pi1[field][nachricht]': c.message,
        'tx_powermail_pi1[__referrer][@extension]': 'Powermail',
        'tx_powermail_pi1[__trustedProperties]': '{"a":1}x',
      }),
  ],
  'TYPO3 form, default names': [
    (c) =>
      encoded({
        'tx_form_formframework[anfrage-7][text-1]': full(c),
        'tx_form_formframework[anfrage-7][email-1]': c.email,
        'tx_form_formframework[anfrage-7][telephone-1]': c.phone,
        'tx_form_formframework[anfrage-7][textarea-1]': c.message,
        'tx_form_formframework[anfrage-7][__state]': 'Tzo',
      }),
  ],
  'Drupal webform': [
    (c) =>
      json({
        serial: '3',
        sid: '9',
        uuid: '5a0b',
        token: 'x',
        uri: '/anfrage',
        created: '1795424400',
        remote_addr: '203.0.113.9',
        langcode: 'de',
        webform_id: 'kontakt',
        data: { name: full(c), email: c.email, telefon: c.phone, nachricht: c.message },
      }),
  ],
  'RSForm of Joomla': [
    (c) =>
      encoded({
        'form[Name]': full(c),
        'form[Email]': c.email,
        'form[Telefon]': c.phone,
        'form[Nachricht]': c.message,
        'form[formId]': '3',
      }),
  ],
  Contao: [
    (c) =>
      encoded({
        FORM_SUBMIT: 'auto_form_2',
        REQUEST_TOKEN: 'abc',
        MAX_FILE_SIZE: '2048000',
        name: full(c),
        email: c.email,
        telefon: c.phone,
        nachricht: c.message,
      }),
  ],
  'a model of Rails': [
    (c) =>
      encoded({
        authenticity_token: 'x',
        utf8: '✓',
        'lead[name]': full(c),
        'lead[email]': c.email,
        'lead[phone]': c.phone,
        'lead[message]': c.message,
        commit: 'Senden',
      }),
  ],
  'a mutation of GraphQL': [
    (c) =>
      json({
        operationName: 'createLead',
        query: 'mutation createLead($input: LeadInput!) { ok }',
        data: { variables: { input: byKey(c) } },
      }),
  ],
  LinkedIn: [
    (c) =>
      json({
        id: 'l',
        submittedAt: 1795425300000,
        form: {
          id: 10,
          name: 'Gewerbe',
          content: {
            questions: each(c, (label, _v, part, questionId) => ({
              questionId,
              question: { localized: { de_DE: label } },
              predefinedField: { name: undefined, email: 'EMAIL', phone: 'PHONE_NUMBER' }[part as string],
            })),
          },
        },
        formResponse: {
          answers: each(c, (_l, answer, _p, questionId) => ({
            questionId,
            answerDetails: { textQuestionAnswer: { answer } },
          })),
        },
      }),
  ],
};
