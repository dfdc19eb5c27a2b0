/** Small mails from the field that once went wrong, read in place: each must end as it should. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MailOutcomeName } from '../../domain/inbound/incoming-mail.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { erika, load, receive, wentOut, withErika } from '../functions/receive-mail/a-mailbox.ts';
import { mailbox } from '../support/a-raw-mail.ts';
import { sharedFiles } from '../support/corpus.ts';

interface Right {
  readonly outcome: MailOutcomeName;
  /** Of the request it became. */
  readonly contact?: Partial<Lead['contact']>;
  readonly stage?: Lead['stage'];
  readonly source?: Lead['source'];
  /** What the owner reads of it, in the request or on the timeline. */
  readonly says?: RegExp;
  readonly saysNot?: RegExp;
  /** What happened to the lead whose thread it came in; none: nothing but notes. */
  readonly event?: 'customer-replied' | 'mail-bounced';
}

const request = (more: Omit<Right, 'outcome'> = {}): Right => ({ outcome: 'lead-created', ...more });
const noted: Right = { outcome: 'auto-reply-noted' };
const bounced: Right = { outcome: 'bounce-noted' };
const replied = (more: Omit<Right, 'outcome'> = {}): Right => ({
  outcome: 'reply-appended',
  event: 'customer-replied',
  ...more,
});
const phone = (phoneE164: string) => ({ contact: { phoneE164 } });

const right: Readonly<Record<string, Right>> = {
  '02-exchange-suppress-reply': replied({ says: /Donnerstag 10 Uhr passt/ }),
  '06-exchange-dl-precedence-bulk': request({ says: /tropfenden Wasserhahn/ }),
  '61-min-suppress': request(phone('+491715550140')),
  '62-min-auto-forwarded': request(phone('+491715550141')),
  '63-null-sender-forward': request(phone('+491715550142')),
  '73-min-own-address': request({ contact: { phoneE164: '+49895550146' }, source: 'phone' }),
  '75-min-transcript': request({ contact: { phoneE164: '+491715550148' }, says: /Rosenstraße 7/ }),
  '76-fax-block-cut': request({
    ...phone('+49895550149'),
    stage: 'service',
    says: /Rohrbruch Gartenstraße 12/,
  }),
  '12-smime-opaque-new': request({ ...phone('+491715550111'), stage: 'service', says: /Rohrbruch im Bad/ }),
  '15-pgp-mime-encrypted': request({ says: /verschlüsselt/ }),
  '78-min-eml': request({
    contact: { email: 'karla78@web.test', phoneE164: '+491715550150' },
    says: /neues Bad/,
  }),
  '80b-min-sig-above-forward': request({ says: /Neue Dusche/ }),
  '81-min-owner-phone': request({ contact: { email: 'karla81@web.test', phoneE164: '+491715550152' } }),
  '82-min-mailto-name': request({ contact: { name: 'Sabine Roth', email: 'sabine82@freenet.test' } }),
  '83-min-ndr-token': { ...bounced, event: 'mail-bounced' },
  '85-min-dsn-part': request(phone('+491715550154')),
  '26-ooo-rule-re-subject': noted,
  '29-ooo-betriebsurlaub': noted,
  '32-ticket-ack-freshdesk': noted,
  '87-subj-ferien': noted,
  '89-subj-abwesenheitsbenachrichtigung': noted,
  '91-subj-re-auto': noted,
  '93-min-gelesen': noted,
  '36-calendar-declined-empty-text': replied({ says: /Abgelehnt/ }),
  '95-min-stub': request({ ...phone('+491715550155'), says: /Neue Dusche/ }),
  '46-divi-default': request({
    contact: { name: 'Erika Muster', email: 'erika46@web.test' },
    source: 'website',
    says: /Gastherme warten/,
  }),
  '96-min-dashes': request({
    contact: { name: 'Erika Muster', email: 'erika96@web.test' },
    says: /^Neues Bad$/,
  }),
  '97b-glued-plain': request({
    contact: { name: 'Erika Muster', email: 'erika97b@web.test' },
    says: /^Neues Bad$/,
  }),
  '99-one-line-small': request({
    contact: { name: 'Erika Muster', email: 'erika99@web.test' },
    says: /^Neues Bad$/,
  }),
  '59b-wg-stops-cadence': request({
    contact: { name: 'Bernd Fremd', email: 'bernd59b@web.test', phoneE164: '+491715550164' },
  }),
  '99b-min-samsung': replied({ says: /^Ja\.$/ }),
  '66-auto-wallbox': request({ says: /Wallbox/ }),
  '68-nicht-im-haus': request({ says: /Schlüssel/ }),
  '71-webmaster-club': request({ contact: { email: 'webmaster@tsv-planegg.test' } }),
  '31-person-mentions-holiday': replied({ says: /Donnerstag passt gut/ }),
  '64-newsletter-guard': noted,
  '65-ooo-guard-suppress': noted,
  'c02-property-software-order': request({ ...phone('+4915123456789'), stage: 'service' }),
  'c03-exchange-suppress': request({ contact: { email: 'jens2@firma.example' } }),
  'c05-subject-nicht-im-haus': request({ stage: 'service' }),
  'c07-subject-auto': request({ contact: { email: 'anna6@web.example' } }),
  'c10-honest-null-sender': request(),
  'c111-named-inline-text-only': request({ says: /tropft die Therme/ }),
  'c113-utf-7': request({ says: /Die Heizung läuft nicht, bitte zurückrufen/ }),
  'c120-calendar-reply-only': noted,
  'c124-gelesen-without-mdn': noted,
  'c144-status511-diag522-overquota': bounced,
  'c146-552-too-many': bounced,
  'c152-failed-delivery-subject': bounced,
  'c156-delayed': bounced,
  'c22-dma-empty-from-null': bounced,
  'c24-gateway-ndr-real-sender': bounced,
  'c28-daemon-failed-delivery': bounced,
  'c39-daemon-e-mail-konnte-nicht-ausgeliefert-werden': bounced,
  'c42-daemon-messaggio-non-recapitato': bounced,
  'c61-fwd-apple-macos': request({
    contact: { email: 'q60@kunde.example' },
    says: /Vera Mieter[\s\S]*Die Therme im 2\. OG verliert Wasser/,
  }),
  'c67-fwd-outlook-de-subject-changed': request({ says: /Die Therme im 2\. OG verliert Wasser/ }),
  'c70-zoho-samsung-dashes': request({ says: /Dienstag um 10 Uhr/, saysNot: /schrieb|wann passt/ }),
  'c72-gmail-old-no-verb': request({ says: /Dienstag um 10 Uhr/, saysNot: /Betrieb Muster|wann passt/ }),
  'c84-inline-answers': request({ says: /Baujahr[\s\S]*1998[\s\S]*Heizkörper[\s\S]*acht Stück/ }),
};

