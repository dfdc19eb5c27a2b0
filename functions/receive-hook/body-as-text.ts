/** A body as an integrator wants to see it: as it came, with files only named. */

const maxCharacters = 32 * 1024;

/** Nothing that people type is as long without a space. */
const base64File = /[A-Za-z0-9+/_-]{1000,}={0,2}/g;

export function bodyAsText(contentType: string | undefined, body: Buffer): string {
  const named = namedFiles(contentType, body) ?? body;
  const text = new TextDecoder()
    .decode(named)
    .replace(base64File, (found) => `[${Math.floor((found.length * 3) / 4)} Bytes in Base64]`);
  return text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters - 1).toWellFormed()}…`;
}

/** The contents of files replaced by how large they are; `undefined`: it is no form with files. */
function namedFiles(contentType: string | undefined, body: Buffer): Buffer | undefined {
  const boundary = /^multipart\/.*\bboundary="?([^";]{1,200})/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return undefined;
  // One character for each byte.
  const parts = body.toString('latin1').split(`--${boundary}`);
  return Buffer.from(parts.map(withoutFile).join(`--${boundary}`), 'latin1');
}

const maxHeadLength = 2_000;

function withoutFile(part: string): string {
  const end = /\r?\n\r?\n/.exec(part.slice(0, maxHeadLength));
  if (!end) return part;
  const begins = end.index + end[0].length;
  const head = part.slice(0, begins);
  if (!/\bfilename\*?=/i.test(head)) return part;
  return `${head}[${part.slice(begins).replace(/\r?\n$/, '').length} Bytes]\r\n`;
}
