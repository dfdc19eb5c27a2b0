/** Landing pages, funnels and calendars: few questions, each on a page of its own. */
import {
  anna,
  type Customer,
  emily,
  ferdinand,
  full,
  greta,
  joerg,
  kaethe,
  luca,
  oezlem,
  regula,
  tomasz,
} from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { json, phpForm } from './wire.ts';

const heyflowBody = (formName: string, fields: Readonly<Record<string, unknown>>) =>
  json(
    {
      webhookId: 'wh_71c0',
      eventType: 'form.submitted',
      timestamp: '2026-11-23T09:15:00.000Z',
      form: { id: 'form_bad_v2', name: formName, version: '2.0', language: 'de' },
      submission: { id: 'sub_90aa', fields },
    },
    { 'x-heyflow-signature': '5f2d6c0f3a7be1cd6c1b2d9d4a8a6f20' },
  );

export const heyflow: FormSender = {
  name: 'Heyflow',
  setUp: 'Flow → Integrate → Webhooks → Add; paste the address, tick the fields',
  posts: [
    post(
      'answers to tap, then the contact',
      greta,
      heyflowBody('Badplaner', {
        was_planen_sie: 'Komplettbad',
        wann_soll_es_losgehen: 'In 3 bis 6 Monaten',
        firstname: greta.first,
        lastname: greta.last,
        email: greta.email,
        'phone-input-id-cc54007b': greta.phoneE164,
      }),
      { kept: ['Komplettbad', 'In 3 bis 6 Monaten'] },
    ),
    post(
      'street and number apart',
      joerg,
      heyflowBody('Heizungsrechner', {
        first_name: joerg.first,
        last_name: joerg.last,
        email: joerg.email,
        phone: joerg.phoneE164,
        address: {
          street: 'Schäfflerstraße',
          house: '3a',
          city: joerg.city,
          zip: joerg.postcode,
          country: 'Deutschland',
        },
        heizung_heute: ['Gas', 'Kamin'],
      }),
      { ...place(joerg), address: joerg.street, kept: ['Gas', 'Kamin'] },
    ),
    post(
      'a free text, no mail address',
      tomasz,
      heyflowBody('Rückruf', {
        name: full(tomasz),
        phone: tomasz.phoneE164,
        email: '',
        nachricht: 'Am besten abends anrufen.',
      }),
      { email: undefined, message: 'Am besten abends anrufen.' },
    ),
  ],
};

const perspectiveBody = (customer: Customer, values: Readonly<Record<string, string>>) =>
  json({
    funnelId: '65a1b2c3d4',
    funnelName: 'Wärmepumpe Check',
    contactUrl: 'https://app.perspective.example/contacts/1',
    profile: {
      firstName: customer.first,
      lastName: customer.last,
      email: customer.email,
      phone: customer.phoneE164,
    },
    values: Object.fromEntries(Object.entries(values).map(([title, value]) => [title, { title, value }])),
    meta: { utm_source: 'instagram', utm_campaign: 'waermepumpe', converted: true },
  });

export const perspective: FormSender = {
  name: 'Perspective',
  setUp: 'Funnel → Integrations → Webhook; paste the address, send a test contact',
  posts: [
    post(
      'answers with titles, utm',
      kaethe,
      perspectiveBody(kaethe, { 'Wie alt ist Ihre Heizung?': 'Über 20 Jahre' }),
      {
        kept: ['Über 20 Jahre'],
        utm: { utm_source: 'instagram', utm_campaign: 'waermepumpe' },
      },
    ),
    post(
      'several answers',
      ferdinand,
      perspectiveBody(ferdinand, {
        Gebäudetyp: 'Einfamilienhaus',
        'Was ist Ihnen wichtig?': 'Niedrige Kosten',
      }),
      { kept: ['Einfamilienhaus', 'Niedrige Kosten'], utm: { utm_source: 'instagram' } },
    ),
    post(
      'flat, as mapped by hand',
      oezlem,
      json({
        firstName: oezlem.first,
        lastName: oezlem.last,
        email: oezlem.email,
        phone: oezlem.phone,
        message: 'Bad 6 m²',
        funnelName: 'Bad',
      }),
      { message: 'Bad 6 m²' },
    ),
  ],
};

const unbounceBody = (fields: Readonly<Record<string, string>>) => {
  const data = Object.fromEntries(
    Object.entries({
      ...fields,
      ip_address: '203.0.113.50',
      page_uuid: '7b0c2a3e-0000-4a4a-9b9b-0123456789ab',
      variant: 'a',
      time_submitted: '09:15 AM UTC',
      date_submitted: '2026-11-23',
      page_url: `${site}/aktion/`,
      page_name: 'Aktion Herbst',
    }).map(([name, value]) => [name, [value]]),
  );
  return phpForm({
    page_id: '7b0c2a3e-0000-4a4a-9b9b-0123456789ab',
    page_name: 'Aktion Herbst',
    page_url: `${site}/aktion/`,
    variant: 'a',
    'data.json': JSON.stringify(data),
  });
};

