/** The lines of an answer to a digest, for mails and pages. */
import type { Company } from '../domain/business/company.ts';
import type { Said } from '../domain/inbound/said.ts';
import type { AnswerResult } from '../domain/ports/digest-answers.ts';
import { singleLine } from './visitor-text.ts';
import { alreadyInWords, saidInWords } from './words/mails/digest-reply.ts';

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
  const say = (one: AnswerText['understood'][number], words = saidInWords(one.said, company)) =>
    singleLine(`${who(one)}: ${words}`, 600);
  const said = (one: AnswerText['understood'][number]) => say(one);
  return {
    done: understood
      .filter(({ result }) => result && result.refused === undefined && !result.already)
      .map(said),
    already: understood
      .filter(({ result }) => result?.already)
      .map((one) => say(one, alreadyInWords(one.said, company))),
    open: understood.filter(({ result }) => result === undefined).map(said),
    refused: understood.flatMap((one) =>
      one.result?.refused === undefined ? [] : [`${who(one)}: ${quoted(one.line)} – ${one.result.refused}`],
    ),
    unclear: unclear.map(({ line, asked }) => `${quoted(line)} – ${asked}`),
  };
}
