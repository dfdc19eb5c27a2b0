/** Undoes the transfer encoding of a part; what is damaged or not encoded at all comes out as it stands. */

/** The bytes of a part as they were before they were encoded for the way. */
export function undoTransferEncoding(bytes: Uint8Array, encoding: string, isText: boolean): Uint8Array {
  switch (encoding.toLowerCase().replace(/[;\s].*$/, '')) {
    case 'base64':
      return fromBase64(bytes, isText);
    case 'quoted-printable':
      return fromQuotedPrintable(bytes);
    default:
      return bytes;
  }
}

/** A base64 text has no blank inside a line; words have one in seven bytes, and a text that claims to be base64 is a lie. */
const foreignShare = 1 / 10;

/** Leaves out what is not base64; a text that is mostly not stays as it is. */
export function fromBase64(bytes: Uint8Array, isText: boolean): Uint8Array {
  const result = Buffer.alloc(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let foreign = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const value = base64Values[byte] ?? -1;
    if (value >= 0) {
      bits = ((bits << 6) | value) & 0xffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        result[length++] = bits >> count;
      }
    } else if (byte === 0x3d) {
      // Padding may stand in the middle, where two encoded pieces were put together.
      count = 0;
    } else if (byte !== 0x0d && byte !== 0x0a) foreign++;
  }
  return isText && foreign > bytes.length * foreignShare ? bytes : result.subarray(0, length);
}

/** Both alphabets, the one for addresses too. */
const base64Values = new Int8Array(256).fill(-1);
for (const [value, sign] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries()) {
  base64Values[sign.charCodeAt(0)] = value;
}
base64Values[0x2d] = 62;
base64Values[0x5f] = 63;

function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const result = Buffer.alloc(bytes.length);
  let length = 0;
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x3d) {
      const high = hexDigit(bytes[i + 1]);
      const low = hexDigit(bytes[i + 2]);
      if (high >= 0 && low >= 0) {
        result[length++] = high * 16 + low;
        i += 3;
        continue;
      }
      const next = afterSoftBreak(bytes, i + 1);
      if (next > 0) {
        i = next;
        continue;
      }
    }
    result[length++] = byte;
    i++;
  }
  return result.subarray(0, length);
}

/** Where the line after a soft line break begins; 0: it is none. */
function afterSoftBreak(bytes: Uint8Array, from: number): number {
  let i = from;
  while (bytes[i] === 0x20 || bytes[i] === 0x09) i++;
  if (i >= bytes.length) return i;
  if (bytes[i] === 0x0d) i++;
  else if (bytes[i] !== 0x0a) return 0;
  return bytes[i] === 0x0a ? i + 1 : i;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
