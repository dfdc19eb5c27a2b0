/** A raw mail, read: never throws, whatever the bytes are, and takes time in proportion to their number only. */

import type { IncomingMail } from '../../domain/inbound/incoming-mail.ts';
import { assembleMail, emptyMail, type MailContent } from './assemble-mail.ts';
import { oneLine } from './header-block.ts';
import { newBudget } from './reading-budget.ts';

export type ReadMail =
  | ({ readonly result: 'read' } & MailContent)
  | {
      readonly result: 'too-large' | 'unreadable';
      /** What the headers and the beginning of the text give. */
      readonly mail: IncomingMail;
      /** For whoever looks into it; the owner is told by the outcome. */
      readonly reason: string;
    };

/** SES takes 40 MB; nothing bigger can come through the front door. */
const maxMailBytes = 40 * 1024 * 1024;
/** Of a mail that is too big: enough for its headers and the text, which mail programs put before the files. */
const beginningBytes = 1024 * 1024;

/** Reads a raw mail within the caps of rule 6. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  try {
    return await read(withLineFeeds(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)));
  } catch (error) {
    // Not expected; a mail that breaks the reader still becomes a lead that points at it.
    return {
      result: 'unreadable',
      mail: emptyMail(),
      reason: `reading failed: ${oneLine(String(error)).slice(0, 200)}`,
    };
  }
}

async function read(bytes: Buffer): Promise<ReadMail> {
  if (bytes.length > maxMailBytes) {
    const { mail } = await assembleMail(bytes.subarray(0, beginningBytes), newBudget());
    return tooLarge(mail, `larger than ${maxMailBytes / 1024 / 1024} MB`);
  }
  const budget = newBudget();
  const { mail, contents } = await assembleMail(bytes, budget);
  if (budget.excess !== undefined) return tooLarge(mail, budget.excess);
  if (mail.headers.size === 0 && isNothing(bytes)) {
    return { result: 'unreadable', mail: emptyMail(), reason: bytes.length === 0 ? 'empty' : 'no mail' };
  }
  return { result: 'read', mail, contents };
}

function tooLarge({ sealed: _, ...mail }: IncomingMail, reason: string): ReadMail {
  // An envelope that is cut off cannot be opened, and need not be encrypted.
  return { result: 'too-large', mail: { ...mail, files: [], attached: [] }, reason };
}

/** Blank, or bytes that nobody typed: NUL or one control character in ten. */
function isNothing(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 10_000);
  let visible = 0;
  let control = 0;
  for (const byte of sample) {
    if (byte > 0x20) visible++;
    if (byte === 0 || byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d))
      control++;
  }
  return visible === 0 || sample.includes(0) || control > sample.length / 10;
}

/** Old Macs end lines with CR alone (rule 17). If the first line does, all do. */
function withLineFeeds(bytes: Buffer): Buffer {
  const first = bytes.indexOf(0x0d);
  const feed = bytes.indexOf(0x0a);
  if (first < 0 || bytes[first + 1] === 0x0a || (feed >= 0 && feed < first)) return bytes;
  if (bytes[first + 1] === 0x0d && bytes[first + 2] === 0x0a) return bytes;
  const copy = Buffer.from(bytes);
  for (let i = first; i >= 0; i = copy.indexOf(0x0d, i + 1)) if (copy[i + 1] !== 0x0a) copy[i] = 0x0a;
  return copy;
}
