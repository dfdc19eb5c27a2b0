/** The answer at once: the request has arrived, this happens next, and then. No promotion in it. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Delay } from '../../domain/lead/pipeline.ts';
import { durationMilliseconds, localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addDelay } from '../../domain/time/working-time.ts';
import { addressOf, dial, messageOf, phoneOf } from '../lead-text.ts';
import { formatDate, formatDay, formatMinutes, formatTime } from '../words/format.ts';
import { gasSafety } from '../words/gas-safety.ts';
import { kindLabels } from '../words/labels.ts';
import type { Block, Fact, Phone } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';

/** Long enough to recognise one's own words; not so long that a stranger could send his leaflet through our form. */
const repeatedMessageLength = 1_500;

export interface Acknowledgement {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
}

/** The confirmation of receipt to the customer. */
export function acknowledgement({ lead, company, now }: Acknowledgement): MailContent {
  const urgent = lead.stage === 'service';
  const { language } = lead.contact;
  const brand = brandOf(company);
  const subject = {
    de: urgent ? `Wir rufen Sie sofort zurück – ${brand}` : `Ihre Anfrage bei ${brand} ist angekommen`,
    en: urgent ? `We are calling you back at once – ${brand}` : `We have received your request – ${brand}`,
  }[language];
  const next = urgent ? whatHappensAtOnce(lead, company) : whatHappensNext(lead, company, now);
  return customerMail({
    lead,
    company,
    subject,
    preheader: urgent ? subject : promiseInWords(lead, company, now),
    warning: lead.request.gas ? { type: 'warning', ...gasSafety(company, language) } : undefined,
    blocks: [...next, ...repeatRequest(lead, company)],
  });
}

function whatHappensAtOnce(lead: Lead, company: Company): Block[] {
  const number = company.emergencyPhone ?? company.phone;
  const phone: Phone = { text: number, url: dial(number) };
  const customer = plainNumber(lead);
  if (lead.contact.language === 'en') {
    return [
      {
        type: 'paragraph',
        text: customer
          ? `Your message has arrived, and we know that it is urgent. We are calling you back at once on ${customer.text}. Please keep the line free.`
          : 'Your message has arrived, and we know that it is urgent. We have no phone number of yours: please call us right now.',
        phone: customer,
      },
      { type: 'paragraph', text: 'If you would rather not wait, you reach us here:' },
      { type: 'call', label: 'Emergency phone', phone, urgent: true },
    ];
  }
  return [
    {
      type: 'paragraph',
      text: customer
        ? `Ihre Meldung ist da, und wir wissen, dass es eilt. Wir rufen Sie sofort zurück, unter ${customer.text}. Bitte lassen Sie die Leitung frei.`
        : 'Ihre Meldung ist da, und wir wissen, dass es eilt. Uns fehlt Ihre Telefonnummer: Bitte rufen Sie uns gleich an.',
      phone: customer,
    },
    { type: 'paragraph', text: 'Wenn Sie nicht warten möchten, erreichen Sie uns hier:' },
    { type: 'call', label: 'Notfalltelefon', phone, urgent: true },
  ];
}

function whatHappensNext(lead: Lead, company: Company, now: Moment): Block[] {
  const called = lead.source === 'phone';
  const promise = promiseInWords(lead, company, now);
  const kind = lead.request.kind ?? 'advice';
  const ours = { text: company.phone, url: dial(company.phone) };
  const theirs = plainNumber(lead);
  if (lead.contact.language === 'en') {
    return [
      {
        type: 'paragraph',
        text: `Thank you for your ${called ? 'call' : 'request'}. ${promise}`,
        phone: theirs,
      },
      { type: 'paragraph', text: nextStep.en[kind] },
      {
        type: 'paragraph',
        text: `Is something wrong or missing, photos for example? Just answer this e-mail or call us on ${company.phone}.`,
        phone: ours,
      },
    ];
  }
  const thanks = called
    ? 'vielen Dank für Ihren Anruf. Wir haben alles notiert.'
    : 'vielen Dank für Ihre Anfrage. Sie ist gut bei uns angekommen.';
  return [
    { type: 'paragraph', text: `${thanks} ${promise}`, phone: theirs },
    { type: 'paragraph', text: nextStep.de[kind] },
    {
      type: 'paragraph',
      text: `Stimmt etwas nicht, oder möchten Sie etwas ergänzen, zum Beispiel Fotos? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an: ${company.phone}.`,
      phone: ours,
    },
  ];
}

/** The customer's own number, if what was typed is one: to be read, not to be dialled by its owner. */
function plainNumber(lead: Lead): Phone | undefined {
  const phone = phoneOf(lead.contact);
  return phone?.url ? { text: phone.text } : undefined;
}

