/** The form on our own page. */

import type { Kind } from '../../domain/lead/request-kind.ts';
import type { ByLanguage } from './languages.ts';
import { sz } from './regional.ts';

interface FormWords {
  readonly title: string;
  readonly intro: string;
  readonly call: string;
  readonly faults: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly message: string;
  readonly messageHint: string;
  readonly urgent: string;
  readonly urgentHint: string;
  /** Where nobody comes at night. */
  readonly urgentHintByDay: string;
  readonly emergency: string;
  readonly reach: string;
  readonly reachHint: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly optional: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly files: string;
  readonly filesHint: string;
  /** @param largest the name of the largest file. */
  readonly filesTooLarge: (largest: string) => string;
  /** For programs that fill in every field; people never see it. */
  readonly honeypot: string;
  readonly send: string;
  readonly privacy: string;
  readonly privacyLink: string;
  /** The way to the form in the other language, in that language. */
  readonly other: string;
}

export const leadFormWords: ByLanguage<FormWords> = {
  de: {
    title: 'Was können wir für Sie tun?',
    intro: 'Schreiben Sie uns kurz, worum es geht. Wir melden uns persönlich bei Ihnen.',
    call: 'Lieber gleich sprechen?',
    faults: 'Bitte prüfen Sie noch einmal:',
    kind: 'Worum geht es?',
    kinds: { project: 'Neues Projekt', repair: 'Reparatur', advice: 'Beratung' },
    message: 'Ihre Nachricht',
    messageHint: 'Was ist passiert oder was haben Sie vor?',
    urgent: 'Es ist dringend',
    urgentHint:
      'Wasser läuft aus, Heizung oder Warmwasser sind ausgefallen, es riecht nach Gas. Wir rufen Sie sofort zurück.',
    urgentHintByDay:
      'Wasser läuft aus, Heizung oder Warmwasser sind ausgefallen, es riecht nach Gas. Zu unseren Arbeitszeiten rufen wir gleich zurück.',
    emergency: 'Am schnellsten geht es im Notfall am Telefon:',
    reach: 'Wie erreichen wir Sie?',
    reachHint: 'Telefon oder E-Mail, eines davon genügt.',
    name: 'Name',
    phone: 'Telefon',
    email: 'E-Mail',
    address: 'Adresse des Einsatzorts angeben',
    optional: 'freiwillig',
    street: `Stra${sz}e und Hausnummer`,
    postcode: 'PLZ',
    city: 'Ort',
    files: 'Fotos oder PDF',
    filesHint:
      'Freiwillig. Ein Foto vom Schaden oder vom Typenschild hilft uns oft. Zusammen höchstens 4 MB.',
    filesTooLarge: (largest) =>
      `„${largest}“ ist zu gro${sz}: Alle Dateien zusammen dürfen höchstens 4 MB haben. Bitte nehmen Sie die Datei heraus, oder schicken Sie sie uns später per E-Mail.`,
    honeypot: 'Homepage (bitte leer lassen)',
    send: 'Anfrage senden',
    privacy: 'Ihre Angaben nutzen wir, um Ihre Anfrage zu bearbeiten.',
    privacyLink: 'Datenschutzerklärung',
    other: 'English',
  },
  en: {
    title: 'What can we do for you?',
    intro: 'Tell us briefly what it is about. We will get back to you in person.',
    call: 'Would you rather talk?',
    faults: 'Please check again:',
    kind: 'What is it about?',
    kinds: { project: 'New project', repair: 'Repair', advice: 'Advice' },
    message: 'Your message',
    messageHint: 'What has happened, or what are you planning?',
    urgent: 'It is urgent',
    urgentHint:
      'Water is leaking, heating or hot water has failed, it smells of gas. We will call you back at once.',
    urgentHintByDay:
      'Water is leaking, heating or hot water has failed, it smells of gas. During our working hours we call back right away.',
    emergency: 'In an emergency the phone is fastest:',
    reach: 'How do we reach you?',
    reachHint: 'Phone or e-mail, one of them is enough.',
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    address: 'Add the address of the job',
    optional: 'optional',
    street: 'Street and number',
    postcode: 'Postcode',
    city: 'Town',
    files: 'Photos or PDF',
    filesHint:
      'Optional. A photo of the damage or of the type plate often helps us. 4 MB at most, all together.',
    filesTooLarge: (largest) =>
      `“${largest}” is too large: all files together may have 4 MB at most. Please take it out, or send it to us later by e-mail.`,
    honeypot: 'Homepage (please leave empty)',
    send: 'Send request',
    privacy: 'We use your details to handle your request.',
    privacyLink: 'Privacy policy',
    other: 'Deutsch',
  },
};
