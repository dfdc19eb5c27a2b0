/** A text in its thoughts, each of which says one thing. */

/** As much of a text as is read. */
const maxRead = 5_000;

/** Where a thought ends; a comma or a dot inside a figure or a date is none, one behind a number of three digits is. */
const border =
  /\n+|[;!?]+|,(?![\d-])|(?<!\d|(?<!\p{L})(?:max|min|ca|tsd|nr|str|fr|sfr|bzw|u|z|b|d|h|evtl|inkl))\.(?=\s|$)|(?<=\d{3})\.(?=\s)|(?<!\d)\s[–—-]\s|\s(?:und|and|sowie|bzw\.?)\s(?!\d)/iu;
/** "1. Neues Bad", "- bis April", "a) 20.000 €". */
const bullet = /^\s*(?:\(?(?:\d{1,2}|[a-z])[.)](?=\s)|[-–•*·]|\d{1,2}:(?=\s))\s*/i;

/** The thoughts of a text in their order, each on its own. */
export function thoughtsOf(text: string): string[] {
  return linesOf(text)
    .flatMap((line) => line.split(border))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const linesOf = (text: string): string[] =>
  text
    .slice(0, maxRead)
    .split('\n')
    .map((line) => line.replace(bullet, '').trim());
