/** Bodies of forms with files, and files that are what their first bytes say. */

export const boundary = '----formBoundary7MA4YWxk';
export const multipart = `multipart/form-data; boundary=${boundary}`;

type APart = readonly [disposition: string, content: string | Uint8Array, headers?: string];

/** `multipart/form-data` as browsers write it; what differs is a matter of the test. */
export function parts(
  list: readonly APart[],
  { newline = '\r\n', mark = boundary, end = '--\r\n' } = {},
): Buffer {
  const pieces = list.flatMap(([disposition, content, headers = '']) => [
    Buffer.from(`--${mark}${newline}Content-Disposition: form-data; ${disposition}${newline}`),
    Buffer.from(headers === '' ? newline : `${headers}${newline}${newline}`),
    Buffer.from(content),
    Buffer.from(newline),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${mark}${end}`)]);
}

const filled = (start: readonly number[] | string, bytes: number): Buffer =>
  Buffer.concat([Buffer.from(start), Buffer.alloc(Math.max(0, bytes - start.length), 0x5a)]);

export const aJpeg = (bytes = 3_000): Buffer => filled([0xff, 0xd8, 0xff, 0xe0], bytes);
export const aPng = (bytes = 3_000): Buffer =>
  filled([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], bytes);
export const aPdf = (bytes = 3_000): Buffer => filled('%PDF-1.7\n', bytes);
/** As an iPhone takes it. */
export const aHeic = (bytes = 3_000): Buffer => filled([0, 0, 0, 24, ...Buffer.from('ftypheic')], bytes);
