/** What reminders to customers say: one text for each mail of each rhythm that customers may get. */
import type { CadenceTable, CustomerCadence } from '../../../domain/lead/pipeline.ts';
import type { OpenQuestion } from '../../../domain/listening/open-questions.ts';
import type { ByLanguage } from '../languages.ts';

/** The words of one reminder: before and after the list of open questions, if there is one. */
export interface Wording {
  readonly subject: string;
  /** In German it goes on after the greeting, in lower case. */
  readonly before: string;
  readonly questions?: readonly string[];
  readonly after: string;
}

/** What a text may speak of. */
export interface FollowUpAbout {
  /** The name customers know the business by. */
  readonly brand: string;
  /** The sum of the quote, as written in the language of the text. */
  readonly quotedSum: string | undefined;
  /** What may still be asked. */
  readonly open: readonly OpenQuestion[];
  /** Somebody spoke with him. */
  readonly talked: boolean;
  /** A number to call is known. */
  readonly phoneKnown: boolean;
}

/** As many texts as the table of the pipeline has mails. */
type TextFor<Mails extends readonly unknown[]> = { readonly [Mail in keyof Mails]: Wording };

export interface FollowUpWords {
  readonly texts: {
    readonly [Name in CustomerCadence]: (about: FollowUpAbout) => TextFor<CadenceTable[Name]['after']>;
  };
  /** Right in every situation: for the mails that a business adds to those of the table. */
  readonly stillHere: (about: FollowUpAbout) => Wording;
  readonly questions: Readonly<Record<OpenQuestion, string>>;
  /** No mail of its rhythm follows. */
  readonly last: string;
  /** What the customer asked for: its day, and the reference to name on the phone. */
  readonly request: (day: string, reference: string) => string;
}

const germanStillHere = ({ brand }: FollowUpAbout): Wording => ({
  subject: `Ihre Anfrage bei ${brand}`,
  before: 'wir melden uns kurz zu Ihrer Anfrage: Sie ist bei uns nicht vergessen.',
  after:
    'Hat sich etwas geändert, oder haben Sie eine Frage? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
});

/** For the rhythms that are the owner's unless a business turns them to its customers. */
const germanNote = (about: FollowUpAbout): readonly [Wording] => [germanStillHere(about)];

const germanQuestions: Readonly<Record<OpenQuestion, string>> = {
  installation: 'Was soll gemacht werden? Ein paar Stichworte genügen.',
  timeframe: 'Bis wann soll es fertig sein?',
  budget: 'Welchen Betrag haben Sie dafür ungefähr vorgesehen?',
};

