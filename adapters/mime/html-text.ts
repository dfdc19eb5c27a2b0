/** Text and labelled values of an HTML mail. One pass, linear in its length, whatever it contains. */
import { decodeEntities } from './entities.ts';
import { GluedLabel } from './glued-label.ts';

export interface HtmlText {
  readonly text: string;
  readonly pairs: readonly { readonly label: string; readonly value: string }[];
  /** How many links it has. */
  readonly links: number;
}

/** Far more than a form has fields. */
const maxPairs = 500;
/** A label is a few words; longer cells are layout. */
const maxLabelLength = 200;
const maxQuoteDepth = 10;
/** Programs write this rule above a quoted mail, and convert it like this themselves. */
const ruleLine = '_'.repeat(32);

const hiddenElements = new Set(['script', 'style', 'title', 'template', 'noscript', 'textarea', 'select']);
const paragraphElements = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
]);
const lineElements = new Set(
  'address article aside body center dd div dt fieldset figure footer form header html li main nav section tr'.split(
    ' ',
  ),
);

interface Table {
  cells: string[];
  cell: string | undefined;
}

export function readHtml(html: string): HtmlText {
  const page = new Page();
  // Only ASCII, so that the places stay the same.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  /** What was searched once to the end in vain is not searched again: that keeps it linear. */
  const missing = new Set<string>();
  const find = (what: string, from: number) => {
    if (missing.has(what)) return -1;
    const at = lower.indexOf(what, from);
    if (at < 0) missing.add(what);
    return at;
  };
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open < 0) break;
    page.write(html.slice(position, open));
    if (lower.startsWith('<!--', open)) {
      const close = find('-->', open + 2);
      position = close < 0 ? open + 4 : close + 3;
      continue;
    }
    const name = /^<\/?[a-z][a-z0-9:]{0,30}/.exec(lower.slice(open, open + 34))?.[0].slice(1);
    if (name === undefined && lower[open + 1] !== '!' && lower[open + 1] !== '?') {
      page.write('<');
      position = open + 1;
      continue;
    }
    const close = tagEnd(html, open + 1, missing);
    if (close < 0) {
      // A mail cut inside a tag.
      position = html.length;
      break;
    }
    position = close + 1;
    if (name === undefined) continue;
    if (name.startsWith('/')) page.close(name.slice(1));
    else {
      page.open(name, html.slice(open, close));
      if (hiddenElements.has(name)) {
        const end = find(`</${name}`, position);
        if (end >= 0) position = end;
      }
    }
  }
  page.write(html.slice(position));
  return page.finish();
}

/** The `>` of the tag; one in quotes does not count, unless the quotes are unbalanced. */
function tagEnd(html: string, from: number, missing: Set<string>): number {
  if (missing.has('"')) return html.indexOf('>', from);
  let i = from;
  while (i < html.length) {
    const sign = html[i];
    if (sign === '>') return i;
    if ((sign === '"' || sign === "'") && html[i - 1] === '=') {
      const end = html.indexOf(sign, i + 1);
      if (end < 0) break;
      i = end;
    }
    i++;
  }
  missing.add('"');
  return html.indexOf('>', from);
}

/** A longer line has begun long ago, and looking at all of it again for each tag would take for ever. */
const maxBlankStart = 100;

/** The text as it grows. */
class Page {
  readonly #lines: string[] = [];
  #line = '';
  /** The line is empty or ends with a blank. Asking the growing string itself would copy it each time. */
  #atBlank = true;
  #quoteDepth = 0;
  #preDepth = 0;
  #links = 0;
  readonly #glued = new GluedLabel();
  #link: { href: string; text: string } | undefined;
  readonly #tables: Table[] = [];
  /** Of each open list the number of its next item; `undefined`: it has none. */
  readonly #lists: (number | undefined)[] = [];
  readonly #pairs: { label: string; value: string }[] = [];
  #term: string | undefined;
  #definition: string | undefined;

  write(source: string): void {
    if (source === '') return;
    const text = decodeEntities(source);
    if (this.#preDepth > 0) {
      const [first = '', ...others] = text.split('\n');
      this.#append(first);
      for (const line of others) {
        this.#break();
        this.#append(line);
      }
    } else {
      const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
      this.#append(this.#atBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
    }
    this.#note(text);
  }

