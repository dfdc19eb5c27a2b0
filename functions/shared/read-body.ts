/**
 * From the bytes of a request to the fields and files of a form. What the label says of the body is a hint: many senders label
 * it wrongly, or not at all, so the body itself is looked at first.
 */
import { decodeBytes } from '../../adapters/mime/charset.ts';
import { type Field, flatten, maxFields, parsePath } from '../../domain/capture/form-fields.ts';
import { type FormFile, formFile, takeFiles } from './form-files.ts';
import { looksLikeJson, parseJson } from './parse-json.ts';
import { type Part, readParts } from './read-multipart.ts';
import { readTextForm } from './read-text-form.ts';
import { looksUrlencoded, percentDecoded, readUrlencoded } from './read-urlencoded.ts';
import { undoEscapes } from './undo-escapes.ts';

/** A body with everything in it. Lambda takes 6 MB, and the gateway hands it a body of bytes a third longer. */
export const maxBodyBytes = 4 * 1024 * 1024;
/** What is left of it without its files: their text goes through many hands. */
export const maxFieldBytes = 256 * 1024;

interface FormBody {
  readonly fields: readonly Field[];
  readonly files: readonly FormFile[];
}

export type Body =
  | FormBody
  /** The status to answer with: 400 damaged, 413 too large, 415 nothing that a form sends. */
  | {
      readonly unreadable: 400 | 413 | 415;
      /** Of a form that is too large for its files: what was written in it. */
      readonly fields?: readonly Field[];
    };

/**
 * Reads a form in any encoding: JSON, form-urlencoded, multipart, a signed token. An empty body has no fields. Text is UTF-8
 * where it can be, else what its label says, else Windows-1252; what programs on the way escaped is undone.
 * @param contentEncoding the header of that name, if the body is compressed.
 */
export async function readBody(
  contentType: string | undefined,
  body: Buffer,
  contentEncoding?: string,
): Promise<Body> {
  if (body.length > maxBodyBytes) return tooLarge(body, contentType);
  const inflated = await inflate(body, contentEncoding);
  if (!Buffer.isBuffer(inflated)) return inflated;
  const label = readLabel(contentType);
  const read = readParted(inflated, label) ?? (await readText(inflated, label));
  if (read === undefined) return { unreadable: knownTypes.test(label.mediaType) ? 400 : 415 };
  const { fields, files } = takeFiles(read.fields, read.files.length);
  if (fields.length > maxFields) return { unreadable: 400 };
  if (sizeOf(fields) > maxFieldBytes) return { unreadable: 413 };
  return { fields: await undoEscapes(fields), files: [...read.files, ...files] };
}

/** Files may be sent again in a smaller size; what somebody wrote is not typed twice. */
async function tooLarge(body: Buffer, contentType: string | undefined): Promise<Body> {
  const fields = readParted(body, readLabel(contentType))?.fields ?? [];
  const isText = fields.length > 0 && sizeOf(fields) <= maxFieldBytes;
  return { unreadable: 413, ...(isText && { fields: await undoEscapes(fields) }) };
}

/** What its label promises, and the body breaks: damaged, not foreign. */
const knownTypes =
  /^(?:application\/(?:[\w.-]+\+)?json|application\/x-www-form-urlencoded|multipart\/form-data)$/;

const sizeOf = (fields: readonly Field[]): number =>
  fields.reduce(
    (sum, { path, value }) => sum + Buffer.byteLength(value) + Buffer.byteLength(path.join('.')),
    0,
  );

interface Label {
  /** Lower case; empty if there is none. */
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly boundary: string | undefined;
}

