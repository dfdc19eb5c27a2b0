import { Busboy } from '@fastify/busboy';
import { type Field, flatten, maxFields, parsePath } from '../../domain/capture/form-fields.ts';
import { fileLeftOut } from '../../views/words/kept-words.ts';

/** Most bytes of a body, or of the fields of a multipart body: files do not count, they are left out anyway. */
export const maxBodyBytes = 256 * 1024;

export type Body =
  | { readonly fields: readonly Field[] }
  /** The status to answer with: 400 damaged, 413 too large, 415 a type or character set nobody knows. */
  | { readonly unreadable: 400 | 413 | 415 };

/**
 * Reads the fields of a form in any encoding: JSON, form-urlencoded, multipart. An empty body has no fields. Text is
 * read as the character set it declares; without one as UTF-8, and as Windows-1252 where it is no UTF-8: old forms.
 */
export async function readBody(contentType: string | undefined, body: Buffer): Promise<Body> {
  if (body.length === 0) return { fields: [] };
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  const mediaType = type.toLowerCase();
  if (mediaType === 'multipart/form-data') return readMultipart(contentType ?? '', body);
  if (mediaType !== 'application/json' && mediaType !== 'application/x-www-form-urlencoded') {
    return { unreadable: 415 };
  }
  if (body.length > maxBodyBytes) return { unreadable: 413 };
  const decode = decoder(findCharset(parameters));
  if (!decode) return { unreadable: 415 };
  return mediaType === 'application/json' ? readJson(decode(body)) : readUrlencoded(body, decode);
}

type Decode = (bytes: Uint8Array) => string;

function findCharset(parameters: readonly string[]): string | undefined {
  const charset = parameters.find((parameter) => /^charset\s*=/i.test(parameter));
  return charset
    ?.slice(charset.indexOf('=') + 1)
    .trim()
    .replace(/^"(.*)"$/, '$1');
}

/** @returns `undefined` for a character set that does not exist. */
function decoder(charset: string | undefined): Decode | undefined {
  if (charset === undefined || /^utf-?8$/i.test(charset)) return decodeLeniently;
  try {
    const declared = new TextDecoder(charset);
    return (bytes) => declared.decode(bytes);
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

function decodeLeniently(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

function readJson(text: string): Body {
  try {
    const parsed: unknown = JSON.parse(text);
    const fields = typeof parsed === 'object' && parsed !== null ? flatten(parsed) : undefined;
    return fields ? { fields } : { unreadable: 400 };
  } catch {
    return { unreadable: 400 };
  }
}

/** Percent-decoded to bytes first: what the bytes mean is the character set's business. */
function readUrlencoded(body: Buffer, decode: Decode): Body {
  const pairs = body
    .toString('latin1')
    .split('&')
    .filter((pair) => pair !== '');
  if (pairs.length > maxFields) return { unreadable: 400 };
  const text = (encoded: string) => decode(percentDecoded(encoded.replace(/\+/g, ' ')));
  return {
    fields: pairs.map((pair) => {
      const equals = pair.indexOf('=');
      const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      return { path: parsePath(text(name)), value: text(value) };
    }),
  };
}

/** A percent sign that begins no code stands for itself. */
function percentDecoded(text: string): Buffer {
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

interface Part {
  readonly name: string;
  /** Absent: a field. Empty: a file input that was left empty. */
  readonly fileName: string | undefined;
  readonly chunks: Buffer[];
}

/**
 * Every part is read as raw bytes (`isPartAFile`), so that old character sets are decoded here and not guessed there.
 * What was sent as a file is left out; that it was there is kept as text.
 */
function readMultipart(contentType: string, body: Buffer): Promise<Body> {
  return new Promise((resolve) => {
    const damaged = () => resolve({ unreadable: 400 });
    const parser = multipartParser(contentType);
    if (!parser) return damaged();
    const parts: Part[] = [];
    let fieldBytes = 0;
    parser.on('file', (name: string | undefined, stream, fileName: string | undefined) => {
      const part: Part = { name: name ?? '', fileName, chunks: [] };
      parts.push(part);
      stream.on('error', damaged);
      stream.on('data', (chunk: Buffer) => {
        if (fileName !== undefined) return;
        fieldBytes += chunk.length;
        if (fieldBytes <= maxBodyBytes) part.chunks.push(chunk);
      });
    });
    parser.on('partsLimit', damaged);
    parser.on('error', damaged);
    parser.on('finish', () => {
      resolve(fieldBytes > maxBodyBytes ? { unreadable: 413 } : { fields: parts.flatMap(toFields) });
    });
    parser.end(body);
  });
}

/** @returns `undefined` without a boundary. */
function multipartParser(contentType: string) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: () => true,
      limits: { parts: maxFields, headerPairs: 20 },
    });
  } catch {
    return undefined;
  }
}

function toFields({ name, fileName, chunks }: Part): Field[] {
  const path = parsePath(name);
  if (fileName === undefined) return [{ path, value: decodeLeniently(Buffer.concat(chunks)) }];
  return fileName === '' ? [] : [{ path, value: fileLeftOut(fileName) }];
}
