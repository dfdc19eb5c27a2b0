/** Times of day as people say them. What could mean two of them is none. */
import { fold } from './folded-text.ts';
import { numberWords } from './number-words.ts';

/** The parts of a day, in minutes from midnight: from when on and until when. */
const dayParts: readonly (readonly [word: RegExp, from: number, to: number])[] = [
  [/\bfruh(?:morgens)?\b|\bmorgens\b/, 5 * 60, 10 * 60 + 59],
  [/\bvormittags?\b/, 7 * 60, 12 * 60],
  [/\bnachmittags?\b/, 12 * 60, 18 * 60 + 59],
  [/\bmittags?\b/, 11 * 60, 14 * 60],
  [/\babends?\b/, 17 * 60, 22 * 60],
  [/\bnachts?\b/, 20 * 60, 23 * 60 + 59],
];

/** Nobody looks at a bathroom before: an hour said like that is in the afternoon. */
const earliestSaid = 7 * 60;
/** From here on to `earliestSaid` it may be either, unless it was written like a clock. */
const earliestWritten = 6 * 60;
const halfDay = 12 * 60;

interface Clock {
  /** From midnight. */
  readonly minutes: number;
  /** `exact`: by the 24 hours of the day. `written`: in digits. `said`: in words. */
  readonly form: 'exact' | 'written' | 'said';
}

/**
 * `14 Uhr`, `14:30`, `14.30`, `9 Uhr 30`, `14h`, `um drei`, `halb drei`, `viertel nach 2`, `dreiviertel acht`, `nachmittags um 3`.
 * An hour from one to six that says no more is one of the afternoon.
 * @returns `09:00`; `undefined`: no time, or one of two.
 */
