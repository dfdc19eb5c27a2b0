import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import { classifyMail } from '../../../domain/inbound/mail-class.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const classOf = (mail: Parameters<typeof anIncomingMail>[0], delivery: Partial<Delivery> = {}) =>
  classifyMail(anIncomingMail(mail), aDelivery('a', delivery), aCompany());

describe('rule 13: a machine wrote, by any of these signs', () => {
  test('a letter without any of them is of a person', () => {
    expect(classOf({})).toBe('person');
  });

  test.each<[string, string]>([
    ['Auto-Submitted', 'auto-replied'],
    ['Auto-Submitted', 'auto-generated; owner-email="a@b.de"'],
    ['Auto-Submitted', 'auto-notified (vacation)'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-Autoreply', 'yes'],
    ['X-Autorespond', 'vacation'],
    ['Precedence', 'bulk'],
    ['Precedence', 'Junk'],
    ['Precedence', 'list'],
    ['Precedence', 'auto_reply'],
    ['List-Id', 'Rundbrief <brief.example.org>'],
  ])('%s: %s', (name, value) => {
    expect(classOf({ headers: { [name]: value } })).toBe('automatic');
  });

  test.each<[string, string]>([
    ['Auto-Submitted', 'no'],
    ['Auto-Submitted', 'No; comment'],
    ['X-Autoreply', 'no'],
    ['Precedence', 'normal'],
    ['Precedence', 'first-class'],
  ])('%s: %s is no such sign', (name, value) => {
    expect(classOf({ headers: { [name]: value } })).toBe('person');
  });

  test('an empty Return-Path', () => {
    expect(classOf({}, { envelopeFrom: '' })).toBe('automatic');
    expect(classOf({ headers: { 'Return-Path': '<>' } }, { envelopeFrom: undefined })).toBe('automatic');
    expect(classOf({}, { envelopeFrom: undefined })).toBe('person');
  });

  test.each([
    'multipart/report; report-type=disposition-notification',
    'multipart/mixed; report-type=feedback-report',
  ])('the type %s', (contentType) => {
    expect(classOf({ contentType })).toBe('automatic');
  });

  test.each(['mailer-daemon@mx.example.org', 'postmaster@example.org'])('the sender %s', (address) => {
    expect(classOf({ from: [{ address }] })).toBe('automatic');
  });

  test.each([
    'Abwesenheit: Ihr Angebot',
    'Abwesenheitsnotiz',
    'Abwesend',
    'Abwesend: bis 30.11.',
    'Automatische Antwort: Ihre Anfrage',
    'AW: Automatische Antwort: Ihre Anfrage',
    'Auto: Ihre Nachricht',
    'Out of Office',
    'Out of the office: Re: your quote',
    'Autoreply: Thank you',
    'Automatic reply: Angebot',
    'Nicht im Büro',
  ])('the subject "%s"', (subject) => {
    expect(classOf({ subject })).toBe('automatic');
  });

  test.each([
    'Abwesend am Montag, können wir den Termin verschieben?',
    'Automatische Rollläden klemmen',
    'Autohaus Weber: Heizung in der Werkstatt',
    'Unsere Heizung ist out of order',
    'Re: Ihr Angebot',
    'Urlaub vorbei, jetzt das Bad',
    'AW: Abwesenheit am Montag, wer kommt?',
  ])('not the subject "%s"', (subject) => {
    expect(classOf({ subject })).toBe('person');
  });
});

describe('rule 14: bounces', () => {
  test('a report about a delivery, whoever sends it', () => {
    const reports = [{ contentType: 'message/delivery-status', text: 'Action: failed' }];
    const contentType = 'multipart/report; report-type=delivery-status; boundary=r';
    expect(classOf({ contentType, reports })).toBe('bounce');
  });

  test.each([
    'Undelivered Mail Returned to Sender',
    'Delivery Status Notification (Failure)',
    'Unzustellbar: Ihre Anfrage',
    'failure notice',
    'Mail delivery failed: returning message to sender',
    'Returned mail: see transcript for details',
  ])('a letter of a mail server: %s', (subject) => {
    expect(classOf({ subject, from: [{ address: 'mailer-daemon@mx.example.org' }] })).toBe('bounce');
    const text = `The following message was not delivered:\n<erika@example.org>: 550 5.1.1 User unknown`;
    expect(classOf({ subject, text }, { envelopeFrom: '' })).toBe('bounce');
  });

  test('an absence note with an empty path, whatever subject it quotes', () => {
    const subject = 'Automatische Antwort: Zustellung der Heizung nicht möglich';
    expect(classOf({ subject }, { envelopeFrom: '' })).toBe('automatic');
  });

  test('a person who writes about an undelivered parcel is a person', () => {
    expect(classOf({ subject: 'Unzustellbar: die neue Pumpe' })).toBe('person');
  });
});

describe('rule 15: our own mails', () => {
  test.each([
    ['the mark against loops', { headers: { 'X-Nachfass': '7K2M9QX4TD' } }],
    ['our sender', { from: [{ address: 'anfrage@mail.muster-haustechnik.example' }] }],
    [
      'a signed address of ours',
      { from: [{ address: 'anfrage+7k2m9qx4td.abc@mail.muster-haustechnik.example' }] },
    ],
  ])('%s', (_, mail) => {
    expect(classOf(mail)).toBe('own');
  });

  test('a form of the business that sends from its address for a customer is not ours', () => {
    const from = [{ address: 'anfrage@mail.muster-haustechnik.example' }];
    expect(classOf({ from, replyTo: [{ address: 'joerg.weiss@customer.test' }] })).not.toBe('own');
  });

  test("the owner's own address is not ours", () => {
    expect(classOf({ from: [{ address: 'chef@muster-haustechnik.example' }] })).toBe('person');
  });
});
