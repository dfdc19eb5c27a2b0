/** Amounts of money as people write them in a short answer. What could mean two amounts is none. */
import type { Company } from '../business/company.ts';
import { type MoneyFault, readMoney } from '../capture/money.ts';
import { fold, writtenBetween } from './folded-text.ts';

export type SpokenSum =
  | { readonly cents: number }
  | { readonly fault: MoneyFault | 'missing' | 'other-currency' }
  /** Far from what such a business asks for anything: a figure too many or too few, or the number of a request. */
  | { readonly unusualCents: number };

/** Longer texts say more than an amount. */
const maxLength = 150;
const usualCents = { from: 10_00, to: 1_000_000_00 } as const;

/** Says no more than the instruction itself: that it was sent, that it is a sum. */
const around = [
  'uber|von|mit|zu|auf|fur|um|an|den|die|der|das|ca\\.?|circa|etwa|rund|ungefahr|in hohe von|i\\. ?h\\. ?v\\.?',
  'netto|brutto|(?:im )?wert|pauschal|summe|betrag|preis|rechnung|rechnungsbetrag|kosten|kostet|macht|auftragswert|angebotssumme',
  '(?:zzgl|zuzuglich|inkl|inklusive|plus|exkl)\\.? ?(?:der )?(?:mwst|ust|mehrwertsteuer|umsatzsteuer)\\.?|\\+ ?(?:mwst|ust)\\.?',
  'ist|sind|war|wurde|hab|habe|haben|ich|wir|raus|hinaus|draussen|rausgegangen|rausgeschickt|geschickt|verschickt|gesendet',
  'gesandt|versandt|versendet|zugeschickt|zugesandt|abgegeben|gemacht|erstellt|geschrieben|ubergeben|unterschrieben',
  'per (?:e-?mail|mail|post|brief)|(?:dem |an (?:den )?)?kunden?|heute|gestern|vorhin|eben|gerade|schon|jetzt',
  'erteilt|erhalten|bekommen|gekommen|da',
].join('|');
const before = new RegExp(`^(?:[\\s:=,;(.]|[–—-](?=\\s)|(?:${around})(?![a-z0-9]))+`);
/** Of these each begins the text or follows something that is no letter. */
const behind = new RegExp(`(?:[\\s,;.!()]|(?<![a-z0-9])(?:${around}))$`);

const thousands = /^(\d{1,4})(?:[.,](\d{1,2}))? ?(?:k|tsd\.?|tausend|teur)(?: ?(?:€|eur|euro|chf|fr\.?))?$/;

/** Other money than that of the business. "Fr" without a dot is a Friday. */
const otherMoney: Readonly<Record<Company['currency'], RegExp>> = {
  EUR: /(?<![a-z])(?:chf|franken|fr\.|usd|dollar)(?![a-z])|[$£]/,
  CHF: /(?<![a-z])(?:eur|euro|usd|dollar)(?![a-z])|[€$£]/,
};

/** "8500", "über 8.500,- € verschickt", "ist raus: 8,5k", "12.500 netto". */
export function readSpokenSum(text: string, { currency }: Company): SpokenSum {
  const amount = text.length > maxLength ? text : bareAmount(text);
  if (amount === '') return { fault: 'missing' };
  if (/\d/.test(amount) && otherMoney[currency].test(fold(amount).text)) return { fault: 'other-currency' };
  const money = inThousands(amount) ?? readMoney(amount, currency);
  if ('fault' in money) return money;
  const { cents } = money;
  return cents < usualCents.from || cents > usualCents.to ? { unusualCents: cents } : { cents };
}

function bareAmount(text: string): string {
  const folded = fold(text);
  const from = before.exec(folded.text)?.[0].length ?? 0;
  let to = folded.text.length;
  for (;;) {
    const found = behind.exec(folded.text.slice(from, to))?.[0];
    if (found === undefined) break;
    to -= found.length;
  }
  return writtenBetween(folded, from, to)
    .trim()
    .replace(/^(?:franken|sfr\.?)(?![a-z])|(?<![a-z])(?:franken|sfr\.?)$/i, 'CHF');
}

function inThousands(amount: string): { readonly cents: number } | undefined {
  const [, whole, part = '0'] = thousands.exec(fold(amount).text.replace(/^(?:€|eur|euro|chf) ?/, '')) ?? [];
  if (whole === undefined) return undefined;
  const cents = Number(whole) * 100_000 + Math.round(Number(`0.${part}`) * 100_000);
  return cents === 0 ? undefined : { cents };
}
