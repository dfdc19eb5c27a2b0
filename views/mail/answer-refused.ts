/** The owner's answer did not go out to the customer: why, what to do, and his words, so that they are not lost. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { phoneOf, subjectLine, whoIs } from '../lead-text.ts';
import { multiLine } from '../visitor-text.ts';
import { answerRefusedWords, refusedAnswers } from '../words/mails/answer-refused.ts';
import { ownerWords } from '../words/mails/owner-frame.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

export type AnswerRefusal = keyof typeof refusedAnswers;

export function answerRefusedMail(mail: {
  readonly company: Company;
  readonly lead: Lead;
  readonly why: AnswerRefusal;
  /** What he wrote. */
  readonly text: string;
}): MailContent {
  const { company, lead, why } = mail;
  const who = whoIs(lead.contact);
  const title = why === 'uncertain' ? answerRefusedWords.uncertainTitle(who) : answerRefusedWords.title(who);
  const phone = phoneOf(lead.contact);
  const words = multiLine(mail.text);
  const blocks: (Block | undefined)[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: refusedAnswers[why] },
    phone && { type: 'call', label: ownerWords.call, phone },
    words ? { type: 'quote', label: answerRefusedWords.yourText, text: words } : undefined,
  ];
  return ownerMail({
    company,
    subject: subjectLine(title, lead.id),
    preheader: refusedAnswers[why],
    blocks: blocks.filter((block) => block !== undefined),
  });
}
