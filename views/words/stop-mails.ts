/** The customer's pages to end the mails about a request, and to say that it is not his. */

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

interface NotMeWords extends Omit<StopWords, 'ask' | 'reach'> {
  readonly ask: (brand: string) => string;
  /** What happens then. */
  readonly kept: string;
}

export const notMeWords: ByLanguage<NotMeWords> = {
  de: {
    title: 'Die Anfrage ist nicht von Ihnen?',
    ask: (brand) =>
      `Jemand hat bei ${brand} etwas angefragt und dabei Ihre E-Mail-Adresse angegeben, vielleicht nur vertippt. Waren Sie es nicht, genügt ein Klick.`,
    kept: 'Dann schreiben wir Ihnen dazu nichts mehr und klären das mit dem Absender auf anderem Weg.',
    button: 'Das war ich nicht',
    doneTitle: 'Danke für den Hinweis',
    done: 'Zu dieser Anfrage bekommen Sie von uns keine E-Mails mehr. Sie müssen nichts weiter tun.',
  },
  en: {
    title: 'The request is not yours?',
    ask: (brand) =>
      `Somebody sent a request to ${brand} and gave your e-mail address, perhaps by a typing mistake. If it was not you, one click is enough.`,
    kept: 'We will then write nothing more to you about it and ask the sender in another way.',
    button: 'It was not me',
    doneTitle: 'Thank you for telling us',
    done: 'You will get no more e-mails from us about this request. There is nothing else you need to do.',
  },
};
