/** Reminders to the customer: short, personal, about the request and nothing else. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { CadenceName } from '../../domain/lead/pipeline.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { briefly, dial } from '../lead-text.ts';
import { formatDate, formatMoney } from '../words/format.ts';
import type { Block } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';

export interface FollowUp {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly cadence: CadenceName;
  /** Counts from 1. */
  readonly number: number;
  /** No mail of this cadence follows, and this one says so. */
  readonly last: boolean;
  readonly stopUrl: string;
}

/** The words of one reminder: before and after the list of open questions, if there is one. */
interface Wording {
  readonly subject: string;
  readonly before: string;
  readonly questions?: readonly string[];
  readonly after: string;
}

/** Reminder `number` of a cadence to the customer. */
export function followUp({ lead, company, cadence, number, last, stopUrl }: FollowUp): MailContent {
  const { language } = lead.contact;
  const words = wording({ lead, company, cadence, number })[language];
  const blocks: (Block | undefined)[] = [
    { type: 'paragraph', text: words.before },
    words.questions && { type: 'list', items: words.questions },
    { type: 'paragraph', text: words.after },
    last ? { type: 'paragraph', text: lastWords[language] } : undefined,
    {
      type: 'call',
      label: { de: 'Telefon', en: 'Phone' }[language],
      phone: { text: company.phone, url: dial(company.phone) },
    },
  ];
  return customerMail({
    lead,
    company,
    subject: words.subject,
    preheader: words.before,
    blocks: blocks.filter((block) => block !== undefined),
    reminder: [requestReminder(lead, company)],
    stopUrl,
  });
}

const lastWords = {
  de: 'Das ist unsere letzte E-Mail zu dieser Anfrage, denn wir möchten Sie nicht bedrängen. Wollen Sie später darauf zurückkommen, genügt eine kurze Antwort.',
  en: 'This is our last e-mail about this request, because we do not want to press you. If you would like to come back to it later, a short answer is enough.',
} as const;

/** What the customer asked for, with the day and the reference to name on the phone. */
function requestReminder(lead: Lead, company: Company): Block {
  const { language } = lead.contact;
  const day = formatDate(localDate(lead.capturedAt, company.timeZone), language);
  const label = {
    de: `Ihre Anfrage vom ${day} · Referenz ${lead.id}`,
    en: `Your request of ${day} · Reference ${lead.id}`,
  }[language];
  const text = briefly(lead, 300);
  return text ? { type: 'quote', label, text } : { type: 'muted', text: label };
}

type Bilingual = Readonly<Record<Language, Wording>>;

function wording(about: Pick<FollowUp, 'lead' | 'company' | 'cadence' | 'number'>): Bilingual {
  const { lead, company, cadence, number } = about;
  const [first, second, third] = textsOf(cadence, lead, company) ?? [];
  return [first, second, third][number - 1] ?? stillHere(company);
}

function textsOf(
  cadence: CadenceName,
  lead: Lead,
  company: Company,
): readonly [Bilingual, Bilingual, Bilingual] | undefined {
  switch (cadence) {
    case 'not-reached':
      return notReached;
    case 'needs-analysis': {
      const open = openQuestions(lead);
      return open.de.length > 0 ? questionsOpen(open) : nothingOpen;
    }
    case 'quoted':
      return quoted(lead, company);
    case 'answered':
      return answered;
    default:
      return undefined;
  }
}

/** Right in every situation: for rhythms that a business redirected to its customers, and for a fourth reminder. */
function stillHere(company: Company): Bilingual {
  return {
    de: {
      subject: `Ihre Anfrage bei ${brandOf(company)}`,
      before: 'wir melden uns kurz zu Ihrer Anfrage: Sie ist bei uns nicht vergessen.',
      after:
        'Hat sich etwas geändert, oder haben Sie eine Frage? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
    },
    en: {
      subject: `Your request – ${brandOf(company)}`,
      before: 'A short note about your request: we have not forgotten it.',
      after: 'Has anything changed, or do you have a question? Just answer this e-mail or give us a call.',
    },
  };
}