/** What we promise, and until when. */
function promiseInWords(lead: Lead, company: Company, now: Moment): string {
  const { language } = lead.contact;
  const phone = plainNumber(lead)?.text;
  const within = spanInWords(company.answerWithin, language);
  const latest = latestInWords(company, now, language);
  if (language === 'en') {
    const when = within ? `within ${within}, by ${latest} at the latest` : 'right away';
    return `We will ${phone ? `call you on ${phone}` : 'write to you'} ${when}.`;
  }
  const when = within ? `innerhalb ${within}, spätestens am ${latest}` : 'umgehend';
  return phone ? `Wir rufen Sie unter ${phone} an, und zwar ${when}.` : `Wir antworten Ihnen ${when}.`;
}

const nextStep = {
  de: {
    project:
      'Dann besprechen wir mit Ihnen, was Sie vorhaben, klären die wichtigsten Fragen und vereinbaren, wenn Sie möchten, einen Termin bei Ihnen vor Ort.',
    repair: 'Dann klären wir mit Ihnen, was zu tun ist, und vereinbaren einen Termin für die Reparatur.',
    advice: 'Dann beantworten wir Ihre Fragen und besprechen mit Ihnen, wie es weitergeht.',
  },
  en: {
    project:
      'Then we will talk about your plans, clear up the most important questions and, if you like, agree on a visit to your home.',
    repair: 'Then we will find out together what has to be done and agree on a time for the repair.',
    advice: 'Then we will answer your questions and talk about what comes next.',
  },
} as const;

function repeatRequest(lead: Lead, company: Company): Block[] {
  const { language } = lead.contact;
  const german = language === 'de';
  const day = formatDate(localDate(lead.capturedAt, company.timeZone), language);
  const address = addressOf(lead);
  const phone = phoneOf(lead.contact);
  const { kind } = lead.request;
  const facts: Fact[] = [
    { label: german ? 'Referenz' : 'Reference', value: lead.id },
    { label: german ? 'Eingang' : 'Received', value: day },
    ...(kind ? [{ label: german ? 'Anliegen' : 'Concern', value: kindLabels[kind][language] }] : []),
    ...(phone ? [{ label: german ? 'Telefon' : 'Phone', value: phone.text }] : []),
    ...(address ? [{ label: german ? 'Adresse' : 'Address', value: address }] : []),
  ];
  const message = messageOf(lead, repeatedMessageLength);
  return [
    { type: 'facts', facts },
    ...(message
      ? [{ type: 'quote' as const, label: german ? 'Ihre Nachricht' : 'Your message', text: message }]
      : []),
  ];
}

/** The end of the promise: a day, or an hour if the promise is shorter than days. */
function latestInWords(company: Company, now: Moment, language: Language): string {
  const end = addDelay(company, now, company.answerWithin);
  const day = formatDay(end, company.timeZone, language);
  if (/working day|D$/.test(company.answerWithin)) return day;
  const time = formatTime(end, company.timeZone, language);
  return language === 'de' ? `${day}, um ${time}` : `${day}, ${time}`;
}

const numberWords = {
  de: ['null', 'einer', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const;

/** What follows "innerhalb" or "within"; nothing for a delay of no length. */
function spanInWords(delay: Delay, language: Language): string | undefined {
  const working = /^(\d+) working (hour|day)/.exec(delay);
  if (working)
    return countInWords(Number(working[1]), working[2] === 'day' ? 'workingDay' : 'workingHour', language);
  const minutes = Math.round(durationMilliseconds(delay) / 60_000);
  if (minutes % minutesPerDay === 0) return countInWords(minutes / minutesPerDay, 'day', language);
  if (minutes === 60) return countInWords(1, 'hour', language);
  return `${language === 'de' ? 'von ' : ''}${formatMinutes(minutes, language)}`;
}

const minutesPerDay = 24 * 60;

const units = {
  workingDay: { de: ['eines Werktages', 'Werktagen'], en: ['working day', 'working days'] },
  workingHour: {
    de: ['einer Stunde unserer Arbeitszeit', 'Stunden unserer Arbeitszeit'],
    en: ['working hour', 'working hours'],
  },
  day: { de: ['eines Tages', 'Tagen'], en: ['day', 'days'] },
  hour: { de: ['einer Stunde', 'Stunden'], en: ['hour', 'hours'] },
} as const;

function countInWords(count: number, unit: keyof typeof units, language: Language): string | undefined {
  if (count === 0) return undefined;
  const [one, many] = units[unit][language];
  const number = numberWords[language][count] ?? String(count);
  if (language === 'en') return `${number} ${count === 1 ? one : many}`;
  return count === 1 ? one : `von ${number} ${many}`;
}
