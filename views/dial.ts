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

/** Where a text names this number, and not one that only begins or ends like it; -1: nowhere. */
export function placeOfNumber(text: string, number: string): number {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const isPart = /[\d+]$/.test(text.slice(0, at)) || /^\d/.test(text.slice(at + number.length));
    if (!isPart) return at;
  }
  return -1;
}
