/** How Exchange and Outlook write without a report, over the years and in four languages. */
import type { BounceClass } from '../../domain/inbound/non-delivery.ts';
import { lost } from './returned-mails.ts';

export interface ExchangeLetter {
  readonly name: string;
  readonly is: BounceClass;
  readonly subject: string;
  readonly text: string;
}

const quoted = 'Heizung: meine Anfrage';

export const exchangeLetters: readonly ExchangeLetter[] = [
  {
    name: '5.5 in English',
    is: 'address',
    subject: `Undeliverable: ${quoted}`,
    text: `Your message\n\n  To:      ${lost}\n  Subject: ${quoted}\n  Sent:    Mon, 23 Nov 2026 10:15:00 +0100\n\ndid not reach the following recipient(s):\n\n${lost} on Mon, 23 Nov 2026 10:15:08 +0100\n    The recipient name is not recognized\n\tThe MTS-ID of the original message is: c=DE;a= ;p=Amt;l=EXCH1`,
  },
  {
    name: '2003 in English',
    is: 'address',
    subject: `Undeliverable: ${quoted}`,
    text: `Your message did not reach some or all of the intended recipients.\n\n      Subject:\t${quoted}\n      Sent:\t11/23/2026 10:15 AM\n\nThe following recipient(s) could not be reached:\n\n      '${lost}' on 11/23/2026 10:15 AM\n            The e-mail account does not exist at the organization this message was sent to.`,
  },
  {
    name: '2007 in English',
    is: 'address',
    subject: `Undeliverable: ${quoted}`,
    text: `Delivery has failed to these recipients or distribution lists:\n\n${lost}\nThe recipient's e-mail address was not found in the recipient's e-mail system. Microsoft Exchange will not try to redeliver this message for you.`,
  },
  {
    name: 'a full mailbox in English',
    is: 'full',
    subject: `Undeliverable: ${quoted}`,
    text: `Delivery has failed to these recipients or groups:\n\n${lost}\nThe recipient's mailbox is full and can't accept messages now. Please try resending this message later, or contact the recipient directly.`,
  },
  {
    name: 'a delay in English',
    is: 'delayed',
    subject: `Delivery delayed: ${quoted}`,
    text: `Delivery is delayed to these recipients or groups:\n\n${lost}\n\nSubject: ${quoted}\n\nThis message hasn't been delivered yet. Delivery will continue to be attempted.\nThe server will keep trying to deliver this message for the next 1 days, 19 hours and 55 minutes.`,
  },
  {
    name: 'the mail service of Windows in English',
    is: 'unclear',
    subject: 'Delivery Status Notification (Failure)',
    text: `This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       ${lost}`,
  },
  {
    name: '5.5 in German',
    is: 'address',
    subject: `Unzustellbar: ${quoted}`,
    text: `Ihre Nachricht\n\n  An:      ${lost}\n  Betreff: ${quoted}\n  Gesendet am: Mon, 23 Nov 2026 10:15:00 +0100\n\nhat die folgenden Empfänger nicht erreicht:\n\n${lost} am Mon, 23 Nov 2026 10:15:08 +0100\n    Der Name des Empfängers wurde nicht erkannt`,
  },
  {
    name: '2003 in German',
    is: 'address',
    subject: `Unzustellbar: ${quoted}`,
    text: `Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.\n\n      Betreff:\t${quoted}\n      Gesendet am:\t23.11.2026 10:15\n\nFolgende(r) Empfänger kann/können nicht erreicht werden:\n\n      ${lost} am 23.11.2026 10:15\n            Das E-Mail-Konto ist nicht vorhanden in der Organisation, an die diese Nachricht gesendet wurde.`,
  },
  {
    name: '2010 in German',
    is: 'address',
    subject: `Unzustellbar: ${quoted}`,
    text: `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Verteilerlisten:\n\n${lost}\nDie E-Mail-Adresse des Empfängers wurde im E-Mail-System des Empfängers nicht gefunden. Microsoft Exchange versucht nicht, diese Nachricht nochmals zuzustellen.`,
  },
  {
    name: 'a delay in German',
    is: 'delayed',
    subject: `Verzögert: ${quoted}`,
    text: `Die Zustellung an die folgenden Empfänger oder Gruppen verzögert sich:\n\n${lost}\n\nBetreff: ${quoted}\n\nDiese Nachricht wurde noch nicht zugestellt. Es wird weiterhin versucht, die Nachricht zuzustellen.`,
  },
  {
    name: '2003 in French',
    is: 'address',
    subject: `Non remis : ${quoted}`,
    text: `Votre message n’est pas parvenu à certains ou à tous ses destinataires.\n\n      Objet :\t${quoted}\n      Date :\t23/11/2026 10:15\n\nImpossible de joindre le ou les destinataires suivants :\n\n      ${lost} le 23/11/2026 10:15\n            Le compte de messagerie n’existe pas dans l’organisation à laquelle ce message a été envoyé.`,
  },
  {
    name: '2010 in French',
    is: 'address',
    subject: `Non remis : ${quoted}`,
    text: `Échec de la remise pour ces destinataires ou listes de distribution :\n\n${lost}\nL’adresse de messagerie du destinataire est introuvable dans le système de messagerie du destinataire.`,
  },
  {
    name: 'a delay in French',
    is: 'delayed',
    subject: `Remise différée : ${quoted}`,
    text: `La remise est retardée pour ces destinataires ou groupes :\n\n${lost}\n\nCe message n’a pas encore été remis. Des tentatives de remise continueront d’être effectuées.`,
  },
  {
    name: '2003 in Italian',
    is: 'address',
    subject: `Non recapitabile: ${quoted}`,
    text: `Il messaggio non ha raggiunto alcuni o tutti i destinatari.\n\n      Oggetto:\t${quoted}\n      Inviato:\t23/11/2026 10:15\n\nImpossibile raggiungere i seguenti destinatari:\n\n      ${lost} il 23/11/2026 10:15\n            L'account di posta elettronica non esiste nell'organizzazione a cui è stato inviato il messaggio.`,
  },
  {
    name: '2010 in Italian',
    is: 'address',
    subject: `Non recapitabile: ${quoted}`,
    text: `Recapito non riuscito per i seguenti destinatari o liste di distribuzione:\n\n${lost}\nImpossibile trovare l'indirizzo di posta elettronica del destinatario nel sistema.\nL'indirizzo non è stato trovato.`,
  },
  {
    name: 'a delay in Italian',
    is: 'delayed',
    subject: `Recapito ritardato: ${quoted}`,
    text: `Il recapito a questi destinatari o gruppi è in ritardo:\n\n${lost}\n\nIl messaggio non è stato ancora recapitato. Si continuerà a provare.`,
  },
];

/** By whom it has them said. */
export const exchangeSenders: readonly string[] = [
  'postmaster@amt.test',
  'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@amt.test>',
  'System Administrator <postmaster@amt.test>',
  'Systemadministrator <exchange@amt.test>',
  'Administrateur système <info@mairie.test>',
  'Amministratore di sistema <posta@comune.test>',
  // A relay wrote its own address over the sender.
  'info@amt.test',
];