export function readSpokenTime(text: string): string | undefined {
  let said = fold(text).text.replace(/[,()]/g, ' ').replace(/\s+/g, ' ').trim();
  const part = dayParts.find(([word]) => word.test(said));
  if (part) said = said.replace(part[0], ' ').replace(/\b(?:am|in der)(?= |$)/g, ' ');
  said = said.replace(/\s+/g, ' ').trim();
  const bare = said.replace(/^(?:(?:so|um|ab|gegen|ca\.?|circa|etwa|genau|punkt) )+/, '');
  const clock = clockIn(bare, bare !== said || part !== undefined);
  const minutes = clock && withinDay(clock, part);
  if (minutes === undefined) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function withinDay({ minutes, form }: Clock, part: (typeof dayParts)[number] | undefined) {
  if (part) {
    const [, from, to] = part;
    const possible = (form === 'exact' ? [minutes] : [minutes, (minutes + halfDay) % (2 * halfDay)]).filter(
      (one) => from <= one && one <= to,
    );
    return possible.length === 1 ? possible[0] : undefined;
  }
  if (form === 'exact' || minutes >= earliestSaid) return minutes;
  if (minutes < earliestWritten) return minutes + halfDay;
  return form === 'written' ? minutes : undefined;
}

const span =
  /(?<![\d.,:])(?:von )?(\d{1,2}(?:[:.]\d{2})?)( ?(?:uhr|h))? ?(?:-|–|—|bis) ?(\d{1,2}(?:[:.]\d{2})?)( ?(?:uhr|h))?(?![\d:a-z])/;
/** Of a visit. */
const longestSpan = 600;

/**
 * `14-15 Uhr`, `von 9 bis 10:30 Uhr`: the text with the beginning alone, and how long it takes.
 * @param text as `fold` writes it. Without a time from and until it stays as it is, without `minutes`.
 */
export function readSpokenSpan(text: string): { readonly text: string; readonly minutes?: number } {
  const [all, from = '', first, until = '', last] = span.exec(text) ?? [];
  const isClock = first !== undefined || last !== undefined || (from.includes(':') && until.includes(':'));
  if (all === undefined || !isClock) return { text };
  const [begin, end] = [from, until].map((one) => minutesOf(readSpokenTime(`${one} uhr`)));
  const minutes = (end ?? 0) - (begin ?? 0);
  if (begin === undefined || end === undefined || minutes < 5 || minutes > longestSpan) return { text };
  return { text: text.replace(all, `${from} uhr`), minutes };
}

function minutesOf(clock: string | undefined): number | undefined {
  const [hour, minute] = clock?.split(':').map(Number) ?? [];
  return hour === undefined || minute === undefined ? undefined : hour * 60 + minute;
}

/** @param announced "um" or "nachmittags" stands before it, so that a number alone is a time. */
function clockIn(said: string, announced: boolean): Clock | undefined {
  return digitsIn(said, announced) ?? wordsIn(said, announced);
}

function digitsIn(said: string, announced: boolean): Clock | undefined {
  const [, hour = '', minute = '0'] =
    /^(\d{1,2})(?:[:.](\d{2}))? ?(?:uhr|h)$/.exec(said) ??
    /^(\d{1,2}) ?(?:uhr|h) ?(\d{2})$/.exec(said) ??
    /^(\d{1,2})[:.](\d{2})$/.exec(said) ??
    (announced ? /^(\d{1,2})$/.exec(said) : null) ??
    [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const exact = Number(hour) > 12 || hour.startsWith('0');
  return { minutes: Number(hour) * 60 + Number(minute), form: exact ? 'exact' : 'written' };
}

const hourWord = `(\\d{1,2}|${numberWords.join('|')}|ein)`;
/** Before or after a whole or half hour. */
const relative: readonly (readonly [form: RegExp, offset: (minutes: number) => number])[] = [
  [new RegExp(`^halb ${hourWord}$`), () => -30],
  [new RegExp(`^viertel nach ${hourWord}$`), () => 15],
  [new RegExp(`^viertel vor ${hourWord}$`), () => -15],
  [new RegExp(`^viertel ${hourWord}$`), () => -45],
  [new RegExp(`^(?:drei ?viertel|3/4) ${hourWord}$`), () => -15],
  [new RegExp(`^${hourWord}(?: min(?:uten|\\.)?)? nach halb ${hourWord}$`), (minutes) => minutes - 30],
  [new RegExp(`^${hourWord}(?: min(?:uten|\\.)?)? vor halb ${hourWord}$`), (minutes) => -minutes - 30],
  [new RegExp(`^${hourWord}(?: min(?:uten|\\.)?)? nach ${hourWord}$`), (minutes) => minutes],
  [new RegExp(`^${hourWord}(?: min(?:uten|\\.)?)? vor ${hourWord}$`), (minutes) => -minutes],
];
const wholeHour = new RegExp(`^${hourWord}( uhr)?$`);
const minuteWords: Readonly<Record<string, number>> = {
  funfzehn: 15,
  zwanzig: 20,
  dreissig: 30,
  vierzig: 40,
  funfundvierzig: 45,
};
const hourAndMinutes = new RegExp(`^${hourWord} uhr (${Object.keys(minuteWords).join('|')})$`);

function wordsIn(text: string, announced: boolean): Clock | undefined {
  const said = text.replace(/^(halb|viertel|dreiviertel|3\/4|.* (?:nach|vor)) (\S+) uhr$/, '$1 $2');
  for (const [form, offset] of relative) {
    const found = form.exec(said);
    if (!found) continue;
    const counted = found.length > 2 ? hourNumber(found[1]) : 0;
    const hour = hourNumber(found.at(-1));
    if (hour === undefined || counted === undefined || hour > 24) return undefined;
    const minutes = hour * 60 + offset(counted);
    return minutes < 0 ? undefined : { minutes, form: hour > 12 ? 'exact' : 'said' };
  }
  const [, more, minute = ''] = hourAndMinutes.exec(said) ?? [];
  if (more !== undefined) return spoken(hourNumber(more), minuteWords[minute]);
  const [, whole, clock] = wholeHour.exec(said) ?? [];
  return whole !== undefined && (announced || clock) ? spoken(hourNumber(whole), 0) : undefined;
}

const spoken = (hour: number | undefined, minute = 0): Clock | undefined =>
  hour === undefined || hour > 23
    ? undefined
    : { minutes: hour * 60 + minute, form: hour > 12 ? 'exact' : 'said' };

function hourNumber(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (word === 'ein') return 1;
  const at = numberWords.indexOf(word);
  return at >= 0 ? at : Number(word);
}
