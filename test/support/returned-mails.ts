/** Letters of mail servers about mails that did not arrive, as they come over the wire, and letters that only look so. */
import type { BounceClass } from '../../domain/inbound/non-delivery.ts';
import { aRawMail } from './a-raw-mail.ts';

/** Whom our mail did not reach, unless a letter says otherwise. */
export const lost = 'frieda.ferner@weg.example';

export interface ReturnedMail {
  readonly name: string;
  readonly is: BounceClass;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The headers of our mail that servers hang at their letters. */
export interface OurHeaders {
  readonly messageId?: string | undefined;
  readonly leadId?: string | undefined;
}

const host = (id: string) => `<${id}@eu-central-1.amazonses.com>`;

export function returnedHeaders({ messageId, leadId }: OurHeaders, to = lost): string {
  return [
    ...(messageId === undefined ? [] : [`Message-ID: ${host(messageId)}`]),
    ...(leadId === undefined ? [] : [`X-Nachfass-Mail: ${leadId}/g1#acknowledgement#1`]),
    'From: Muster Haustechnik <anfrage@mail.muster-haustechnik.example>',
    `To: ${to}`,
    'Subject: Ihre Anfrage ist angekommen',
  ].join('\n');
}

interface Report {
  readonly status: string;
  readonly diagnostic?: string;
  readonly action?: string;
  readonly letter?: string;
  readonly to?: string;
}

/** RFC 3464. */
export function report(
  { status, diagnostic, action = 'failed', letter = 'Zustellbericht.', to = lost }: Report,
  ours: OurHeaders = {},
  headers: Readonly<Record<string, string>> = {},
): { readonly headers: Readonly<Record<string, string>>; readonly text: string } {
  const fields = [
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
  ].join('\n');
  return {
    headers: {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.weg.example>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="zz"',
      ...headers,
    },
    text: `--zz\nContent-Type: text/plain; charset=utf-8\n\n${letter}\n\n--zz\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.weg.example\n\n${fields}\n\n--zz\nContent-Type: text/rfc822-headers\n\n${returnedHeaders(ours, to)}\n\n--zz--\n`,
  };
}

const daemon = { From: 'Mail Delivery System <MAILER-DAEMON@mx.weg.example>' };

/** What servers write without a report, in four languages and under any subject. */
export const letters: readonly ReturnedMail[] = [
  {
    name: 'Exim',
    is: 'address',
    headers: {
      From: 'Mail Delivery System <Mailer-Daemon@relay.test>',
      Subject: 'Mail delivery failed: returning message to sender',
      'X-Failed-Recipients': lost,
    },
    text: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.
The following address(es) failed:

  ${lost}
    host mx.weg.example [192.0.2.7]
    SMTP error from remote mail server after RCPT TO:<${lost}>:
    550 5.1.1 <${lost}>: Recipient address rejected: User unknown

------ This is a copy of the message's headers. ------`,
  },
  {
    name: 'qmail',
    is: 'address',
    headers: { From: 'MAILER-DAEMON@liste.test', Subject: 'failure notice' },
    text: `Hi. This is the qmail-send program at liste.test.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${lost}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.`,
  },
  {
    name: 'a daemon without an address, under a subject nobody lists',
    is: 'address',
    headers: { From: 'MAILER-DAEMON <>', Subject: 'Rund um Ihre Sendung' },
    text: `We were unable to deliver your mail.\n\n${lost}: no such user`,
  },
  {
    name: 'Domino',
    is: 'address',
    headers: {
      From: 'Postmaster@notes.test',
      Subject: 'DELIVERY FAILURE: User frieda.ferner not listed in Domino Directory',
    },
    text: `Your message

  Subject: Ihre Anfrage ist angekommen

was not delivered to:

  ${lost}

because:

  User frieda.ferner (${lost}) not listed in Domino Directory`,
  },
  {
    name: 'MDaemon',
    is: 'address',
    headers: { From: 'MDaemon at firma.test <MDaemon@firma.test>', Subject: 'Hinweis zu Ihrer Post' },
    text: `The following address could not be reached by this server, and your message was not delivered:\n\n${lost} - no such user here`,
  },
  {
    name: 'Exchange in German, as text',
    is: 'address',
    headers: {
      From: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@firma.test>',
      Subject: 'Unzustellbar: Ihre Anfrage ist angekommen',
    },
    text: `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:

${lost}
Die eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die Adresse und senden Sie die Nachricht später erneut.

Diagnoseinformationen für Administratoren:

Generierender Server: firma.test
#550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup ##`,
  },
  {
    name: 'a German provider',
    is: 'address',
    headers: { ...daemon, Subject: 'E-Mail konnte nicht ausgeliefert werden' },
    text: `Diese Nachricht wurde automatisch erzeugt.

Die folgende E-Mail konnte leider nicht zugestellt werden:

<${lost}>
Der Empfänger ist auf diesem Server unbekannt.

--- The header of the original message is following. ---`,
  },
  {
    name: 'an old German relay with boxes',
    is: 'address',
    headers: { From: 'mailer-daemon@altnetz.test', Subject: 'Rückläufer' },
    text: `|------------------------- Message log follows: -------------------------|
 no valid recipients were found for this message
|------------------------- Failed addresses follow: ---------------------|
 <${lost}> ... unknown user
|------------------------- Message text follows: ------------------------|`,
  },
  {
    name: 'Gmail in German, as text',
    is: 'address',
    headers: {
      From: 'Mail Delivery Subsystem <mailer-daemon@gmail.test>',
      Subject: 'Adresse nicht gefunden',
    },
    text: `Ihre Nachricht wurde nicht an ${lost} zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.`,
  },
  {
    name: 'a spam filter in German',
    is: 'refused',
    headers: { From: 'Postmaster <postmaster@amt.test>', Subject: 'Ihre Nachricht' },
    text: `Ihre Nachricht an ${lost} wurde abgewiesen.\n\n554 5.7.1 Inhalt verstößt gegen die Richtlinien (Spam)`,
  },
  {
    name: 'a full mailbox in German, called an unknown one',
    is: 'full',
    headers: { ...daemon, Subject: 'Unzustellbar' },
    text: `Ihre E-Mail konnte nicht zugestellt werden.\n\n${lost}\n    550 5.1.1 Das Postfach des Empfängers ist voll`,
  },
  {
    name: 'a delay in German',
    is: 'delayed',
    headers: { ...daemon, Subject: 'Zustellung verzögert' },
    text: `Ihre Nachricht an ${lost} wurde seit 4 Stunden noch nicht zugestellt.\nWir versuchen es weiter. Letzte Antwort: 451 4.7.1 greylisted`,
  },
  {
    name: 'Exchange in French',
    is: 'address',
    headers: { From: 'postmaster@mairie.test', Subject: 'Non remis : Ihre Anfrage' },
    text: `Échec de la remise pour ces destinataires ou groupes :

${lost}
L’adresse de messagerie entrée est introuvable. Vérifiez l’adresse, puis renvoyez le message.

Informations de diagnostic pour les administrateurs :
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##`,
  },
  {
    name: 'a French provider',
    is: 'address',
    headers: { ...daemon, Subject: 'Courrier en retour' },
    text: `Bonjour,\n\nVotre message n'a pas pu être remis à son destinataire :\n\n<${lost}> : utilisateur inconnu`,
  },
  {
    name: 'a full mailbox in French',
    is: 'full',
    headers: { ...daemon, Subject: 'Échec de remise' },
    text: `Votre message n’a pas été distribué à ${lost} : la boîte du destinataire est pleine.`,
  },
  {
    name: 'a delay in French',
    is: 'delayed',
    headers: { ...daemon, Subject: 'Remise retardée' },
    text: `La remise de votre message à ${lost} est retardée. De nouvelles tentatives auront lieu.`,
  },
  {
    name: 'Exchange in Italian',
    is: 'address',
    headers: {
      From: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ditta.test>',
      Subject: 'Non recapitabile: Ihre Anfrage',
    },
    text: `Recapito non riuscito per i seguenti destinatari o gruppi:

${lost}
L'indirizzo di posta elettronica immesso non è stato trovato.`,
  },
  {
    name: 'an Italian provider',
    is: 'address',
    headers: { ...daemon, Subject: 'Messaggio non recapitato' },
    text: `Non è stato possibile recapitare il messaggio al seguente indirizzo:\n\n${lost}\n\nutente sconosciuto`,
  },
  {
    name: 'a full mailbox in Italian',
    is: 'full',
    headers: { ...daemon, Subject: 'Avviso' },
    text: `Il messaggio non è stato consegnato a ${lost}: la casella è piena.`,
  },
  {
    name: 'a server that gave up after days',
    is: 'expired',
    headers: { ...daemon, Subject: 'Mail could not be delivered' },
    text: `Your message could not be delivered for 5 days.\n\n<${lost}>: retry timeout exceeded`,
  },
  {
    name: 'too many at once',
    is: 'busy',
    headers: { ...daemon, Subject: 'Returned mail' },
    text: `Your message was not delivered:\n<${lost}>: 552 5.5.3 Too many recipients, try later`,
  },
  {
    name: 'a gateway with an address like any other',
    is: 'address',
    headers: { From: 'ScanGateway <gateway@scan.example>', Subject: 'Mail could not be delivered' },
    text: `The following message was not delivered: ${lost}\n550 5.1.1 user unknown`,
  },
  {
    name: 'a German gateway that greets',
    is: 'refused',
    headers: { From: 'Mail-Gateway <mailgw@bank.test>', Subject: 'Zustellbericht' },
    text: `Sehr geehrte Damen und Herren,\n\nIhre Nachricht an ${lost} konnte nicht zugestellt werden:\n554 5.7.1 Message refused by policy\n\nMit freundlichen Grüßen\nIhr Mail-Gateway`,
  },
  {
    name: 'a filter that sends as itself',
    is: 'refused',
    headers: { From: 'antispam@kanzlei.test', Subject: 'Hinweis', 'Auto-Submitted': 'auto-generated' },
    text: `Message rejected: your mail to <${lost}> was not delivered.\n550 5.7.1 blocked as spam`,
  },
];

export const rawLetter = ({ headers, text }: Pick<ReturnedMail, 'headers' | 'text'>, more = ''): Buffer =>
  aRawMail({ headers: { ...headers }, text: more === '' ? text : `${text}\n\n${more}` });

/** People, and machines that report something else. */
export const noBounces: readonly {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly envelopeFrom?: string;
}[] = [
  {
    name: 'a request that a forwarder sent on with an empty sender',
    headers: { From: 'Paul Person <paul@haus.test>', Subject: 'Heizung' },
    text: 'Guten Tag,\n\ndie Heizung bleibt kalt, Fehler 4.1.3 im Display. Können Sie kommen?\n\nPaul Person, 0171 5550321',
    envelopeFrom: '',
  },
  {
    name: 'a person whose own mail came back',
    headers: { From: 'Paul Person <paul@haus.test>', Subject: 'Ihre Mail' },
    text: 'Ihre letzte E-Mail konnte nicht zugestellt werden, mein Postfach war voll (552 5.2.2). Bitte noch einmal an paul@haus.test.',
    envelopeFrom: '',
  },
  {
    name: 'a person in a hurry',
    headers: { From: 'Uwe <uwe@haus.test>', Subject: 'Mail kam zurück' },
    text: 'Undelivered Mail: 550 5.1.1 alt@muster-haustechnik.example unknown. Heizung tropft. Uwe',
  },
  {
    name: 'a person in a hurry, sent on with an empty sender',
    headers: { From: 'Uwe <uwe@haus.test>', Subject: 'Kaltes Haus' },
    text: 'Die Nachricht wurde nicht zugestellt, 550 5.7.1 blocked by policy, steht da bei alt@muster-haustechnik.example. Danke, Uwe',
    envelopeFrom: '',
  },
  {
    name: 'a form whose visitor tells of a mail that came back',
    headers: { From: 'Website <web@kunde.example>', Subject: 'Kontaktformular: Unzustellbar' },
    text: 'Name: Uwe\nNachricht: Meine Mail an info@muster.example war unzustellbar (550 5.7.1 refused)',
    envelopeFrom: '',
  },
  {
    name: 'a colleague of the customer who explains',
    headers: { From: 'Empfang <info@kunde-firma.test>', Subject: 'Unzustellbar' },
    text: 'Guten Tag, Ihre E-Mail an k.alt@kunde-firma.test konnte nicht zugestellt werden (550 5.1.1 User unknown), Frau Alt ist nicht mehr im Haus.',
  },
  {
    name: 'a provider about the mailbox of the business',
    headers: { From: 'Kundenservice <service@provider.test>', Subject: 'Ihr Postfach ist fast voll' },
    text: 'Bitte räumen Sie auf, sonst werden E-Mails nicht zugestellt.',
  },
  {
    name: 'a parcel service',
    headers: {
      From: 'Paketdienst <noreply@paket.test>',
      Subject: 'Ihre Sendung konnte nicht zugestellt werden',
    },
    text: 'Ihre Sendung 00340434 konnte nicht zugestellt werden. Bitte holen Sie sie ab.',
  },
  {
    name: 'a person who forwards what the server wrote',
    headers: { From: 'Paul Person <paul@haus.test>', Subject: 'WG: Unzustellbar: Rohrbruch' },
    text: `Hallo, das kam zurück, daher auf diesem Weg: Im Keller steht Wasser.\n\n-----Ursprüngliche Nachricht-----\nVon: Mail Delivery System <MAILER-DAEMON@mx.haus.test>\n\nThe following message was not delivered: alt@muster-haustechnik.example\n550 5.1.1 user unknown`,
  },
  {
    name: 'a person who asks what it means, without a greeting',
    headers: { From: 'Paul Person <paul@haus.test>', Subject: 'Unzustellbar' },
    text: `Was heißt das?\n\nThe following message was not delivered: alt@muster-haustechnik.example\n550 5.1.1 user unknown`,
  },
  {
    name: 'a person who hangs the report at his mail',
    headers: {
      From: 'Uta Brandt <uta@arcor.test>',
      Subject: 'Fwd: Unzustellbar',
      'Content-Type': 'multipart/mixed; boundary=b',
    },
    text: '--b\nContent-Type: text/plain; charset=utf-8\n\nDie alte Adresse geht nicht mehr. Der Boiler tropft, 0171 5550322\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; alt@muster-haustechnik.example\nAction: failed\nStatus: 5.1.1\n--b--\n',
  },
  {
    name: 'a club whose secretary is the postmaster',
    headers: { From: 'TSV Planegg <postmaster@tsv.test>', Subject: 'Duschen im Vereinsheim' },
    text: 'Guten Tag,\n\nim Vereinsheim laufen die Duschen nicht mehr ab. Wann könnten Sie kommen?\n\nTSV Planegg',
  },
  {
    name: 'a parcel that was not delivered',
    headers: { From: 'Paul Person <paul@haus.test>', Subject: 'Unzustellbar: die neue Pumpe' },
    text: 'Hallo, die Pumpe konnte nicht zugestellt werden, der Bote fand die Klingel nicht. Können Sie sie abholen?',
  },
  {
    name: 'an absence note with an empty sender',
    headers: {
      From: 'Erika Muster <erika@firma.test>',
      Subject: 'Abwesenheit: Zustellung der Heizung nicht möglich',
      'Auto-Submitted': 'auto-replied',
    },
    text: 'Ich bin bis zum 30.11. nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.',
    envelopeFrom: '',
  },
  {
    name: 'a read receipt',
    headers: {
      From: 'Erika Muster <erika@firma.test>',
      Subject: 'Gelesen: Ihr Angebot',
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b',
    },
    text: '--b\nContent-Type: text/plain\n\nGelesen.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; erika@firma.test\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n',
    envelopeFrom: '',
  },
  {
    name: 'a complaint about spam',
    headers: {
      From: 'feedback@provider.test',
      Subject: 'complaint',
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b',
    },
    text: '--b\nContent-Type: text/plain\n\nThis is a spam report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n',
    envelopeFrom: '',
  },
];
