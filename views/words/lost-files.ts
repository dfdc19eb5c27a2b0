/** What is said of files that came with a form and could not be kept. */
import type { ByLanguage } from './languages.ts';

const listed = (names: readonly string[]): string => names.join(', ');

/** To the owner. */
export const notTransferred = (names: readonly string[]): string =>
  names.length === 1
    ? `Datei ${listed(names)} nicht übertragen. Bitte beim Kunden nachfragen.`
    : `Dateien nicht übertragen: ${listed(names)}. Bitte beim Kunden nachfragen.`;

/** To whoever sent the form. */
export const lostFileWords: ByLanguage<{
  /** In the place of a thank-you. */
  readonly title: string;
  readonly text: (names: readonly string[]) => string;
  /** Above a form that is shown again: browsers fill in all but files. */
  readonly again: { readonly title: string; readonly text: string };
  /** In a mail, which repeats no name that a stranger could have chosen. */
  readonly mail: string;
}> = {
  de: {
    title: 'Ihre Anfrage ist da, aber nicht alle Dateien.',
    text: (names) =>
      `Nicht übertragen: ${listed(names)}. Bitte schicken Sie uns das noch einmal, am besten kleiner oder per E-Mail.`,
    again: {
      title: 'Bitte wählen Sie Ihre Dateien noch einmal aus.',
      text: 'Der Browser behält sie nicht, wenn das Formular noch einmal erscheint.',
    },
    mail: 'Nicht alle Dateien zu Ihrer Anfrage sind bei uns angekommen. Bitte schicken Sie uns diese noch einmal.',
  },
  en: {
    title: 'We have your request, but not all of your files.',
    text: (names) =>
      `Not transferred: ${listed(names)}. Please send this again, in a smaller size or by e-mail.`,
    again: {
      title: 'Please choose your files again.',
      text: 'The browser does not keep them when the form is shown again.',
    },
    mail: 'Not all files of your request have reached us. Please send them again.',
  },
};
