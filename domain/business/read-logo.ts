/** Reads a picture that a business wants as its logo: what it is and how large, and whether mail programs show it. */
import { logoRoom, maxLogoSide, type Size, shownSize } from './logo.ts';

/** A picture that can be a logo. */
export interface LogoPicture extends Size {
  readonly content: Uint8Array;
  readonly ending: 'png' | 'jpg';
}

/** Every mail carries it over a phone's network. */
const maxBytes = 200 * 1024;
/** What is shown smaller cannot be made out. */
const minShown = 16;

/**
 * Reads what somebody chose as a logo.
 * @returns the picture, or in one sentence what was found and what is expected.
 */
export function readLogo(content: Uint8Array): { logo: LogoPicture } | { fault: string } {
  if (content.length > maxBytes) {
    return { fault: `found ${Math.ceil(content.length / 1024)} KB, expected at most ${maxBytes / 1024} KB` };
  }
  const format = formats.find(({ begins }) => begins.every((byte, at) => content[at] === byte));
  if (!format) return { fault: `found ${formatOf(content)}, expected a PNG or JPEG file` };
  const size = format.size(new DataView(content.buffer, content.byteOffset, content.byteLength));
  if (!size) return { fault: `found a ${format.name} file that is not whole, expected one that opens` };
  if (Math.max(size.width, size.height) > maxLogoSide) {
    return {
      fault: `found ${size.width} × ${size.height} pixels, expected at most ${maxLogoSide} in each direction`,
    };
  }
  const shown = shownSize(size);
  if (Math.min(shown.width, shown.height) < minShown) {
    return {
      fault: `found ${size.width} × ${size.height} pixels, shown as ${shown.width} × ${shown.height}: expected a picture that can be made out in ${logoRoom.width} × ${logoRoom.height}`,
    };
  }
  return { logo: { content, ending: format.ending, ...size } };
}

const formats: readonly {
  readonly name: string;
  readonly ending: LogoPicture['ending'];
  readonly begins: readonly number[];
  /** `undefined`: the file is cut off or broken. */
  readonly size: (data: DataView) => Size | undefined;
}[] = [
  { name: 'PNG', ending: 'png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], size: pngSize },
  { name: 'JPEG', ending: 'jpg', begins: [0xff, 0xd8, 0xff], size: jpegSize },
];

/** https://www.w3.org/TR/png-3/#5Chunk-layout: the first chunk has the size, the last one is `IEND`. */
function pngSize(data: DataView): Size | undefined {
  const chunkType = (at: number) => (at + 4 <= data.byteLength ? data.getUint32(at) : 0);
  const header = 0x49484452;
  const picture = 0x49444154;
  const end = 0x49454e44;
  if (data.byteLength < 45 || chunkType(12) !== header) return undefined;
  let at = 8;
  let hasPicture = false;
  while (chunkType(at + 4) !== end) {
    hasPicture ||= chunkType(at + 4) === picture;
    // Length, type and checksum are four bytes each.
    at += 12 + chunkType(at);
    if (at + 12 > data.byteLength) return undefined;
  }
  return hasPicture ? positive({ width: data.getUint32(16), height: data.getUint32(20) }) : undefined;
}

/** ITU T.81, B.1.1.3: segments up to a start of frame, which has the size; the file ends with `EOI`. */
function jpegSize(data: DataView): Size | undefined {
  let ends = data.byteLength - 2;
  // Cameras and phones write more behind the picture.
  while (ends > 2 && data.getUint16(ends) !== 0xffd9) ends--;
  let at = 2;
  let size: Size | undefined;
  while (at + 4 <= ends) {
    const marker = data.getUint16(at);
    if (marker === 0xffff) at += 1;
    // Start of scan: the picture itself.
    else if (marker === 0xffda) return size && positive(size);
    // Start of frame, of whatever kind; the others in this range are tables.
    else if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      if (at + 9 > ends) return undefined;
      size = { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
      at += 2 + data.getUint16(at + 2);
    } else if (marker < 0xff01) return undefined;
    else at += 2 + data.getUint16(at + 2);
  }
  return undefined;
}

const positive = (size: Size): Size | undefined => (size.width > 0 && size.height > 0 ? size : undefined);

/** What people try instead, in words. */
function formatOf(content: Uint8Array): string {
  const start = String.fromCharCode(...content.subarray(0, 1_000));
  if (start === '') return 'an empty file';
  if (/<svg[\s>]/i.test(start)) return 'an SVG drawing, which mail programs do not show';
  if (start.startsWith('GIF8')) return 'a GIF file';
  if (/^RIFF....WEBP/s.test(start)) return 'a WebP file, which Outlook does not show';
  if (/^....ftyp(heic|mif1|avif)/s.test(start)) return 'a HEIC or AVIF file, which mail programs do not show';
  if (start.startsWith('%PDF')) return 'a PDF file';
  if (start.startsWith('BM')) return 'a BMP file';
  return 'no picture of a known kind';
}