export const unbounce: FormSender = {
  name: 'Unbounce',
  setUp: 'Page → Integrations → Webhooks → Add; POST to URL the address',
  posts: [
    post(
      'lists of one in data.json',
      luca,
      unbounceBody({
        nome: full(luca),
        email: luca.email,
        telefono: luca.phone,
        messaggio: 'Preventivo per caldaia.',
      }),
      { message: 'Preventivo per caldaia.', page: `${site}/aktion/` },
    ),
    post(
      'name in parts and postcode',
      anna,
      unbounceBody({
        first_name: anna.first,
        last_name: anna.last,
        email: anna.email,
        phone_number: anna.phone,
        plz: anna.postcode,
        anliegen: 'Therme warten, bitte mit Abgasmessung',
      }),
      { postcode: anna.postcode, message: 'Therme warten, bitte mit Abgasmessung', page: `${site}/aktion/` },
    ),
    post(
      'only a number and a choice',
      regula,
      unbounceBody({ name: full(regula), phone: regula.phone, leistung: 'Entkalkung' }),
      { email: undefined, kept: ['Entkalkung'], page: `${site}/aktion/` },
    ),
  ],
};

const highLevelBody = (customer: Customer, answers: Readonly<Record<string, string>>) =>
  json({
    ...answers,
    contact_id: 'ocQHyuzHvysMo5N5VsXc',
    first_name: customer.first,
    last_name: customer.last,
    full_name: full(customer),
    email: customer.email,
    phone: customer.phoneE164,
    tags: 'website',
    country: customer.country,
    date_created: '2026-11-23T09:15:00.000Z',
    contact_source: 'form',
    full_address: '',
    contact_type: 'lead',
    location: {
      name: 'Muster Haustechnik',
      address: 'Werkstraße 5',
      city: 'München',
      state: 'BY',
      country: 'DE',
      postalCode: '80331',
      fullAddress: 'Werkstraße 5, München BY 80331',
      id: 'ABC123',
    },
    user: {
      firstName: 'Martin',
      lastName: 'Muster',
      email: 'chef@muster-haustechnik.example',
      phone: '+491711234560',
    },
    workflow: { id: '7b0c', name: 'Neue Anfrage' },
    triggerData: {},
    customData: {},
  });

export const highLevel: FormSender = {
  name: 'HighLevel (LeadConnector)',
  setUp: 'Automation → Workflow → Action "Webhook"; POST, URL the address',
  posts: [
    post(
      'the business stands beside the customer',
      joerg,
      highLevelBody(joerg, { 'Ihre Nachricht': 'Zwei Heizkörper bleiben kalt.' }),
      { message: 'Zwei Heizkörper bleiben kalt.' },
    ),
    post('an own question', kaethe, highLevelBody(kaethe, { 'Wie viele Bäder?': '2' }), { kept: ['2'] }),
    post('in English', emily, highLevelBody(emily, { Message: 'Please quote for a new boiler.' }), {
      message: 'Please quote for a new boiler.',
    }),
  ],
};

const calendlyBody = (
  invitee: { readonly name: string; readonly email: string; readonly text_reminder_number: string | null },
  answers: readonly (readonly [question: string, answer: string])[],
) =>
  json({
    event: 'invitee.created',
    created_at: '2026-11-23T09:15:00.000000Z',
    created_by: 'https://api.calendly.example/users/f2f32253',
    payload: {
      cancel_url: 'https://calendly.example/cancellations/3e39fe12',
      created_at: '2026-11-23T09:15:00.000000Z',
      event: 'https://api.calendly.example/scheduled_events/9a15cc4a',
      first_name: null,
      last_name: null,
      ...invitee,
      questions_and_answers: answers.map(([question, answer], position) => ({ question, answer, position })),
      reschedule_url: 'https://calendly.example/reschedulings/3e39fe12',
      rescheduled: false,
      scheduled_event: {
        start_time: '2026-12-01T09:00:00.000000Z',
        end_time: '2026-12-01T09:30:00.000000Z',
        name: 'Beratung Bad',
        event_memberships: [
          {
            user: 'https://api.calendly.example/users/f2f32253',
            user_email: 'chef@muster-haustechnik.example',
            user_name: 'Martin Muster',
          },
        ],
        location: { type: 'outbound_call', location: invitee.text_reminder_number },
      },
      status: 'active',
      timezone: 'Europe/Berlin',
      tracking: { utm_source: 'google', utm_campaign: null, salesforce_uuid: null },
      uri: 'https://api.calendly.example/scheduled_events/9a15cc4a/invitees/1',
    },
  });

export const calendly: FormSender = {
  name: 'Calendly',
  setUp:
    'API: a webhook subscription for invitee.created with the address as url; or Zapier "Invitee Created" → Webhooks "POST"',
  posts: [
    post(
      'questions with answers, the owner among the members of the event',
      greta,
      calendlyBody({ name: full(greta), email: greta.email, text_reminder_number: null }, [
        ['Telefonnummer', greta.phone],
        ['Bitte beschreiben Sie Ihr Anliegen', 'Neues Duschbad im Dachgeschoss.'],
      ]),
      { message: 'Neues Duschbad im Dachgeschoss.', utm: { utm_source: 'google' } },
    ),
    post(
      'the number of the reminder',
      ferdinand,
      calendlyBody(
        { name: full(ferdinand), email: ferdinand.email, text_reminder_number: ferdinand.phoneE164 },
        [['Worum geht es?', 'Heizung erneuern, Altbau']],
      ),
      { message: 'Heizung erneuern, Altbau', utm: { utm_source: 'google' } },
    ),
    post(
      'no number at all',
      emily,
      calendlyBody({ name: full(emily), email: emily.email, text_reminder_number: null }, [
        ['Please share anything that will help prepare for our meeting.', 'Plans of the flat are ready.'],
      ]),
      { phoneE164: undefined, message: 'Plans of the flat are ready.', utm: { utm_source: 'google' } },
    ),
  ],
};
