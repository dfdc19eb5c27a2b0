/** Ten mail programs, with their ways to write below a text and to quote what it answers. */
import { fullName, our, type Person } from './german-people.ts';
import { escaped, multipart, type Part } from './written-mime.ts';

export const ourMail = [
  'Guten Tag,',
  '',
  'vielen Dank für Ihre Anfrage. Wann dürfen wir vorbeikommen?',
  '',
  'Mit freundlichen Grüßen',
  'Martin Muster',
  'Muster Haustechnik GmbH',
  'Werkstraße 5',
  '80331 München',
  'Tel. +49 89 1234560',
];

interface Quoting {
  readonly to: Person;
  readonly subject: string;
}

export interface Client {
  readonly name: string;
  readonly body: 'plain' | 'alternative' | 'html';
  readonly mailer?: string;
  readonly replyPrefix: string;
  /** What the program writes below the text. */
  readonly footer: readonly string[];
  /** What it writes above the quote. */
  readonly header: (quoting: Quoting) => readonly string[];
  /** Before each quoted line; none: the quote is not marked. */
  readonly mark?: string;
  /** iPhones mark the header too. */
  readonly marksHeader?: true;
  readonly parameters?: string;
}

const shortDate = '23.11.2026 um 10:15';
const longDate = 'Montag, 23. November 2026 10:15';
const block = ({ to, subject }: Quoting): readonly string[] => [
  `Von: ${our.name} <${our.address}>`,
  `Gesendet: ${longDate}`,
  `An: ${fullName(to)} <${to.email}>`,
  `Betreff: ${subject}`,
];
const webmailBlock = ({ to, subject }: Quoting): readonly string[] => [
  'Gesendet: Montag, 23. November 2026 um 10:15 Uhr',
  `Von: "${our.name}" <${our.address}>`,
  `An: ${to.email}`,
  `Betreff: ${subject}`,
];

export const clients: readonly Client[] = [
  {
    name: 'Gmail',
    body: 'alternative',
    replyPrefix: 'Re: ',
    footer: [],
    header: () => [`Am Mo., 23. Nov. 2026 um 10:15 Uhr schrieb ${our.name} <`, `${our.address}>:`],
    mark: '> ',
  },
  {
    name: 'Outlook',
    body: 'alternative',
    mailer: 'Microsoft Outlook 16.0',
    replyPrefix: 'AW: ',
    footer: [],
    header: block,
  },
  {
    name: 'Outlook mobile',
    body: 'html',
    replyPrefix: 'AW: ',
    footer: ['Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>'],
    header: (quoting) => ['________________________________', ...block(quoting)],
  },
  {
    name: 'Apple Mail',
    body: 'plain',
    mailer: 'Apple Mail (2.3826.300.87.4.3)',
    replyPrefix: 'Re: ',
    footer: [],
    header: () => [`Am ${shortDate} schrieb ${our.name} <${our.address}>:`],
    mark: '> ',
  },
  {
    name: 'iPhone',
    body: 'plain',
    mailer: 'iPhone Mail (22B91)',
    replyPrefix: 'Re: ',
    footer: ['Von meinem iPhone gesendet'],
    header: () => [`Am ${shortDate} schrieb ${our.name} <${our.address}>:`],
    mark: '> ',
    marksHeader: true,
  },
  {
    name: 'Thunderbird',
    body: 'plain',
    replyPrefix: 'Re: ',
    footer: [],
    header: () => [`Am 23.11.26 um 10:15 schrieb ${our.name}:`],
    mark: '> ',
    parameters: '; format=flowed',
  },
  { name: 'GMX', body: 'html', replyPrefix: 'Aw: ', footer: [], header: webmailBlock },
  {
    name: 'web.de',
    body: 'alternative',
    replyPrefix: 'Aw: ',
    footer: ['Diese Nachricht wurde von meinem Android-Gerät mit WEB.DE Mail gesendet.'],
    header: webmailBlock,
  },
  {
    name: 'T-Online',
    body: 'plain',
    replyPrefix: 'AW: ',
    footer: [],
    header: ({ to, subject }) => [
      '-----Original-Nachricht-----',
      `Betreff: ${subject}`,
      'Datum: 2026-11-23T10:15:00+0100',
      `Von: "${our.name}" <${our.address}>`,
      `An: "${fullName(to)}" <${to.email}>`,
    ],
  },
  {
    name: 'K-9',
    body: 'plain',
    replyPrefix: 'Re: ',
    footer: ['-- ', 'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.'],
    header: () => [`Am 23. November 2026 10:15:00 MEZ schrieb ${our.name} <${our.address}>:`],
    mark: '>',
  },
];

export function htmlOf(
  client: Client,
  own: readonly string[],
  header: readonly string[],
  quote: readonly string[],
): string {
  const style = '<style>p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif}</style>';
  const line = (text: string) =>
    client.name === 'Outlook'
      ? `<p class="MsoNormal">${escaped(text) || '<o:p>&nbsp;</o:p>'}</p>`
      : `<div>${escaped(text) || '<br>'}</div>`;
  const labelled = header.map((text) =>
    /^_+$/.test(text) ? '<hr>' : `${escaped(text).replace(/^(\w+:)/, '<b>$1</b>')}<br>`,
  );
  const quoted = quote.map(line).join('\n');
  const below =
    client.mark === undefined
      ? `<div>${labelled.join('\n')}</div>\n<div>${quoted}</div>`
      : `<div class="gmail_quote"><div dir="ltr">${labelled.join('')}</div><blockquote>${quoted}</blockquote></div>`;
  const body = `${own.map(line).join('\n')}\n${header.length > 0 ? below : ''}`;
  return `<html><head><meta http-equiv="Content-Type" content="text/html">${style}</head><body>\n${body}\n</body></html>`;
}

export function plainOf(
  client: Client,
  own: readonly string[],
  header: readonly string[],
  quote: readonly string[],
): string {
  if (header.length === 0) return own.join('\n');
  const above = client.marksHeader ? header.map((line) => `> ${line}`) : header;
  return [...own, '', ...above, ...(client.mark === undefined ? [''] : []), ...marked(client, quote)].join(
    '\n',
  );
}

export function marked({ mark }: Client, quote: readonly string[]): readonly string[] {
  return mark === undefined ? quote : quote.map((line) => `${mark}${line}`.trimEnd());
}

/** Where the answer stands: who writes with these two has been on the net for long. */
export function orderOf({ name }: Client, index: number): 'above' | 'below' | 'between' {
  if (index % 20 >= 10) return 'above';
  if (name === 'Thunderbird') return 'below';
  return name === 'K-9' ? 'between' : 'above';
}

export function bodyOf({ body }: Client, part: (type: 'text/plain' | 'text/html') => Part): Part {
  if (body === 'alternative')
    return multipart('alternative', '=_alt_1', [part('text/plain'), part('text/html')]);
  return part(body === 'html' ? 'text/html' : 'text/plain');
}
