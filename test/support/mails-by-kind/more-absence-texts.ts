/** More absence notes: other words, other reasons, other countries. */

import type { AbsenceNote } from './absence-texts.ts';

const replied = ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'];

export const moreAbsenceNotes: readonly AbsenceNote[] = [
  {
    name: 'on a training',
    subject: (ours) => `Automatische Antwort: ${ours}`,
    text: 'Vielen Dank für Ihre Nachricht. Ich bin heute ganztägig auf einer Fortbildung und melde mich morgen bei Ihnen.',
    marks: replied,
  },
  {
    name: 'ill',
    subject: (ours) => `AutoAntwort: ${ours}`,
    text: 'Guten Tag, wegen Krankheit bin ich derzeit nicht im Dienst. Ihre E-Mail wird nicht gelesen und nicht weitergeleitet.',
    marks: replied,
  },
  {
    name: 'part time',
    subject: (ours) => `Automatische Antwort: ${ours}`,
    text: 'Ich bin montags bis mittwochs im Büro. Außerhalb dieser Zeiten werden E-Mails nicht gelesen. Diese Nachricht wurde automatisch erzeugt.',
    marks: replied,
  },
  {
    name: 'maternity',
    subject: () => 'Mutterschutz',
    text: 'Ich bin im Mutterschutz und voraussichtlich ab September 2027 wieder erreichbar. Bitte wenden Sie sich an vertretung@amt.example. Ihre E-Mail wird nicht weitergeleitet.',
    marks: ['Auto-Submitted: auto-replied'],
  },
  {
    name: 'Austria',
    subject: () => 'Urlaubsnotiz',
    text: 'Grüß Gott!\nIch bin auf Urlaub und ab 9. Dezember wieder erreichbar. Ihre Nachricht wird nicht weitergeleitet.',
    marks: ['Precedence: auto_reply'],
  },
  {
    name: 'Switzerland, Exchange',
    subject: (ours) => `Automatische Antwort: ${ours}`,
    text: 'Guten Tag\n\nIch bin bis und mit 4. Dezember ferienabwesend. Ihr E-Mail wird nicht weitergeleitet. In dringenden Fällen: 044 555 01 20.',
    marks: replied,
  },
  {
    name: 'an office between the years',
    subject: () => 'Unser Büro ist geschlossen',
    text: 'Sehr geehrte Damen und Herren,\n\nunser Büro ist bis zum 6. Januar geschlossen. Ihre Nachricht wird danach bearbeitet. Wir wünschen frohe Feiertage.',
    marks: [],
  },
  {
    name: 'English, annual leave',
    subject: (ours) => `Out of Office Re: ${ours}`,
    text: 'I am on annual leave and will return on Monday, 7 December. Your e-mail will not be forwarded. For urgent matters please contact reception.',
    marks: replied,
  },
  {
    name: 'English, an office',
    subject: () => 'Autoresponse',
    text: 'Our office is closed until January 4th. We will reply to your message when we are back.',
    marks: ['X-Autorespond: yes'],
  },
  {
    name: 'French, a company',
    subject: () => 'Fermeture annuelle',
    text: 'Bonjour,\n\nnotre entreprise est fermée pour congés jusqu’au 6 décembre. Nous répondrons à votre message à notre retour.',
    marks: ['Auto-Submitted: auto-replied'],
  },
  {
    name: 'French, a person',
    subject: () => 'Absence du bureau',
    text: 'Je suis actuellement en congé et de retour le 7 décembre. Je n’ai pas accès à mes courriels pendant cette période.',
    marks: [],
  },
  {
    name: 'Italian, an office',
    subject: () => 'Chiusura per ferie',
    text: 'Lo studio resterà chiuso per ferie fino al 6 dicembre. Risponderemo al Suo messaggio al nostro rientro.',
    marks: ['Auto-Submitted: auto-replied'],
  },
  {
    name: 'Italian, a person',
    subject: () => 'Fuori ufficio',
    text: 'Sono in ferie e rientrerò il 7 dicembre. Non ho accesso alla posta elettronica.',
    marks: [],
  },
  {
    name: 'a rule of Thunderbird',
    subject: (ours) => `Re: ${ours}`,
    text: 'Danke für Ihre Mail! Ich bin bis zum 6.12. verreist und rufe meine Mails nicht ab. Ich melde mich, sobald ich zurück bin.',
    marks: [],
  },
];
