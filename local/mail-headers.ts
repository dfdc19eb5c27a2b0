/** The headers of a raw mail by their lower-case names, unfolded; of repeated ones the first. */
export function readHeaders(raw: Buffer): Map<string, string> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .toString('latin1', 0, end < 0 ? raw.length : end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
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