const notReached: readonly [Bilingual, Bilingual, Bilingual] = [
  {
    de: {
      subject: 'Wir haben Sie leider nicht erreicht',
      before: 'wir haben Sie wegen Ihrer Anfrage angerufen und leider nicht erreicht.',
      after:
        'Wann passt Ihnen ein kurzes Gespräch? Antworten Sie auf diese E-Mail einfach mit einer Uhrzeit, dann melden wir uns. Oder rufen Sie uns an, wann immer es Ihnen passt.',
    },
    en: {
      subject: 'We could not reach you by phone',
      before: 'We called you about your request, but could not reach you.',
      after:
        'When would a short call suit you? Just answer this e-mail with a time and we will ring you. Or call us whenever you like.',
    },
  },
  {
    de: {
      subject: 'Wann können wir Sie erreichen?',
      before:
        'über Ihre Anfrage würden wir gern kurz mit Ihnen sprechen, haben Sie telefonisch aber noch nicht erreicht.',
      after:
        'Nennen Sie uns am besten zwei Zeiten und die Nummer, unter der wir Sie gut erreichen. Ist Ihnen eine E-Mail lieber? Dann antworten Sie einfach, und wir klären alles schriftlich.',
    },
    en: {
      subject: 'When can we reach you?',
      before: 'We would like to have a short talk about your request, but have not reached you by phone yet.',
      after:
        'Please name two times and the best number to reach you on. You prefer e-mail? Just answer, and we will settle everything in writing.',
    },
  },
  {
    de: {
      subject: 'Ist Ihre Anfrage noch aktuell?',
      before: 'zu Ihrer Anfrage haben wir Sie bisher leider nicht erreicht. Ist sie noch aktuell?',
      after:
        'Ein kurzes Ja oder Nein als Antwort genügt uns. Bei einem Ja vereinbaren wir eine Zeit für ein Gespräch.',
    },
    en: {
      subject: 'Is your request still current?',
      before: 'We have not been able to reach you about your request so far. Is it still current?',
      after: 'A simple yes or no is enough. If it is a yes, we will agree on a time for a call.',
    },
  },
];

/** The business wrote, and nobody answered. */
const answered: readonly [Bilingual, Bilingual, Bilingual] = [
  {
    de: {
      subject: 'Ist unsere Antwort angekommen?',
      before:
        'wir haben Ihnen auf Ihre Anfrage geantwortet und möchten nur sichergehen, dass Sie es gesehen haben.',
      after:
        'Passt das so für Sie, oder ist noch etwas offen? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
    },
    en: {
      subject: 'Did you get our answer?',
      before: 'We answered your request and would just like to make sure that you have seen it.',
      after: 'Does it suit you, or is anything still open? Just answer this e-mail or give us a call.',
    },
  },
  {
    de: {
      subject: 'Wie geht es mit Ihrer Anfrage weiter?',
      before: 'auf unsere Antwort zu Ihrer Anfrage haben wir noch nichts von Ihnen gehört.',
      after:
        'Wenn sich etwas geändert hat oder ein Gespräch leichter wäre: Nennen Sie uns eine Zeit, und wir rufen Sie an.',
    },
    en: {
      subject: 'How shall we go on with your request?',
      before: 'We have not heard from you since we answered your request.',
      after: 'If anything has changed, or talking would be easier: name a time and we will call you.',
    },
  },
  {
    de: {
      subject: 'Sollen wir Ihre Anfrage weiter vormerken?',
      before: 'zu Ihrer Anfrage warten wir noch auf ein Zeichen von Ihnen. Ist sie noch aktuell?',
      after: 'Ein kurzes Ja oder Nein als Antwort genügt uns.',
    },
    en: {
      subject: 'Shall we keep your request open?',
      before: 'We are still waiting for a sign from you about your request. Is it still current?',
      after: 'A simple yes or no is enough.',
    },
  },
];

type Questions = Readonly<Record<Language, readonly string[]>>;

/** What the needs analysis wants to know and the lead does not know yet. */
function openQuestions({ request }: Lead): Questions {
  const open = (['installation', 'timeframe', 'budget'] as const).filter((fact) => !request[fact]?.trim());
  const inLanguage = (language: Language) => open.map((fact) => questions[fact][language]);
  return { de: inLanguage('de'), en: inLanguage('en') };
}

const questions = {
  installation: {
    de: 'Was soll gemacht werden? Ein paar Stichworte genügen.',
    en: 'What is to be done? A few words are enough.',
  },
  timeframe: { de: 'Bis wann soll es fertig sein?', en: 'When should it be finished?' },
  budget: {
    de: 'Welchen Betrag haben Sie dafür ungefähr vorgesehen?',
    en: 'Roughly how much have you set aside for it?',
  },
} as const;

