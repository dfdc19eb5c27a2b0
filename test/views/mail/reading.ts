/** Reading mails as their programs do: what is seen, what is a tag, what a calendar entry says. */

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
};

/** The HTML as somebody sees it: the body without tags, the hidden first words and what only Outlook reads. */
export function seen(html: string): string {
  return withoutComments(html)
    .replace(/^[\s\S]*<body[^>]*>\s*<div[^>]*>[^<]*<\/div>/, '')
    .replace(/<br>|<\/?(p|table|td|h1|h2|li|div)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#a-z0-9]+;/g, (entity) => entities[entity] ?? entity);
}

/**
 * The tags in their order, as written.
 * @throws Error one of them, or the text between them, is not as we write it.
 */
export function tags(html: string): string[] {
  const body = withoutComments(html).replace(/<style>[^<]*<\/style>/g, '');
  const found = body.match(/<[^>]*>?/g) ?? [];
  for (const tag of found) {
    if (!/^<(!doctype html|\/?[a-z][a-z0-9]*( [a-z-]+="[^"<>]*")*)>$/.test(tag))
      throw new Error(`Odd tag ${tag}`);
  }
  if (body.replace(/<[^>]*>/g, '').includes('>')) throw new Error('A tag ends that did not begin');
  return found;
}

/** The addresses that links lead to, as a program reads them. */
export function links(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
}

/**
 * The properties of a calendar file with one event: values unfolded and unescaped, parameters left out.
 * @throws Error it is not well formed, or holds another number of events.
 */
export function readCalendar(content: string): Readonly<Record<string, string>> {
  const lines = content.replace(/\r\n[ \t]/g, '').split('\r\n');
  if (lines.pop() !== '') throw new Error('The file does not end with a line end');
  if (content.replaceAll('\r\n', '').match(/[\r\n]/)) throw new Error('A line does not end in CRLF');
  if (lines.filter((line) => line === 'BEGIN:VEVENT').length !== 1) throw new Error('Not one event');
  const properties: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`Odd line ${line}`);
    if (name === 'BEGIN' || name === 'END') continue;
    if (name in properties) throw new Error(`${name} is there twice`);
    properties[name] = value.replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter));
  }
  return properties;
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '');
}
