import { describe, expect, test } from 'vitest';
import type { Field } from '../../../domain/capture/form-fields.ts';
import { email, form, json, read } from './a-form.ts';

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
          extra: [{ name: 'No Label x1', value: 'Farbe blau' }],
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
        request: { urgency: 'now', urgencyWord: 'Heizung fällt aus', extra: [] },
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
            q5_telefon: { full: '(089) 5551230' },
          }),
        )}`,
      ),
      {
        submissionId: '99',
        contact: { ...erika, phone: '(089) 5551230', phoneE164: '+49895551230' },
        request: { extra: [] },
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
