/** Somebody has taken the emergency: told to whoever was called with him, so that no two drive there. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { waysToReach, whoIs } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { formatTime } from '../words/format.ts';
import { takenWords as words } from '../words/mails/emergency-taken.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { ownerMail, whatToDo } from './owner-mail.ts';

export interface EmergencyTaken {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly viewUrl: string;
}

export function emergencyTaken({ lead, company, now, viewUrl }: EmergencyTaken): MailContent {
  const taker = visible(lead.taking?.person, 60);
  const who = whoIs(lead.contact);
  const at = formatTime(lead.confirmedAt ?? now, company.timeZone);
  return ownerMail({
    company,
    words: wordsOf({
      name: 'emergency-taken',
      company,
      language: 'de',
      values: { ...leadValues(lead), taker },
      subject: words.subject(taker, who),
      paragraphs: [words.title(taker, who), words.over(at)],
    }),
    reference: lead.id,
    preheader: words.title(taker, who),
    blocks: [{ type: 'facts', facts: waysToReach(lead) }, ...whatToDo([], viewUrl)],
  });
}
