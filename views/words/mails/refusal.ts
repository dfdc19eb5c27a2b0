/** A decent no, in two sentences; the owner may change them before they go. */
import type { ByLanguage } from '../languages.ts';

type Paragraphs = readonly [string, ...string[]];

interface RefusalWords {
  readonly subject: string;
  readonly brief: Paragraphs;
  /** Not now, and welcome later. */
  readonly later: Paragraphs;
  /** Where a visit had been agreed on. */
  readonly visitOff: (when: string) => string;
  readonly calendar: string;
}

export const refusalWords: ByLanguage<RefusalWords> = {
  de: {
    subject: 'Zu Ihrer Anfrage',
    brief: [
      'vielen Dank für Ihre Anfrage und Ihr Vertrauen. Leider können wir diesen Auftrag nicht übernehmen; wir wünschen Ihnen, dass Sie bald jemanden finden.',
    ],
    later: [
      'vielen Dank für Ihre Anfrage und Ihr Vertrauen. Im Moment können wir sie leider nicht annehmen; wenn Sie uns später noch brauchen, melden Sie sich gern wieder, eine Antwort auf diese E-Mail genügt.',
    ],
    visitOff: (when) => `Unser Termin am ${when} entfällt damit.`,
    calendar: 'Der Termin verschwindet aus Ihrem Kalender, sobald Sie den angehängten Eintrag öffnen.',
  },
  en: {
    subject: 'About your request',
    brief: [
      'Thank you for your request and your trust. Unfortunately we cannot take on this job; we hope you will soon find somebody who can.',
    ],
    later: [
      'Thank you for your request and your trust. Unfortunately we cannot take it on at the moment; if you still need us later, please get in touch again, an answer to this e-mail will do.',
    ],
    visitOff: (when) => `Our appointment on ${when} is therefore cancelled.`,
    calendar: 'The appointment leaves your calendar when you open the attached entry.',
  },
};
