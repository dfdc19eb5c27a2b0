/** What the first bytes of a file say it is: the kinds that people send with a request. */

interface Signature {
  readonly contentType: string;
  readonly matches: (start: string) => boolean;
}

const begins =
  (signature: string) =>
  (start: string): boolean =>
    start.startsWith(signature);

/** A container of the MPEG family names what it holds behind the word `ftyp`. */
const brand =
  (brands: RegExp) =>
  (start: string): boolean =>
    start.startsWith('ftyp', 4) && brands.test(start.slice(8, 12));

const riff =
  (kind: string) =>
  (start: string): boolean =>
    start.startsWith('RIFF') && start.startsWith(kind, 8);

/** As Latin-1. The first that matches counts. */
const signatures: readonly Signature[] = [
  { contentType: 'image/jpeg', matches: begins('\xff\xd8\xff') },
  { contentType: 'image/png', matches: begins('\x89PNG\r\n\x1a\n') },
  { contentType: 'image/gif', matches: begins('GIF8') },
  { contentType: 'image/webp', matches: riff('WEBP') },
  { contentType: 'image/heic', matches: brand(/^(?:hei[cmsx]|hev[cmx]|mif1|msf1)/) },
  { contentType: 'image/avif', matches: brand(/^avi[fs]/) },
  { contentType: 'image/tiff', matches: begins('II*\0') },
  { contentType: 'image/tiff', matches: begins('MM\0*') },
  { contentType: 'application/pdf', matches: begins('%PDF-') },
  { contentType: 'application/zip', matches: begins('PK\x03\x04') },
  { contentType: 'video/quicktime', matches: brand(/^qt/) },
  { contentType: 'audio/mp4', matches: brand(/^M4A/) },
  { contentType: 'video/mp4', matches: brand(/^(?:isom|iso\d|mp4\d|avc1|M4V|3gp)/) },
  { contentType: 'video/webm', matches: begins('\x1aE\xdf\xa3') },
  { contentType: 'audio/ogg', matches: begins('OggS') },
  { contentType: 'audio/wav', matches: riff('WAVE') },
  { contentType: 'audio/amr', matches: begins('#!AMR') },
  { contentType: 'audio/mpeg', matches: begins('ID3') },
  { contentType: 'application/rtf', matches: begins('{\\rtf') },
];

/** @returns `undefined`: none of these kinds. */
export function recogniseFile(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(({ matches }) => matches(start))?.contentType;
}

/** Kinds that are made of a zip: their own name says more. */
const zipped = /^application\/(?:vnd\.(?:openxmlformats|oasis)|msword|x-zip|epub)/;

/**
 * What a file is: as its bytes say where they say something. What only claims to be a picture is none, and is no page to be
 * shown either.
 */
export function contentTypeOf(bytes: Uint8Array, declared: string): string {
  const seen = recogniseFile(bytes);
  const claimed = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(declared) ? declared.toLowerCase() : '';
  if (seen === 'application/zip' && zipped.test(claimed)) return claimed;
  if (seen !== undefined) return seen;
  return claimed === '' || claimed.startsWith('image/') ? 'application/octet-stream' : claimed;
}
