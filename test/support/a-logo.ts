/** Pictures as people choose them for a logo: the parts of a file that tell what it is and how large. */

const word = (value: number) => [value >> 8, value & 255];
const long = (value: number) => [...word(value >>> 16), ...word(value & 0xffff)];
const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const chunk = (type: string, data: readonly number[] = []) => [
  ...long(data.length),
  ...letters(type),
  ...data,
  ...long(0),
];

export function aPng(width = 400, height = 120, filling: readonly number[] = [1, 2, 3]): Uint8Array {
  return Uint8Array.from([
    ...[0x89, ...letters('PNG\r\n'), 0x1a, 0x0a],
    ...chunk('IHDR', [...long(width), ...long(height), 8, 6, 0, 0, 0]),
    ...chunk('IDAT', filling),
    ...chunk('IEND'),
  ]);
}

/** With what cameras write before the picture, in which the size of a small preview stands. */
export function aJpeg(width = 400, height = 120, startOfFrame = 0xc0): Uint8Array {
  const segment = (marker: number, data: readonly number[]) => [
    0xff,
    marker,
    ...word(data.length + 2),
    ...data,
  ];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe1, [...letters('Exif'), 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9]),
    ...segment(0xc4, [0, 1, 2]),
    0xff,
    ...segment(startOfFrame, [8, ...word(height), ...word(width), 3, 1, 0x22, 0]),
    ...segment(0xda, [1, 2, 3]),
    ...[0xff, 0xd9],
  ]);
}

/** As it is stored in a business. */
export const aStoredLogo = {
  file: `logo/${'3f9a'.repeat(8)}.png`,
  alt: 'Muster Haustechnik',
  width: 400,
  height: 100,
};
