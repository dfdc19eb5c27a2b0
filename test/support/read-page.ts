/** Reads pages as people and browsers do. */

interface Page {
  readonly body: string;
}

/** The fields a page shows, with what stands in them. */
export function fieldsOf({ body }: Page): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of body.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name') ?? '';
    const pickable = attribute('type') === 'radio' || attribute('type') === 'checkbox';
    const picked = !pickable || / checked/.test(tag);
    if (picked || !fields.has(name)) fields.set(name, picked ? (attribute('value') ?? '') : '');
  }
  for (const [, name = '', options = ''] of body.matchAll(
    /<select[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    fields.set(name, /value="(\w+)" selected/.exec(options)?.[1] ?? '');
  }
  return fields;
}

/** What a reader sees: no tags, no styles, one space between words. */
export function textOf({ body }: Page): string {
  return body
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The links of a page, by their labels. */
export function linksOf({ body }: Page): Map<string, string> {
  const links = [...body.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  return new Map(links.map(([, url = '', label = '']) => [label.trim(), url.replaceAll('&amp;', '&')]));
}
