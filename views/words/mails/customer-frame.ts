/** What the mails to customers have in common: their end, and the way out. */
import type { Company } from '../../../domain/business/company.ts';
import type { ByLanguage } from '../languages.ts';

interface CustomerFrameWords {
  readonly goodbye: (country: Company['country']) => string;
  readonly stopHint: string;
  readonly stop: string;
}

export const customerFrameWords: ByLanguage<CustomerFrameWords> = {
  de: {
    // Swiss German is written without ß.
    goodbye: (country) => (country === 'CH' ? 'Freundliche Grüsse' : 'Freundliche Grüße'),
    stopHint: 'Sie möchten keine E-Mails mehr zu dieser Anfrage? Hier bestellen Sie sie ab:',
    stop: 'Keine weiteren E-Mails',
  },
  en: {
    goodbye: () => 'Kind regards',
    stopHint: 'You would rather get no more e-mails about this request? Here you stop them:',
    stop: 'No more e-mails',
  },
};