const german: FollowUpWords = {
  texts: {
    new: germanNote,
    'in-progress': germanNote,
    'first-contact': germanNote,
    opportunity: germanNote,
    'site-visit': germanNote,
    negotiation: germanNote,
    postponed: germanNote,
    'not-reached': ({ phoneKnown }) => [
      {
        subject: phoneKnown
          ? 'Wir haben Sie leider nicht erreicht'
          : 'Unter welcher Nummer erreichen wir Sie?',
        before: phoneKnown
          ? 'wir haben Sie wegen Ihrer Anfrage angerufen und leider nicht erreicht.'
          : 'wir würden über Ihre Anfrage gern kurz mit Ihnen sprechen, haben aber keine Telefonnummer von Ihnen.',
        after: phoneKnown
          ? 'Wann passt Ihnen ein kurzes Gespräch? Antworten Sie auf diese E-Mail einfach mit einer Uhrzeit, dann melden wir uns. Oder rufen Sie uns an, wann immer es Ihnen passt.'
          : 'Antworten Sie einfach mit Ihrer Nummer und einer Uhrzeit, dann melden wir uns. Oder rufen Sie uns an, wann immer es Ihnen passt.',
      },
      {
        subject: 'Wann können wir Sie erreichen?',
        before: `über Ihre Anfrage würden wir gern kurz mit Ihnen sprechen, ${phoneKnown ? 'haben Sie telefonisch aber noch nicht erreicht' : 'wissen aber noch nicht, unter welcher Nummer'}.`,
        after: `Nennen Sie uns am besten zwei Zeiten${phoneKnown ? ', zu denen wir Sie gut erreichen' : ' und die Nummer, unter der wir Sie gut erreichen'}. Ist Ihnen eine E-Mail lieber? Dann antworten Sie einfach, und wir klären alles schriftlich.`,
      },
      {
        subject: 'Ist Ihre Anfrage noch aktuell?',
        before: 'zu Ihrer Anfrage haben wir Sie bisher leider nicht erreicht. Ist sie noch aktuell?',
        after:
          'Ein kurzes Ja oder Nein als Antwort genügt uns. Bei einem Ja vereinbaren wir eine Zeit für ein Gespräch.',
      },
    ],
    'needs-analysis': ({ open, talked }) => {
      const questions = open.map((question) => germanQuestions[question]);
      const one = questions.length === 1;
      if (questions.length === 0) return talked ? germanAfterTalk : germanNothingOpen;
      return [
        {
          subject: one ? 'Eine Frage zu Ihrer Anfrage' : 'Ein paar Fragen zu Ihrer Anfrage',
          before: `damit wir Ihre Anfrage gut einschätzen können, ${one ? 'fehlt uns noch eine Angabe' : 'fehlen uns noch ein paar Angaben'}:`,
          questions,
          after:
            'Antworten Sie einfach auf diese E-Mail, so kurz Sie möchten. Und wenn Sie lieber sprechen: Rufen Sie uns an.',
        },
        {
          subject: 'Das brauchen wir noch für Ihre Anfrage',
          before:
            'wir würden bei Ihrer Anfrage gern den nächsten Schritt machen und brauchen dafür noch Ihre Hilfe:',
          questions,
          after: 'Was Sie noch nicht wissen, lassen Sie einfach offen. Dann klären wir es zusammen.',
        },
        {
          subject: 'Wie steht es um Ihr Vorhaben?',
          before: 'zu Ihrer Anfrage warten wir noch auf eine Antwort von Ihnen. Offen ist:',
          questions,
          after:
            'Hat sich Ihr Vorhaben verschoben oder erledigt? Auch dann freuen wir uns über ein kurzes Wort.',
        },
      ];
    },
    quoted: ({ quotedSum }) => {
      const over = quotedSum === undefined ? '' : ` über ${quotedSum}`;
      return [
        {
          subject: 'Haben Sie Fragen zu unserem Angebot?',
          before: `vor Kurzem haben Sie unser Angebot${over} bekommen. Ist es gut angekommen, und ist alles verständlich?`,
          after:
            'Wenn Sie Fragen haben oder etwas anders möchten, antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
        },
        {
          subject: 'Passt unser Angebot so für Sie?',
          before: `konnten Sie sich unser Angebot${over} in Ruhe ansehen?`,
          after:
            'Wenn etwas nicht passt, sagen Sie es uns bitte. Am Umfang, an der Ausführung oder am Zeitpunkt lässt sich oft noch etwas ändern.',
        },
        {
          subject: 'Wie haben Sie sich entschieden?',
          before: `unser Angebot${over} liegt Ihnen nun schon eine Weile vor. Wie haben Sie sich entschieden?`,
          after:
            'Auch ein Nein hilft uns, denn dann können wir unsere Zeit anders einteilen. Brauchen Sie noch Bedenkzeit, nennen Sie uns einfach ein Datum.',
        },
      ];
    },
    // The business wrote, and nobody answered.
    answered: () => [
      {
        subject: 'Ist unsere Antwort angekommen?',
        before:
          'wir haben Ihnen auf Ihre Anfrage geantwortet und möchten nur sichergehen, dass Sie es gesehen haben.',
        after:
          'Passt das so für Sie, oder ist noch etwas offen? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
      },
      {
        subject: 'Wie geht es mit Ihrer Anfrage weiter?',
        before: 'auf unsere Antwort zu Ihrer Anfrage haben wir noch nichts von Ihnen gehört.',
        after:
          'Wenn sich etwas geändert hat oder ein Gespräch leichter wäre: Nennen Sie uns eine Zeit, und wir rufen Sie an.',
      },
      {
        subject: 'Sollen wir Ihre Anfrage weiter vormerken?',
        before: 'zu Ihrer Anfrage warten wir noch auf ein Zeichen von Ihnen. Ist sie noch aktuell?',
        after: 'Ein kurzes Ja oder Nein als Antwort genügt uns.',
      },
    ],
  },
  stillHere: germanStillHere,
  questions: germanQuestions,
  last: 'Das ist unsere letzte E-Mail zu dieser Anfrage, denn wir möchten Sie nicht bedrängen. Wollen Sie später darauf zurückkommen, genügt eine kurze Antwort.',
  request: (day, reference) => `Ihre Anfrage vom ${day} · Referenz ${reference}`,
};

