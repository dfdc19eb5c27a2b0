/** The owner's own words to a customer, written in his mail program and sent under the address of the business. */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { subjectLine } from '../lead-text.ts';
import { multiLine, singleLine } from '../visitor-text.ts';
import { yourRequest } from '../words/addressing.ts';
import type { Block } from './block.ts';
import { customerFooter } from './footer.ts';
import { layout } from './layout.ts';
import type { MailContent } from './mail-content.ts';
import { plainText } from './plain-text.ts';

export interface OwnerAnswer {
  readonly lead: Lead;
  readonly company: Company;
  /** Of the owner's mail. */
  readonly subject: string;
  /** What he wrote, without the mail he answered. */
  readonly text: string;
}

/** He answers a notice of ours, whose subject is about the customer and not for him; each has the reference, unless he took it out. */
const ofNotices =
  /neue anfrage|sofort|wartet|hat geantwortet|bitte anrufen|wiedervorlage|wie geht es weiter|nachfass|🚨/i;
const prefixes = /^(\s*(re|aw|antw|antwort|wg|fwd?|sv)\s*(\[\d+\])?\s*:\s*)+/i;

/** The mail: his words as they are, no greeting and no button of ours, and the footer that the law wants. */
export function ownerAnswerMail({ lead, company, subject, text }: OwnerAnswer): MailContent {
  const { language } = lead.contact;
  const about = singleLine(subject.replace(prefixes, ''), 140);
  const isOurs = about === '' || about.includes(`[${lead.id}]`) || ofNotices.test(about);
  const line = subjectLine(`Re: ${isOurs ? yourRequest[language] : about}`, lead.id);
  const words = multiLine(text);
  // Paragraph by paragraph, with the line breaks within: a signature has one name on each line.
  const blocks = words
    .split('\n\n')
    .filter(Boolean)
    .map((paragraph): Block => ({ type: 'signature', lines: paragraph.split('\n') }));
  const footer = customerFooter(company, language);
  return {
    subject: line,
    text: plainText(blocks, footer),
    html: layout({
      language,
      subject: line,
      preheader: singleLine(words, 140),
      sender: brandOf(company),
      company,
      blocks,
      footer,
    }),
  };
}

/**
 * A person wrote it, so it is no automatic mail; our mark keeps it from being answered if it comes back.
 * @param answers the Message-ID of the customer's mail, so that his program shows the answer below it.
 */
export function ownerAnswerHeaders({ id }: Lead, answers: string | undefined): Record<string, string> {
  const reference =
    answers === undefined ? undefined : `<${singleLine(answers, 500).replace(/[<>\s]/g, '')}>`;
  return {
    'X-Nachfass': id,
    ...(reference !== undefined && { 'In-Reply-To': reference, References: reference }),
  };
}
