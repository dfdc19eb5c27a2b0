/** The owner's no to the customer, and with it the end of a visit that was agreed on. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { dial } from '../dial.ts';
import { formatDayAndTime } from '../words/format.ts';
import { refusalWords } from '../words/mails/refusal.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { inOwnWords, paragraph, requestValues, wordsOf } from './own-words.ts';
import { cancelledEntry } from './visit-cancellation.ts';

export interface RefusalMail {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly stopUrl?: string | undefined;
}

/** What the owner wrote, as it stands. */
export function refusalMail({ lead, company, now, stopUrl }: RefusalMail): MailContent {
  const { language } = lead.contact;
  const { subject, brief, visitOff, calendar } = refusalWords[language];
  const standard = wordsOf({
    name: 'refusal',
    company,
    language,
    values: requestValues(lead, company),
    subject,
    paragraphs: brief,
  });
  const words = inOwnWords(standard, lead.declined?.text);
  const { cancelledVisit: visit } = lead;
  const off = visit?.untold?.includes('customer') && visit.startsAt > now ? visit : undefined;
  const phone = { text: company.phone, url: dial(company.phone) };
  return {
    ...customerMail({
      lead,
      company,
      words,
      preheader: words.paragraphs[0],
      blocks: [
        ...words.paragraphs.map((text) => paragraph(text, phone)),
        off && {
          type: 'paragraph',
          text: visitOff(formatDayAndTime(off.startsAt, company.timeZone, language)),
        },
        off && { type: 'muted', text: calendar },
      ],
      stopUrl,
    }),
    ...(off && cancelledEntry({ lead, company, now, visit: off })),
  };
}
