import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownSize } from '../../../domain/business/logo.ts';
import { readLogo } from '../../../domain/business/read-logo.ts';
import { aJpeg, aPng } from '../../support/a-logo.ts';

const faultOf = (content: Uint8Array) => {
  const read = readLogo(content);
  return 'fault' in read ? read.fault : undefined;
};
const text = (content: string) => new TextEncoder().encode(content);

describe('a picture that can be a logo', () => {
  test('a PNG has its size in its first chunk', () => {
    const content = aPng(640, 200);
    expect(readLogo(content)).toEqual({ logo: { content, ending: 'png', width: 640, height: 200 } });
  });

  test.each([0xc0, 0xc2])('a JPEG has its own size, not that of the preview in it (frame %i)', (frame) => {
    const content = aJpeg(640, 200, frame);
    expect(readLogo(content)).toEqual({ logo: { content, ending: 'jpg', width: 640, height: 200 } });
  });

  test('what a camera writes behind the picture does not matter', () => {
    expect(faultOf(Uint8Array.from([...aJpeg(), 1, 2, 3]))).toBeUndefined();
  });

  test('lies anywhere in the memory that it was read into', () => {
    const around = Uint8Array.from([7, 7, 7, ...aPng(300, 100), 7]);
    expect(readLogo(around.subarray(3, -1))).toMatchObject({ logo: { width: 300, height: 100 } });
  });
});

describe('what can be no logo is refused with what was found and what is expected', () => {
  test.each([
    ['an SVG drawing', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF file', text('GIF89a...')],
    ['a WebP file', text('RIFF\x01\x02\x03\x04WEBPVP8 ')],
    ['a HEIC or AVIF file', text('\x00\x00\x00\x18ftypheic')],
    ['a PDF file', text('%PDF-1.7')],
    ['a BMP file', text('BM....')],
    ['an empty file', new Uint8Array()],
    ['no picture of a known kind', text('Unser Logo')],
  ])('%s', (found, content) => {
    expect(faultOf(content)).toMatch(new RegExp(`^found ${found}.*, expected a PNG or JPEG file$`));
  });

  test('a file of more than 200 KB', () => {
    const large = aPng(
      400,
      120,
      Array.from({ length: 205_000 }, () => 0),
    );
    expect(faultOf(large)).toBe('found 201 KB, expected at most 200 KB');
  });

  test.each([
    [aPng(3000, 40), '3000 × 40'],
    [aPng(10, 10), '10 × 10'],
    [aJpeg(40, 900), '40 × 900'],
  ])('a picture that nobody could make out', (content, size) => {
    expect(faultOf(content)).toContain(`found ${size} pixels`);
  });

  test.each([
    ['PNG', aPng()],
    ['JPEG', aJpeg()],
  ])('a %s that was cut off anywhere', (name, whole) => {
    for (let length = 8; length < whole.length; length++) {
      expect(faultOf(whole.subarray(0, length)), String(length)).toBe(
        `found a ${name} file that is not whole, expected one that opens`,
      );
    }
  });

  test('whatever the bytes are, there is an answer', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const begins = fc.constantFrom(aPng().subarray(0, 8), aJpeg().subarray(0, 3), new Uint8Array());
    fc.assert(
      fc.property(begins, bytes, (begin, rest) => {
        const read = readLogo(Uint8Array.from([...begin, ...rest]));
        expect('fault' in read ? read.fault : read.logo.width).toBeTruthy();
      }),
    );
  });
});

test('a logo is shown whole in 200 × 60, never larger than it is, and keeps its shape', () => {
  expect(shownSize({ width: 640, height: 200 })).toEqual({ width: 192, height: 60 });
  expect(shownSize({ width: 1200, height: 120 })).toEqual({ width: 200, height: 20 });
  expect(shownSize({ width: 120, height: 40 })).toEqual({ width: 120, height: 40 });
});