function readLabel(contentType = ''): Label {
  const [mediaType = '', ...parameters] = contentType.slice(0, 1_000).split(';');
  const find = (name: string) => {
    const found = parameters.find((parameter) => parameter.trim().toLowerCase().startsWith(`${name}=`));
    return found
      ?.slice(found.indexOf('=') + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
  };
  return { mediaType: mediaType.trim().toLowerCase(), charset: find('charset'), boundary: find('boundary') };
}

/** The marks of gzip, which no text begins with: some senders leave out the header. */
const gzipMark = Buffer.from([0x1f, 0x8b, 0x08]);

/** A body that grows beyond what a body may have is not unpacked to its end. */
async function inflate(
  body: Buffer,
  contentEncoding = '',
): Promise<Buffer | { readonly unreadable: 400 | 413 }> {
  const encoding = body.subarray(0, 3).equals(gzipMark) ? 'gzip' : contentEncoding.trim().toLowerCase();
  if (!/^(?:x-)?gzip$|^deflate$|^br$/.test(encoding)) return body;
  const { brotliDecompressSync, unzipSync } = await import('node:zlib');
  const unpack = encoding === 'br' ? brotliDecompressSync : unzipSync;
  try {
    return unpack(body, { maxOutputLength: maxBodyBytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (tooLarge) return { unreadable: 413 };
    // A server before us may have unpacked it and left the header.
    return encoding === 'gzip' && body.subarray(0, 2).equals(gzipMark.subarray(0, 2))
      ? { unreadable: 400 }
      : body;
  }
}

function readParted(body: Buffer, { boundary }: Label): FormBody | undefined {
  const parts = readParts(body, boundary, maxFields);
  if (!parts || parts.length === 0) return undefined;
  const fields: Field[] = [];
  const files: FormFile[] = [];
  for (const part of parts) {
    const { name, fileName, contentType, charset, bytes } = part;
    if (fileName === undefined || isFieldInDisguise(part)) {
      fields.push({ path: parsePath(name), value: decodeBytes(bytes, charset) });
    } else if (fileName !== '' || bytes.length > 0) {
      files.push(formFile(fileName, contentType, bytes, files.length + 1));
    }
  }
  return { fields, files };
}

/**
 * Some libraries send every field as a file: called like the field, without a type (`files={'name': 'Erika'}` of Python's
 * requests), or a blob that holds the fields as JSON.
 */
function isFieldInDisguise({ name, fileName, contentType, bytes }: Part): boolean {
  if (fileName === 'blob') return contentType === 'application/json';
  const looksTyped = contentType !== '' || /\.\w{2,5}$/.test(name);
  return fileName === name && !looksTyped && bytes.length <= maxFieldBytes && !bytes.includes(0);
}

const utf16Marks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])] as const;

/** A page or a document: what a server sends that failed, and no form. */
const markup = /^\s*<(?:[?!]|\/?[a-z][\w:-]*[\s>/])/i;

/** JSON that became the value of a field without a name, or the name of one without a value. */
const emptyName = /^\s*=(?=\s*[{[])/;
const emptyValue = /(?<=[}\]])=\s*$/;

/** @returns `undefined`: no form that can be read. */
async function readText(body: Buffer, label: Label): Promise<FormBody | undefined> {
  const text = decode(body, label.charset);
  if (text.trim() === '') return { fields: [], files: [] };
  if (markup.test(text)) return undefined;
  const parsed = await parseJson(text.replace(emptyName, '').replace(emptyValue, ''));
  if (parsed) return fromJson(parsed);
  const packed = /^\s*=?%(?:7B|5B)/i.test(text) ? text.replace(/^\s*=|=\s*$/g, '') : undefined;
  const unpacked = packed && (await parseJson(decodeBytes(percentDecoded(packed.replace(/\+/g, ' ')))));
  if (unpacked) return fromJson(unpacked);
  if (looksLikeJson(text)) return undefined;
  const lines = label.mediaType === 'text/plain' ? readTextForm(text) : undefined;
  if (lines) return { fields: lines, files: [] };
  const isLabelled = label.mediaType === 'application/x-www-form-urlencoded';
  if (!isLabelled && !looksUrlencoded(text)) return undefined;
  const fields = readUrlencoded(utf16Of(body) ? Buffer.from(text) : body, label.charset);
  return fields && { fields, files: [] };
}

function fromJson(parsed: object): FormBody | undefined {
  const fields = flatten(parsed);
  return fields && { fields, files: [] };
}

/** By its mark at the beginning, else by the zero that every second byte of plain text is. */
function utf16Of(body: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [little, big] = utf16Marks;
  const start = body.subarray(0, 2);
  if (start.equals(little) || (body.length > 3 && start[0] !== 0 && start[1] === 0 && body[3] === 0))
    return 'utf-16le';
  return start.equals(big) || (body.length > 3 && start[0] === 0 && body[2] === 0 && start[1] !== 0)
    ? 'utf-16be'
    : undefined;
}

function decode(body: Buffer, charset: string | undefined): string {
  const wide = utf16Of(body);
  return wide ? new TextDecoder(wide).decode(body) : decodeBytes(body, charset);
}
