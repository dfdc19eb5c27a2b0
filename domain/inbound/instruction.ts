/** One instruction of the owner about one request, in the words of tradespeople: what is not understood is asked back. */
import type { Company } from '../business/company.ts';
import type { MoneyFault } from '../capture/money.ts';
import { standingVisit } from '../lead/cancelled-visit.ts';
import { knows } from '../lead/facts.ts';
import type { Lead } from '../lead/lead.ts';
import { moveTargets, pipeline } from '../lead/pipeline.ts';
import { maxLineLength, usualLookAgain } from '../lead/questions.ts';
import { addPeriod, momentOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { workingDayFrom } from '../time/working-time.ts';
import { readNext, readOwnNote } from './after-talk.ts';
import { type FoldedText, fold, withoutTypos, writtenBetween, writtenFrom } from './folded-text.ts';
import { notReachedWords, notReachedWordsToMend } from './not-reached-words.ts';
import { contradicts, type Said, withWhatComesNext } from './said.ts';
import { readSpokenDate } from './spoken-date.ts';
import { readSpokenSum } from './spoken-sum.ts';
import { readSpokenSpan, readSpokenTime } from './spoken-time.ts';
import { aroundMove, cancelledVisitWords, movedWords, movedWordsToMend, saysOff } from './visit-words.ts';

export interface InstructionContext {
  /** Local date of the business. */
  readonly today: string;
  readonly now: Moment;
  readonly company: Company;
  /** The address of whoever writes. */
  readonly writer?: string | undefined;
}

/** Why an instruction is not carried out. */
export type InstructionFault =
  | {
      readonly code:
        | 'not-understood'
        | 'no-note'
        | 'no-visit-time'
        | 'no-visit'
        | 'what-is-off'
        | 'no-reason'
        | 'no-day'
        | 'no-reason-or-day'
        | 'no-sum'
        | 'other-currency'
        | 'no-repair-sum'
        | 'not-a-repair'
        | 'contradiction';
    }
  /** What follows what was understood. */
  | { readonly code: 'more-than-understood'; readonly rest: string; readonly said: Said }
  /** Local date and time. */
  | { readonly code: 'visit-is-over'; readonly date: string; readonly time: string }
  | { readonly code: 'day-is-over'; readonly until: string }
  | { readonly code: 'money'; readonly fault: MoneyFault }
  | { readonly code: 'unusual-sum'; readonly cents: number };

type Meaning = { readonly said: Said } | { readonly why: InstructionFault };
type Read = (rest: string, context: InstructionContext, lead: Lead) => Meaning;

interface Wording {
  /** As `fold` writes them; with the word boundary that `heads` puts behind. */
  readonly words: string;
  /**
   * `nothing` may follow, `particulars`, or `anything`: free words, in which other instructions may be named. `everything`: they
   * are none there.
   */
  readonly takes: 'nothing' | 'particulars' | 'anything' | 'everything';
  readonly read: Read;
  /** The words themselves are particulars; they begin no second instruction within those of another. */
  readonly isDay?: true;
  /** Where all that follows is its particulars, no other instruction begins in them. */
  readonly isWhole?: true;
  /** Its small words are near to names: a slip in them is none. */
  readonly isExact?: true;
}

const { 'service-done': finished } = moveTargets;

/** The words and what they mean, the longer before what they begin with: "nicht erreicht" is not "erreicht". */
const wordings: readonly Wording[] = [
  { ...plain(notReachedWords, { what: 'not-reached' }), isExact: true },
  {
    words:
      'nicht (?:qualifiziert|geeignet)|unqualifiziert|passt (?:\\(?noch\\)? |leider )?nicht(?=\\s*(?:[:;(–—-]|,? ?(?:weil|wegen|da|zu) |$))',
    takes: 'anything',
    read: readUnqualified,
  },
  plain('erreicht|gesprochen|telefoniert|angetroffen', { what: 'reached' }),
  { words: 'notiz|vermerk|nur fur (?:uns|mich)', takes: 'everything', read: readOwnNote },
  {
    words: '(?:meldet sich|melde mich|rufe?t?)(?! (?:[a-z]+ )?(?:nicht|nie|kaum|niemand))',
    takes: 'particulars',
    read: readNext,
    isDay: true,
  },
  { words: cancelledVisitWords, takes: 'nothing', read: readCancelled, isExact: true },
  {
    words:
      '(?:neuer? )?(?:vor[- ]?ort[- ]?)?(?:besichtigung(?:stermin)?|termin|besuch|aufmass|augenschein)|ortstermin|lokalaugenschein|vor[- ]ort',
    takes: 'particulars',
    read: readVisit,
    isWhole: true,
  },
  { words: 'angebot(?:en)?|offerte|kostenvoranschlag|kva', takes: 'particulars', read: readQuote },
  {
    words: 'auftrag (?:verloren|nicht (?:bekommen|erhalten))|verloren',
    takes: 'anything',
    read: readLost,
  },
  { words: 'absage|abgesagt|absagen|storniert|stornieren', takes: 'anything', read: readOff },
  {
    words: 'spater|wiedervorlage|wv|zuruckgestellt|zuruckstellen|erst|pause',
    takes: 'particulars',
    read: readLater,
  },
  { words: movedWords, takes: 'particulars', read: readMoved, isWhole: true, isExact: true },
  {
    words:
      'in (?:\\d{1,2}|ein(?:em|er)|zwei|drei|vier|funf|sechs|acht|zehn) (?:tag(?:en)?|wochen?|monat(?:en)?)|(?:(?:uber)?morgen|(?:nachste|kommende) woche|(?:am )?(?:mon|diens|donners|frei|sams)tag|(?:am )?mittwoch) (?:wieder|noch ?mals?|erneut)',
    takes: 'anything',
    read: readDayAlone,
    isDay: true,
  },
  { words: 'auftragswert|wert', takes: 'particulars', read: readValue },
  {
    words: '(?:einsatz |reparatur |auftrag )?(?:erledigt|fertig)|repariert|behoben',
    takes: 'particulars',
    read: readFinished,
  },
  { words: '(?:auftrag )?gewonnen|auftrag|beauftragt|zusage|zugesagt', takes: 'particulars', read: readWon },
  {
    words:
      'ubernommen|ubernehme|(?:ich )?kummere mich(?: (?:drum|darum|selbst))?|unterwegs|in (?:arbeit|bearbeitung)',
    takes: 'nothing',
    read: readTaken,
  },
  plain('(?:in )?verhandlung|verhandeln', { what: 'negotiate' }),
  plain('spam|werbung', { what: 'spam' }),
  plain('gelesen|zur kenntnis(?: genommen)?', { what: 'read' }),
];

/** Begins an instruction. */
const head = wordings
  .filter(({ isDay }) => !isDay)
  .map(({ words }) => words)
  .join('|');
const heads = wordings.map((wording) => ({ wording, form: new RegExp(`^(?:${wording.words})(?![a-z0-9])`) }));
/** Says nothing by itself, but that somebody did it. */
const filler =
  /^(?:(?:ich|wir|hab|habe|haben|hat|ist|wurde|war|bin|ihn|sie|kunde|kundin|den kunden|heute|gestern|eben|gerade|soeben|vorhin|schon|bereits|endlich|leider|ja|ok|okay)(?![a-z0-9])[ ,:]*)+/;
/** Their single words, for slips of one letter. Not those that are near to a word that means something else. */
const knownWords: ReadonlySet<string> = new Set([
  ...wordings.flatMap(({ words, isDay, isExact }) =>
    isDay || isExact ? [] : (words.match(/[a-z]{5,}/g) ?? []),
  ),
  ...notReachedWordsToMend,
  ...movedWordsToMend,
  'besprochen',
  'gewinnen',
  'verlosen',
  'zusagen',
  'besuchen',
]);
const wordsLookedAt = 3;

const gap = /^[\s,:;.!?=()–—-]+/;
/** Courtesy, and what adds nothing to a word that needs nothing. */
const courtesy =
  /^(?:[\s.,!:;()–—-]|(?:heute|gerade|eben|soeben|vorhin|telefonisch|personlich|danke|bitte|ok|okay)(?![a-z0-9])|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)*$/u;
const link = /^(?:(?:(?:und|dann|danach|sowie)(?![a-z0-9])|[+&/])\s*)+/;
/** Where another instruction may begin within particulars, and within free words, where a word alone begins none. */
const nextInParticulars = new RegExp(
  `(?:\\s*[,;.+&/–—-]\\s*|\\s+)(?:(?:und|dann|danach|sowie) )?(?=(?:${head})(?![a-z0-9]))`,
  'g',
);
const nextInWords = new RegExp(`\\s*[,;.]\\s+(?:(?:und|dann|danach) )?(?=(?:${head})(?![a-z0-9]))`, 'g');
/** Nobody says more of one request in a line. */
const maxStatements = 5;

/** Does it begin as an instruction does, whatever follows? */
export function beginsInstruction(text: string): boolean {
  const folded = withoutTypos(fold(text.replace(gap, '')), knownWords, wordsLookedAt);
  return find(folded) !== undefined;
}

/** Does it begin with a day, which may also go on with what stands before it? */
export function beginsWithDay(text: string): boolean {
  return find(fold(text.replace(gap, '')))?.wording.isDay === true;
}

function find(folded: FoldedText): { readonly wording: Wording; readonly end: number } | undefined {
  const skipped = filler.exec(folded.text)?.[0].length ?? 0;
  for (const from of new Set([0, skipped])) {
    const text = folded.text.slice(from);
    for (const { wording, form } of heads) {
      const found = form.exec(text)?.[0];
      if (found !== undefined) return { wording, end: from + (wording.isDay ? 0 : found.length) };
    }
  }
  return undefined;
}

/** @returns everything it says, or the first thing that has to be asked back: then nothing of it is carried out. */
export function readInstruction(
  text: string,
  context: InstructionContext,
  lead: Lead,
): { readonly said: readonly Said[] } | { readonly why: InstructionFault } {
  const read = statements(text, context, lead, maxStatements);
  if ('why' in read) return read;
  const said = withWhatComesNext(read.said);
  if (!said) return { why: { code: 'not-understood' } };
  const disputed = said.some((one) => said.some((other) => contradicts(one, other)));
  return disputed ? { why: { code: 'contradiction' } } : { said };
}

function statements(
  text: string,
  context: InstructionContext,
  lead: Lead,
  left: number,
): { readonly said: readonly Said[] } | { readonly why: InstructionFault } {
  const folded = withoutTypos(fold(text.replace(gap, '')), knownWords, wordsLookedAt);
  const found = left > 0 ? find(folded) : undefined;
  if (!found) return { why: { code: 'not-understood' } };
  const { wording, end } = found;
  const more = (first: Said, rest: string) => {
    const others = statements(withoutLink(rest), context, lead, left - 1);
    return 'why' in others
      ? { why: { code: 'more-than-understood', rest, said: first } as const }
      : { said: [first, ...others.said] };
  };
  if (wording.takes === 'nothing') {
    const meaning = wording.read('', context, lead);
    const rest = writtenFrom(folded, end);
    if ('why' in meaning || courtesy.test(fold(rest).text)) return one(meaning);
    const begins = /^\s*\?/.test(rest) ? rest : rest.replace(gap, '');
    return more(meaning.said, begins);
  }
  if (wording.takes === 'everything') return one(wording.read(writtenFrom(folded, end), context, lead));
  if (wording.isWhole) {
    const whole = wording.read(writtenFrom(folded, end), context, lead);
    if ('said' in whole) return one(whole);
  }
  const next = wording.takes === 'anything' ? nextInWords : nextInParticulars;
  for (const cut of folded.text.slice(end).matchAll(next)) {
    const from = end + cut.index;
    const meaning = wording.read(writtenBetween(folded, end, from), context, lead);
    if ('said' in meaning) return more(meaning.said, writtenFrom(folded, from + cut[0].length));
  }
  return one(wording.read(writtenFrom(folded, end), context, lead));
}

const one = (meaning: Meaning) => ('why' in meaning ? meaning : { said: [meaning.said] });

function withoutLink(text: string): string {
  const folded = fold(text);
  return writtenFrom(folded, link.exec(folded.text)?.[0].length ?? 0);
}

/** A word that needs nothing after it. */
function plain(words: string, said: Said): Wording {
  return { words, takes: 'nothing', read: () => ({ said }) };
}

const beforeVisit = new RegExp(
  `^(?:(?:ist|steht|vereinbart|ausgemacht|abgemacht|fix|fixiert|geplant|bestatigt|${aroundMove}|auf|fur|vor[- ]ort|beim? kunden?|mit (?:dem )?kunden?)(?![a-z0-9])\\s*)+`,
);
const behindVisit = new RegExp(
  `(?:\\s+(?:vereinbart|ausgemacht|abgemacht|fix|fixiert|geplant|bestatigt|${aroundMove}|vor ort|passt|ok|beim kunden))+$`,
);
const dayWithPart =
  /(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(fruh|vormittag|mittag|nachmittag|abend)/g;
/** More words are no date and time. */
const maxVisitWords = 12;

function readVisit(rest: string, context: InstructionContext): Meaning {
  const { text, minutes } = readSpokenSpan(fold(rest).text);
  const said = text
    .replace(/[,;()!=]/g, ' ')
    .replace(/(?<!\d):|:(?!\d)|\s[–—-]\s/g, ' ')
    .replace(dayWithPart, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\d)\.$/, '')
    .replace(beforeVisit, '')
    .replace(behindVisit, '');
  const found = datesAndTimes(said, context);
  const [visit] = found;
  if (!visit && saysOff.test(text)) return { why: { code: 'what-is-off' } };
  if (!visit || found.length > 1) return { why: { code: 'no-visit-time' } };
  const startsAt = momentOf(visit.date, visit.time, context.company.timeZone);
  if (startsAt <= context.now) return { why: { code: 'visit-is-over', ...visit } };
  const length = minutes === undefined ? {} : { durationMinutes: minutes };
  return { said: { what: 'plan-visit', startsAt, ...length } };
}

/** Every way to part it into a date and a time, in either order. */
function datesAndTimes(said: string, context: InstructionContext): { date: string; time: string }[] {
  const words = said.split(' ');
  if (words.length > maxVisitWords) return [];
  const found = new Map<string, { date: string; time: string }>();
  for (let at = 1; at < words.length; at += 1) {
    const parts = [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
    for (const [day, hour] of [parts, parts.toReversed()] as [string, string][]) {
      const date = readSpokenDate(day, context);
      const time = date && readSpokenTime(hour);
      if (date && time) found.set(`${date} ${time}`, { date, time });
    }
  }
  return [...found.values()];
}

function sumIn(rest: string, { company }: InstructionContext): { cents: number } | { why: InstructionFault } {
  const sum = readSpokenSum(rest, company);
  if ('unusualCents' in sum) return { why: { code: 'unusual-sum', cents: sum.unusualCents } };
  if ('cents' in sum) return sum;
  if (sum.fault === 'other-currency') return { why: { code: 'other-currency' } };
  return { why: sum.fault === 'missing' ? { code: 'no-sum' } : { code: 'money', fault: sum.fault } };
}

function readQuote(rest: string, context: InstructionContext): Meaning {
  const sum = sumIn(rest, context);
  return 'why' in sum ? sum : { said: { what: 'quote', cents: sum.cents } };
}

function readValue(rest: string, context: InstructionContext): Meaning {
  const sum = sumIn(rest, context);
  return 'why' in sum ? sum : { said: { what: 'value', cents: sum.cents } };
}

/** That it came, and nothing more. */
const arrived =
  /^(?:[\s.,!:;()–—-]|(?:ist|wurde|haben wir|habe ich|erteilt|erhalten|bekommen|gekommen|da|unterschrieben|heute|gestern|endlich)(?![a-z0-9]))*$/;

/** A sum, or none: then the one that is known counts. */
function readWon(rest: string, context: InstructionContext): Meaning {
  if (arrived.test(fold(rest).text)) return { said: { what: 'win' } };
  const sum = sumIn(rest, context);
  if ('cents' in sum) return { said: { what: 'win', cents: sum.cents } };
  return sum.why.code === 'no-sum' ? { why: { code: 'money', fault: 'not-an-amount' } } : sum;
}

/** An emergency is over, or a repair is done and paid for. Of anything else nobody knows what became of it. */
function readFinished(rest: string, context: InstructionContext, lead: Lead): Meaning {
  const endsVisit = pipeline[lead.stage].to.includes(finished);
  if (!endsVisit && lead.request.kind !== 'repair') return { why: { code: 'not-a-repair' } };
  const isBare = courtesy.test(fold(rest).text);
  if (!isBare && !/\d/.test(rest)) {
    const said: Said = { what: endsVisit ? 'finish' : 'repaired' };
    return { why: { code: 'more-than-understood', rest: rest.replace(gap, ''), said } };
  }
  const sum: { cents?: number } | { why: InstructionFault } = isBare ? {} : sumIn(rest, context);
  if ('why' in sum) return sum;
  if (endsVisit) return { said: { what: 'finish', ...sum } };
  return 'cents' in sum || knows(lead, 'final-value')
    ? { said: { what: 'repaired', ...sum } }
    : { why: { code: 'no-repair-sum' } };
}

const beforeReason = /^(?:[\s,:;.!?=()–—-]|(?:weil|wegen|da|grund|leider|vom kunden)(?![a-z0-9]))+/;

/** Why, in his own words. */
function reasonIn(rest: string): string {
  const folded = fold(rest);
  const from = beforeReason.exec(folded.text)?.[0].length ?? 0;
  const reason = writtenFrom(folded, from).replace(/[\s.!)]+$/, '');
  const closed = reason.includes('(') ? `${reason})` : reason;
  return /\p{L}/u.test(closed) ? closed.slice(0, maxLineLength).toWellFormed() : '';
}

function readLost(rest: string): Meaning {
  const reason = reasonIn(rest);
  return reason === '' ? { why: { code: 'no-reason' } } : { said: { what: 'lose', reason } };
}

/** "Termin absagen": of the visit that is ahead, as the button does. */
function readCancelled(_: string, { now }: InstructionContext, lead: Lead): Meaning {
  return standingVisit(lead, now) ? { said: { what: 'cancel-visit' } } : { why: { code: 'no-visit' } };
}

/** "absagen", "abgesagt: krank": of a request with a visit nobody knows whether that or all of it is off. */
function readOff(rest: string, { now }: InstructionContext, lead: Lead): Meaning {
  const isWish = /^\s*(?:schick|send|verschick)/.test(fold(rest).text);
  return standingVisit(lead, now) || isWish ? { why: { code: 'what-is-off' } } : readLost(rest);
}

/** "verschieben auf Fr 9 Uhr" of a request with a visit; of any other the request itself rests. */
function readMoved(rest: string, context: InstructionContext, lead: Lead): Meaning {
  return standingVisit(lead, context.now) ? readVisit(rest, context) : readLater(rest, context);
}

const aroundDay =
  /^(?:[\s:,;=–—-]|(?:auf|bis|wieder|noch ?mals?|melden|anrufen|nachfassen)(?![a-z0-9]))+|(?:[\s,.!)]|(?<![a-z0-9])(?:wieder|noch ?mals?|erneut|melden|anrufen|telefonieren|versuchen|probieren|nachfassen|nachfragen|ansehen|anschauen))+$/g;

