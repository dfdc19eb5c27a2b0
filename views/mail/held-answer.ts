/** An answer to a digest that nobody proved to be the owner's, or that came late: what was understood, and one button for all of it. */
import type { Company } from '../../domain/business/company.ts';
import type { HeldBecause } from '../../domain/ports/digest-answers.ts';
import { type AnswerText, linesOfAnswer } from '../answer-text.ts';
import { actionLabels } from '../words/actions.ts';
import { digestReplyWords } from '../words/mails/digest-reply.ts';
import { heldAnswerWords as words } from '../words/mails/held-answer.ts';
import { answerSection, howToWrite } from './digest-reply.ts';
import type { MailContent } from './mail-content.ts';
import { wordsOf } from './own-words.ts';
import { ownerMail } from './owner-mail.ts';

export function heldAnswerMail({
  company,
  why,
  enterUrl,
  writtenBy,
  ...answer
}: AnswerText & {
  readonly company: Company;
  readonly why: HeldBecause;
  /** The address of a colleague. */
  readonly writtenBy?: string | undefined;
  /** Leads to the page with the button. */
  readonly enterUrl: string;
}): MailContent {
  const { open, unclear } = linesOfAnswer(answer, company);
  const title = open.length > 0 ? words.title(open.length, writtenBy) : words.nothingTitle(writtenBy);
  return ownerMail({
    company,
    words: wordsOf({
      name: 'digest-reply-held',
      company,
      language: 'de',
      values: { understood: String(open.length), open: String(unclear.length) },
      subject: title,
      paragraphs: [title],
    }),
    preheader: [...open, ...unclear].slice(0, 3).join(', ') || words.why[why],
    blocks: [
      { type: 'paragraph', text: words.why[why] },
      ...answerSection(words.understood, open),
      ...(open.length > 0
        ? [
            { type: 'actions' as const, actions: [{ label: actionLabels['enter-answer'], url: enterUrl }] },
            { type: 'muted' as const, text: words.otherwise[why] },
          ]
        : []),
      ...answerSection(digestReplyWords.unclear, unclear),
      ...(unclear.length > 0 ? [{ type: 'paragraph' as const, text: digestReplyWords.answerAgain }] : []),
      ...(open.length === 0 || unclear.length > 0 ? howToWrite : []),
    ],
  });
}
