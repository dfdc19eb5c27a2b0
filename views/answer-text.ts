/** The lines of an answer to a digest, for mails and pages. */
import type { Company } from '../domain/business/company.ts';
import type { Said } from '../domain/inbound/said.ts';
import type { VisitWarning } from '../domain/lead/visit-warnings.ts';
import type { AnswerResult } from '../domain/ports/digest-answers.ts';
import { singleLine } from './visitor-text.ts';
import { alreadyInWords, saidInWords, unmailedInWords } from './words/mails/digest-reply.ts';
import { visitWarningInWords } from './words/visit-warnings.ts';

export interface AnswerText {
  readonly understood: readonly {
    readonly number: number;
    /** Empty: the request is gone. */
    readonly name: string;
    readonly said: Said;
    /** As he wrote it. */
    readonly line: string;
    /** Absent: not carried out yet. */
    readonly result?: AnswerResult | undefined;
    /** What speaks against the date of the visit. */
    readonly warnings?: readonly VisitWarning[] | undefined;
    /** No mail tells the customer of the visit. */
    readonly unmailed?: boolean | undefined;
  }[];
  readonly unclear: readonly { readonly line: string; readonly asked: string }[];
}

/** Each line as it is shown: what was done, what was so before, what is still to do, what was refused, what is asked back. */
export interface AnswerLines {
  readonly done: readonly string[];
  readonly already: readonly string[];
  readonly open: readonly string[];
  readonly refused: readonly string[];
  readonly unclear: readonly string[];
}

/** As much of a line as tells which one it is. */
const maxLineLength = 160;

export function linesOfAnswer({ understood, unclear }: AnswerText, company: Company): AnswerLines {
  const quoted = (line: string) => `„${singleLine(line, maxLineLength)}“`;
  const who = ({ number, name }: AnswerText['understood'][number]) =>
    [number, name].filter(Boolean).join(' · ');
  const said = (one: AnswerText['understood'][number]) =>
    singleLine(
      [
        `${who(one)}: ${saidInWords(one.said, company)}`,
        ...(one.warnings ?? []).map((warning) => `Achtung: ${visitWarningInWords(warning, company)}`),
        ...(one.unmailed ? [unmailedInWords] : []),
      ].join('. '),
      600,
    );
  return {
    done: understood
      .filter(({ result }) => result && result.refused === undefined && !result.already)
      .map(said),
    already: understood
      .filter(({ result }) => result?.already)
      .map((one) => singleLine(`${who(one)}: ${alreadyInWords(one.said, company)}`, 600)),
    open: understood.filter(({ result }) => result === undefined).map(said),
    refused: understood.flatMap((one) =>
      one.result?.refused === undefined ? [] : [`${who(one)}: ${quoted(one.line)} – ${one.result.refused}`],
    ),
    unclear: unclear.map(({ line, asked }) => `${quoted(line)} – ${asked}`),
  };
}
