/** `name=value&…`, whatever its label says. */
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
