/** What the mails to customers have in common: their end, and the way out. */
import type { ByLanguage } from '../languages.ts';
import { sz } from '../regional.ts';

interface CustomerFrameWords {
  readonly goodbye: string;
  readonly stopHint: string;
  readonly stop: string;
}

export const customerFrameWords: ByLanguage<CustomerFrameWords> = {
  de: {
    goodbye: `Freundliche Grü${sz}e`,
    stopHint: 'Sie möchten keine E-Mails mehr zu dieser Anfrage? Hier bestellen Sie sie ab:',
    stop: 'Keine weiteren E-Mails',
  },
  en: {
    goodbye: 'Kind regards',
    stopHint: 'You would rather get no more e-mails about this request? Here you stop them:',
    stop: 'No more e-mails',
  },
};