const germanNothingOpen: readonly [Wording, Wording, Wording] = [
  {
    subject: 'Wie geht es mit Ihrer Anfrage weiter?',
    before: 'danke für Ihre Angaben. Wir wissen jetzt, worum es geht.',
    after: 'Wie möchten Sie weitermachen? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
  },
  {
    subject: 'Sind noch Fragen offen?',
    before: 'bei Ihrer Anfrage würden wir gern den nächsten Schritt machen. Ist für Sie noch etwas offen?',
    after: 'Schreiben Sie uns, was Sie noch wissen möchten, oder rufen Sie uns an.',
  },
  {
    subject: 'Ist Ihre Anfrage noch aktuell?',
    before: 'zu Ihrer Anfrage haben wir länger nichts von Ihnen gehört. Ist sie noch aktuell?',
    after: 'Ein kurzes Ja, Nein oder Später als Antwort genügt uns.',
  },
];

const [, germanStillOpen, germanStillWanted] = germanNothingOpen;

/** He said that he gets back. */
const germanAfterTalk: readonly [Wording, Wording, Wording] = [
  {
    subject: 'Wie besprochen: Wir freuen uns auf Ihre Nachricht',
    before: 'danke für das Gespräch. Wie besprochen warten wir auf Ihre Rückmeldung.',
    after: 'Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
  },
  germanStillOpen,
  germanStillWanted,
];

const englishStillHere = ({ brand }: FollowUpAbout): Wording => ({
  subject: `Your request – ${brand}`,
  before: 'A short note about your request: we have not forgotten it.',
  after: 'Has anything changed, or do you have a question? Just answer this e-mail or give us a call.',
});

/** For the rhythms that are the owner's unless a business turns them to its customers. */
const englishNote = (about: FollowUpAbout): readonly [Wording] => [englishStillHere(about)];

const englishQuestions: Readonly<Record<OpenQuestion, string>> = {
  installation: 'What is to be done? A few words are enough.',
  timeframe: 'When should it be finished?',
  budget: 'Roughly how much have you set aside for it?',
};

