/** Newsletter systems: a form is a subscription to them. */
import { emily, greta, helene, joerg, kaethe, luca } from './customers.ts';
import { type FormSender, post } from './sender.ts';
import { phpForm } from './wire.ts';

export const activeCampaign: FormSender = {
  name: 'ActiveCampaign',
  setUp:
    'Settings → Developer → Manage Webhooks → Add: URL the address, Subscribe or Form submission; or "Webhook" in an automation',
  posts: [
    post(
      'a contact that filled in a form',
      luca,
      phpForm({
        type: 'subscribe',
        date_time: '2026-11-23T10:15:00+01:00',
        initiated_from: 'public',
        initiated_by: 'public',
        list: '0',
        form: { id: '3' },
        contact: {
          id: '811',
          email: luca.email,
          first_name: luca.first,
          last_name: luca.last,
          phone: luca.phone,
          ip: '203.0.113.31',
          tags: 'sito',
          fields: { messaggio: 'Vorrei un preventivo per il bagno.' },
        },
        customer_acct_name: '',
        orgname: '',
      }),
      { message: 'Vorrei un preventivo per il bagno.' },
    ),
    post(
      'fields in German, the company',
      kaethe,
      phpForm({
        type: 'contact_tag_added',
        date_time: '2026-11-23T10:15:00+01:00',
        contact: {
          id: '812',
          email: kaethe.email,
          first_name: kaethe.first,
          last_name: kaethe.last,
          phone: kaethe.phone,
          orgname: 'Weiß & Söhne OHG',
          fields: { plz: kaethe.postcode, nachricht: 'Bitte die Zentralheizung prüfen.' },
        },
        tag: 'Anfrage',
      }),
      { postcode: kaethe.postcode, message: 'Bitte die Zentralheizung prüfen.', kept: ['Weiß & Söhne OHG'] },
    ),
    post(
      'no number',
      helene,
      phpForm({
        type: 'subscribe',
        contact: {
          id: '813',
          email: helene.email,
          first_name: helene.first,
          last_name: helene.last,
          phone: '',
          fields: { message: 'Devis, svp.' },
        },
      }),
      { phoneE164: undefined, message: 'Devis, svp.' },
    ),
  ],
};

const mailchimpBody = (email: string, merges: Readonly<Record<string, string>>) =>
  phpForm({
    type: 'subscribe',
    fired_at: '2026-11-23 09:15:00',
    data: {
      id: '8a25ff1d98',
      email,
      email_type: 'html',
      ip_opt: '203.0.113.32',
      web_id: '3375995',
      merges: { EMAIL: email, ...merges },
      list_id: 'a6b5da1054',
    },
  });

export const mailchimp: FormSender = {
  name: 'Mailchimp',
  setUp: 'Audience → Settings → Webhooks → Create: Callback URL the address, type subscribe',
  posts: [
    post(
      'merge fields',
      joerg,
      mailchimpBody(joerg.email, { FNAME: joerg.first, LNAME: joerg.last, PHONE: joerg.phone }),
      {},
    ),
    post(
      'a message among the merge fields',
      greta,
      mailchimpBody(greta.email, {
        FNAME: greta.first,
        LNAME: greta.last,
        PHONE: greta.phone,
        MESSAGE: 'Ich interessiere mich für eine Wärmepumpe.',
      }),
      { message: 'Ich interessiere mich für eine Wärmepumpe.' },
    ),
    post(
      'no number, an interest',
      emily,
      mailchimpBody(emily.email, {
        FNAME: emily.first,
        LNAME: emily.last,
        PHONE: '',
        INTERESTS: 'Bathroom,Heating',
      }),
      { phoneE164: undefined, kept: ['Bathroom,Heating'] },
    ),
  ],
};
