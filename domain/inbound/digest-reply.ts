/**
 * The owner's answer to a digest: a line for each request, with its number. Nothing is guessed: what is not understood is
 * asked back.
 */
import type { Company } from '../business/company.ts';
import { type MoneyFault, readMoney } from '../capture/money.ts';
import type { Command } from '../lead/command.ts';
import type { Lead } from '../lead/lead.ts';
import { moveTargets, pipeline } from '../lead/pipeline.ts';
import { momentOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { readSpokenDate, readSpokenTime, spokenWord } from './spoken-date.ts';

export interface DigestReplyContext {
  /** Local date of the business. */
  readonly today: string;
  readonly now: Moment;
  readonly company: Company;
  /** By their numbers in the digest, from 1 on; `undefined`: it is gone. */
  readonly leads: readonly (Lead | undefined)[];
}

/** What a line says. */
export type Said =
  | { readonly what: 'reached' | 'not-reached' | 'confirm' | 'take' | 'negotiate' | 'finish' | 'spam' }
  | { readonly what: 'plan-visit'; readonly startsAt: Moment }
  | { readonly what: 'quote' | 'value'; readonly cents: number }
  | { readonly what: 'win'; readonly cents?: number }
  | { readonly what: 'lose'; readonly reason: string }
  /** Local dates. */
  | { readonly what: 'postpone'; readonly until: string }
  | { readonly what: 'disqualify'; readonly reason: string; readonly lookAgainOn: string };

/** What has to be asked back. */
export type Unclear =
  | {
      readonly code:
        | 'only-a-number'
        | 'not-understood'
        | 'no-visit-time'
        | 'no-reason'
        | 'no-day'
        | 'no-reason-or-day';
    }
  | { readonly code: 'no-such-number' | 'contradiction'; readonly number: number }
  /** What follows a word that needs nothing after it. */
  | { readonly code: 'more-than-understood'; readonly rest: string; readonly said: Said }
  /** Local date and time. */
  | { readonly code: 'visit-is-over'; readonly date: string; readonly time: string }
  | { readonly code: 'day-is-over'; readonly until: string }
  | { readonly code: 'money'; readonly fault: MoneyFault };

interface UnderstoodLine {
  readonly number: number;
  readonly leadId: string;
  readonly command: Command;
  readonly said: Said;
  /** As he wrote it. */
  readonly line: string;
}

/** A line that has to be asked back. */
export interface UnclearLine {
  readonly line: string;
  readonly why: Unclear;
}

export interface DigestReply {
  readonly understood: readonly UnderstoodLine[];
  readonly unclear: readonly UnclearLine[];
}

/** A visit takes an hour, unless the owner says otherwise with a tap. */
const visitMinutes = 60;
/** More lines than requests in any digest. */
const maxLines = 200;
const maxLineLength = 300;

type Meaning = { readonly command: Command; readonly said: Said } | { readonly why: Unclear };
type Read = (rest: string, context: DigestReplyContext, lead: Lead) => Meaning;

/** `1`, `1.`, `1:`, `#1`, `Nr. 1`, `1, 2 und 3`, `1)`. */
const numbered = /^(?:nr\.?|nummer|#)?\s*(\d{1,3}(?:\s*(?:,|und|\+|&)\s*#?\d{1,3})*)\s*[.:)–-]?\s+(.+)$/i;
const onlyNumber = /^(?:nr\.?|#)?\s*(\d{1,3})\s*[.:)]?$/i;

const { 'service-done': finished } = moveTargets;

/** The words and what they do, the longest first: "nicht erreicht" is not "erreicht". */
const meanings: readonly (readonly [words: RegExp, read: Read])[] = [
  [
    /^(nicht erreicht|niemand erreicht|keiner da|ne)\b/,
    plain({ type: 'note-contact-attempt', reached: false }, { what: 'not-reached' }),
  ],
  [/^(nicht qualifiziert|unqualifiziert)\b/, readUnqualified],
  [
    /^(erreicht|gesprochen|telefoniert)\b/,
    plain({ type: 'note-contact-attempt', reached: true }, { what: 'reached' }),
  ],
  [/^(besichtigung|termin|besuch|vor ort)\b/, readVisit],
  [/^(angebot|angeboten)\b/, readQuote],
  [/^(gewonnen|auftrag|zusage)\b/, readWon],
  [/^(verloren|absage|abgesagt)\b/, readLost],
  [/^(später|wiedervorlage|zurückgestellt|schieben|verschieben)\b/, readLater],
  [/^(wert|auftragswert)\b/, readValue],
  [/^(übernommen|übernehme|ich kümmere mich|kümmere mich|unterwegs)\b/, readTaken],
  [
    /^(verhandlung|in verhandlung)\b/,
    plain({ type: 'move', to: moveTargets.negotiate }, { what: 'negotiate' }),
  ],
  [/^(erledigt|einsatz erledigt)\b/, plain({ type: 'move', to: finished }, { what: 'finish' })],
  [/^spam\b/, plain({ type: 'mark-spam' }, { what: 'spam' })],
];

/** What the lines of an answer mean. Lines without a number (a greeting, a signature) are left out in silence. */
export function readDigestReply(text: string, context: DigestReplyContext): DigestReply {
  const understood: UnderstoodLine[] = [];
  const unclear: UnclearLine[] = [];
  for (const written of text.split('\n').slice(0, maxLines)) {
    const line = written.replace(/\s+/g, ' ').trim().slice(0, maxLineLength).toWellFormed();
    const alone = onlyNumber.exec(line);
    if (alone) unclear.push({ line, why: { code: 'only-a-number' } });
    const match = alone ? null : numbered.exec(line);
    if (!match || !/^\p{L}/u.test(match[2] ?? '')) continue;
    const numbers = [...new Set((match[1] ?? '').match(/\d+/g)?.map(Number))];
    for (const number of numbers) {
      const lead = context.leads[number - 1];
      const meaning: Meaning = lead
        ? meaningOf(match[2] ?? '', context, lead)
        : { why: { code: 'no-such-number', number } };
      if ('why' in meaning) unclear.push({ line, why: meaning.why });
      else if (lead) understood.push({ number, leadId: lead.id, line, ...meaning });
    }
  }
  return contradicted(understood, unclear);
}

/** Two lines about the same request that say different things: which one counts is not ours to choose. */
function contradicted(understood: readonly UnderstoodLine[], unclear: readonly UnclearLine[]): DigestReply {
  const contradict = (one: UnderstoodLine, other: UnderstoodLine) =>
    one.number === other.number && one.command.type === other.command.type && !isSame(one, other);
  const disputed = understood.filter((one) => understood.some((other) => contradict(one, other)));
  const kept = understood
    .filter((one) => !disputed.includes(one))
    .filter(
      (one, at, all) => all.findIndex((other) => other.number === one.number && isSame(one, other)) === at,
    );
  const asked = disputed.map(({ line, number }) => ({
    line,
    why: { code: 'contradiction', number } as const,
  }));
  return { understood: kept, unclear: [...unclear, ...asked] };
}

const isSame = (one: UnderstoodLine, other: UnderstoodLine): boolean =>
  JSON.stringify(one.said) === JSON.stringify(other.said);

function meaningOf(said: string, context: DigestReplyContext, lead: Lead): Meaning {
  const words = spokenWord(said);
  for (const [pattern, read] of meanings) {
    const match = pattern.exec(words);
    if (match) return read(restOf(said, words, match[0]), context, lead);
  }
  return { why: { code: 'not-understood' } };
}

/** What follows the word, as it was written: `spokenWord` may have made it shorter. */
function restOf(said: string, words: string, word: string): string {
  const rest = words
    .slice(word.length)
    .replace(/^[.!?;\s]+$/, '')
    .trim();
  return rest === ''
    ? ''
    : said
        .split(' ')
        .slice(-rest.split(' ').length)
        .join(' ')
        .replace(/^[:,–-]\s*/, '')
        .trim();
}

/** A command without any particulars. What follows it would be lost, so it is asked about. */
function plain(command: Command, said: Said): Read {
  return (rest: string): Meaning =>
    rest.replace(/[.!]+$/, '') === ''
      ? { command, said }
      : { why: { code: 'more-than-understood', rest, said } };
}

function readVisit(rest: string, { today, now, company }: DigestReplyContext): Meaning {
  const parts =
    /^(.*?)[,\s]*((?:um\s+|ab\s+|gegen\s+)?\d{1,2}(?:[:.]\d{2})?\s*(?:uhr|h)|\d{1,2}:\d{2})$/i.exec(rest);
  const date = parts && readSpokenDate(parts[1] ?? '', today);
  const time = parts && readSpokenTime(parts[2] ?? '');
  if (!date || !time) return { why: { code: 'no-visit-time' } };
  const startsAt = momentOf(date, time, company.timeZone);
  if (startsAt <= now) return { why: { code: 'visit-is-over', date, time } };
  return {
    command: { type: 'plan-visit', startsAt, durationMinutes: visitMinutes },
    said: { what: 'plan-visit', startsAt },
  };
}

function centsOf(rest: string, company: Company): { cents: number } | { why: Unclear } {
  const amount = rest.replace(/^(über|ueber|von|mit|ca\.?|etwa)\s+/i, '').trim();
  const thousands = /^(\d{1,4})(?:,(\d))?\s*(?:k|tsd\.?|tausend)(?:\s*(?:€|eur|euro|chf|fr\.?))?$/i.exec(
    amount,
  );
  if (thousands) return { cents: Number(thousands[1]) * 100_000 + Number(thousands[2] ?? 0) * 10_000 };
  const read = readMoney(amount, company.currency);
  return 'fault' in read ? { why: { code: 'money', fault: read.fault } } : read;
}

function readQuote(rest: string, { company }: DigestReplyContext, lead: Lead): Meaning {
  const money = centsOf(rest, company);
  if ('why' in money) return money;
  const { sum, steps } = pipeline[lead.stage];
  const isOut = sum === pipeline[moveTargets.quote].sum && !steps.includes('quote');
  return {
    // Where the quote is out and sending one is no step, a second one is a new figure, not a new stage.
    command: isOut
      ? { type: 'set-value', valueCents: money.cents }
      : { type: 'move', to: moveTargets.quote, facts: { quotedCents: money.cents } },
    said: { what: 'quote', cents: money.cents },
  };
}

function readWon(rest: string, { company }: DigestReplyContext): Meaning {
  if (rest === '') return { command: { type: 'move', to: moveTargets.win }, said: { what: 'win' } };
  const money = centsOf(rest, company);
  if ('why' in money) return money;
  return {
    command: { type: 'move', to: moveTargets.win, facts: { finalCents: money.cents } },
    said: { what: 'win', cents: money.cents },
  };
}

function readLost(rest: string): Meaning {
  const reason = rest.replace(/^(weil|wegen|grund:?)\s+/i, '');
  if (reason === '') return { why: { code: 'no-reason' } };
  return {
    command: { type: 'move', to: moveTargets.lose, facts: { reason } },
    said: { what: 'lose', reason },
  };
}

function readLater(rest: string, { today }: DigestReplyContext): Meaning {
  const until = readSpokenDate(rest, today);
  if (until === undefined) return { why: { code: 'no-day' } };
  if (until <= today) return { why: { code: 'day-is-over', until } };
  return { command: { type: 'postpone', until }, said: { what: 'postpone', until } };
}

function readUnqualified(rest: string, { today }: DigestReplyContext): Meaning {
  const [, written = '', date = ''] =
    /^(.*?)[,\s]*\b(?:bis|ab|wieder(?:vorlage)?(?: am)?)\s+(.+)$/i.exec(rest) ?? [];
  const reason = written.trim();
  const lookAgainOn = readSpokenDate(date, today);
  if (reason === '' || lookAgainOn === undefined) return { why: { code: 'no-reason-or-day' } };
  return {
    command: { type: 'move', to: moveTargets.disqualify, facts: { reason, lookAgainOn } },
    said: { what: 'disqualify', reason, lookAgainOn },
  };
}

function readValue(rest: string, { company }: DigestReplyContext): Meaning {
  const money = centsOf(rest, company);
  if ('why' in money) return money;
  return {
    command: { type: 'set-value', valueCents: money.cents },
    said: { what: 'value', cents: money.cents },
  };
}

/** An emergency is confirmed; any other request is taken in hand. */
function readTaken(rest: string, context: DigestReplyContext, lead: Lead): Meaning {
  const read = pipeline[lead.stage].alarm
    ? plain({ type: 'confirm' }, { what: 'confirm' })
    : plain({ type: 'move', to: moveTargets.take }, { what: 'take' });
  return read(rest, context, lead);
}
