/** A label that only its look sets apart from its value, with nothing between: `<b>Name</b>Erika`. */
import { bareLabel, isLabel, roleOfLabel } from '../../domain/inbound/form-words.ts';

/** They set labels apart; `span` and `font` are around anything. */
const marks = new Set(['b', 'strong', 'label', 'em', 'i', 'u', 'th', 'dt']);
const looks = new Set(['span', 'font']);

const maxLabelLength = 60;
/** A value looks like one: a word with a capital, a number, an address. */
const valueStart = /^(?:[\p{Lu}\d+(]|[^\s@]{1,64}@)/u;

/** Follows the elements of one line after the other. */
export class GluedLabel {
  #state: 'none' | 'open' | 'closed' = 'none';
  #depth = 0;
  #isMark = false;

  open(name: string, atStart: boolean): void {
    const isMark = marks.has(name);
    if (atStart && (isMark || (looks.has(name) && this.#state !== 'open'))) {
      this.#state = 'open';
      this.#depth = 1;
      this.#isMark = isMark;
    } else if (this.#state === 'open' && (isMark || looks.has(name))) this.#depth += 1;
  }

  close(name: string): void {
    if (this.#state !== 'open' || !(marks.has(name) || looks.has(name))) return;
    this.#depth -= 1;
    if (this.#depth === 0) this.#state = 'closed';
  }

  reset(): void {
    this.#state = 'none';
  }

  /** What stands between the line so far and what follows: nothing, unless a label has just ended. */
  divide(line: string, next: string): string {
    if (this.#state !== 'closed' || line === '') return '';
    this.#state = 'none';
    if (line.length > maxLabelLength || !/[\p{L}\p{N})*]$/u.test(line)) return '';
    if (/^(?!\(\+?\d)[\s\p{P}]/u.test(next)) return '';
    const label = bareLabel(line);
    if (roleOfLabel(label) !== undefined) return ': ';
    return this.#isMark && isLabel(label) && /\p{L}{3}/u.test(label) && valueStart.test(next) ? ': ' : '';
  }
}
