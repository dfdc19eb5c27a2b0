/** The answer to the owner's answer to a digest: line by line, what was done and what was not. */
import type { Company } from '../../domain/business/company.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { singleLine } from '../visitor-text.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

export interface DigestReplyMail {
  readonly company: Company;
  readonly now: Moment;
  readonly done: readonly { readonly number: number; readonly name: string; readonly words: string }[];
  readonly refused: readonly {
    readonly number: number;
    readonly name: string;
    readonly line: string;
    readonly why: string;
  }[];
  readonly unclear: readonly { readonly line: string; readonly why: string }[];
}

export function digestReplyMail({ company, done, refused, unclear }: DigestReplyMail): MailContent {
  const open = refused.length + unclear.length;
  const title = titleOf(done.length, open);
  const blocks: (Block | undefined)[] = [
    { type: 'title', text: title },
    open === 0 && done.length === 0
      ? {
          type: 'paragraph',
          text: 'In Ihrer Antwort stand keine Zeile mit einer Nummer. Schreiben Sie zum Beispiel: 1 erreicht, oder: 2 Besichtigung Do 14 Uhr.',
        }
      : undefined,
    ...section(
      'Erledigt',
      done.map(({ number, name, words }) => `${number} ${name}: ${words}`),
    ),
    ...section(
      'Nicht erledigt',
      refused.map(({ number, name, line, why }) => `${number} ${name}: „${line}“ – ${why}`),
    ),
    ...section(
      'Nicht verstanden',
      unclear.map(({ line, why }) => `„${line}“ – ${why}`),
    ),
    open > 0
      ? { type: 'paragraph', text: 'Antworten Sie einfach auf diese E-Mail, mit derselben Nummer.' }
      : undefined,
  ];
  return ownerMail({
    company,
    subject: title,
    preheader:
      [...done.map(({ name, words }) => `${name}: ${words}`), ...unclear.map(({ line }) => line)]
        .slice(0, 3)
        .join(', ') || title,
    blocks: blocks.filter((block) => block !== undefined),
  });
}

function titleOf(done: number, open: number): string {
  if (done === 0 && open === 0) return 'Nichts zu tun gefunden';
  if (open === 0) return done === 1 ? 'Erledigt' : `Alle ${done} Zeilen erledigt`;
  return done === 0
    ? `Bitte noch einmal: ${open} ${open === 1 ? 'Zeile' : 'Zeilen'} offen`
    : `${done} erledigt, ${open} offen`;
}

function section(heading: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { type: 'section', text: heading },
    { type: 'list', items: lines.map((line) => singleLine(line, 600)) },
  ];
}
