/** How mail programs write a mail that is passed on: what they put above it, and whether they mark its lines. */

interface Passed {
  readonly name: string;
  readonly email: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface ForwardProgram {
  readonly name: string;
  readonly prefix: string;
  readonly write: (mail: Passed) => string;
}

const marked = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const german = ({ name, email, to, subject }: Passed): string =>
  `Von: ${name} <${email}>\nGesendet: Montag, 23. November 2026 08:12\nAn: ${to}\nBetreff: ${subject}`;

export const forwardPrograms: readonly ForwardProgram[] = [
  { name: 'Outlook', prefix: 'WG: ', write: (mail) => `${german(mail)}\n\n${mail.text}` },
  {
    name: 'Outlook with its line',
    prefix: 'WG: ',
    write: (mail) => `-----Ursprüngliche Nachricht-----\n${german(mail)}\n\n${mail.text}`,
  },
  {
    name: 'Outlook 2010 with mailto',
    prefix: 'WG: ',
    write: ({ name, email, to, subject, text }) =>
      `Von: ${name} [mailto:${email}]\nGesendet: Montag, 23. November 2026 08:12\nAn: ${to}\nBetreff: ${subject}\nWichtigkeit: Hoch\n\n${text}`,
  },
  {
    name: 'Outlook for Mac',
    prefix: 'WG: ',
    write: ({ name, email, to, subject, text }) =>
      `Von: ${name} <${email}>\nDatum: Montag, 23. November 2026 um 08:12\nAn: ${to} <${to}>\nBetreff: ${subject}\n${text}`,
  },
  {
    name: 'Outlook mobile',
    prefix: 'WG: ',
    write: (mail) => `________________________________\n${german(mail)}\n\n${mail.text}`,
  },
  {
    name: 'Gmail',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `---------- Forwarded message ---------\nVon: ${name} <${email}>\nDate: Mo., 23. Nov. 2026 um 08:12 Uhr\nSubject: ${subject}\nTo: <${to}>\n\n\n${text}`,
  },
  {
    name: 'Apple Mail',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      marked(
        `Anfang der weitergeleiteten Nachricht:\n\nVon: ${name} <${email}>\nBetreff: ${subject}\nDatum: 23. November 2026 um 08:12:40 MEZ\nAn: ${to}\n\n${text}`,
      ),
  },
  {
    name: 'iPhone',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `Von meinem iPhone gesendet\n\nAnfang der weitergeleiteten Nachricht:\n\n${marked(
        `Von: ${name} <${email}>\nDatum: 23. November 2026 um 08:12:40 MEZ\nAn: ${to}\nBetreff: ${subject}\n\n${text}`,
      )}`,
  },
  {
    name: 'Apple Mail, unmarked',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `Anfang der weitergeleiteten E-Mail:\n\nVon: ${name} <${email}>\nDatum: 23. November 2026 um 08:12:40 MEZ\nAn: ${to}\nBetreff: ${subject}\n\n${text}`,
  },
  {
    name: 'Thunderbird',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `-------- Weitergeleitete Nachricht --------\nBetreff: \t${subject}\nDatum: \tMon, 23 Nov 2026 08:12:40 +0100\nVon: \t${name} <${email}>\nAn: \t${to}\n\n\n\n${text}`,
  },
  {
    name: 'GMX',
    prefix: 'Fw: ',
    write: ({ name, email, to, subject, text }) =>
      `Gesendet: Montag, 23. November 2026 um 08:12 Uhr\nVon: "${name}" <${email}>\nAn: ${to}\nBetreff: ${subject}\n\n${text}`,
  },
  {
    name: 'T-Online',
    prefix: 'WG: ',
    write: ({ name, email, to, subject, text }) =>
      `-----Original-Nachricht-----\nBetreff: ${subject}\nDatum: 2026-11-23T08:12:40+0100\nVon: "${name}" <${email}>\nAn: "${to}" <${to}>\n\n${text}`,
  },
  {
    name: 'Samsung',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `Von meinem Galaxy gesendet\n\n\n-------- Ursprüngliche Nachricht --------\nVon: ${name} <${email}> \nDatum: 23.11.26  08:12  (GMT+01:00) \nAn: ${to} \nBetreff: ${subject} \n\n${text}`,
  },
  {
    name: 'K-9',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `-------- Ursprüngliche Nachricht --------\nVon: ${name} <${email}>\nGesendet: 23. November 2026 08:12:40 MEZ\nAn: ${to}\nBetreff: ${subject}\n\n${text}`,
  },
  {
    name: 'Outlook in French',
    prefix: 'TR: ',
    write: ({ name, email, to, subject, text }) =>
      `De : ${name} <${email}>\nEnvoyé : lundi 23 novembre 2026 08:12\nÀ : ${to}\nObjet : ${subject}\n\n${text}`,
  },
  {
    name: 'Apple Mail in French',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      marked(
        `Début du message réexpédié :\n\nDe: ${name} <${email}>\nObjet: ${subject}\nDate: 23 novembre 2026 à 08:12:40 UTC+1\nÀ: ${to}\n\n${text}`,
      ),
  },
  {
    name: 'Gmail in Italian',
    prefix: 'Fwd: ',
    write: ({ name, email, to, subject, text }) =>
      `---------- Forwarded message ---------\nDa: ${name} <${email}>\nDate: lun 23 nov 2026 alle ore 08:12\nSubject: ${subject}\nTo: <${to}>\n\n\n${text}`,
  },
  {
    name: 'Outlook in English',
    prefix: 'FW: ',
    write: ({ name, email, to, subject, text }) =>
      `From: ${name} <${email}>\nSent: Monday, November 23, 2026 8:12 AM\nTo: ${to}\nSubject: ${subject}\n\n${text}`,
  },
];
