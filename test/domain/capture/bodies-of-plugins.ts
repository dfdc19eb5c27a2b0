/** One customer as plug-ins and builders of forms post him: their shapes as documented. */
import { asked, type Body, byKey, byLabel, each, encoded, full, moment, page } from './a-caller.ts';
import { json } from './a-form.ts';

export const bodiesOfPlugins: Readonly<Record<string, Body>> = {
  'Netlify, notification': [
    (c) =>
      json({
        number: 5,
        title: 'Kontakt',
        email: c.email,
        name: full(c),
        first_name: c.first,
        last_name: c.last,
        company: null,
        summary: 'Kurz',
        body: 'Kurz',
        data: { ...byKey(c), ip: '203.0.113.9', user_agent: 'Mozilla/5.0', referrer: page },
        created_at: moment,
        human_fields: byLabel(c),
        ordered_human_fields: each(c, (title, value, name) => ({ title, name, value })),
        id: 'n-1',
        form_id: 'f',
        site_url: 'https://www.betrieb.example',
        form_name: 'kontakt',
      }),
    { page, submissionId: 'n-1' },
  ],
  'Netlify, function': [
    (c) =>
      json({
        payload: {
          human_fields: byLabel(c),
          data: { ...byKey(c), ip: '203.0.113.9', user_agent: 'Mozilla/5.0', referrer: page },
          created_at: moment,
          id: 'n-2',
        },
        site: { id: 'x', name: 'betrieb' },
      }),
    { page, submissionId: 'n-2' },
  ],
  'Gravity Forms, entry with parts': [
    (c) =>
      json({
        id: '9',
        form_id: '2',
        date_created: '2026-11-20 08:12:33',
        ip: '203.0.113.9',
        source_url: page,
        user_agent: 'Mozilla/5.0',
        status: 'active',
        currency: 'EUR',
        '1.2': '',
        '1.3': c.first,
        '1.6': c.last,
        '2': c.email,
        '3': c.phone,
        '4.1': 'Lindenweg 7',
        '4.3': c.city,
        '4.5': c.postcode,
        '5': c.message,
      }),
    { page, submissionId: 'gravity-2-9', place: true },
  ],
  'Gravity Forms, entry with whole names': [
    (c) =>
      json({
        id: '10',
        form_id: '2',
        date_created: '2026-11-20 08:12:33',
        source_url: page,
        is_read: '0',
        '1': full(c),
        '2': c.email,
        '3': c.phone,
        '4': c.message,
      }),
    { page, submissionId: 'gravity-2-10' },
  ],
  'Fluent Forms': [
    (c) =>
      json({
        names: { first_name: c.first, last_name: c.last },
        email: c.email,
        phone: c.phone,
        message: c.message,
        __submission: {
          id: '7',
          form_id: '3',
          source_url: page,
          user_id: '0',
          status: 'unread',
          browser: 'Chrome',
          ip: '203.0.113.9',
        },
      }),
    { page, submissionId: 'fluentform-3-7' },
  ],
  'Elementor, simple': [
    (c) =>
      encoded({
        ...byLabel(c),
        Datum: '23. November 2026',
        Uhrzeit: '9:15',
        'Seiten-URL': page,
        'Benutzer-Agent': 'Mozilla/5.0',
        form_id: 'ab12cd3',
        form_name: 'Popup',
      }),
    { page },
  ],
  'Elementor, advanced': [
    (c) =>
      encoded({
        'form[id]': 'ab',
        'form[name]': 'Kontakt',
        ...Object.fromEntries(
          each(c, (title, value, part) => [
            [`fields[${part}][id]`, part],
            [`fields[${part}][type]`, part === 'name' ? 'text' : part],
            [`fields[${part}][title]`, title],
            [`fields[${part}][value]`, value],
            [`fields[${part}][raw_value]`, value],
            [`fields[${part}][required]`, '1'],
          ]).flat(),
        ),
        'meta[page_url][title]': 'Seiten-URL',
        'meta[page_url][value]': page,
        'meta[remote_ip][title]': 'IP',
        'meta[remote_ip][value]': '203.0.113.9',
      }),
    { page },
  ],
  'Ninja Forms': [
    (c) =>
      json({
        form_id: '4',
        fields: each(c, (label, value, key, id) => ({
          id,
          key: `${key}_1700000000`,
          label,
          type: key === 'message' ? 'textarea' : 'textbox',
          value,
        })),
      }),
  ],
  Forminator: [
    (c) =>
      encoded({
        'name-1-first-name': c.first,
        'name-1-last-name': c.last,
        'email-1': c.email,
        'phone-1': c.phone,
        'textarea-1': c.message,
        'address-1-zip': c.postcode,
        'address-1-city': c.city,
        form_id: '6',
        current_url: page,
        _wp_http_referer: '/anfrage/',
      }),
    { page, place: true },
  ],
  Formidable: [
    (c) =>
      json({
        form_id: 3,
        item_key: 'abc',
        item_meta: Object.fromEntries(each(c, (_l, value, _p, at) => [String(at + 12), value])),
      }),
  ],
  Divi: [
    (c) =>
      encoded({
        et_pb_contact_name_0: full(c),
        et_pb_contact_email_0: c.email,
        et_pb_contact_phone_0: c.phone,
        et_pb_contact_message_0: c.message,
        et_pb_contactform_submit_0: 'et_contact_proccess',
        '_wpnonce-et-pb-contact-form-submitted-0': 'abc',
        _wp_http_referer: '/anfrage/',
        page_url: page,
        et_pb_contact_email_fields_0: JSON.stringify([
          { field_id: 'et_pb_contact_name_0', original_id: 'name', field_type: 'input', field_label: 'Name' },
        ]),
        et_pb_contact_email_hidden_fields_0: '[]',
      }),
    { page },
  ],
  WPForms: [
    (c) =>
      encoded(
        Object.fromEntries(
          each(c, (name, value, part, at) => [
            [`fields[${at}][name]`, name],
            [`fields[${at}][value]`, value],
            [`fields[${at}][id]`, String(at)],
            [`fields[${at}][type]`, part === 'message' ? 'textarea' : part],
          ]).flat(),
        ),
      ),
  ],
  'Everest and weForms': [
    (c) =>
      json({
        entry_id: '31',
        form_id: '9',
        date: '2026-11-23 10:15:00',
        ...byKey(c),
        referer: page,
        ip: '203.0.113.12',
      }),
    { page },
  ],
  'CF7 to Webhook': [
    (c) =>
      json({
        'your-name': full(c),
        'your-email': c.email,
        'your-phone': c.phone,
        'your-message': c.message,
        _wpcf7: '5',
        _wpcf7_unit_tag: 'wpcf7-f5-p2-o1',
        _url: page,
      }),
  ],
  Jotform: [
    (c) =>
      encoded({
        formID: '24',
        submissionID: 'jot-1',
        type: 'WEB',
        formTitle: 'Anfrage Bad',
        username: 'betrieb',
        ip: '203.0.113.9',
        pretty: `Name:${full(c)}`,
        rawRequest: JSON.stringify({
          slug: 'submit/24',
          q3_fullName: { first: c.first, last: c.last },
          q4_kontakt: { full: c.phone },
          q5_email: c.email,
          q6_nachricht: c.message,
          q7_adresse: { addr_line1: 'Lindenweg 7', city: c.city, postal: c.postcode },
          q8_termin: { day: '1', month: '12', year: '2026' },
          event_id: 'x',
          path: '/submit/24',
        }),
      }),
    { submissionId: 'jot-1', place: true },
  ],
  Wufoo: [
    (c) =>
      encoded({
        Field1: c.first,
        Field2: c.last,
        Field3: c.email,
        Field4: c.phone,
        Field5: c.message,
        EntryId: '42',
        CreatedBy: 'public',
        HandshakeKey: 'geheim',
        FieldStructure: JSON.stringify({
          Fields: [
            {
              ID: 'Field1',
              Title: 'Name',
              Type: 'shortname',
              SubFields: [
                { ID: 'Field1', Label: 'First' },
                { ID: 'Field2', Label: 'Last' },
              ],
            },
            { ID: 'Field3', Title: c.labels.email, Type: 'email' },
            { ID: 'Field4', Title: c.labels.phone, Type: 'phone' },
            { ID: 'Field5', Title: c.labels.message, Type: 'textarea' },
          ],
        }),
        FormStructure: JSON.stringify({ Name: 'Kontakt', Hash: 'z5' }),
      }),
    { submissionId: 'wufoo-z5-42' },
  ],
  'Cognito Forms': [
    (c) =>
      json({
        Form: { Id: '3', InternalName: 'Anfrage', Name: 'Anfrage' },
        $version: 7,
        Name: { First: c.first, Last: c.last, FirstAndLast: full(c) },
        Email: c.email,
        Phone: c.phone,
        Comments: c.message,
        Address: { Line1: 'Lindenweg 7', City: c.city, PostalCode: c.postcode },
        Entry: {
          Number: 12,
          DateSubmitted: moment,
          Action: 'Submit',
          Origin: { City: 'Frankfurt', IpAddress: '203.0.113.9' },
          User: { Name: 'Chef', Email: null },
        },
        Id: '3-12',
      }),
    { submissionId: 'cognito-3-12', place: true },
  ],
  Formspree: [
    (c) =>
      json({
        form: 'xabc',
        submission: { _date: moment, ...byKey(c), _subject: 'Neue Nachricht', _replyto: c.email },
        keys: asked,
      }),
  ],
};
