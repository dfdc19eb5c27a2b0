/** Systems that keep contacts, and pass on what their forms brought. */
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
  oezlem,
  regula,
  tomasz,
} from './customers.ts';
import { type FormSender, place, post, site } from './sender.ts';
import { browserForm, json, type Pair } from './wire.ts';

const hubspotForm = (fields: readonly Pair[], page?: string) =>
  json({
    submittedAt: '1795425300000',
    fields: fields.map(([name, value]) => ({ objectTypeId: '0-1', name, value })),
    context: {
      hutk: '60c2ccdfe4892f0fa0593940b12c11aa',
      ...(page && { pageUri: page, pageName: 'Kontakt | Muster Haustechnik' }),
    },
    legalConsentOptions: {
      consent: { consentToProcess: true, text: 'Ich stimme der Verarbeitung meiner Daten zu.' },
    },
  });

export const hubspotForms: FormSender = {
  name: 'HubSpot (forms API)',
  setUp: 'A form that posts to HubSpot: let the same script post the same JSON to the address',
  posts: [
    post(
      'fields with names of HubSpot',
      greta,
      hubspotForm(
        [
          ['email', greta.email],
          ['firstname', greta.first],
          ['lastname', greta.last],
          ['phone', greta.phone],
          ['message', 'Angebot für zwei Bäder, bitte.'],
        ],
        `${site}/kontakt/`,
      ),
      { message: 'Angebot für zwei Bäder, bitte.', page: `${site}/kontakt/` },
    ),
    post(
      'postcode, city, a field of one’s own',
      regula,
      hubspotForm(
        [
          ['firstname', regula.first],
          ['lastname', regula.last],
          ['email', regula.email],
          ['mobilephone', regula.phone],
          ['zip', regula.postcode],
          ['city', regula.city],
          ['art_der_heizung', 'Ölheizung'],
          ['message', 'Wir möchten auf Erdwärme umstellen.'],
        ],
        `${site}/erdwaerme`,
      ),
      {
        ...place(regula),
        message: 'Wir möchten auf Erdwärme umstellen.',
        kept: ['Ölheizung'],
        page: `${site}/erdwaerme`,
      },
    ),
    post(
      'no page, no telephone number',
      emily,
      hubspotForm([
        ['email', emily.email],
        ['firstname', emily.first],
        ['lastname', emily.last],
        ['message', 'Is a boiler service possible in December?'],
      ]),
      { phoneE164: undefined, message: 'Is a boiler service possible in December?' },
    ),
  ],
};

const hubspotContact = (properties: Readonly<Record<string, string>>, page: string) =>
  json({
    vid: 51,
    'canonical-vid': 51,
    'merged-vids': [],
    'portal-id': 62515,
    'is-contact': true,
    properties: Object.fromEntries(
      Object.entries({
        ...properties,
        lifecyclestage: 'lead',
        hs_object_id: '51',
        createdate: '1795425300000',
      }).map(([name, value]) => [
        name,
        {
          value,
          versions: [
            { value, 'source-type': 'FORM', 'source-id': null, timestamp: 1795425300000, selected: false },
          ],
        },
      ]),
    ),
    'form-submissions': [
      {
        'conversion-id': '8a1c3e',
        timestamp: 1795425300000,
        'form-id': '0e8d1b8f',
        'portal-id': 62515,
        'page-url': page,
        title: 'Kontaktformular',
        'form-type': 'HUBSPOT',
        'contact-associated-by': ['EMAIL'],
      },
    ],
    'list-memberships': [],
    'identity-profiles': [
      {
        vid: 51,
        identities: [
          { type: 'EMAIL', value: properties.email ?? '', timestamp: 1795425300000, 'is-primary': true },
          { type: 'LEAD_GUID', value: 'f3b1c2d4-0000-1111-2222-333344445555', timestamp: 1795425300000 },
        ],
      },
    ],
  });

export const hubspotWorkflow: FormSender = {
  name: 'HubSpot (workflow)',
  setUp:
    'Automations → Workflows → Form submission → Send a webhook, POST to the address, all contact properties',
  posts: [
    post(
      'a contact with versions of its properties',
      joerg,
      hubspotContact(
        {
          firstname: joerg.first,
          lastname: joerg.last,
          email: joerg.email,
          phone: joerg.phone,
          message: 'Regenwassertank soll angeschlossen werden.',
        },
        `${site}/kontakt/`,
      ),
      { message: 'Regenwassertank soll angeschlossen werden.', page: `${site}/kontakt/` },
    ),
    post(
      'address and postcode',
      kaethe,
      hubspotContact(
        {
          firstname: kaethe.first,
          lastname: kaethe.last,
          email: kaethe.email,
          phone: kaethe.phone,
          address: kaethe.street,
          zip: kaethe.postcode,
          city: kaethe.city,
          message: 'Heizlast berechnen lassen.',
        },
        `${site}/waermepumpe/`,
      ),
      {
        ...place(kaethe),
        address: kaethe.street,
        message: 'Heizlast berechnen lassen.',
        page: `${site}/waermepumpe/`,
      },
    ),
    post(
      'chosen properties, flat',
      helene,
      json({
        firstname: helene.first,
        lastname: helene.last,
        email: helene.email,
        phone: helene.phone,
        message: 'Contrat d’entretien.',
      }),
      { message: 'Contrat d’entretien.' },
    ),
  ],
};

