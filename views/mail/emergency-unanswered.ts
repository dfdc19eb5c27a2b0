/** Nobody has taken the emergency for half an hour: the one further word to its customer, and where somebody answers. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import { calledInstead, takesEmergencies } from '../../domain/business/people.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { dial } from '../dial.ts';
import { gasSafety } from '../words/gas-safety.ts';
import { contactLabels } from '../words/labels.ts';
import { acknowledgementWords } from '../words/mails/acknowledgement.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { paragraph, requestValues, wordsOf } from './own-words.ts';

export interface EmergencyUnanswered {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  /** Where somebody says that the request is not his. */
  readonly notMeUrl: string;
}

export function emergencyUnanswered({ lead, company, now, notMeUrl }: EmergencyUnanswered): MailContent {
  const { language } = lead.contact;
  const standard = acknowledgementWords[language];
  const ours = company.emergencyPhone ?? company.phone;
  const callPhone = takesEmergencies(company, now) ? ours : (calledInstead(company)?.phone ?? ours);
  const words = wordsOf({
    name: 'emergency-unanswered',
    company,
    language,
    values: { ...requestValues(lead, company), callPhone },
    subject: standard.unanswered.subject(callPhone, brandOf(company)),
    paragraphs: [standard.unanswered.text, standard.unanswered.reach(callPhone)],
  });
  const phone = { text: callPhone, url: dial(callPhone) };
  return customerMail({
    lead,
    company,
    words,
    preheader: words.paragraphs[0],
    warning: lead.request.gas ? { type: 'warning', ...gasSafety(company, language) } : undefined,
    blocks: [
      ...words.paragraphs.map((text) => paragraph(text, phone)),
      { type: 'call', label: standard.emergencyPhone, phone, urgent: true },
      { type: 'facts', facts: [{ label: contactLabels.reference[language], value: lead.id }] },
    ],
    reminder: [
      { type: 'muted', text: standard.notMeHint[lead.source === 'phone' ? 'called' : 'written'] },
      { type: 'link', link: { label: standard.notMe, url: notMeUrl } },
    ],
  });
}