  #append(text: string): void {
    if (text === '') return;
    this.#line += this.#glued.divide(this.#line, text) + text;
    this.#atBlank = text.endsWith(' ');
  }

  #note(text: string): void {
    if (this.#link) this.#link.text += text;
    const table = this.#tables.at(-1);
    if (table?.cell !== undefined) table.cell += text;
    else if (this.#definition !== undefined) this.#definition += text;
    else if (this.#term !== undefined) this.#term += text;
  }

  open(name: string, tag: string): void {
    this.#glued.open(name, this.#atBlank && this.#line.length <= maxBlankStart && this.#line.trim() === '');
    if (name === 'br') {
      this.#break();
      this.#note('\n');
    } else if (name === 'hr') {
      this.#newLine();
      this.#append(ruleLine);
      this.#break();
    } else if (name === 'a') {
      this.#openLink(tag);
    } else if (name === 'blockquote') {
      this.#paragraph();
      this.#quoteDepth++;
    } else {
      this.#block(name);
    }
    if (name === 'pre') this.#preDepth++;
    if (name === 'ol' || name === 'ul') this.#lists.push(name === 'ol' ? startOf(tag, 'start') : undefined);
    if (name === 'li') this.#append(this.#bullet(tag));
    if (lineElements.has(name) || paragraphElements.has(name)) this.#note('\n');
    const table = this.#tables.at(-1);
    if (name === 'table') this.#tables.push({ cells: [], cell: undefined });
    else if (name === 'tr' && table) this.#endRow(table);
    else if (name === 'td' || name === 'th') {
      if (!this.#atBlank) this.#append(' ');
      if (table) {
        endCell(table);
        table.cell = '';
      }
    } else if (name === 'dt') {
      this.#endDefinition();
      this.#term = '';
    } else if (name === 'dd' && this.#term !== undefined) this.#definition = '';
  }

  close(name: string): void {
    this.#glued.close(name);
    if (name === 'a') this.#closeLink();
    else if (name === 'blockquote') {
      this.#newLine();
      this.#quoteDepth = Math.max(0, this.#quoteDepth - 1);
    } else this.#block(name);
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    if (name === 'pre') this.#preDepth = Math.max(0, this.#preDepth - 1);
    const table = this.#tables.at(-1);
    if (table && name === 'table') {
      this.#endRow(table);
      this.#tables.pop();
    } else if (table && name === 'tr') this.#endRow(table);
    else if (table && (name === 'td' || name === 'th')) endCell(table);
    else if (name === 'dd' || name === 'dl') this.#endDefinition();
  }

  finish(): HtmlText {
    this.#closeLink();
    this.#newLine();
    for (const table of this.#tables) this.#endRow(table);
    this.#endDefinition();
    const text = this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
    return { text, pairs: this.#pairs, links: this.#links };
  }

  /** What a browser shows before an item of a list. */
  #bullet(tag: string): string {
    const counted = this.#lists.at(-1);
    if (counted === undefined) return '- ';
    const number = startOf(tag, 'value', counted);
    this.#lists[this.#lists.length - 1] = number + 1;
    return `${number}. `;
  }

  #block(name: string): void {
    if (paragraphElements.has(name)) this.#paragraph();
    else if (lineElements.has(name)) this.#newLine();
  }

  #break(): void {
    this.#lines.push('> '.repeat(Math.min(this.#quoteDepth, maxQuoteDepth)) + this.#line.trimEnd());
    this.#line = '';
    this.#atBlank = true;
    this.#glued.reset();
  }

  #newLine(): void {
    if (this.#line.trim() !== '') this.#break();
    this.#line = '';
    this.#atBlank = true;
  }

  #paragraph(): void {
    this.#newLine();
    const last = this.#lines.at(-1);
    if (last !== undefined && !/^[> ]*$/.test(last.slice(0, 2 * maxQuoteDepth + 1))) this.#break();
  }

  #openLink(tag: string): void {
    this.#closeLink();
    const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag.slice(0, 5_000));
    const href = decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replace(/\s+/g, '');
    if (!/^https?:\/\//i.test(href)) return;
    this.#links++;
    this.#link = { href, text: '' };
  }

  /** The address of a link stands behind its text, unless it is its text. */
  #closeLink(): void {
    const link = this.#link;
    this.#link = undefined;
    const text = link?.text.trim() ?? '';
    if (!link || text === '') return;
    const bare = (url: string) => url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
    if (bare(text) !== bare(link.href)) this.#append(` <${link.href}>`);
  }

  #endRow(table: Table): void {
    endCell(table);
    const filled = table.cells.filter((cell) => cell !== '');
    table.cells = [];
    const [label, value] = filled;
    if (filled.length === 2 && label !== undefined && value !== undefined) this.#addPair(label, value);
  }

  #endDefinition(): void {
    if (this.#term !== undefined && this.#definition !== undefined) {
      this.#addPair(tidyCell(this.#term), tidyCell(this.#definition));
    }
    this.#term = undefined;
    this.#definition = undefined;
  }

  #addPair(label: string, value: string): void {
    if (label === '' || value === '' || label.length > maxLabelLength) return;
    if (this.#pairs.length < maxPairs) this.#pairs.push({ label: label.replace(/\s+/g, ' '), value });
  }
}

/** The number that a list begins with or an item has. */
function startOf(tag: string, attribute: 'start' | 'value', otherwise = 1): number {
  const found = new RegExp(`\\s${attribute}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(tag.slice(0, 5_000))?.[1];
  return found === undefined ? otherwise : Number(found);
}

function endCell(table: Table): void {
  if (table.cell !== undefined) table.cells.push(tidyCell(table.cell));
  table.cell = undefined;
}

function tidyCell(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
