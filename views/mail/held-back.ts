/** A mail about a lead that is perhaps forged: what it says, and that nothing came of it. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { waysToReach, whoIs } from '../lead-text.ts';
import { nameplate } from '../nameplate.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { heldBackWords } from '../words/mails/held-back.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { callBlocks, ownerMail, whatToDo } from './owner-mail.ts';

export function heldBackMail(mail: {
  readonly company: Company;
  readonly lead: Lead;
  readonly why: keyof typeof heldBackWords.why;
  /** The address it bears; absent: none that can be read. */
  readonly sender?: string | undefined;
  readonly text: string;
  readonly viewUrl: string;
  /** Our address of the lead, to write to the customer through it. */
  readonly writeTo?: string | undefined;
}): MailContent {
  const { company, lead, viewUrl } = mail;
  const title = heldBackWords.title(whoIs(lead.contact));
  const words = wordsOf({
    name: 'mail-held-back',
    company,
    language: 'de',
    values: leadValues(lead),
    subject: heldBackWords.subject(nameplate(lead)),
    paragraphs: [title],
  });
  const text = multiLine(mail.text, 3_000);
  const blocks: (Block | undefined)[] = [
    {
      type: 'warning',
      title: heldBackWords.warning,
      text: `${heldBackWords.why[mail.why](visible(mail.sender, 254))} ${heldBackWords.whatNow}`,
    },
    text ? { type: 'quote', label: heldBackWords.theirText, text } : undefined,
    ...callBlocks(lead),
    ...whatToDo([], viewUrl),
    { type: 'facts', facts: waysToReach(lead, mail.writeTo) },
  ];
  return ownerMail({
    company,
    words,
    reference: lead.id,
    preheader: heldBackWords.why[mail.why](visible(mail.sender, 254)),
    blocks,
  });
}
