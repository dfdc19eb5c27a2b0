/** What went wrong with a request over HTTP, for people and for programs. */
import type { ByLanguage } from './languages.ts';
import { sz } from './regional.ts';

interface ProblemWords {
  readonly title: string;
  readonly detail: string;
}

/** Some fields are wrong; each says what. */
export const wrongFields: ByLanguage<string> = {
  de: 'Bitte prüfen Sie Ihre Angaben.',
  en: 'Please check your details.',
};

/** A request could be kept nowhere. `detail` ends before the number to call; `kept` is said above the form. */
export const notKept: ByLanguage<ProblemWords & { readonly kept: string }> = {
  de: {
    title: 'Ihre Anfrage ist noch nicht bei uns angekommen.',
    detail: 'Bitte senden Sie sie in einer Minute noch einmal. In eiligen Fällen rufen Sie uns bitte an:',
    kept: 'Alles, was Sie geschrieben haben, steht noch da.',
  },
  en: {
    title: 'Your request has not reached us yet.',
    detail: 'Please send it again in a minute. If it cannot wait, please call us:',
    kept: 'Everything you have written is still there.',
  },
};

/** Above a form that is shown again because its files are too large. */
export const tooLargeFiles: ByLanguage<{ readonly title: string; readonly text: string }> = {
  de: {
    title: `Ihre Dateien sind zusammen zu gro${sz}.`,
    text: 'Alles, was Sie geschrieben haben, steht noch da. Bitte wählen Sie kleinere oder weniger Dateien, zusammen höchstens 4 MB, oder schicken Sie sie uns später per E-Mail.',
  },
  en: {
    title: 'Your files are too large together.',
    text: 'Everything you have written is still there. Please choose smaller or fewer files, 4 MB together at most, or send them to us later by e-mail.',
  },
};

/** A body that cannot be read, by the status of the answer. German: nothing tells the language. */
export const unreadableBodies = {
  400: {
    title: 'Diese Anfrage ist beschädigt angekommen.',
    detail: 'Bitte senden Sie das Formular noch einmal ab.',
  },
  413: {
    title: `Diese Anfrage ist zu gro${sz}.`,
    detail:
      'Bilder und Text dürfen zusammen 4 MB haben, der Text allein 256 KB. Bitte senden Sie kleinere oder weniger Bilder mit, oder schicken Sie sie später per E-Mail.',
  },
  415: {
    title: 'Dieses Format können wir nicht lesen.',
    detail:
      'Möglich sind application/json, application/x-www-form-urlencoded und multipart/form-data in einem üblichen Zeichensatz.',
  },
} as const satisfies Record<number, ProblemWords>;

export const onlyByPost = { title: 'Anfragen kommen mit POST.' } as const;

/** Something failed that nobody expected. German: nothing is known but that. */
export const unexpectedProblem: ProblemWords = {
  title: 'Das hat leider nicht geklappt.',
  detail: 'Bitte versuchen Sie es in einigen Minuten noch einmal.',
};