function questionsOpen(open: Questions): readonly [Bilingual, Bilingual, Bilingual] {
  const one = open.de.length === 1;
  return [
    {
      de: {
        subject: one ? 'Eine Frage zu Ihrer Anfrage' : 'Ein paar Fragen zu Ihrer Anfrage',
        before: `damit wir Ihre Anfrage gut einschätzen können, ${one ? 'fehlt uns noch eine Angabe' : 'fehlen uns noch ein paar Angaben'}:`,
        questions: open.de,
        after:
          'Antworten Sie einfach auf diese E-Mail, so kurz Sie möchten. Und wenn Sie lieber sprechen: Rufen Sie uns an.',
      },
      en: {
        subject: one ? 'A question about your request' : 'A few questions about your request',
        before: `To understand your request well, we still need ${one ? 'one thing' : 'a few things'} from you:`,
        questions: open.en,
        after:
          'Just answer this e-mail, as briefly as you like. And if you would rather talk, give us a call.',
      },
    },
    {
      de: {
        subject: 'Das brauchen wir noch für Ihre Anfrage',
        before:
          'wir würden bei Ihrer Anfrage gern den nächsten Schritt machen und brauchen dafür noch Ihre Hilfe:',
        questions: open.de,
        after: 'Was Sie noch nicht wissen, lassen Sie einfach offen. Dann klären wir es zusammen.',
      },
      en: {
        subject: 'What we still need for your request',
        before: 'We would like to take the next step with your request and need your help with this:',
        questions: open.en,
        after: 'Whatever you do not know yet, just leave it open. We will find out together.',
      },
    },
    {
      de: {
        subject: 'Wie steht es um Ihr Vorhaben?',
        before: 'zu Ihrer Anfrage warten wir noch auf eine Antwort von Ihnen. Offen ist:',
        questions: open.de,
        after:
          'Hat sich Ihr Vorhaben verschoben oder erledigt? Auch dann freuen wir uns über ein kurzes Wort.',
      },
      en: {
        subject: 'How are your plans coming along?',
        before: 'We are still waiting for your answer about your request. Open is:',
        questions: open.en,
        after: 'Have your plans been put off or settled? A short word would help us then, too.',
      },
    },
  ];
}

const nothingOpen: readonly [Bilingual, Bilingual, Bilingual] = [
  {
    de: {
      subject: 'Wie geht es mit Ihrer Anfrage weiter?',
      before: 'danke für Ihre Angaben. Von unserer Seite ist alles Wichtige besprochen.',
      after: 'Wie möchten Sie weitermachen? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
    },
    en: {
      subject: 'What is next for your request?',
      before: 'Thank you for telling us about your plans. From our side everything important is clear.',
      after: 'How would you like to go on? Just answer this e-mail or give us a call.',
    },
  },
  {
    de: {
      subject: 'Sind noch Fragen offen?',
      before: 'bei Ihrer Anfrage würden wir gern den nächsten Schritt machen. Ist für Sie noch etwas offen?',
      after: 'Schreiben Sie uns, was Sie noch wissen möchten, oder rufen Sie uns an.',
    },
    en: {
      subject: 'Are any questions still open?',
      before: 'We would like to take the next step with your request. Is anything still open for you?',
      after: 'Write to us what you would still like to know, or give us a call.',
    },
  },
  {
    de: {
      subject: 'Wie steht es um Ihr Vorhaben?',
      before:
        'zu Ihrer Anfrage haben wir länger nichts von Ihnen gehört. Möchten Sie Ihr Vorhaben weiterverfolgen?',
      after: 'Ein kurzes Ja, Nein oder Später als Antwort genügt uns.',
    },
    en: {
      subject: 'How are your plans coming along?',
      before: 'We have not heard from you about your request for a while. Would you like to go on with it?',
      after: 'A simple yes, no or later is enough.',
    },
  },
];

function quoted(lead: Lead, company: Company): readonly [Bilingual, Bilingual, Bilingual] {
  const over = (language: Language) =>
    lead.quotedCents === undefined
      ? ''
      : `${{ de: ' über ', en: ' of ' }[language]}${formatMoney(lead.quotedCents, company.currency, language)}`;
  return [
    {
      de: {
        subject: 'Haben Sie Fragen zu unserem Angebot?',
        before: `vor Kurzem haben Sie unser Angebot${over('de')} bekommen. Ist es gut angekommen, und ist alles verständlich?`,
        after:
          'Wenn Sie Fragen haben oder etwas anders möchten, antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
      },
      en: {
        subject: 'Do you have questions about our quote?',
        before: `A short while ago you received our quote${over('en')}. Did it reach you, and is everything clear?`,
        after:
          'If you have questions or would like something to be different, just answer this e-mail or give us a call.',
      },
    },
    {
      de: {
        subject: 'Passt unser Angebot so für Sie?',
        before: `konnten Sie sich unser Angebot${over('de')} in Ruhe ansehen?`,
        after:
          'Wenn etwas nicht passt, sagen Sie es uns bitte. Am Umfang, an der Ausführung oder am Zeitpunkt lässt sich oft noch etwas ändern.',
      },
      en: {
        subject: 'Does our quote suit you?',
        before: `Have you had time to look at our quote${over('en')}?`,
        after:
          'If something does not suit you, please tell us. The extent, the materials or the dates can often still be changed.',
      },
    },
    {
      de: {
        subject: 'Wie haben Sie sich entschieden?',
        before: `unser Angebot${over('de')} liegt Ihnen nun schon eine Weile vor. Wie haben Sie sich entschieden?`,
        after:
          'Auch ein Nein hilft uns, denn dann können wir unsere Zeit anders einteilen. Brauchen Sie noch Bedenkzeit, nennen Sie uns einfach ein Datum.',
      },
      en: {
        subject: 'Have you come to a decision?',
        before: `You have had our quote${over('en')} for a while now. Have you come to a decision?`,
        after:
          'A no helps us, too, because then we can plan our time. If you need longer, simply name a date.',
      },
    },
  ];
}
