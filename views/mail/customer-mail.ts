/** The frame of every mail to a customer: greeting, signature of a person, reference, stop link, legal footer. */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { greeting, subjectLine } from '../lead-text.ts';
import { customerFrameWords } from '../words/mails/customer-frame.ts';
import type { Block } from './block.ts';
import { customerFooter } from './footer.ts';
import { layout } from './layout.ts';
import { type MailContent, regional } from './mail-content.ts';
import type { Words } from './own-words.ts';
import { plainText } from './plain-text.ts';

export interface CustomerMail {
  readonly lead: Lead;
  readonly company: Company;
  readonly words: Words;
  readonly preheader: string;
  /** Above the greeting: danger to life comes before politeness. */
  readonly warning?: Block | undefined;
  /** `undefined`: there is nothing of it to say. */
  readonly blocks: readonly (Block | undefined)[];
  /** Below the signature: what was asked, for those who forgot, and what to do with a mail that is not theirs. */
  readonly reminder?: readonly Block[];
  readonly stopUrl?: string | undefined;
}

/** The mail without a calendar entry. */
export function customerMail(mail: CustomerMail): Omit<MailContent, 'calendar'> {
  const { lead, company, stopUrl } = mail;
  const { language } = lead.contact;
  const frame = customerFrameWords[language];
  const subject = subjectLine(mail.words.subject, lead.id);
  const blocks: Block[] = [
    ...(mail.warning ? [mail.warning] : []),
    { type: 'paragraph', text: greeting(lead) },
    ...mail.blocks.filter((block) => block !== undefined),
    { type: 'signature', lines: [frame.goodbye, company.contactPerson, brandOf(company)] },
    ...(mail.reminder ?? []),
    ...(stopUrl === undefined
      ? []
      : [
          { type: 'muted' as const, text: frame.stopHint },
          { type: 'link' as const, link: { label: frame.stop, url: stopUrl } },
        ]),
  ];
  const footer = customerFooter(company, language);
  // In German a letter goes on in lower case after the greeting; in the list of mails its first words stand alone.
  const preheader = mail.preheader.charAt(0).toUpperCase() + mail.preheader.slice(1);
  return regional(
    {
      subject,
      text: plainText(blocks, footer),
      html: layout({ language, subject, preheader, sender: brandOf(company), company, blocks, footer }),
    },
    company,
  );
}
