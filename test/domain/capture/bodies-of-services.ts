/** One customer as form services and advertising platforms post him: their shapes as documented. */
import { type Body, byLabel, each, full, moment, page, typeformValues, types } from './a-caller.ts';
import { json } from './a-form.ts';

export const bodiesOfServices: Readonly<Record<string, Body>> = {
  'pairs of name and value': [(c) => json(each(c, (label, value) => ({ name: label, value })))],
  'pairs of name and values': [
    (c) => json({ data: each(c, (label, value) => ({ name: label, values: [value] })) }),
  ],
  'pairs of label and value': [
    (c) => json({ answers: each(c, (label, value, _, id) => ({ id, label, value })) }),
  ],
  'pairs of title and value': [(c) => json({ items: each(c, (title, value) => ({ title, value })) })],
  'pairs of question and answer': [
    (c) => json({ survey: 'Kontakt', list: each(c, (question, answer) => ({ question, answer })) }),
  ],
  'pairs of field and value': [
    (c) => json({ payload: { rows: each(c, (field, value) => ({ field, value })) } }),
  ],
  'pairs of key and value': [
    (c) => json({ formular: 'Bad', eintrag: each(c, (_l, value, key) => ({ key, value })) }),
  ],
  'pairs that nobody has seen, with more about each': [
    (c) =>
      json({
        blob: {
          stuff: each(c, (question, response, _, step) => ({ step, question, response, skippable: false })),
        },
      }),
  ],
  'questions and answers under numbered names': [
    (c) =>
      json(
        Object.fromEntries(
          each(c, (label, value, _, at) => [
            [`question_${at}`, label],
            [`answer_${at}`, value],
          ]).flat(),
        ),
      ),
  ],
  'pairs in JSON in a field': [
    (c) => json({ body: JSON.stringify({ fields: each(c, (label, value) => ({ label, value })) }) }),
  ],
  'Google Ads': [
    (c) =>
      json({
        lead_id: 'L-9',
        form_id: 44,
        campaign_id: 12,
        google_key: 'geheim',
        api_version: '1.0',
        is_test: false,
        gcl_id: 'Cj0abc',
        user_column_data: [
          { column_id: 'FULL_NAME', column_name: 'Full Name', string_value: full(c) },
          { column_id: 'EMAIL', string_value: c.email },
          { column_id: 'PHONE_NUMBER', column_name: 'User Phone', string_value: c.phone },
          { column_id: 'POSTAL_CODE', string_value: c.postcode },
          { column_id: 'CITY', string_value: c.city },
        ],
      }),
    { submissionId: 'L-9', utm: { utm_source: 'google' }, place: true, without: ['message'] },
  ],
  'Meta lead ads': [
    (c) =>
      json({
        id: '77',
        created_time: moment,
        ad_name: 'Video 2',
        adset_name: 'Umkreis',
        campaign_name: 'Wärme Herbst',
        platform: 'ig',
        is_organic: false,
        field_data: [
          { name: 'was_planen_sie?', values: ['neue_heizung'] },
          { name: 'full_name', values: [full(c)] },
          { name: 'email', values: [c.email] },
          { name: 'phone_number', values: [c.phone] },
          { name: 'post_code', values: [c.postcode] },
          { name: 'city', values: [c.city] },
        ],
      }),
    {
      submissionId: '77',
      utm: { utm_source: 'facebook', utm_campaign: 'Wärme Herbst' },
      place: true,
      without: ['message'],
    },
  ],
  'LeadsBridge, flat': [
    (c) =>
      json({
        leadgen_id: '4711',
        form_name: 'Bad 2026',
        campaign_name: 'Bad',
        platform: 'fb',
        first_name: c.first,
        last_name: c.last,
        email: c.email,
        phone_number: c.phone,
        zip_code: c.postcode,
        city: c.city,
      }),
    {
      submissionId: '4711',
      utm: { utm_source: 'facebook', utm_campaign: 'Bad' },
      place: true,
      without: ['message'],
    },
  ],
  Typeform: [
    (c) =>
      json({
        event_id: '01H',
        event_type: 'form_response',
        form_response: {
          form_id: 'f',
          token: 'tok-3',
          landed_at: moment,
          submitted_at: moment,
          hidden: { utm_source: 'newsletter', page },
          definition: {
            id: 'f',
            title: 'Kontakt',
            fields: each(c, (title, _v, part) => ({
              id: `f${part}`,
              ref: `${part}-ref`,
              type: types[part]?.[0],
              title,
            })),
          },
          answers: each(c, (_l, value, part) => {
            const type = typeformValues[part] ?? 'text';
            return {
              type,
              [type]: value,
              field: { id: `f${part}`, ref: `${part}-ref`, type: types[part]?.[0] },
            };
          }),
          ending: { id: 'x', ref: 'default_tys' },
        },
      }),
    { submissionId: 'tok-3', page, utm: { utm_source: 'newsletter' } },
  ],
  Tally: [
    (c) =>
      json({
        eventId: 'e',
        eventType: 'FORM_RESPONSE',
        createdAt: moment,
        data: {
          responseId: 'r',
          submissionId: 'tally-8',
          respondentId: 'p',
          formId: 'wX',
          formName: 'Anfrage',
          fields: each(c, (label, value, part) => ({
            key: `question_${part}_1`,
            label,
            type: types[part]?.[1],
            value,
          })),
        },
      }),
    { submissionId: 'tally-8' },
  ],
  Fillout: [
    (c) =>
      json({
        formId: 'm',
        formName: 'Kontakt',
        submission: {
          submissionId: 'fill-2',
          submissionTime: moment,
          questions: each(c, (name, value, part) => ({
            id: `q${part}`,
            name,
            type: types[part]?.[2],
            value,
          })),
          calculations: [],
          urlParameters: [{ id: 'utm_campaign', name: 'utm_campaign', value: 'bad' }],
        },
      }),
    { submissionId: 'fill-2', utm: { utm_campaign: 'bad' } },
  ],
  Paperform: [
    (c) =>
      json({
        form_id: '5f',
        slug: 'anfrage',
        submission_id: 'pf-5',
        created_at: '2026-11-23 09:15:00',
        data: each(c, (title, value, part) => ({
          title,
          description: null,
          type: part === 'message' ? 'text' : part,
          key: `a1b${part.length}`,
          custom_key: null,
          value,
        })),
      }),
    { submissionId: 'pf-5' },
  ],
  'Wix, pairs': [
    (c) =>
      json({
        data: {
          formName: 'Kontakt',
          submissions: each(c, (label, value) => ({ label, value })),
          contact: { name: { first: c.first, last: c.last }, email: c.email, contactId: 'c1', locale: 'de' },
          submissionId: 'wix-1',
          metaSiteId: 's',
        },
      }),
    { submissionId: 'wix-1' },
  ],
  'Wix, keys of its own': [
    (c) =>
      json({
        data: {
          formName: 'Kontakt',
          'field:first_name_d74c': c.first,
          'field:last_name_c91e': c.last,
          'field:email_9a1b': c.email,
          'field:phone_2b79': c.phone,
          'field:long_answer_1f3a': c.message,
          submissionId: 'wix-2',
        },
      }),
    { submissionId: 'wix-2' },
  ],
  'HubSpot forms API': [
    (c) =>
      json({
        submittedAt: '1795424400000',
        fields: [
          { objectTypeId: '0-1', name: 'firstname', value: c.first },
          { objectTypeId: '0-1', name: 'lastname', value: c.last },
          { objectTypeId: '0-1', name: 'email', value: c.email },
          { objectTypeId: '0-1', name: 'phone', value: c.phone },
          { objectTypeId: '0-1', name: 'message', value: c.message },
        ],
        context: { hutk: 'abc', pageUri: page, pageName: 'Kontakt' },
      }),
    { page },
  ],
  'HubSpot workflow': [
    (c) =>
      json({
        vid: 3,
        'portal-id': 9,
        properties: Object.fromEntries(
          Object.entries({
            firstname: c.first,
            lastname: c.last,
            email: c.email,
            phone: c.phone,
            message: c.message,
            city: c.city,
            zip: c.postcode,
          }).map(([name, value]) => [
            name,
            { value, versions: [{ value, 'source-type': 'FORM', timestamp: 1 }] },
          ]),
        ),
        'form-submissions': [],
      }),
    { place: true },
  ],
  'Webflow 2': [
    (c) =>
      json({
        triggerType: 'form_submission',
        payload: {
          name: 'Contact',
          siteId: 's',
          id: 'w-1',
          submittedAt: moment,
          data: byLabel(c),
          schema: each(c, (fieldName) => ({ fieldName, fieldType: 'FormTextInput', fieldElementId: 'x' })),
          formId: 'f',
          pageId: 'p',
        },
      }),
    { submissionId: 'w-1' },
  ],
  'Webflow 1': [
    (c) => json({ name: 'Footer Form', site: '62', data: byLabel(c), d: moment, _id: 'w1-1' }),
    { submissionId: 'w1-1' },
  ],
};