function readLater(rest: string, context: InstructionContext): Meaning {
  const until = dayIn(rest, context);
  if (until === undefined) return { why: { code: 'no-day' } };
  if (until <= context.today) return { why: { code: 'day-is-over', until } };
  return { said: { what: 'postpone', until } };
}

/** "in zwei Wochen", "morgen nochmal": he looks at it then. */
function readDayAlone(rest: string, context: InstructionContext): Meaning {
  const later = readLater(rest, context);
  return 'why' in later && later.why.code === 'no-day' ? { why: { code: 'not-understood' } } : later;
}

const dayIn = (rest: string, context: InstructionContext): string | undefined =>
  readSpokenDate(fold(rest).text.replace(aroundDay, ''), context);

/** "erst" and "später" stand in reasons too, the others before a day. */
const dayBehindReason = /[\s,;(–—-]+(?:(bis|ab|wieder(?:vorlage)?|wv)|erst|spater)(?: am)?\s+(?=\S)/g;

/** The reason, and when to look again: as the form proposes it, if he names no day. */
function readUnqualified(rest: string, context: InstructionContext): Meaning {
  const { today, company } = context;
  const folded = fold(rest);
  const mark = [...folded.text.matchAll(dayBehindReason)].at(-1);
  const day = mark && writtenFrom(folded, mark.index + mark[0].length).replace(/\)\s*$/, '');
  const named = day === undefined ? undefined : dayIn(day, context);
  if (named === undefined && mark?.[1] !== undefined) return { why: { code: 'no-day' } };
  if (named !== undefined && named <= today) return { why: { code: 'day-is-over', until: named } };
  const reason = reasonIn(mark && named !== undefined ? writtenBetween(folded, 0, mark.index) : rest);
  if (reason === '') return { why: { code: 'no-reason-or-day' } };
  const lookAgainOn = named ?? workingDayFrom(company, addPeriod(today, usualLookAgain));
  return { said: { what: 'disqualify', reason, lookAgainOn } };
}

/** An emergency is confirmed; any other request is taken in hand. */
function readTaken(_: string, __: InstructionContext, lead: Lead): Meaning {
  return { said: { what: pipeline[lead.stage].alarm ? 'confirm' : 'take' } };
}
