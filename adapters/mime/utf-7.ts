/** UTF-7 (RFC 2152): other writing in 7-bit bytes, as `+AOQ-` for `ä`. Only where a mail says so; nobody guesses it. */

export const utf7Label = /^(?:x-)?(?:cs)?(?:unicode-?(?:1-?1|2-?0)-?)?utf-?7$/i;

/** The `-` belongs to the run; without one it ends at the first sign that is not base64. */
const run = /\+(?:([A-Za-z0-9+/]+)-?|-)/g;

/** What is no valid run stays as it is: "C++", "3+4". */
export function decodeUtf7(text: string): string {
  return text.replace(run, (whole, base64: string | undefined) =>
    base64 === undefined ? '+' : (decodeRun(base64) ?? whole),
  );
}

function decodeRun(base64: string): string | undefined {
  // "+49171555" is a telephone number that somebody forgot to encode.
  if (/^\d+$/.test(base64)) return undefined;
  const bytes = Buffer.from(`${base64}AAA`, 'base64');
  // Whole UTF-16 units; what is left over is less than one sign of base64, and zero.
  const bits = base64.length * 6;
  const units = Math.floor(bits / 16);
  const left = bits - units * 16;
  if (units === 0 || left >= 6 || (bytes[units * 2] ?? 0) >> (8 - left) !== 0) return undefined;
  const text = Buffer.from(bytes.subarray(0, units * 2))
    .swap16()
    .toString('utf16le');
  return text.isWellFormed() ? text : undefined;
}