const english: FollowUpWords = {
  texts: {
    new: englishNote,
    'in-progress': englishNote,
    'first-contact': englishNote,
    opportunity: englishNote,
    'site-visit': englishNote,
    negotiation: englishNote,
    postponed: englishNote,
    'not-reached': ({ phoneKnown }) => [
      {
        subject: phoneKnown ? 'We could not reach you by phone' : 'Which number can we reach you on?',
        before: phoneKnown
          ? 'We called you about your request, but could not reach you.'
          : 'We would like to have a short talk about your request, but do not have your phone number.',
        after: phoneKnown
          ? 'When would a short call suit you? Just answer this e-mail with a time and we will ring you. Or call us whenever you like.'
          : 'Just answer with your number and a time, and we will ring you. Or call us whenever you like.',
      },
      {
        subject: 'When can we reach you?',
        before: `We would like to have a short talk about your request, but have not reached you${phoneKnown ? ' by phone' : ''} yet.`,
        after: `Please name two times ${phoneKnown ? 'that suit you' : 'and the best number to reach you on'}. You prefer e-mail? Just answer, and we will settle everything in writing.`,
      },
      {
        subject: 'Is your request still current?',
        before: 'We have not been able to reach you about your request so far. Is it still current?',
        after: 'A simple yes or no is enough. If it is a yes, we will agree on a time for a call.',
      },
    ],
    'needs-analysis': ({ open, talked }) => {
      const questions = open.map((question) => englishQuestions[question]);
      const one = questions.length === 1;
      if (questions.length === 0) return talked ? englishAfterTalk : englishNothingOpen;
      return [
        {
          subject: one ? 'A question about your request' : 'A few questions about your request',
          before: `To understand your request well, we still need ${one ? 'one thing' : 'a few things'} from you:`,
          questions,
          after:
            'Just answer this e-mail, as briefly as you like. And if you would rather talk, give us a call.',
        },
        {
          subject: 'What we still need for your request',
          before: 'We would like to take the next step with your request and need your help with this:',
          questions,
          after: 'Whatever you do not know yet, just leave it open. We will find out together.',
        },
        {
          subject: 'How are your plans coming along?',
          before: 'We are still waiting for your answer about your request. Open is:',
          questions,
          after: 'Have your plans been put off or settled? A short word would help us then, too.',
        },
      ];
    },
    quoted: ({ quotedSum }) => {
      const over = quotedSum === undefined ? '' : ` of ${quotedSum}`;
      return [
        {
          subject: 'Do you have questions about our quote?',
          before: `A short while ago you received our quote${over}. Did it reach you, and is everything clear?`,
          after:
            'If you have questions or would like something to be different, just answer this e-mail or give us a call.',
        },
        {
          subject: 'Does our quote suit you?',
          before: `Have you had time to look at our quote${over}?`,
          after:
            'If something does not suit you, please tell us. The extent, the materials or the dates can often still be changed.',
        },
        {
          subject: 'Have you come to a decision?',
          before: `You have had our quote${over} for a while now. Have you come to a decision?`,
          after:
            'A no helps us, too, because then we can plan our time. If you need longer, simply name a date.',
        },
      ];
    },
    answered: () => [
      {
        subject: 'Did you get our answer?',
        before: 'We answered your request and would just like to make sure that you have seen it.',
        after: 'Does it suit you, or is anything still open? Just answer this e-mail or give us a call.',
      },
      {
        subject: 'How shall we go on with your request?',
        before: 'We have not heard from you since we answered your request.',
        after: 'If anything has changed, or talking would be easier: name a time and we will call you.',
      },
      {
        subject: 'Shall we keep your request open?',
        before: 'We are still waiting for a sign from you about your request. Is it still current?',
        after: 'A simple yes or no is enough.',
      },
    ],
  },
  stillHere: englishStillHere,
  questions: englishQuestions,
  last: 'This is our last e-mail about this request, because we do not want to press you. If you would like to come back to it later, a short answer is enough.',
  request: (day, reference) => `Your request of ${day} · Reference ${reference}`,
};

const englishNothingOpen: readonly [Wording, Wording, Wording] = [
  {
    subject: 'What is next for your request?',
    before: 'Thank you for your answers. We know now what it is about.',
    after: 'How would you like to go on? Just answer this e-mail or give us a call.',
  },
  {
    subject: 'Are any questions still open?',
    before: 'We would like to take the next step with your request. Is anything still open for you?',
    after: 'Write to us what you would still like to know, or give us a call.',
  },
  {
    subject: 'Is your request still current?',
    before: 'We have not heard from you about your request for a while. Would you like to go on with it?',
    after: 'A simple yes, no or later is enough.',
  },
];

const [, englishStillOpen, englishStillWanted] = englishNothingOpen;

/** He said that he gets back. */
const englishAfterTalk: readonly [Wording, Wording, Wording] = [
  {
    subject: 'As discussed: we look forward to hearing from you',
    before: 'Thank you for talking to us. As discussed, we are waiting to hear from you.',
    after: 'Just answer this e-mail or give us a call.',
  },
  englishStillOpen,
  englishStillWanted,
];

export const followUpWords: ByLanguage<FollowUpWords> = { de: german, en: english };
