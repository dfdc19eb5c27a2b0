/** Servers that give a mail back, and how they say it. */

interface Failed {
  /** Whom it did not reach. */
  readonly email: string;
  readonly subject: string;
}

export interface Server {
  readonly name: string;
  readonly from: string;
  readonly subject: (mail: Failed) => string;
  /** The letter, up to the mail that comes back. */
  readonly letter: (mail: Failed) => string;
  /** What stands above the headers of our mail, where they follow in the text. */
  readonly divider: string;
  /** The code in the report; absent: the server sends only a letter. */
  readonly report?: { readonly action: 'failed' | 'delayed'; readonly status: string; readonly code: string };
  /** `{email}`: whom it did not reach. */
  readonly headers?: readonly string[];
}

const daemon = (host: string, name = 'Mail Delivery System') => `${name} <MAILER-DAEMON@${host}>`;
const failed = (status: string, code: string) => ({ action: 'failed' as const, status, code });
const delayed = (status: string, code: string) => ({ action: 'delayed' as const, status, code });

export const permanent: readonly Server[] = [
  {
    name: 'Postfix',
    from: daemon('mx1.provider.example'),
    subject: () => 'Undelivered Mail Returned to Sender',
    letter: ({ email }) =>
      `This is the mail system at host mx1.provider.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<${email}>: host mail.example.org[192.0.2.7] said: 550 5.1.1\n    <${email}>: Recipient address rejected: User unknown (in reply to RCPT TO command)`,
    divider: '',
    report: failed('5.1.1', 'smtp; 550 5.1.1 Recipient address rejected: User unknown'),
  },
  {
    name: 'Postfix in German',
    from: daemon('mail.stadtwerk.example', 'Mailzustellung'),
    subject: () => 'Unzustellbare Nachricht an Absender zurückgeschickt',
    letter: ({ email }) =>
      `Dies ist das Mailsystem von mail.stadtwerk.example.\n\nLeider konnte Ihre Nachricht an einen oder mehrere Empfänger nicht zugestellt werden. Sie hängt unten an.\n\n<${email}>: 550 5.1.1 Empfänger unbekannt`,
    divider: '',
    report: failed('5.1.1', 'smtp; 550 5.1.1 Empfaenger unbekannt'),
  },
  {
    name: 'Exim',
    from: 'Mail Delivery System <Mailer-Daemon@web7.hoster.example>',
    subject: () => 'Mail delivery failed: returning message to sender',
    letter: ({ email }) =>
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${email}\n    host mail.example.org [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<${email}>:\n    550 5.1.1 mailbox unavailable`,
    divider: '------ This is a copy of the message, including all the headers. ------',
    headers: ['Auto-Submitted: auto-replied', 'X-Failed-Recipients: {email}'],
  },
  {
    name: 'qmail',
    from: 'MAILER-DAEMON@relay.hoster.example',
    subject: () => 'failure notice',
    letter: ({ email }) =>
      `Hi. This is the qmail-send program at relay.hoster.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${email}>:\n192.0.2.7 does not like recipient.\nRemote host said: 550 no mailbox here by that name`,
    divider: '--- Below this line is a copy of the message.',
  },
  {
    name: 'GMX',
    from: 'GMX Mailer Daemon <mailer-daemon@gmx.example>',
    subject: () => 'Mail delivery failed: returning message to sender',
    letter: ({ email }) =>
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address\nfailed:\n\n${email}:\nSMTP error from remote server for RCPT TO command, host: mx.example.org (192.0.2.7) reason: 550 User does not exist`,
    divider: '--- The header of the original message is following. ---',
  },
  {
    name: 'web.de in German',
    from: 'WEB.DE Mailer Daemon <mailer-daemon@web.example>',
    subject: () => 'Ihre E-Mail konnte nicht zugestellt werden',
    letter: ({ email }) =>
      `Diese Nachricht wurde automatisch vom Mailserver erstellt.\n\nIhre E-Mail konnte nicht zugestellt werden. Die folgende Adresse existiert nicht:\n\n${email}`,
    divider: '--- Es folgen die Kopfzeilen der ursprünglichen Nachricht. ---',
  },
  {
    name: 'Exchange in German',
    from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@kanzlei.example>',
    subject: ({ subject }) => `Unzustellbar: ${subject}`,
    letter: ({ email }) =>
      `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\n${email}\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers und versuchen Sie, die Nachricht erneut zu senden.`,
    divider: '',
    report: failed('5.1.10', 'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound'),
  },
  {
    name: 'Exchange in French',
    from: 'Microsoft Outlook <postmaster@bureau.example>',
    subject: ({ subject }) => `Non remis : ${subject}`,
    letter: ({ email }) =>
      `Échec de la remise pour ces destinataires ou groupes :\n\n${email}\nL’adresse de messagerie que vous avez entrée est introuvable. Vérifiez l’adresse du destinataire et essayez de renvoyer le message.`,
    divider: '',
    report: failed('5.1.1', 'smtp;550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found'),
  },
  {
    name: 'Exchange in Italian',
    from: 'Microsoft Outlook <postmaster@studio.example>',
    subject: ({ subject }) => `Non recapitabile: ${subject}`,
    letter: ({ email }) =>
      `Recapito non riuscito per i seguenti destinatari o gruppi:\n\n${email}\nImpossibile trovare l’indirizzo di posta elettronica immesso. Controllare l’indirizzo e provare a inviare di nuovo il messaggio.`,
    divider: '',
    report: failed('5.1.1', 'smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'),
  },
  {
    name: 'Exchange in English, a letter only',
    from: 'postmaster@office.example',
    subject: ({ subject }) => `Undeliverable: ${subject}`,
    letter: ({ email }) =>
      `Your message\n\n  To:      ${email}\n  Sent:    Mon, 23 Nov 2026 10:15:00 +0100\n\ndid not reach the following recipient(s):\n\n${email} on Mon, 23 Nov 2026 10:15:08 +0100\n    The recipient name is not recognized`,
    divider: 'Original message headers:',
  },
  {
    name: 'Gmail',
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
    subject: () => 'Delivery Status Notification (Failure)',
    letter: ({ email }) =>
      `** Address not found **\n\nYour message wasn't delivered to ${email} because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.`,
    divider: '',
    report: failed('5.1.1', 'smtp; 550-5.1.1 The email account that you tried to reach does not exist.'),
    headers: ['X-Failed-Recipients: {email}'],
  },
  {
    name: 'Gmail in German, a letter only',
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
    subject: () => 'Delivery Status Notification (Failure)',
    letter: ({ email }) =>
      `Adresse nicht gefunden\n\nIhre Nachricht wurde nicht an ${email} zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.`,
    divider: '----- Original message -----',
  },
  {
    name: 'a French provider',
    from: daemon('smtp.fournisseur.example', 'Système de messagerie'),
    subject: () => 'Message non distribué',
    letter: ({ email }) =>
      `Ce message a été créé automatiquement par le serveur de messagerie.\n\nVotre message n’a pas pu être remis à un ou plusieurs destinataires. Il s’agit d’une erreur définitive.\n\n<${email}> : 550 5.1.1 utilisateur inconnu`,
    divider: '--- En-têtes du message original ---',
  },
  {
    name: 'an Italian provider',
    from: daemon('mx.fornitore.example', 'Sistema di posta'),
    subject: () => 'Mancata consegna del messaggio',
    letter: ({ email }) =>
      `Il messaggio non è stato consegnato al seguente destinatario:\n\n${email}\n550 5.1.1 utente sconosciuto\n\nSi tratta di un errore permanente.`,
    divider: '--- Intestazioni del messaggio originale ---',
  },
];

export const transient: readonly Server[] = [
  {
    name: 'Postfix delays',
    from: daemon('mx1.provider.example'),
    subject: () => 'Delayed Mail (still being retried)',
    letter: ({ email }) =>
      `####################################################################\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n####################################################################\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\n<${email}>: connect to mail.example.org[192.0.2.7]:25: Connection timed out`,
    divider: '',
    report: delayed('4.4.1', 'X-Postfix; connect to mail.example.org: Connection timed out'),
  },
  {
    name: 'Exim delays',
    from: 'Mail Delivery System <Mailer-Daemon@web7.hoster.example>',
    subject: () => 'Warning: message 1tEx4Q-0007Ab-2C delayed 24 hours',
    letter: ({ email }) =>
      `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on web7.hoster.example.\n\nThe address to which the message has not yet been delivered is:\n\n  ${email}\n\nNo action is required on your part. Delivery attempts will continue for\nsome time, and this warning may be repeated at intervals.`,
    divider: '------ This is a copy of the message, including all the headers. ------',
    headers: ['Auto-Submitted: auto-replied'],
  },
  {
    name: 'Exchange delays in German',
    from: 'Microsoft Outlook <postmaster@kanzlei.example>',
    subject: ({ subject }) => `Zustellung verzögert: ${subject}`,
    letter: ({ email }) =>
      `Die Zustellung Ihrer Nachricht an folgende Empfänger oder Gruppen verzögert sich:\n\n${email}\nEs wird weiter versucht, die Nachricht zuzustellen.`,
    divider: '',
    report: delayed('4.4.7', 'smtp;400 4.4.7 Message delayed'),
  },
  {
    name: 'Exchange delays in French',
    from: 'Microsoft Outlook <postmaster@bureau.example>',
    subject: ({ subject }) => `Remise retardée : ${subject}`,
    letter: ({ email }) =>
      `La remise à ces destinataires ou groupes est retardée :\n\n${email}\nLe serveur continuera d’essayer de remettre le message.`,
    divider: '',
    report: delayed('4.4.7', 'smtp;400 4.4.7 Message delayed'),
  },
  {
    name: 'Gmail delays',
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
    subject: () => 'Delivery Status Notification (Delay)',
    letter: ({ email }) =>
      `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ${email}. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.`,
    divider: '',
    report: delayed('4.4.1', 'smtp; The recipient server did not accept our requests to connect.'),
  },
  {
    name: 'mailbox full, called permanent',
    from: daemon('mx1.provider.example'),
    subject: () => 'Undelivered Mail Returned to Sender',
    letter: ({ email }) => `<${email}>: 552 5.2.2 Mailbox full, quota exceeded`,
    divider: '',
    report: failed('5.1.1', 'smtp; 552 5.2.2 Mailbox full, quota exceeded'),
  },
  {
    name: 'mailbox full, a letter of GMX',
    from: 'GMX Mailer Daemon <mailer-daemon@gmx.example>',
    subject: () => 'Mail delivery failed: returning message to sender',
    letter: ({ email }) =>
      `A message that you sent could not be delivered to one or more of its recipients. The following address failed:\n\n${email}:\nSMTP error from remote server after transfer of mail text:\n552-Requested mail action aborted: exceeded storage allocation\n552 Quota exceeded. The recipient mailbox is full.`,
    divider: '--- The header of the original message is following. ---',
  },
  {
    name: 'mailbox full in German',
    from: daemon('mail.stadtwerk.example', 'Mailzustellung'),
    subject: () => 'Nachricht nicht zugestellt',
    letter: ({ email }) =>
      `Ihre Nachricht an ${email} konnte nicht zugestellt werden, weil das Postfach des Empfängers voll ist. Bitte versuchen Sie es später noch einmal.`,
    divider: '--- Ursprüngliche Kopfzeilen ---',
  },
  {
    name: 'greylisting',
    from: daemon('out.hoster.example'),
    subject: () => 'Undelivered Mail Returned to Sender',
    letter: ({ email }) => `<${email}>: 450 4.7.1 Greylisted, please try again in 300 seconds`,
    divider: '',
    report: failed('5.7.1', 'smtp; 450 4.7.1 Greylisted, please try again in 300 seconds'),
  },
  {
    name: 'too many recipients',
    from: daemon('out.hoster.example'),
    subject: () => 'Undelivered Mail Returned to Sender',
    letter: ({ email }) => `<${email}>: 452 4.5.3 Too many recipients`,
    divider: '',
    report: failed('5.5.3', 'smtp; 452 4.5.3 Too many recipients'),
  },
];
