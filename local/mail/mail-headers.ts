const maxHeaderBytes = 512 * 1024;

/** The headers of a raw mail by their lower-case names, unfolded; of repeated ones the first. */
export function readHeaders(raw: Buffer): Map<string, string> {
  // Headers longer than this nobody writes.
  const head = raw.toString('latin1', 0, maxHeaderBytes);
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The bare addresses in a header such as `To`: `Martin Muster <chef@example.de>, buero@example.de`. */
export function addressesIn(header: string): string[] {
  return header
    .replace(/"(\\.|[^"\\])*"/g, '')
    .split(',')
    .map((part) => (/<([^<>]*)>/.exec(part)?.[1] ?? part).trim())
    .filter((address) => address !== '');
}
