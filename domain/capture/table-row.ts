/** Tables send their rows without names. */
import { normaliseEmail } from './contact-data.ts';
import type { Found } from './form-answer.ts';

/**
 * A row of a table has no names: the mail address in it tells that it is one. What stands behind the last address or
 * number is a text, with commas of its own.
 */
export function readRow(all: readonly Found[]): Found[] {
  return all.flatMap((one) => {
    const cells = one.value.split(', ');
    const last = cells.findLastIndex((cell) => normaliseEmail(cell) !== undefined || bareNumber.test(cell));
    if (
      cells.length < 3 ||
      cells.length > maxCells ||
      !cells.some((cell) => normaliseEmail(cell) !== undefined)
    )
      return [one];
    const { machinery: _machinery, hint: _hint, ...row } = one;
    return [...cells.slice(0, last + 1), cells.slice(last + 1).join(', ')]
      .filter((value) => value !== '')
      .map((value, at) => ({
        ...row,
        names: [String(at + 1)],
        label: String(at + 1),
        role: undefined,
        value,
      }));
  });
}

/** More columns has no form. */
const maxCells = 100;
const bareNumber = /^[+0][\d ()/.-]{6,24}$/;
