/** Bytes of a mail as text, whatever the label says (rule 16). */

import { decodeOldCharset, standardName } from './old-charsets.ts';
import { decodeUtf7, utf7Label } from './utf-7.ts';

// Several Node releases decoded windows-1252 as plain Latin-1, and every euro sign became a control character.
if (new TextDecoder('windows-1252').decode(Uint8Array.of(0x80)) !== '€') {
  throw new Error("TextDecoder('windows-1252') is broken in this Node release: 0x80 must be the euro sign");
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
/** For the bytes from 0x80 on. */
const windows1252AsUtf8 = Array.from({ length: 128 }, (_, i) =>
  Buffer.from(windows1252.decode(Uint8Array.of(0x80 + i))),
);
/** Charsets whose bytes are valid UTF-8 by accident: they hide other writing in 7-bit bytes. */
const sevenBit = /^iso-?2022-/i;
/** Half of the bytes are zero, which is valid UTF-8 too. */
const wide = /^(utf-?16|ucs-?2|unicode$)/i;

/** Strict UTF-8, else the declared charset if it is known, else windows-1252 for what is not UTF-8. */
export function decodeBytes(bytes: Uint8Array, declared?: string): string {
  const label = declared?.trim().replace(/^["']|["']$/g, '') ?? '';
  if (sevenBit.test(label) || (wide.test(label) && bytes.includes(0))) {
    const text = decodeAs(bytes, label);
    if (text !== undefined) return text;
  }
  const utf8 = tryDecode(strictUtf8, bytes);
  if (utf8 !== undefined) return utf7Label.test(label) ? decodeUtf7(utf8) : utf8;
  const claimsUtf8 = label === '' || /^utf-?8/i.test(label);
  return (claimsUtf8 ? undefined : decodeAs(bytes, label)) ?? decodeMixed(bytes);
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  const old = decodeOldCharset(bytes, label);
  if (old !== undefined) return old;
  try {
    return tryDecode(new TextDecoder(standardName(label), { fatal: true }), bytes);
  } catch {
    return undefined;
  }
}

function tryDecode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Each sequence that is UTF-8 as UTF-8, any other byte as windows-1252. One damaged byte, or a footer that a list
 * added in another charset, does not spoil the rest; a text that is windows-1252 throughout comes out as it is.
 */
function decodeMixed(bytes: Uint8Array): string {
  // No character of windows-1252 needs more than three bytes.
  const utf8 = Buffer.alloc(bytes.length * 3);
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const size = sequenceLength(bytes, i);
    if (size === 0) {
      for (const byte of windows1252AsUtf8[(bytes[i] ?? 0) - 0x80] ?? []) utf8[length++] = byte;
      i++;
    } else {
      for (const end = i + size; i < end; i++) utf8[length++] = bytes[i] ?? 0;
    }
  }
  return utf8.toString('utf8', 0, length);
}

/** How many bytes the UTF-8 character at `i` has; 0: it is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const at = (offset: number) => bytes[i + offset] ?? 0;
  const follows = (offset: number) => (at(offset) & 0xc0) === 0x80;
  const first = at(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if (!follows(1) || !follows(2)) return 0;
    if (first === 0xe0 && at(1) < 0xa0) return 0;
    return first === 0xed && at(1) > 0x9f ? 0 : 3;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if (first === 0xf0 && at(1) < 0x90) return 0;
    return first === 0xf4 && at(1) > 0x8f ? 0 : 4;
  }
  return 0;
}
