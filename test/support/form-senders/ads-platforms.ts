/** Lead forms of Meta and Google. */
import { anna, ferdinand, full, greta, joerg, kaethe, karlHeinz, luca, regula, tomasz } from './customers.ts';
import { batch, type FormSender, place, post } from './sender.ts';
import { json } from './wire.ts';

const metaLead = (fields: readonly (readonly [name: string, ...values: string[]])[]) => ({
  id: '1187654321098765',
  created_time: '2026-11-23T09:15:00+0000',
  ad_id: '23850000000000001',
  ad_name: 'Badsanierung Herbst',
  adset_id: '23850000000000002',
  adset_name: 'München 30 km',
  campaign_id: '23850000000000003',
  campaign_name: 'Bad 2026',
  form_id: '990000000000009',
  is_organic: false,
  platform: 'fb',
  field_data: fields.map(([name, ...values]) => ({ name, values })),
});

export const metaGraph: FormSender = {
  name: 'Meta lead ads (Graph API, n8n, Make)',
  setUp:
    'n8n "Facebook Lead Ads Trigger" or Make "Watch Leads" → HTTP POST of the whole lead as JSON to the address',
  posts: [
    post(
      'an own question first',
      greta,
      json(
        metaLead([
          ['was_möchten_sie_erneuern?', 'das_ganze_bad'],
          ['full_name', full(greta)],
          ['phone_number', greta.phoneE164],
          ['email', greta.email],
          ['post_code', greta.postcode],
        ]),
      ),
      { postcode: greta.postcode, kept: ['das ganze bad'] },
    ),
    post(
      'fields of the German form, name in parts, several answers',
      ferdinand,
      json([
        metaLead([
          ['vorname', ferdinand.first],
          ['nachname', ferdinand.last],
          ['telefonnummer', ferdinand.phoneE164],
          ['e-mail-adresse', ferdinand.email],
          ['ort', ferdinand.city],
          ['wofür_interessieren_sie_sich?', 'wärmepumpe', 'photovoltaik'],
        ]),
      ]),
      { city: ferdinand.city, kept: ['wärmepumpe', 'photovoltaik'] },
    ),
    post(
      'an own question answered in words, no mail address',
      tomasz,
      json(
        metaLead([
          ['full_name', full(tomasz)],
          ['phone_number', tomasz.phoneE164],
          [
            'beschreiben_sie_kurz_ihr_vorhaben',
            'Dusche statt Badewanne, Mietwohnung, Vermieter ist einverstanden',
          ],
        ]),
      ),
      { email: undefined, kept: ['Dusche statt Badewanne, Mietwohnung, Vermieter ist einverstanden'] },
    ),
    batch(
      'two leads of one page of the API',
      json({
        data: [greta, kaethe].map((customer, index) => ({
          ...metaLead([
            ['full_name', full(customer)],
            ['email', customer.email],
            ['phone_number', customer.phoneE164],
          ]),
          id: `118765432109877${index}`,
        })),
        paging: { cursors: { before: 'QVFI', after: 'QVFJ' } },
      }),
      [
        [greta, {}],
        [kaethe, {}],
      ],
    ),
  ],
};

export const metaZapier: FormSender = {
  name: 'Meta lead ads (Zapier)',
  setUp:
    'Zapier: Facebook Lead Ads "New Lead" → Webhooks "POST", Payload Type json; Data: leave empty to send everything',
  posts: [
    post(
      'everything, flat',
      kaethe,
      json({
        id: '1187654321098766',
        created_time: '2026-11-23T09:15:00Z',
        ad_name: 'Heizung',
        adset_name: 'Freising',
        campaign_name: 'Heizung 2026',
        form_id: '990000000000009',
        form_name: 'Heizungs-Check',
        page_id: '100200300',
        page_name: 'Muster Haustechnik',
        platform: 'ig',
        is_organic: 'false',
        full_name: full(kaethe),
        email: kaethe.email,
        phone_number: kaethe.phoneE164,
        'welche_heizung_haben_sie?': 'gas',
      }),
      { kept: ['gas'] },
    ),
    post(
      'prefixes as Zapier writes them',
      anna,
      json({
        'Created Time': '2026-11-23T09:15:00Z',
        'Ad Name': 'Bad',
        'Form Name': 'Wien',
        'Full Name': full(anna),
        Email: anna.email,
        'Phone Number': anna.phoneE164,
        'Post Code': anna.postcode,
        City: anna.city,
        'Wann Soll Es Losgehen': 'in_den_nächsten_3_monaten',
      }),
      { ...place(anna), kept: ['in den nächsten 3 monaten'] },
    ),
    post(
      'our keys, the question as message',
      luca,
      json({
        name: full(luca),
        email: luca.email,
        phone: luca.phoneE164,
        message: 'Rifacimento bagno',
        source: 'social-media',
      }),
      { message: 'Rifacimento bagno' },
    ),
  ],
};

const googleColumn = (column_id: string, column_name: string, string_value: string) => ({
  column_name,
  string_value,
  column_id,
});

const googleLead = (columns: readonly ReturnType<typeof googleColumn>[]) =>
  json({
    lead_id: 'TeSter-123-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    user_column_data: columns,
    api_version: '1.0',
    form_id: 40000000000,
    campaign_id: 123456,
    google_key: 'geheimer-schluessel',
    gcl_id: 'Cj0KCQjw-beispiel',
    adgroup_id: 20000000000,
    creative_id: 30000000000,
    is_test: false,
  });

export const googleAds: FormSender = {
  name: 'Google Ads lead forms',
  setUp:
    'Assets → Lead form → Export leads → Other data integration options: Webhook URL the address, Key any word',
  posts: [
    post(
      'name, mail, phone, postcode',
      joerg,
      googleLead([
        googleColumn('FULL_NAME', 'Full Name', full(joerg)),
        googleColumn('EMAIL', 'User Email', joerg.email),
        googleColumn('PHONE_NUMBER', 'User Phone', joerg.phoneE164),
        googleColumn('POSTAL_CODE', 'Postal Code', joerg.postcode),
      ]),
      { postcode: joerg.postcode },
    ),
    post(
      'name in parts, a city, an own question',
      regula,
      googleLead([
        googleColumn('FIRST_NAME', 'First Name', regula.first),
        googleColumn('LAST_NAME', 'Last Name', regula.last),
        googleColumn('PHONE_NUMBER', 'User Phone', regula.phoneE164),
        googleColumn('EMAIL', 'User Email', regula.email),
        googleColumn('CITY', 'City', regula.city),
        googleColumn('welche_leistung_interessiert_sie?', 'Welche Leistung interessiert Sie?', 'Wärmepumpe'),
      ]),
      { city: regula.city, kept: ['Wärmepumpe'] },
    ),
    post(
      'no mail address, company beside the person',
      karlHeinz,
      googleLead([
        googleColumn('FULL_NAME', 'Full Name', full(karlHeinz)),
        googleColumn('PHONE_NUMBER', 'User Phone', karlHeinz.phoneE164),
        googleColumn('COMPANY_NAME', 'Company Name', 'Gutsverwaltung Aue KG'),
      ]),
      { email: undefined, kept: ['Gutsverwaltung Aue KG'] },
    ),
  ],
};
