/** "Budget etwa 20.000 €" behind the label "Budget" says the word twice. */
import type { LearnedFact } from '../lead/learned.ts';

const whose = '(?:(?:unser|mein|das|der|die)(?:e[rn]?)? )?';
const is = '(?: (?:ist|sind|wäre|liegt (?:etwa |ungefähr )?bei|beträgt|soll(?:te)?(?: bei)?))?';
/** What the words themselves name needs no sign behind them; the others might begin a sentence. */
const labels: Readonly<Partial<Record<LearnedFact, RegExp>>> = {
  budget: new RegExp(
    `^${whose}(?:budget(?:rahmen)?|preis(?:rahmen|vorstellung)?|kosten(?:rahmen)?|finanzrahmen|betrag|summe|geld)(?![\\p{L}-])${is}\\s*[:=–-]?\\s*`,
    'iu',
  ),
  timeframe: new RegExp(
    `^${whose}(?:zeit(?:rahmen|raum|punkt|plan)|termin|wunschtermin)(?![\\p{L}-])${is}\\s*[:=–-]?\\s*|^(?:zeit|wann)\\s*[:=]\\s*`,
    'iu',
  ),
  installation: /^(?:vorhaben|anliegen|projekt|was|umfang|gewünscht)\s*[:=]\s*/iu,
  address: /^(?:(?:die|meine|unsere) )?(?:adresse|anschrift)(?: ist)?\s*[:=]\s*/iu,
  'wished-date': /^(?:wunsch)?termin(?:wunsch)?\s*[:=]\s*/iu,
};

/** The value of a fact without the name of the fact in front of it; whole, if nothing else is said. */
export function withoutOwnLabel(fact: LearnedFact, value: string): string {
  const label = labels[fact];
  const rest = label === undefined ? value : value.replace(label, '').trim();
  return rest === '' ? value : rest;
}
