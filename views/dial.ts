// Alone, because the form for visitors needs this of all that is known about showing leads: its cold start is waited for.

/**
 * The `tel:` address of a number in any spelling; none for what has fewer digits than an emergency call, or more than
 * any number (15, E.164).
 */
export function dial(number: string): string | undefined {
  const international = number.trim().startsWith('+');
  const digits = (international ? number.replace('(0)', '') : number).replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 15) return undefined;
  return `tel:${international ? '+' : ''}${digits}`;
}
