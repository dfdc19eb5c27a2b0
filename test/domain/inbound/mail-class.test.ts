import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import { classifyMail } from '../../../domain/inbound/mail-class.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const read = (mail: Parameters<typeof anIncomingMail>[0], delivery: Partial<Delivery> = {}) => {
  const incoming = anIncomingMail(mail);
  return classifyMail(incoming, incoming.text, aDelivery('a', delivery), aCompany());
};
const classOf = (...given: Parameters<typeof read>) => read(...given).kind;
const away = 'Ich bin bis zum 4. Dezember nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.';
const newsletter = {
  from: [{ name: 'Sanitär-Großhandel', address: 'news@grosshandel.test' }],
  subject: 'Aktionspreise im November',
  text: 'Nur diese Woche: Thermostate 20 % günstiger. Jetzt bestellen: https://grosshandel.test/a\n\nAbmelden: https://grosshandel.test/u',
};

describe('a mark of machines says how a mail travelled, not who wrote it', () => {
  test('a letter without any is of a person', () => {
    expect(read({})).toEqual({ kind: 'person', mark: 'none' });
  });

  const marks: [string, string][] = [
    ['Auto-Submitted', 'auto-generated; owner-email="a@b.de"'],
    ['Auto-Submitted', 'auto-forwarded'],
    ['Auto-Submitted', 'auto-notified (vacation)'],
    ['Auto-Submitted', 'auto-replied'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-Auto-Response-Suppress', 'DR, OOF, AutoReply'],
    ['X-Autoreply', 'yes'],
    ['X-Autorespond', 'vacation'],
    ['Precedence', 'bulk'],
    ['Precedence', 'Junk'],
    ['Precedence', 'list'],
    ['Precedence', 'auto_reply'],
    ['List-Id', 'Hausverwaltung <objekte.hausverwaltung.test>'],
    ['List-Unsubscribe', '<mailto:objekte+leave@hausverwaltung.test>'],
  ];

  test.each(marks)('a request with %s: %s is a request, muted', (name, value) => {
    const { kind, mark } = read({ headers: { [name]: value } });
    expect(kind).toBe('person');
    expect(mark).not.toBe('none');
  });

  test.each(marks)('an answer with %s: %s is an answer', (name, value) => {
    const answer = {
      subject: 'AW: Ihre Anfrage',
      answers: ['0107@eu-central-1.amazonses.com'],
      text: 'Ja, Donnerstag um 10 Uhr passt. Bitte klingeln bei Holt.',
    };
    expect(classOf({ ...answer, headers: { [name]: value } })).toBe('person');
  });

  test.each(marks)('an absence note with %s: %s is one', (name, value) => {
    expect(read({ text: away, headers: { [name]: value } })).toMatchObject({
      kind: 'automatic',
      note: 'absence',
    });
  });

  test('all marks at once and an empty path do not hide a burst pipe', () => {
    const headers = Object.fromEntries(marks);
    const text = 'Rohrbruch im Keller, das Wasser steht! Lindenweg 3, 0171 5550190';
    expect(classOf({ subject: 'Rohrbruch', text, headers }, { envelopeFrom: '' })).toBe('person');
  });

  test.each<[string, string]>([
    ['Auto-Submitted', 'no'],
    ['Auto-Submitted', 'No; comment'],
    ['X-Autoreply', 'no'],
    ['Precedence', 'normal'],
    ['Precedence', 'first-class'],
  ])('%s: %s is none', (name, value) => {
    expect(read({ headers: { [name]: value } }).mark).toBe('none');
  });

  test('an empty Return-Path is one', () => {
    expect(read({}, { envelopeFrom: '' })).toEqual({ kind: 'person', mark: 'marked' });
    expect(read({ headers: { 'Return-Path': '<>' } }, { envelopeFrom: undefined }).mark).toBe('marked');
    expect(read({}, { envelopeFrom: undefined }).mark).toBe('none');
  });

  test.each([
    ['multipart/report; report-type=disposition-notification', 'read-receipt'],
    ['multipart/report; report-type=feedback-report', 'automatic'],
  ])('a report of the type %s is automatic', (contentType, note) => {
    expect(read({ contentType })).toMatchObject({ kind: 'automatic', note });
  });
});

describe('newsletters stay out', () => {
  test.each<Record<string, string>>([
    { 'List-Unsubscribe': '<https://grosshandel.test/u>' },
    { 'List-Id': '<news.grosshandel.test>', Precedence: 'bulk' },
    { 'X-Mailer': 'CleverReach' },
    { 'Feedback-ID': 'c:1:2:news' },
  ])('%j', (headers) => {
    expect(read({ ...newsletter, headers })).toMatchObject({ kind: 'automatic', note: 'newsletter' });
  });

  test("also in a thread: a customer's own newsletter is no answer", () => {
    const headers = { 'List-Unsubscribe': '<https://florist.test/u>', Precedence: 'bulk' };
    const text =
      'Unsere Adventsangebote: nur heute 20 % Rabatt. Jetzt bestellen! Newsletter abbestellen: https://florist.test/u';
    const answers = ['0107@eu-central-1.amazonses.com'];
    expect(read({ text, headers, answers }).note).toBe('newsletter');
    expect(classOf({ text: 'Ja, das Angebot nehmen wir. Bitte um Rückruf.', headers, answers })).toBe(
      'person',
    );
  });

  test('an invitation to a trade fair that asks for nothing of ours', () => {
    const text = 'Besuchen Sie uns auf der Messe in Halle 4. Melden Sie sich an: https://messe.test';
    const headers = { 'List-Unsubscribe': '<https://messe.test/u>' };
    expect(read({ from: [{ address: 'info@messe.test' }], subject: 'Einladung', text, headers }).note).toBe(
      'newsletter',
    );
  });

  test('not the letter that a group address of the business passed on', () => {
    const headers = {
      'List-Id': '<info.muster-haustechnik.example>',
      'List-Unsubscribe': '<mailto:info+unsubscribe@muster-haustechnik.example>',
      Precedence: 'list',
    };
    expect(classOf({ ...newsletter, headers })).toBe('person');
  });

  const footers = [
    '-- \nSie erhalten diese Nachricht, weil Sie in der Gruppe "Info" E-Mails abonniert haben.\nWenn Sie sich abmelden möchten, senden Sie eine E-Mail an info+unsubscribe@verein.test.',
    '---\nZum Abmelden: mailto:sympa@verein.test?subject=unsubscribe',
    '_______________________________________________\nInfo mailing list -- info@verein.test\nTo unsubscribe send an email to info-leave@verein.test',
    '---------\nYou received this message because you are subscribed to the group. To unsubscribe: https://verein.test/u',
  ];
  test.each(
    footers.flatMap((footer) =>
      [
        { 'List-Id': '<info.verein.test>' },
        { Precedence: 'list' },
        {
          'List-Unsubscribe': '<mailto:leave@verein.test>',
          'List-Id': '<info.verein.test>',
          Precedence: 'list',
        },
      ].map((headers) => ({ footer, headers })),
    ),
  )('nor what stands above the footer of a list: %j', ({ footer, headers }) => {
    const letters = [
      'Bitte sofort kommen, Rohrbruch im Keller!',
      'In der Kabine läuft Wasser aus der Wand!',
      'Wir überlegen, auf Wärmepumpe umzusteigen. Bieten Sie so etwas an?',
      'Der Spülkasten im Vereinsheim läuft ständig nach.',
    ];
    for (const letter of letters) expect(classOf({ text: `${letter}\n\n${footer}`, headers })).toBe('person');
  });

  test.each([
    'Bei uns tropft der Wasserhahn in der Küche, bitte um Rückruf: 0171 5550191.',
    'Können Sie uns ein Angebot für eine neue Dusche machen?',
    'Mieter Yilmaz meldet einen defekten Heizkörper. Rechnung bitte an die Verwaltung.',
    'We need a new boiler, could you call us?',
    'Notre chaudière est en panne, pouvez-vous passer demain ?',
  ])("not a request that came over somebody else's list: %s", (text) => {
    const headers = {
      'List-Id': '<mieter.groups.test>',
      'List-Unsubscribe': '<mailto:leave@groups.test>',
      Precedence: 'list',
    };
    expect(classOf({ text, headers })).toBe('person');
  });
});

describe('a subject decides nothing', () => {
  test.each([
    'Abwesend am Montag, können wir den Termin verschieben?',
    'Automatische Rollläden klemmen',
    'Auto: Wallbox in der Garage',
    'Nicht im Haus am Donnerstag – Schlüssel beim Nachbarn',
    'Unsere Heizung ist out of order',
    'Urlaub vorbei, jetzt das Bad',
    'Abwesenheitsnotiz',
    'Undelivered Mail Returned to Sender',
    'Unzustellbar: die neue Pumpe',
  ])('"%s" over a person\'s words', (subject) => {
    expect(classOf({ subject })).toBe('person');
  });
});

describe('a form speaks of requests that were received', () => {
  test('and is one', () => {
    const text =
      'Vielen Dank für Ihre Nachricht. Ihre Anfrage ist eingegangen:\n\nName: Erika Muster\nE-Mail: erika@customer.test\nNachricht: Neues Bad';
    const from = [{ address: 'wordpress@muster-haustechnik.example' }];
    expect(classOf({ from, subject: 'Ihre Anfrage ist eingegangen', text })).toBe('person');
  });
});

describe('rule 15: our own mails', () => {
  test('the mark against loops', () => {
    expect(read({ headers: { 'X-Nachfass': '7K2M9QX4TD' } })).toMatchObject({ kind: 'own', note: 'own' });
  });

  test.each([
    'anfrage@mail.muster-haustechnik.example',
    'anfrage+7k2m9qx4td.abc@mail.muster-haustechnik.example',
    'chef@muster-haustechnik.example',
  ])('without it a mail from %s is one like any other: telephones and forms send so', (address) => {
    expect(classOf({ from: [{ address }] })).toBe('person');
  });
});
