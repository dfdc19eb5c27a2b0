/** Money as owners type it into a form, and back. */
import type { Company } from '../business/company.ts';

type Currency = Company['currency'];

/** The same ceiling as the lead's schema. */
const maxCents = 1_000_000_000_00;

const currencySign = {
  EUR: /^(?:€|EUR|Euro)|(?:€|EUR|Euro)$/gi,
  CHF: /^(?:CHF|Fr\.?)|(?:CHF|Fr\.?)$/gi,
} as const;

/** "8.500,-" and "8'500.–": no cents. */
const noCents = /[.,](?:-{1,2}|–|—)$/;

/**
 * Each way to write an amount: its whole units, the sign between groups of thousands, its cents. Where the comma is
 * the decimal sign, a dot can be one too if exactly two digits follow (a keypad without a comma): two digits are no
 * group of thousands.
 */
const spellings: Readonly<Record<Currency, readonly RegExp[]>> = {
  EUR: [/^(\d+|\d{1,3}([.'’\s])\d{3}(?:\2\d{3})*)(?:,(\d{1,2}))?$/, /^(\d+)()\.(\d{2})$/],
  CHF: [/^(\d+|\d{1,3}(['’\s])\d{3}(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/],
};

export type MoneyFault = 'not-an-amount' | 'zero' | 'too-much';

/**
 * Reads an amount: "8.500", "8500,50", "8.500,– €", in Switzerland "8'500.-" or "CHF 8500.50". Nothing is guessed: what
 * could mean two amounts is refused.
 * @returns cents, or what is wrong.
 */
export function readMoney(text: string, currency: Currency): { cents: number } | { fault: MoneyFault } {
  const digits = text.trim().replace(currencySign[currency], '').trim().replace(noCents, '');
  const match = spellings[currency].map((spelling) => spelling.exec(digits)).find((found) => found !== null);
  const [, whole, , fraction = ''] = match ?? [];
  if (whole === undefined) return { fault: 'not-an-amount' };
  const cents = Number(whole.replace(/\D/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
  if (cents === 0) return { fault: 'zero' };
  if (cents > maxCents) return { fault: 'too-much' };
  return { cents };
}

/** An amount as it stands in a form field, without the currency: "8.500", "8.500,50", in Switzerland "8'500.50". */
export function writeMoney(cents: number, currency: Currency): string {
  const [group, point] = currency === 'CHF' ? ["'", '.'] : ['.', ','];
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return cents % 100 === 0 ? whole : `${whole}${point}${String(cents % 100).padStart(2, '0')}`;
}
