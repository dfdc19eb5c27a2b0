/** What absence notes say, by who writes them, and what people say who only mention that they are away. */

export interface AbsenceNote {
  readonly name: string;
  readonly subject: (ours: string) => string;
  readonly text: string;
  /** What its server says about it; without them a rule of a mail program wrote it. */
  readonly marks: readonly string[];
}

const exchange = [
  'X-Auto-Response-Suppress: All',
  'auto-submitted: auto-generated',
  'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent',
  'X-MS-Exchange-Inbox-Rules-Loop: erika.muster@example.org',
];
const gmail = ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Autoreply: yes'];
const sieve = ['Auto-Submitted: auto-replied (vacation)', 'Precedence: bulk'];
const hoster = ['Auto-Submitted: auto-replied', 'Precedence: auto_reply', 'X-Autorespond: yes'];

export const absenceNotes: readonly AbsenceNote[] = [
  {
    name: 'Exchange, German',
    subject: (ours) => `Automatische Antwort: ${ours}`,
    text: 'Guten Tag,\n\nich bin bis einschließlich 4. Dezember nicht im Haus. Ihre Nachricht wird nicht weitergeleitet.\nIn dringenden Fällen hilft Ihnen Frau Berg, Tel. 089 55502211.\n\nErika Muster',
    marks: exchange,
  },
  {
    name: 'Exchange, English',
    subject: (ours) => `Automatic reply: ${ours}`,
    text: 'Thank you for your message. I am currently out of the office with limited access to e-mail and will be back on December 7th.',
    marks: exchange,
  },
  {
    name: 'Exchange, French',
    subject: (ours) => `Réponse automatique : ${ours}`,
    text: 'Bonjour,\n\nje suis absente du bureau jusqu’au 4 décembre inclus. Votre message ne sera pas transféré. En cas d’urgence, contactez M. Favre.',
    marks: exchange,
  },
  {
    name: 'Exchange, Italian',
    subject: (ours) => `Risposta automatica: ${ours}`,
    text: 'Buongiorno,\n\nsono fuori ufficio fino al 4 dicembre. Risponderò al Suo messaggio al mio rientro.',
    marks: exchange,
  },
  {
    name: 'a rule of Outlook',
    subject: (ours) => `Re: ${ours}`,
    text: 'Vielen Dank für Ihre E-Mail. Ich bin derzeit nicht im Büro und habe keinen Zugriff auf mein Postfach. Ab dem 07.12.2026 bin ich wieder für Sie erreichbar. Ihre E-Mail wird nicht weitergeleitet.',
    marks: [],
  },
  {
    name: 'a rule of Outlook, parental leave',
    subject: (ours) => `AW: ${ours}`,
    text: 'Guten Tag,\nich befinde mich in Elternzeit und lese meine E-Mails nicht. Bitte wenden Sie sich an meine Vertretung: team@kanzlei-muster.example.\nDiese Nachricht wurde automatisch erstellt.',
    marks: [],
  },
  {
    name: 'Gmail, German',
    subject: (ours) => `Abwesend Re: ${ours}`,
    text: 'Hallo,\nich bin vom 20.11. bis 06.12. im Urlaub und beantworte Mails erst danach wieder.\nErika',
    marks: gmail,
  },
  {
    name: 'Gmail, English',
    subject: (ours) => `On vacation Re: ${ours}`,
    text: 'Hi, I am on vacation until 6 December and will not be reading my email. I will get back to you when I return.',
    marks: gmail,
  },
  {
    name: 'GMX',
    subject: () => 'Abwesenheitsnotiz',
    text: 'Ich bin zur Zeit nicht erreichbar und melde mich nach meiner Rückkehr am 7. Dezember.',
    marks: ['Auto-Submitted: auto-replied', 'X-UI-Message-Type: autoresponder'],
  },
  {
    name: 'web.de',
    subject: (ours) => `Abwesenheitsbenachrichtigung: ${ours}`,
    text: 'Sehr geehrte Damen und Herren,\nich bin im Urlaub. Ihre Nachricht wird erst nach dem 6.12. gelesen.',
    marks: ['Auto-Submitted: auto-replied'],
  },
  {
    name: 'Plesk',
    subject: (ours) => `Autoreply: ${ours}`,
    text: 'Dies ist eine automatische Antwort. Wir haben bis zum 4.12. geschlossen und antworten danach.',
    marks: hoster,
  },
  {
    name: 'Dovecot, its own subject',
    subject: (ours) => `Auto: ${ours}`,
    text: 'Ich bin bis 30.11. auf Dienstreise und nur eingeschränkt erreichbar. Ihre E-Mail wird nicht weitergeleitet.',
    marks: sieve,
  },
  {
    name: 'a hoster in Switzerland',
    subject: () => 'Ferienabwesenheit',
    text: 'Guten Tag\n\nIch bin in den Ferien und ab dem 7. Dezember wieder für Sie da. Ihr Mail wird in dieser Zeit nicht gelesen.\n\nFreundliche Grüsse',
    marks: sieve,
  },
  {
    name: 'company holidays',
    subject: () => 'Betriebsferien vom 23.11. bis 04.12.2026',
    text: 'Liebe Kundinnen und Kunden,\n\nunser Büro ist in dieser Zeit geschlossen. E-Mails werden nicht bearbeitet. Ab dem 7. Dezember sind wir wieder für Sie da.\n\nIhr Team von Muster Floristik',
    marks: [],
  },
  {
    name: 'company closed, answering',
    subject: (ours) => `Re: ${ours}`,
    text: 'Sehr geehrte Kunden,\n\nwir haben Betriebsurlaub bis einschließlich 6. Dezember. Ihre E-Mail wird nach unserer Rückkehr bearbeitet.\n\nMuster Immobilien',
    marks: [],
  },
  {
    name: 'a doctor’s surgery',
    subject: () => 'Praxis geschlossen',
    text: 'Unsere Praxis ist vom 23.11. bis 27.11. wegen Urlaub geschlossen. E-Mails werden in dieser Zeit nicht gelesen. Vertretung: Praxis Dr. Kern, Tel. 089 55503300. Diese E-Mail wurde automatisch versendet.',
    marks: hoster,
  },
  {
    name: 'who has left',
    subject: (ours) => `Automatische Antwort: ${ours}`,
    text: 'Frau Muster ist nicht mehr in unserem Unternehmen tätig. Ihre E-Mail wird nicht weitergeleitet. Bitte wenden Sie sich an info@kanzlei.example.',
    marks: exchange,
  },
];

