/** The customer's page to end the mails about a request. */

import type { ByLanguage } from './languages.ts';

interface StopWords {
  readonly title: string;
  readonly ask: string;
  readonly button: string;
  readonly doneTitle: string;
  readonly done: string;
  readonly reach: string;
}

export const stopWords: ByLanguage<StopWords> = {
  de: {
    title: 'Keine weiteren E-Mails?',
    ask: 'Wenn Sie möchten, schreiben wir Ihnen zu dieser Anfrage keine E-Mails mehr.',
    button: 'Keine E-Mails mehr',
    doneTitle: 'Sie bekommen keine E-Mails mehr',
    done: 'Zu dieser Anfrage schreiben wir Ihnen nicht mehr.',
    reach: 'So erreichen Sie uns weiterhin:',
  },
  en: {
    title: 'No more e-mails?',
    ask: 'If you wish, we will not send you any more e-mails about this request.',
    button: 'No more e-mails',
    doneTitle: 'You will get no more e-mails',
    done: 'We will not write to you about this request any more.',
    reach: 'You can still reach us:',
  },
};