const pipedrivePerson = (name: string, phones: readonly string[], emails: readonly string[]) => ({
  id: 734,
  company_id: 11,
  owner_id: 12,
  org_id: null,
  name,
  phone: phones.map((value, index) => ({
    label: index === 0 ? 'work' : 'mobile',
    value,
    primary: index === 0,
  })),
  email: emails.map((value, index) => ({ label: 'work', value, primary: index === 0 })),
  add_time: '2026-11-23 09:15:00',
  visible_to: '3',
  owner_name: 'Martin Muster',
  open_deals_count: 0,
});

export const pipedrive: FormSender = {
  name: 'Pipedrive',
  setUp:
    'Settings → Tools and apps → Webhooks → Create: event action create, object person; endpoint URL the address',
  posts: [
    post(
      'a new person',
      tomasz,
      json({
        v: 1,
        matches_filters: { current: [] },
        meta: {
          v: 1,
          action: 'added',
          object: 'person',
          id: 734,
          company_id: 11,
          user_id: 12,
          host: 'muster.pipedrive.example',
          timestamp: 1795425300,
        },
        current: pipedrivePerson(full(tomasz), [tomasz.phone], [tomasz.email]),
        previous: null,
        event: 'added.person',
        retry: 0,
      }),
      {},
    ),
    post(
      'version 2, two numbers',
      oezlem,
      json({
        data: {
          id: 735,
          name: full(oezlem),
          first_name: oezlem.first,
          last_name: oezlem.last,
          owner_id: 12,
          emails: [{ label: 'work', value: oezlem.email, primary: true }],
          phones: [
            { label: 'mobile', value: oezlem.phone, primary: true },
            { label: 'work', value: '089 5550777', primary: false },
          ],
          add_time: '2026-11-23T09:15:00Z',
        },
        previous: null,
        meta: {
          action: 'create',
          company_id: '11',
          entity: 'person',
          entity_id: '735',
          host: 'muster.pipedrive.example',
          version: '2.0',
          user_id: '12',
        },
      }),
      { kept: ['5550777'] },
    ),
    post(
      'flat, from an automation',
      ferdinand,
      json({
        person_name: full(ferdinand),
        person_email: ferdinand.email,
        person_phone: ferdinand.phone,
        note: 'Kessel tauschen, Förderung prüfen.',
      }),
      { message: 'Kessel tauschen, Förderung prüfen.' },
    ),
  ],
};

export const salesforce: FormSender = {
  name: 'Salesforce web-to-lead',
  setUp: 'The generated HTML form: replace the address in action by ours, keep the fields',
  posts: [
    post(
      'fields of the generator, German content',
      karlHeinz,
      browserForm(
        [
          ['oid', '00D000000000001'],
          ['retURL', `${site}/danke/`],
          ['first_name', karlHeinz.first],
          ['last_name', karlHeinz.last],
          ['email', karlHeinz.email],
          ['phone', karlHeinz.phone],
          ['company', 'Gutsverwaltung Aue KG'],
          ['city', karlHeinz.city],
          ['zip', karlHeinz.postcode],
          ['street', karlHeinz.street],
          ['description', 'Heizzentrale für drei Häuser.'],
          ['lead_source', 'Web'],
        ],
        { referer: `${site}/gewerbe/` },
      ),
      {
        ...place(karlHeinz),
        address: karlHeinz.street,
        message: 'Heizzentrale für drei Häuser.',
        kept: ['Gutsverwaltung Aue KG'],
        page: `${site}/gewerbe/`,
      },
    ),
    post(
      'a field of one’s own, mobile number',
      anna,
      browserForm([
        ['oid', '00D000000000001'],
        ['retURL', `${site}/danke/`],
        ['first_name', anna.first],
        ['last_name', anna.last],
        ['email', anna.email],
        ['mobile', anna.phone],
        ['00N5f00000AbCdE', 'Altbau'],
        ['description', 'Gastherme verliert Wasser.'],
      ]),
      { message: 'Gastherme verliert Wasser.', kept: ['Altbau'] },
    ),
    post(
      'only a telephone number',
      greta,
      browserForm([
        ['oid', '00D000000000001'],
        ['debug', '0'],
        ['first_name', greta.first],
        ['last_name', greta.last],
        ['email', ''],
        ['phone', greta.phone],
        ['description', 'Bitte um Rückruf.'],
      ]),
      { email: undefined, message: 'Bitte um Rückruf.' },
    ),
  ],
};
