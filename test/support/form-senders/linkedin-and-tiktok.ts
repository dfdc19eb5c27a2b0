/** Lead forms of LinkedIn and TikTok. */
import { anna, emily, ferdinand, full, greta, joerg, karlHeinz, luca, oezlem } from './customers.ts';
import { type FormSender, post } from './sender.ts';
import { json } from './wire.ts';

const linkedinLead = (
  questions: readonly (readonly [predefinedField: string | null, label: string, answer: string])[],
) =>
  json({
    id: 'lead-100',
    leadType: 'SPONSORED',
    submittedAt: 1795425300000,
    form: {
      id: 10,
      name: 'Wärmepumpe Gewerbe',
      content: {
        questions: questions.map(([predefinedField, label], index) => ({
          questionId: index + 1,
          ...(predefinedField && { predefinedField }),
          question: { localized: { de_DE: label } },
        })),
      },
    },
    formResponse: {
      answers: questions.map(([, , answer], index) => ({
        questionId: index + 1,
        answerDetails: { textQuestionAnswer: { answer } },
      })),
    },
  });

export const linkedin: FormSender = {
  name: 'LinkedIn lead gen (API)',
  setUp: 'A script or n8n: leadFormResponses with its form → HTTP POST as JSON to the address',
  posts: [
    post(
      'questions in the form, answers in the response',
      oezlem,
      linkedinLead([
        ['FIRST_NAME', 'Vorname', oezlem.first],
        ['LAST_NAME', 'Nachname', oezlem.last],
        ['EMAIL', 'E-Mail-Adresse', oezlem.email],
        ['PHONE_NUMBER', 'Telefonnummer', oezlem.phoneE164],
        [null, 'Was planen Sie?', 'Heizungstausch im Bürohaus'],
      ]),
      { kept: ['Heizungstausch im Bürohaus'] },
    ),
    post(
      'company and city',
      karlHeinz,
      linkedinLead([
        ['FIRST_NAME', 'First name', karlHeinz.first],
        ['LAST_NAME', 'Last name', karlHeinz.last],
        ['WORK_EMAIL', 'Work email', karlHeinz.email],
        ['PHONE_NUMBER', 'Phone number', karlHeinz.phoneE164],
        ['COMPANY_NAME', 'Company name', 'Gutsverwaltung Aue KG'],
        ['CITY', 'City', karlHeinz.city],
      ]),
      { city: karlHeinz.city, kept: ['Gutsverwaltung Aue KG'] },
    ),
    post(
      'only name and mail',
      emily,
      linkedinLead([
        ['FIRST_NAME', 'First name', emily.first],
        ['LAST_NAME', 'Last name', emily.last],
        ['EMAIL', 'Email address', emily.email],
      ]),
      { phoneE164: undefined },
    ),
  ],
};

export const linkedinZapier: FormSender = {
  name: 'LinkedIn lead gen (Zapier)',
  setUp: 'Zapier: LinkedIn Ads "New Lead Gen Form Response" → Webhooks "POST", Payload Type json',
  posts: [
    post(
      'labels in English',
      joerg,
      json({
        'First Name': joerg.first,
        'Last Name': joerg.last,
        'Email Address': joerg.email,
        'Phone Number': joerg.phoneE164,
        'Company Name': 'Bäumler Immobilien GmbH',
        'Job Title': 'Geschäftsführer',
        'Campaign Name': 'Wartungsverträge',
        'Form Name': 'Gewerbe 2026',
        'Submitted At': '2026-11-23T09:15:00Z',
      }),
      { kept: ['Bäumler Immobilien GmbH'] },
    ),
    post(
      'keys in camel case',
      greta,
      json({
        firstName: greta.first,
        lastName: greta.last,
        emailAddress: greta.email,
        phoneNumber: greta.phoneE164,
        formName: 'Hausverwaltungen',
        campaignName: 'Herbst',
      }),
      {},
    ),
    post(
      'an own question',
      anna,
      json({
        'First Name': anna.first,
        'Last Name': anna.last,
        'Email Address': anna.email,
        'Wie viele Wohnungen verwalten Sie?': '34',
      }),
      { phoneE164: undefined, kept: ['34'] },
    ),
  ],
};

const tiktokLead = (changes: readonly (readonly [field: string, value: string])[]) =>
  json({
    object: 'LEAD',
    time: 1795425300,
    subscription_id: '7300000000000000001',
    entry: [
      {
        id: '7300000000000000002',
        lead_source: 'INSTANT_FORM',
        advertiser_id: '7300000000000000003',
        page_id: '7300000000000000004',
        page_name: 'Badsanierung',
        campaign_id: '1780000000000001',
        campaign_name: 'Bad TikTok',
        adgroup_id: '1780000000000002',
        adgroup_name: 'Süd',
        ad_id: '1780000000000003',
        ad_name: 'Video Dusche',
        create_time: 1795425290,
        changes: changes.map(([field, value]) => ({ field, value })),
      },
    ],
  });

export const tiktok: FormSender = {
  name: 'TikTok lead generation',
  setUp:
    'TikTok Ads Manager → Tools → Instant forms → CRM integration → Webhook (or Zapier, Make); paste the address',
  posts: [
    post(
      'fields and values',
      oezlem,
      tiktokLead([
        ['name', full(oezlem)],
        ['email', oezlem.email],
        ['phone_number', oezlem.phoneE164],
        ['Was soll renoviert werden?', 'Nur die Dusche'],
      ]),
      { kept: ['Nur die Dusche'] },
    ),
    post(
      'name in parts and postcode',
      ferdinand,
      tiktokLead([
        ['first_name', ferdinand.first],
        ['last_name', ferdinand.last],
        ['phone_number', ferdinand.phoneE164],
        ['zip_code', ferdinand.postcode],
      ]),
      { email: undefined, postcode: ferdinand.postcode },
    ),
    post(
      'flat, through Make',
      luca,
      json({
        lead_id: '7300000000000000009',
        Name: full(luca),
        Email: luca.email,
        'Phone number': luca.phoneE164,
        campaign_name: 'Bagni',
        ad_name: 'Video',
        create_time: '2026-11-23 09:15:00',
      }),
      {},
    ),
  ],
};
