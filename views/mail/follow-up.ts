/** Reminders to the customer: short, personal, about the request and nothing else. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { CustomerCadence } from '../../domain/lead/pipeline.ts';
import { isQuotable } from '../../domain/lead/quoting.ts';
import { openQuestions } from '../../domain/listening/open-questions.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { dial } from '../dial.ts';
import { briefly, phoneOf } from '../lead-text.ts';
import { topicInWords } from '../nameplate.ts';
import { formatDate, formatMoney } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { type FollowUpAbout, followUpWords, type Wording } from '../words/mails/follow-up.ts';
import type { Block } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { inOwnWords, paragraph, requestValues, wordsOf } from './own-words.ts';

export interface FollowUp {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly cadence: CustomerCadence;
  /** Counts from 1. */
  readonly number: number;
  /** No mail of this cadence follows, and this one says so. */
  readonly last: boolean;
  readonly stopUrl: string;
  /** What the business says in this one instead; frame, footer and what is promised stay ours. */
  readonly ownText?: string | undefined;
}

/** Reminder `number` of a cadence to the customer. */
export function followUp(about: FollowUp): MailContent {
  const { lead, company, last, stopUrl, ownText } = about;
  const { language } = lead.contact;
  const standard = wordsOfFollowUp(about);
  const words = inOwnWords(standard.words, ownText);
  const questions = words === standard.words ? standard.questions : undefined;
  const [first, ...others] = words.paragraphs;
  const phone = { text: company.phone, url: dial(company.phone) };
  const blocks: (Block | undefined)[] = [
    paragraph(first, phone),
    questions && { type: 'list', items: questions },
    ...others.map((text) => paragraph(text, phone)),
    last ? { type: 'paragraph', text: followUpWords[language].last } : undefined,
    { type: 'call', label: contactLabels.phone[language], phone },
  ];
  return customerMail({
    lead,
    company,
    words,
    preheader: first,
    blocks,
    reminder: [requestReminder(lead, company)],
    stopUrl,
  });
}

/** The text as it is without own words, for whoever wants to change it: paragraphs, and each question on its line. */
export function followUpText(about: Omit<FollowUp, 'stopUrl' | 'ownText'>): string {
  const { words, questions = [] } = wordsOfFollowUp(about);
  const [first, ...others] = words.paragraphs;
  const asked = questions.map((question) => `– ${question}`).join('\n');
  return [first, asked, ...others].filter((part) => part !== '').join('\n\n');
}

function wordsOfFollowUp({ lead, company, cadence, number }: Omit<FollowUp, 'stopUrl'>) {
  const { language } = lead.contact;
  const standard = followUpWords[language];
  const quotedSum =
    lead.quotedCents === undefined ? undefined : formatMoney(lead.quotedCents, company.currency, language);
  const about: FollowUpAbout = {
    brand: brandOf(company),
    quotedSum,
    open: openQuestions(lead).filter((question) => lead.asks?.includes(question)),
    talked: lead.timeline.some((event) => event.type === 'contact-attempted' && event.reached),
    phoneKnown: phoneOf(lead.contact) !== undefined,
  };
  const texts: readonly Wording[] = standard.texts[cadence](about);
  const { subject, before, questions, after } = texts[number - 1] ?? standard.stillHere(about);
  const topic = topicInWords(lead.request, language);
  const words = wordsOf({
    name: cadence,
    number,
    company,
    language,
    values: { ...requestValues(lead, company), quotedSum },
    subject: topic === undefined ? subject : `${topic}: ${subject}`,
    paragraphs: [before, after],
  });
  return { words, questions };
}

/** What the customer asked for, with the day and the reference to name on the phone. */
function requestReminder(lead: Lead, company: Company): Block {
  const { language } = lead.contact;
  const day = formatDate(localDate(lead.capturedAt, company.timeZone), language);
  const label = followUpWords[language].request(day, lead.id);
  const text = isQuotable(lead) ? briefly(lead, 300) : undefined;
  return text ? { type: 'quote', label, text } : { type: 'muted', text: label };
}
