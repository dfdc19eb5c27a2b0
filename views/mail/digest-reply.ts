/** The answer to the owner's answer to a digest: line by line, what was done and what was not. */
import type { Company } from '../../domain/business/company.ts';
import { type AnswerText, linesOfAnswer } from '../answer-text.ts';
import { digestReplyWords as words } from '../words/mails/digest-reply.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { wordsOf } from './own-words.ts';
import { ownerMail } from './owner-mail.ts';

export function digestReplyMail({
  company,
  ...answer
}: AnswerText & { readonly company: Company }): MailContent {
  const { done, already, refused, unclear } = linesOfAnswer(answer, company);
  const open = refused.length + unclear.length;
  const title = titleOf(done.length, already.length, open);
  const nothing = done.length + already.length === 0;
  return ownerMail({
    company,
    words: wordsOf({
      name: 'digest-reply',
      company,
      language: 'de',
      values: { done: String(done.length), open: String(open) },
      subject: title,
      paragraphs: [title],
    }),
    preheader: [...done, ...already, ...refused, ...unclear].slice(0, 3).join(', ') || words.nothingFoundHint,
    blocks: [
      ...(nothing && open === 0 ? [{ type: 'paragraph' as const, text: words.nothingFoundHint }] : []),
      ...answerSection(words.done, done),
      ...answerSection(words.already, already),
      ...answerSection(words.refused, refused),
      ...answerSection(words.unclear, unclear),
      ...(open > 0 ? [{ type: 'paragraph' as const, text: words.answerAgain }] : []),
      ...(nothing || unclear.length > 0 ? howToWrite : []),
    ],
  });
}

function titleOf(done: number, already: number, open: number): string {
  if (done === 0 && open === 0) return already > 0 ? words.already : words.nothingFound;
  if (open === 0) return words.allDone(done);
  return done === 0 ? words.noneDone(open) : words.someDone(done, open);
}

/** A heading with its lines; nothing if there are none. */
export function answerSection(heading: string, lines: readonly string[]): Block[] {
  return lines.length === 0
    ? []
    : [
        { type: 'section', text: heading },
        { type: 'list', items: lines },
      ];
}

/** Examples, for whoever wrote nothing that was understood. */
export const howToWrite: readonly Block[] = [
  { type: 'section', text: words.howTo },
  { type: 'paragraph', text: words.examples },
];
