/** The answer at once: the request has arrived, this happens next, and then. No promotion in it. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import { calledInstead, takesEmergencies, takesEmergenciesAt } from '../../domain/business/people.ts';
import { topicOf } from '../../domain/capture/topic.ts';
import { isDiscussed } from '../../domain/lead/acknowledging.ts';
import type { Delay } from '../../domain/lead/cadence.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { isSaidLate } from '../../domain/lead/lateness.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { filesOf, keptWith, lostFiles } from '../../domain/lead/mail-files.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { durationMilliseconds, localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addDelay } from '../../domain/time/working-time.ts';
import { dial } from '../dial.ts';
import { addressToRepeat, messageToRepeat, phoneOf, phoneToRepeat } from '../lead-text.ts';
import { topicInWords } from '../nameplate.ts';
import {
  formatDate,
  formatDay,
  formatDayAndTime,
  formatMinutes,
  formatOpening,
  formatTime,
} from '../words/format.ts';
import { gasSafety } from '../words/gas-safety.ts';
import { contactLabels, kindLabels } from '../words/labels.ts';
import { lostFileWords } from '../words/lost-files.ts';
import { acknowledgementWords, type SpanUnit } from '../words/mails/acknowledgement.ts';
import { topicLabels } from '../words/topics.ts';
import type { Block, Fact, Phone } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { paragraph, requestValues, wordsOf } from './own-words.ts';

/** Long enough to recognise one's own words; not so long that somebody could send his leaflet through our form. */
const repeatedMessageLength = 1_500;

export interface Acknowledgement {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  /** Where somebody says that the request is not his. */
  readonly notMeUrl: string;
}

/** The confirmation of receipt to the customer. */
export function acknowledgement({ lead, company, now, notMeUrl }: Acknowledgement): MailContent {
  const urgent = pipeline[lead.stage].alarm;
  const { language } = lead.contact;
  const discussed = isDiscussed(lead);
  // Whoever noted a call at night was there to take it.
  const isClosed = urgent && !discussed && !takesEmergencies(company, now);
  const closed = isClosed ? whileClosed(company, language, now) : undefined;
  const late = urgent && isSaidLate(lead, now);
  const called = discussed || lead.source === 'phone';
  const standard = acknowledgementWords[language];
  const promise = urgent ? undefined : promiseInWords(lead, company, now);
  const nextStep = standard.nextStep[lead.request.kind ?? 'advice'];
  const customerPhone = numberInWords(lead) ?? (urgent ? knownNumber(lead) : undefined);
  const customer = plainNumber(lead);
  const ofRequest = { ...requestValues(lead, company), customerPhone };
  const words = closed
    ? wordsOf({
        name: 'acknowledgement-closed',
        company,
        language,
        values: { ...ofRequest, opening: closed.opening, callPhone: closed.instead?.phone },
        subject: standard.closed.subject(closed.opening, brandOf(company)),
        paragraphs: [
          standard.closed.text(closed.opening, customerPhone),
          closed.instead ? standard.closed.instead(closed.instead.name) : standard.closed.nobody,
        ],
      })
    : wordsOf({
        name: urgent ? 'acknowledgement-urgent' : called ? 'acknowledgement-phone' : 'acknowledgement',
        company,
        language,
        values: { ...ofRequest, promise, nextStep },
        subject: late
          ? standard.late.subject(brandOf(company))
          : urgent
            ? urgentSubject(lead, company, customerPhone)
            : standard.subject(brandOf(company), topicInWords(lead.request, language)),
        paragraphs: late
          ? [standard.late.text(formatDayAndTime(lead.capturedAt, company.timeZone, language))]
          : urgent
            ? [
                discussed ? standard.discussed.urgent : standard.callingBack(customerPhone),
                discussed || customerPhone !== undefined ? standard.orCall : standard.callHere,
              ]
            : discussed
              ? [
                  standard.discussed.thanks,
                  ...(lead.visit ? [standard.discussed.visit] : []),
                  standard.amend(company.phone, !hasFiles(lead)),
                ]
              : [
                  `${standard.thanks[called ? 'called' : 'written']} ${promise}`,
                  ...(lead.request.sealed ? [] : [nextStep, standard.amend(company.phone, !hasFiles(lead))]),
                ],
      });
  const [first] = words.paragraphs;
  const phone = { text: company.phone, url: dial(company.phone) };
  return customerMail({
    lead,
    company,
    words,
    preheader: words.own || discussed ? first : (promise ?? first),
    warning: lead.request.gas ? { type: 'warning', ...gasSafety(company, language) } : undefined,
    blocks: [
      ...words.paragraphs.map((text) => paragraph(text, phone, customer)),
      // Right below the sentence that leads to it.
      ...(closed ? closed.call : urgent ? [emergencyCall(company, language)] : []),
      ...(lead.request.sealed ? [paragraph(standard.sealed(company.phone), phone)] : []),
      ...(lostFiles(lead.timeline).length > 0 ? [paragraph(lostFileWords[language].mail, phone)] : []),
      ...repeatRequest(lead, company),
    ],
    reminder: [
      { type: 'muted', text: standard.notMeHint[called ? 'called' : 'written'] },
      { type: 'link', link: { label: standard.notMe, url: notMeUrl } },
    ],
  });
}

