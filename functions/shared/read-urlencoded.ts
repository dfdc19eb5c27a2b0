/** `name=value&…`, whatever its label says, and the lines that a form of the type `text/plain` sends. */
import { decodeBytes } from '../../adapters/mime/charset.ts';
import { type Field, maxFields, parsePath } from '../../domain/capture/form-fields.ts';

const pairBegins = /^[\w\p{L}.\-[\]%+:* ]{1,200}=/u;
const furtherPair = /&[\w\p{L}.\-[\]%+:* ]{1,200}=/u;

/** Whether a text of no known type is one of pairs: without blanks, or with a second pair. */
export const looksUrlencoded = (text: string): boolean =>
  pairBegins.test(text) && (furtherPair.test(text) || !/\s/.test(text.trim()));

/**
 * Percent-decoded to bytes first: what the bytes mean is the character set's business.
 * @returns `undefined`: more pairs than any form has.
 */
export function readUrlencoded(body: Buffer, charset: string | undefined): Field[] | undefined {
  const text = withoutLastLines(body).toString('latin1');
  const pairs = text.split(separatorOf(text)).filter((pair) => pair !== '');
  if (pairs.length > maxFields) return undefined;
  const decode = (encoded: string) => decodeBytes(percentDecoded(encoded.replace(/\+/g, ' ')), charset);
  return pairs.map((pair) => {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    return { path: parsePath(decode(name)), value: decode(value) };
  });
}

/** Line breaks that a program put behind the pairs are no part of the last one. */
function withoutLastLines(body: Buffer): Buffer {
  let end = body.length;
  while (body[end - 1] === 0x0a || body[end - 1] === 0x0d) end--;
  return body.subarray(0, end);
}

/** PHP can be set to join pairs as they stand in HTML. */
function separatorOf(text: string): string {
  const first = text.indexOf('&');
  if (first < 0 || !text.startsWith('&amp;', first)) return '&';
  return /&(?!amp;)/.test(text) ? '&' : '&amp;';
}

/** A percent sign that begins no code stands for itself. */
export function percentDecoded(text: string): Buffer {
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

const line = /^([\p{L}_][\p{L}\d_.\-[\]:* ]{0,60})=(.*)$/u;

/**
 * The lines of a form with `enctype="text/plain"`: `name=value`, nothing escaped; what has no name goes on with the value before.
 * @returns `undefined`: these are no such lines.
 */
export function readPlainLines(text: string): Field[] | undefined {
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines.length > maxFields) return undefined;
  const fields: { path: readonly string[]; value: string }[] = [];
  for (const one of lines) {
    const [, name, value = ''] = line.exec(one) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ path: parsePath(name), value });
    else if (last) last.value += `\n${one}`;
    else return undefined;
  }
  return fields.length > 1 ? fields : undefined;
}
