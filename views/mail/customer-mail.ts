/** The frame of every mail to a customer: greeting, signature of a person, reference, stop link, legal footer. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { greeting, subjectLine } from '../lead-text.ts';
import type { Block } from './block.ts';
import { customerFooter } from './footer.ts';
import { layout } from './layout.ts';
import type { MailContent } from './mail-content.ts';
import { plainText } from './plain-text.ts';

export interface CustomerMail {
  readonly lead: Lead;
  readonly company: Company;
  /** Without the reference, which every subject gets. */
  readonly subject: string;
  readonly preheader: string;
  /** Above the greeting: danger to life comes before politeness. */
  readonly warning?: Block | undefined;
  readonly blocks: readonly Block[];
  /** Below the signature: what was asked, for those who forgot. */
  readonly reminder?: readonly Block[];
  readonly stopUrl?: string | undefined;
}

/** The mail without a calendar entry. */
export function customerMail(mail: CustomerMail): Omit<MailContent, 'calendar'> {
  const { lead, company, stopUrl } = mail;
  const { language } = lead.contact;
  const subject = subjectLine(mail.subject, lead.id);
  const blocks: Block[] = [
    ...(mail.warning ? [mail.warning] : []),
    { type: 'paragraph', text: greeting(lead) },
    ...mail.blocks,
    { type: 'signature', lines: [goodbye(company, language), company.contactPerson, brandOf(company)] },
    ...(mail.reminder ?? []),
    ...(stopUrl === undefined ? [] : stopBlocks(stopUrl, language)),
  ];
  const footer = customerFooter(company, language);
  // In German a letter goes on in lower case after the greeting; in the list of mails its first words stand alone.
  const preheader = mail.preheader.charAt(0).toUpperCase() + mail.preheader.slice(1);
  return {
    subject,
    text: plainText(blocks, footer),
    html: layout({ language, subject, preheader, sender: brandOf(company), blocks, footer }),
  };
}

function goodbye(company: Company, language: Lead['contact']['language']): string {
  if (language === 'en') return 'Kind regards';
  // Swiss German is written without ß.
  return company.country === 'CH' ? 'Freundliche Grüsse' : 'Freundliche Grüße';
}

function stopBlocks(stopUrl: string, language: Lead['contact']['language']): Block[] {
  return language === 'de'
    ? [
        {
          type: 'muted',
          text: 'Sie möchten keine E-Mails mehr zu dieser Anfrage? Hier bestellen Sie sie ab:',
        },
        { type: 'link', link: { label: 'Keine weiteren E-Mails', url: stopUrl } },
      ]
    : [
        {
          type: 'muted',
          text: 'You would rather get no more e-mails about this request? Here you stop them:',
        },
        { type: 'link', link: { label: 'No more e-mails', url: stopUrl } },
      ];
}