/** Office machines that say they have received something, and programs that say somebody has read it. */
export const acknowledgements: readonly AbsenceNote[] = [
  {
    name: 'Freshdesk',
    subject: (ours) => `Ticket Received - 48213 - ${ours}`,
    text: 'Dear customer,\n\nwe have received your request and a ticket has been created with the ID 48213. A support representative will get back to you shortly.',
    marks: [],
  },
  {
    name: 'Zendesk',
    subject: (ours) => `[Anfrage erhalten] ${ours}`,
    text: '##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##\n\nIhre Anfrage (77120) ist bei uns eingegangen und wird von unserem Support-Team bearbeitet.',
    marks: ['Auto-Submitted: auto-generated', 'X-Mailer: Zendesk Mailer'],
  },
  {
    name: 'OTRS',
    subject: (ours) => `[Ticket#2026112310000412] RE: ${ours}`,
    text: 'Vielen Dank für Ihre Anfrage. Ihre E-Mail ist eingegangen und wird unter der Ticketnummer 2026112310000412 bearbeitet. Dies ist eine automatisch erzeugte Nachricht.',
    marks: ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Powered-By: OTRS'],
  },
  {
    name: 'osTicket',
    subject: (ours) => `Re: ${ours} [#481921]`,
    text: 'Sehr geehrte Damen und Herren,\n\neine Support-Anfrage wurde erstellt und hat die Nummer #481921 erhalten. Ein Mitarbeiter wird sich so bald wie möglich bei Ihnen melden.',
    marks: ['X-Autoreply: yes', 'X-Auto-Response-Suppress: ALL, AutoReply', 'Auto-Submitted: auto-replied'],
  },
  {
    name: 'a property manager',
    subject: () => 'Eingangsbestätigung Ihrer Nachricht',
    text: 'Sehr geehrte Damen und Herren,\n\nwir bestätigen den Eingang Ihrer E-Mail. Ihr Anliegen wird unter dem Vorgang 2026-4711 bearbeitet. Bitte antworten Sie nicht auf diese automatisch erzeugte Nachricht.',
    marks: [],
  },
  {
    name: 'an insurance',
    subject: (ours) => `Wir haben Ihre Nachricht erhalten: ${ours}`,
    text: 'Guten Tag,\n\nIhre Nachricht ist bei uns eingegangen. Die Bearbeitung dauert zurzeit etwa fünf Werktage. Bitte sehen Sie von Rückfragen ab.\n\nDies ist eine automatische Eingangsbestätigung.',
    marks: [],
  },
];

export const readReceipts: readonly AbsenceNote[] = [
  {
    name: 'Outlook, German',
    subject: (ours) => `Gelesen: ${ours}`,
    text: 'Ihre Nachricht\n\n   An: Erika Muster\n   Betreff: Ihr Angebot\n   Gesendet: Montag, 23. November 2026 10:15:00 (UTC+01:00)\n\nwurde am Montag, 23. November 2026 10:20:31 (UTC+01:00) gelesen.',
    marks: [],
  },
  {
    name: 'Outlook, English',
    subject: (ours) => `Read: ${ours}`,
    text: 'Your message\n\n   To: Erika Muster\n   Subject: Ihr Angebot\n   Sent: Monday, November 23, 2026 10:15 AM\n\nwas read on Monday, November 23, 2026 10:20 AM.',
    marks: [],
  },
  {
    name: 'Outlook, French',
    subject: (ours) => `Lu : ${ours}`,
    text: 'Votre message\n\n   À : Erika Muster\n   Objet : Ihr Angebot\n   Envoyé : lundi 23 novembre 2026 10:15\n\na été lu le lundi 23 novembre 2026 10:20.',
    marks: [],
  },
  {
    name: 'Outlook, Italian',
    subject: (ours) => `Letto: ${ours}`,
    text: 'Il messaggio\n\n   A: Erika Muster\n   Oggetto: Ihr Angebot\n   Inviato: lunedì 23 novembre 2026 10:15\n\nè stato letto lunedì 23 novembre 2026 10:20.',
    marks: [],
  },
  {
    name: 'deleted unread',
    subject: (ours) => `Nicht gelesen: ${ours}`,
    text: 'Ihre Nachricht\n\n   An: Erika Muster\n   Betreff: Ihr Angebot\n\nwurde am Montag, 23. November 2026 10:20:31 ungelesen gelöscht.',
    marks: [],
  },
];
