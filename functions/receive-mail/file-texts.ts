/** What can be read in a file, for looking through it. */
import { inflateRawSync, inflateSync } from 'node:zlib';

/** As much as is unpacked of one file, all parts together. */
const maxUnpackedBytes = 20_000_000;
/** Parts of one packed file. */
const maxParts = 500;

/**
 * The texts in a file: as it stands, whatever its charset (what is looked for is plain ASCII, and of UTF-16 only the zeros
 * between go), and what is packed in it, as documents and archives have it (zip, docx, xlsx, odt, pdf). What is drawn as a
 * picture or as single letters is no text.
 */
export function textsOf(content: Uint8Array): string[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.toString('latin1', 0, 1024);
  const packed = start.startsWith('PK\x03\x04')
    ? unzip(bytes)
    : start.includes('%PDF-')
      ? unpackPdf(bytes)
      : [];
  return isPicture(bytes) ? [] : [bytes, ...packed].map(asText);
}

const asText = (bytes: Buffer): string => bytes.toString('utf8').replaceAll('\0', '');

/** Photos are most of what is sent, and there is no text in them that anybody reads. */
function isPicture(bytes: Buffer): boolean {
  const magic = bytes.toString('latin1', 0, 12);
  return /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp(?:heic|heix|mif1|mp4|isom|qt|M4V))/s.test(
    magic,
  );
}

/** Entries one after the other; where an entry does not say how long it is, its stream ends by itself. */
function unzip(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let room = maxUnpackedBytes;
  let at = bytes.indexOf('PK\x03\x04', 0, 'latin1');
  while (at >= 0 && at + 30 <= bytes.length && parts.length < maxParts && room > 0) {
    const method = bytes.readUInt16LE(at + 8);
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (method === 8) {
      const part = unpack(() => inflateRawSync(bytes.subarray(start), { maxOutputLength: room }));
      room -= part.length;
      parts.push(part);
    }
    at = bytes.indexOf('PK\x03\x04', Math.max(start, at + 4), 'latin1');
  }
  return parts;
}

function unpackPdf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let room = maxUnpackedBytes;
  let at = bytes.indexOf('stream');
  while (at >= 0 && parts.length < maxParts && room > 0) {
    const start = at + 'stream'.length + (bytes[at + 6] === 0x0d ? 2 : 1);
    const end = bytes.indexOf('endstream', start);
    const part = unpack(() =>
      inflateSync(bytes.subarray(start, end < 0 ? undefined : end), { maxOutputLength: room }),
    );
    room -= part.length;
    parts.push(part);
    at = end < 0 ? -1 : bytes.indexOf('stream', end + 'endstream'.length);
  }
  return parts;
}

/** Damaged, encrypted or larger than there is room for: what cannot be read has no link that anybody could tap. */
function unpack(inflate: () => Buffer): Buffer {
  try {
    return inflate();
  } catch {
    return Buffer.alloc(0);
  }
}
