/** Mails line by line, or byte by byte where the charset matters, and what is read of them. */
import { readMail } from '../../../adapters/mime/read-mail.ts';

/** A raw mail: lines, or bytes where the charset matters. */
export function raw(...lines: (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]));
}

export const latin1 = (text: string) => Buffer.from(text, 'latin1');

export async function read(...lines: (string | Uint8Array)[]) {
  const result = await readMail(raw(...lines));
  if (result.result !== 'read') throw new Error(`${result.result}: ${result.reason}`);
  return { ...result.mail, contents: result.contents };
}

/** The lines of several parts, each with its headers. */
export const multipart = (type: string, boundary: string, ...parts: string[][]) => [
  `Content-Type: multipart/${type}; boundary=${boundary}`,
  '',
  ...parts.flatMap((part) => [`--${boundary}`, ...part]),
  `--${boundary}--`,
];

export const mixed = (...parts: string[][]) => multipart('mixed', 'b', ...parts);

export const utf8 = 'Content-Type: text/plain; charset=utf-8';