const files = sharedFiles('cases/mail').filter((file) => file.endsWith('.eml'));

interface Case {
  readonly file: string;
  readonly asReplyTo: string | null;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: string | null;
}

const cases: readonly Case[] = sharedFiles('cases/mail')
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Case[]);

describe.each(files.map((file) => ({ file, name: basename(file, '.eml') })))('$name', ({ file, name }) => {
  test('ends as it should', async () => {
    const { asReplyTo, envelopeFrom, envelopeTo } = cases.find((one) => one.file === basename(file)) ?? {};
    const { world, lead, address } = await withErika();
    await wentOut(world, '0107-ack-000000', { leadId: lead.id, key: 'g1#acknowledgement#1' });
    const values = {
      TO: asReplyTo ? address : mailbox,
      FROM: erika,
      ACKID: '<0107-ack-000000@eu-central-1.amazonses.com>',
      SUBJECT: `Ihre Anfrage bei Muster Haustechnik ist angekommen [${lead.id}]`,
      LEAD: lead.id,
      MID: `${name}@cases.test`,
    };
    const raw = Object.entries(values).reduce(
      (text, [key, value]) => text.replaceAll(`{${key}}`, value),
      readFileSync(file, 'latin1'),
    );
    const record = await receive(world, Buffer.from(raw, 'latin1'), {
      envelopeFrom: envelopeFrom ?? 'someone@elsewhere.example',
      envelopeTo: [envelopeTo ?? values.TO],
    });
    const expected = right[name];
    if (!expected) throw new Error(`Nobody has said what is right for ${name}`);
    expect(record.outcome).toBe(expected.outcome);

    const { timeline } = await load(world, lead.id);
    const news = timeline.slice(lead.timeline.length);
    const moved = news.filter(({ type }) => type !== 'mail-noted' && type !== 'fact-learned');
    expect(moved.map(({ type }) => type)).toEqual(expected.event ? [expected.event] : []);

    if (expected.outcome !== 'lead-created') {
      expect(await world.leads.listOpen()).toHaveLength(1);
      const [event] = moved;
      const text = event && 'text' in event ? (event.text ?? '') : '';
      if (expected.says) expect(text).toMatch(expected.says);
      return;
    }
    const created = await load(world, record.leadId);
    if (expected.contact) expect(created.contact).toMatchObject(expected.contact);
    if (expected.stage) expect(created.stage).toBe(expected.stage);
    if (expected.source) expect(created.source).toBe(expected.source);
    if (expected.says) expect(created.request.message).toMatch(expected.says);
    if (expected.saysNot) expect(created.request.message).not.toMatch(expected.saysNot);
  });
});
