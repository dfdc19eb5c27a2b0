/**
 * The owner's answer to a digest: a line for each request, with its number. Nothing is guessed: what is not understood is
 * asked back.
 */

import { formatDate, formatDay, formatMoney, formatTime } from '../../views/words/display.ts';
import type { Company } from '../business/company.ts';
import { readMoney } from '../capture/money.ts';
import type { Command } from '../lead/command.ts';
import type { Lead } from '../lead/lead.ts';
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

interface UnderstoodLine {
  readonly number: number;
  readonly leadId: string;
  readonly command: Command;
  /** What it means, in the owner's words. */
  readonly words: string;
  /** As he wrote it. */
  readonly line: string;
}

export interface DigestReply {
  readonly understood: readonly UnderstoodLine[];
  readonly unclear: readonly { readonly line: string; readonly why: string }[];
}

/** A visit takes an hour, unless the owner says otherwise with a tap. */
const visitMinutes = 60;
/** More lines than requests in any digest. */
const maxLines = 200;
const maxLineLength = 300;

type Meaning = { readonly command: Command; readonly words: string } | { readonly why: string };
type Read = (rest: string, context: DigestReplyContext, lead: Lead) => Meaning;

/** `1`, `1.`, `1:`, `#1`, `Nr. 1`, `1, 2 und 3`, `1)`. */
const numbered = /^(?:nr\.?|nummer|#)?\s*(\d{1,3}(?:\s*(?:,|und|\+|&)\s*#?\d{1,3})*)\s*[.:)–-]?\s+(.+)$/i;
const onlyNumber = /^(?:nr\.?|#)?\s*(\d{1,3})\s*[.:)]?$/i;

/** The words and what they do, the longest first: "nicht erreicht" is not "erreicht". */
const meanings: readonly (readonly [words: RegExp, read: Read])[] = [
  [
    /^(nicht erreicht|niemand erreicht|keiner da|ne)\b/,
    plain({ type: 'note-contact-attempt', reached: false }, 'nicht erreicht'),
  ],
  [/^(nicht qualifiziert|unqualifiziert)\b/, readUnqualified],
  [
    /^(erreicht|gesprochen|telefoniert)\b/,
    plain({ type: 'note-contact-attempt', reached: true }, 'erreicht'),
  ],
  [/^(besichtigung|termin|besuch|vor ort)\b/, readVisit],
  [/^(angebot|angeboten)\b/, readQuote],
  [/^(gewonnen|auftrag|zusage)\b/, readWon],
  [/^(verloren|absage|abgesagt)\b/, readLost],
  [/^(später|wiedervorlage|zurückgestellt|schieben|verschieben)\b/, readLater],
  [/^(wert|auftragswert)\b/, readValue],
  [/^(übernommen|übernehme|ich kümmere mich|kümmere mich|unterwegs)\b/, readTaken],
  [/^(verhandlung|in verhandlung)\b/, plain({ type: 'move', to: 'negotiation' }, 'in Verhandlung')],
  [/^(erledigt|einsatz erledigt)\b/, plain({ type: 'move', to: 'service-done' }, 'Einsatz erledigt')],
  [/^spam\b/, plain({ type: 'mark-spam' }, 'als Spam abgelegt')],
];

/** What the lines of an answer mean. Lines without a number (a greeting, a signature) are left out in silence. */
export function readDigestReply(text: string, context: DigestReplyContext): DigestReply {
  const understood: UnderstoodLine[] = [];
  const unclear: { line: string; why: string }[] = [];
  for (const written of text.split('\n').slice(0, maxLines)) {
    const line = written.replace(/\s+/g, ' ').trim().slice(0, maxLineLength).toWellFormed();
    const alone = onlyNumber.exec(line);
    if (alone) unclear.push({ line, why: 'Was soll mit dieser Anfrage geschehen?' });
    const match = alone ? null : numbered.exec(line);
    if (!match || !/^\p{L}/u.test(match[2] ?? '')) continue;
    const numbers = [...new Set((match[1] ?? '').match(/\d+/g)?.map(Number))];
    for (const number of numbers) {
      const lead = context.leads[number - 1];
      const meaning: Meaning = lead
        ? meaningOf(match[2] ?? '', context, lead)
        : { why: `Im Überblick gab es keine Anfrage Nummer ${number}.` };
      if ('why' in meaning || !lead) unclear.push({ line, why: 'why' in meaning ? meaning.why : '' });
      else understood.push({ number, leadId: lead.id, line, ...meaning });
    }
  }
  return contradicted(understood, unclear);
}

/** Two lines about the same request that say different things: which one counts is not ours to choose. */
function contradicted(
  understood: readonly UnderstoodLine[],
  unclear: readonly { line: string; why: string }[],
): DigestReply {
  const same = (one: UnderstoodLine, other: UnderstoodLine) =>
    one.number === other.number && one.command.type === other.command.type && one.words !== other.words;
  const disputed = understood.filter((one) => understood.some((other) => same(one, other)));
  const kept = understood
    .filter((one) => !disputed.includes(one))
    .filter(
      (one, at, all) =>
        all.findIndex((other) => other.number === one.number && other.words === one.words) === at,
    );
  const asked = disputed.map(({ line, number }) => ({
    line,
    why: `Zu Nummer ${number} stehen zwei verschiedene Angaben da. Welche gilt?`,
  }));
  return { understood: kept, unclear: [...unclear, ...asked] };
}

function meaningOf(said: string, context: DigestReplyContext, lead: Lead): Meaning {
  const words = spokenWord(said);
  for (const [pattern, read] of meanings) {
    const match = pattern.exec(words);
    if (match) return read(restOf(said, words, match[0]), context, lead);
  }
  return {
    why: 'Das habe ich nicht verstanden. Möglich sind zum Beispiel: erreicht, nicht erreicht, Besichtigung Do 14 Uhr, Angebot 8500, gewonnen, verloren zu teuer, später 15.1.',
  };
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
function plain(command: Command, words: string): Read {
  return (rest: string): Meaning =>
    rest.replace(/[.!]+$/, '') === ''
      ? { command, words }
      : { why: `Was bedeutet „${rest}“? Verstanden habe ich nur: ${words}.` };
}

function readVisit(rest: string, { today, now, company }: DigestReplyContext): Meaning {
  const parts =
    /^(.*?)[,\s]*((?:um\s+|ab\s+|gegen\s+)?\d{1,2}(?:[:.]\d{2})?\s*(?:uhr|h)|\d{1,2}:\d{2})$/i.exec(rest);
  const date = parts && readSpokenDate(parts[1] ?? '', today);
  const time = parts && readSpokenTime(parts[2] ?? '');
  if (!date || !time)
    return { why: 'Wann genau? Zum Beispiel: Besichtigung Do 14 Uhr, oder: Besichtigung 3.12. 10:30.' };
  const startsAt = momentOf(date, time, company.timeZone);
  if (startsAt <= now) return { why: `Der ${formatDate(date, 'de')} um ${time} Uhr ist schon vorbei.` };
  const day = `${formatDay(startsAt, company.timeZone, 'de')}, ${formatTime(startsAt, company.timeZone)}`;
  return {
    command: { type: 'plan-visit', startsAt, durationMinutes: visitMinutes },
    words: `Besichtigung am ${day}`,
  };
}

function moneyOf(rest: string, company: Company): { cents: number; words: string } | { why: string } {
  const amount = rest.replace(/^(über|ueber|von|mit|ca\.?|etwa)\s+/i, '').trim();
  const thousands = /^(\d{1,4})(?:,(\d))?\s*(?:k|tsd\.?|tausend)(?:\s*(?:€|eur|euro|chf|fr\.?))?$/i.exec(
    amount,
  );
  const read = thousands
    ? { cents: Number(thousands[1]) * 100_000 + Number(thousands[2] ?? 0) * 10_000 }
    : readMoney(amount, company.currency);
  if ('fault' in read) return { why: read.fault };
  return { cents: read.cents, words: formatMoney(read.cents, company.currency, 'de') };
}

function readQuote(rest: string, { company }: DigestReplyContext, lead: Lead): Meaning {
  const money = moneyOf(rest, company);
  if ('why' in money) return money;
  return {
    // A second quote is a new figure, not a new stage.
    command:
      lead.stage === 'quoted'
        ? { type: 'set-value', valueCents: money.cents }
        : { type: 'move', to: 'quoted', facts: { quotedCents: money.cents } },
    words: `Angebot über ${money.words}`,
  };
}

function readWon(rest: string, { company }: DigestReplyContext): Meaning {
  if (rest === '') return { command: { type: 'move', to: 'won' }, words: 'gewonnen' };
  const money = moneyOf(rest, company);
  if ('why' in money) return money;
  const facts = { finalCents: money.cents };
  return { command: { type: 'move', to: 'won', facts }, words: `gewonnen mit ${money.words}` };
}

function readLost(rest: string): Meaning {
  const reason = rest.replace(/^(weil|wegen|grund:?)\s+/i, '');
  if (reason === '') return { why: 'Warum verloren? Zum Beispiel: verloren zu teuer.' };
  return { command: { type: 'move', to: 'lost', facts: { reason } }, words: `verloren: ${reason}` };
}

function readLater(rest: string, { today }: DigestReplyContext): Meaning {
  const until = readSpokenDate(rest, today);
  if (until === undefined)
    return { why: 'Auf welchen Tag? Zum Beispiel: später 15.1., oder: später in 2 Wochen.' };
  if (until <= today) return { why: `Der ${formatDate(until, 'de')} ist nicht später.` };
  return { command: { type: 'postpone', until }, words: `zurückgestellt bis ${formatDate(until, 'de')}` };
}

function readUnqualified(rest: string, { today }: DigestReplyContext): Meaning {
  const [, reason = '', date = ''] =
    /^(.*?)[,\s]*\b(?:bis|ab|wieder(?:vorlage)?(?: am)?)\s+(.+)$/i.exec(rest) ?? [];
  const lookAgainOn = readSpokenDate(date, today);
  if (reason.trim() === '' || lookAgainOn === undefined) {
    return { why: 'Warum, und wann wieder ansehen? Zum Beispiel: nicht qualifiziert kein Budget bis 1.3.' };
  }
  const facts = { reason: reason.trim(), lookAgainOn };
  return {
    command: { type: 'move', to: 'unqualified', facts },
    words: `nicht qualifiziert (${facts.reason}), Wiedervorlage am ${formatDate(lookAgainOn, 'de')}`,
  };
}

function readValue(rest: string, { company }: DigestReplyContext): Meaning {
  const money = moneyOf(rest, company);
  if ('why' in money) return money;
  return { command: { type: 'set-value', valueCents: money.cents }, words: `Wert ${money.words}` };
}

/** An emergency is confirmed; any other request is taken in hand. */
function readTaken(rest: string, context: DigestReplyContext, lead: Lead): Meaning {
  const read =
    lead.stage === 'service'
      ? plain({ type: 'confirm' }, 'Einsatz übernommen')
      : plain({ type: 'move', to: 'in-progress' }, 'Lead – In Bearbeitung');
  return read(rest, context, lead);
}
