/** A mail to the customer may not have arrived, as some server says: the number to call, and what waits meanwhile. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { messageOf, waysToReach, whoIs } from '../lead-text.ts';
import { nameplate } from '../nameplate.ts';
import { visible } from '../visitor-text.ts';
import { contactLabels } from '../words/labels.ts';
import { reportedInWords, bounceReportWords as standard } from '../words/mails/bounce-report.ts';
import { holdInWords } from '../words/standing.ts';
import type { Block } from './block.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { callBlocks, ownerMail, whatToDo } from './owner-mail.ts';

export interface BounceReportMail {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly actions: readonly ActionLink[];
  readonly viewUrl: string;
  /** Our address of the lead, to write to the customer through it. */
  readonly writeTo?: string | undefined;
}

/** The newest report on the lead's timeline, told to the owner. */
export function bounceReportMail(mail: BounceReportMail): MailContent {
  const { lead, company, now, actions, viewUrl } = mail;
  const who = whoIs(lead.contact);
  const report = lead.timeline.findLast((event) => event.type === 'mail-bounced');
  const address = visible(report?.email, 254) ?? who;
  const isElsewhere = report?.email !== undefined && report.email !== lead.contact.email;
  const words = wordsOf({
    name: 'bounce-report',
    company,
    language: 'de',
    values: leadValues(lead),
    subject: standard.subject(nameplate(lead)),
    paragraphs: [standard.text(address)],
  });
  const call = callBlocks(lead);
  const request = messageOf(lead, 1_000);
  const reason = visible(report?.reason, 300);
  const blocks: (Block | undefined)[] = [
    ...(call.length > 0 ? call : [{ type: 'paragraph' as const, text: standard.noPhone }]),
    { type: 'paragraph', text: reportedInWords[report?.reported ?? 'unclear'] },
    {
      type: 'paragraph',
      text: holdInWords(lead, company, now) ?? (isElsewhere ? standard.elsewhere : standard.goesOn),
    },
    ...whatToDo(actions, viewUrl),
    reason ? { type: 'quote', label: standard.serverSays, text: reason } : undefined,
    request ? { type: 'quote', label: standard.request, text: request } : undefined,
    {
      type: 'facts',
      facts: [...waysToReach(lead, mail.writeTo), { label: contactLabels.reference.de, value: lead.id }],
    },
  ];
  return ownerMail({
    company,
    words,
    reference: lead.id,
    preheader: words.own ? words.paragraphs[0] : reportedInWords[report?.reported ?? 'unclear'],
    blocks,
  });
}
