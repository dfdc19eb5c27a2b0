/** The text part of a mail: for people, watches and programs that show no HTML. Links stand on lines of their own. */
import { actionLabels } from '../words/actions.ts';
import { contactLabels } from '../words/labels.ts';
import type { Block, Entry, Fact, MailLine } from './block.ts';
import type { FooterLine } from './footer.ts';
import type { ActionLink } from './mail-content.ts';

/** Leaves room for a quoting mark or two in answers (RFC 3676 recommends 66 to 78). */
const columns = 72;

/** The whole text part: blocks and footer with an empty line between each. */
export function plainText(blocks: readonly Block[], footer: readonly FooterLine[]): string {
  const parts = [...blocks.map(blockText), `-- \n${footer.map(footerLine).join('\n')}`];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'title':
    case 'muted':
      return wrap(block.text);
    case 'paragraph':
      return block.text
        .split('\n')
        .map((line) => wrap(line))
        .join('\n');
    case 'section':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, columns))}`;
    case 'warning':
      return `!! ${block.title.toUpperCase()} !!\n${wrap(block.text)}`;
    case 'list':
      return block.items.map((item) => wrap(item, '  ', '- ')).join('\n');
    case 'facts':
      return block.facts.map(factText).join('\n');
    case 'quote':
      return [`${block.label}:`, ...block.text.split('\n').map((line) => wrap(line, '> ', '> '))].join('\n');
    case 'call':
      return `${block.label}: ${block.phone.text}`;
    case 'actions':
      return block.actions.map(linkText).join('\n\n');
    case 'link':
      return linkText(block.link);
    case 'signature':
      return block.lines.join('\n');
    case 'entry':
      return entryText(block.entry);
    case 'mails':
      return block.lines.map(mailLineText).join('\n\n');
  }
}

function factText({ label, value, url }: Fact): string {
  const line = wrap(`${label}: ${value}`, '  ');
  return url?.startsWith('https:') ? `${line}\n  ${url}` : line;
}

function linkText({ label, url }: ActionLink): string {
  return `${label}:\n${url}`;
}

function entryText(entry: Entry): string {
  const lines = [
    wrap([entry.name, entry.amount].filter(Boolean).join(' – '), '  ', '* '),
    wrap(entry.details, '  ', '  '),
    entry.note && wrap(entry.note, '  ', '  '),
    entry.excerpt && wrap(`„${entry.excerpt}“`, '  ', '  '),
    ...(entry.remarks ?? []).map((remark) => wrap(remark, '  ', '  ')),
    entry.place && wrap(`${contactLabels.address.de}: ${entry.place.text}`, '  ', '  '),
    entry.phone && `  ${contactLabels.phone.de}: ${entry.phone.text}`,
    ...[...entry.actions, { label: actionLabels.view, url: entry.viewUrl }].map(
      ({ label, url }) => `  ${label}:\n  ${url}`,
    ),
  ];
  return lines.filter(Boolean).join('\n');
}

function mailLineText({ who, about, phone, note, link, further }: MailLine): string {
  return [
    wrap(`${who}: ${about}`, '  ', '* '),
    ...(phone ? [`  ${contactLabels.phone.de}: ${phone.text}`] : []),
    wrap(note, '  ', '  '),
    ...[link, further].flatMap((one) => (one ? [`  ${one.label}:\n  ${one.url}`] : [])),
  ].join('\n');
}

function footerLine(line: FooterLine): string {
  return wrap(typeof line === 'string' ? line : `${line.label}: ${line.value}`);
}

/** Breaks one line at spaces, but not inside a phone number; words that are too long stay whole. */
function wrap(line: string, hanging = '', first = ''): string {
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const word of line.split(/(?<![\d/]) | (?![\d/])/)) {
    const next = empty ? `${current}${word}` : `${current} ${word}`;
    if (!empty && next.length > columns) {
      lines.push(current);
      current = `${hanging}${word}`;
    } else {
      current = next;
    }
    empty = false;
  }
  return [...lines, current].map((text) => text.trimEnd()).join('\n');
}