function urgentSubject(lead: Lead, company: Company, customerPhone: string | undefined): string {
  const { discussed, urgentSubject: standard } = acknowledgementWords[lead.contact.language];
  const brand = brandOf(company);
  return isDiscussed(lead) ? discussed.urgentSubject(brand) : standard(brand, customerPhone);
}

/** When somebody is there, and whom to call until then. */
function whileClosed(company: Company, language: Language, now: Moment) {
  const instead = calledInstead(company);
  const opening = formatOpening(takesEmergenciesAt(company, now), now, company.timeZone, language);
  return { opening, instead, call: instead ? [callInstead(instead, language)] : [] };
}

const callInstead = (
  { name, phone }: NonNullable<ReturnType<typeof calledInstead>>,
  language: Language,
): Block => ({
  type: 'call',
  label: name ?? acknowledgementWords[language].emergencyPhone,
  phone: { text: phone, url: dial(phone) },
  urgent: true,
});

const emergencyCall = (company: Company, language: Language): Block =>
  callInstead({ phone: company.emergencyPhone ?? company.phone }, language);

/** The customer's own number, if what was typed is one: to be read, not to be dialled by its owner. */
function plainNumber(lead: Lead): Phone | undefined {
  const phone = phoneToRepeat(lead);
  return phone?.url ? { text: phone.text } : undefined;
}

/** He has shown what he means. */
const hasFiles = ({ timeline }: Lead): boolean =>
  timeline.some((event) => {
    const kept = keptWith(event);
    return kept !== undefined && filesOf(kept).length > 0;
  });

/** Where we call; without a proof not the number, but that there is one. */
function numberInWords(lead: Lead): string | undefined {
  if (!phoneOf(lead.contact)?.url) return undefined;
  return plainNumber(lead)?.text ?? acknowledgementWords[lead.contact.language].givenNumber;
}

/** Whoever gave it before is not asked again. Which one it is only the owner reads; under another name it may be somebody else's. */
const knownNumber = ({ known, contact: { language } }: Lead): string | undefined =>
  known?.phone && !known.otherName ? acknowledgementWords[language].knownNumber : undefined;

/** What we promise, and until when. */
function promiseInWords(lead: Lead, company: Company, now: Moment): string {
  const { language } = lead.contact;
  return acknowledgementWords[language].promise({
    span: spanInWords(company.answerWithin, language),
    latest: latestInWords(company, now, language),
    phone: numberInWords(lead),
  });
}

function repeatRequest(lead: Lead, company: Company): Block[] {
  const { language } = lead.contact;
  const words = acknowledgementWords[language];
  const day = formatDate(localDate(lead.capturedAt, company.timeZone), language);
  const address = addressToRepeat(lead);
  const phone = phoneToRepeat(lead);
  const { kind, sealed } = lead.request;
  // Of an encrypted mail our own words to the owner stand there.
  const message = sealed ? undefined : messageToRepeat(lead, repeatedMessageLength);
  // So that whoever is not shown his words knows which request is meant.
  const topic = message === undefined && !sealed ? topicOf(lead.request.message ?? '') : undefined;
  const facts: Fact[] = [
    { label: contactLabels.reference[language], value: lead.id },
    { label: words.received, value: day },
    ...(kind ? [{ label: words.concern, value: kindLabels[kind][language] }] : []),
    ...(topic ? [{ label: words.topic, value: topicLabels[topic][language] }] : []),
    ...(phone ? [{ label: contactLabels.phone[language], value: phone.text }] : []),
    ...(address ? [{ label: contactLabels.address[language], value: address }] : []),
  ];
  return [
    { type: 'facts', facts },
    ...(message
      ? [
          {
            type: 'quote' as const,
            label: isDiscussed(lead) ? words.discussed.noted : words.yourMessage,
            text: message,
          },
        ]
      : []),
  ];
}

/** The end of the promise: a day, or an hour if the promise is shorter than days. */
function latestInWords(company: Company, now: Moment, language: Language): string {
  const end = addDelay(company, now, company.answerWithin);
  const day = formatDay(end, company.timeZone, language);
  if (/working day|D$/.test(company.answerWithin)) return day;
  return acknowledgementWords[language].latest(day, formatTime(end, company.timeZone, language));
}

const minutesPerDay = 24 * 60;

/** What follows "within"; nothing for a delay of no length. */
function spanInWords(delay: Delay, language: Language): string | undefined {
  const words = acknowledgementWords[language];
  const span = (count: number, unit: SpanUnit) => (count === 0 ? undefined : words.span(count, unit));
  const working = /^(\d+) working (hour|day)/.exec(delay);
  if (working) return span(Number(working[1]), working[2] === 'day' ? 'workingDay' : 'workingHour');
  const minutes = Math.round(durationMilliseconds(delay) / 60_000);
  if (minutes % minutesPerDay === 0) return span(minutes / minutesPerDay, 'day');
  if (minutes === 60) return span(1, 'hour');
  return words.minutes(formatMinutes(minutes, language));
}
