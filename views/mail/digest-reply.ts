/** The answer to the owner's answer to a digest: line by line, what was done and what was not. */

import type { Company } from '../../domain/business/company.ts';
import type { Said, UnclearLine } from '../../domain/inbound/digest-reply.ts';
import type { Refusal } from '../../domain/lead/command.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { singleLine } from '../visitor-text.ts';
import { askBack, saidInWords, digestReplyWords as words } from '../words/mails/digest-reply.ts';
import { explainRefusal } from '../words/refusals.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { wordsOf } from './own-words.ts';
import { ownerMail } from './owner-mail.ts';

export interface DigestReplyMail {
  readonly company: Company;
  readonly now: Moment;
  readonly done: readonly { readonly number: number; readonly name: string; readonly said: Said }[];
  readonly refused: readonly {
    readonly number: number;
    readonly name: string;
    readonly line: string;
    /** `gone`: the request does not exist any more. */
    readonly why: Refusal | 'gone';
  }[];
  readonly unclear: readonly UnclearLine[];
}

export function digestReplyMail({ company, done, refused, unclear }: DigestReplyMail): MailContent {
  const open = refused.length + unclear.length;
  const title = titleOf(done.length, open);
  const blocks: (Block | undefined)[] = [
    open === 0 && done.length === 0
      ? {
          type: 'paragraph',
          text: words.nothingFoundHint,
        }
      : undefined,
    ...section(
      words.done,
      done.map(({ number, name, said }) => `${number} ${name}: ${saidInWords(said, company)}`),
    ),
    ...section(
      words.refused,
      refused.map(
        ({ number, name, line, why }) =>
          `${number} ${name}: „${line}“ – ${why === 'gone' ? words.gone : explainRefusal(why)}`,
      ),
    ),
    ...section(
      words.unclear,
      unclear.map(({ line, why }) => `„${line}“ – ${askBack(why, company)}`),
    ),
    open > 0 ? { type: 'paragraph', text: words.answerAgain } : undefined,
  ];
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
    preheader:
      [
        ...done.map(({ name, said }) => `${name}: ${saidInWords(said, company)}`),
        ...unclear.map(({ line }) => line),
      ]
        .slice(0, 3)
        .join(', ') || title,
    blocks: blocks.filter((block) => block !== undefined),
  });
}

function titleOf(done: number, open: number): string {
  if (done === 0 && open === 0) return words.nothingFound;
  if (open === 0) return words.allDone(done);
  return done === 0 ? words.noneDone(open) : words.someDone(done, open);
}

function section(heading: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { type: 'section', text: heading },
    { type: 'list', items: lines.map((line) => singleLine(line, 600)) },
  ];
}
