/** winmail.dat (TNEF): what Outlook sends to people whose program it takes for Outlook. Text and files are read. */

import { decodeBytes } from './charset.ts';

export interface Winmail {
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const signature = 0x223e9f78;
/** The attributes we read; all others are layout and administration. */
const attribute = { body: 0x0002800c, file: 0x00069002, fileName: 0x00018010, fileData: 0x0006800f } as const;
/** As for a mail's own parts. */
const maxFiles = 100;

/** Never throws; a damaged file gives what stood before the damage. Formatted-only text (RTF) is not read. */
export function readWinmail(bytes: Buffer): Winmail {
  const files: { name: string; bytes: Uint8Array }[] = [];
  let text = '';
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return { text, files };
  // Level (1), attribute (4), length (4), content, checksum (2).
  let position = 6;
  while (position + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(position + 1);
    const length = bytes.readUInt32LE(position + 5);
    const start = position + 9;
    if (start + length > bytes.length) break;
    const content = bytes.subarray(start, start + length);
    position = start + length + 2;
    if (id === attribute.body) text ||= readString(content);
    else if (id === attribute.file) {
      if (files.length >= maxFiles) break;
      files.push({ name: '', bytes: new Uint8Array() });
    } else if (id === attribute.fileName || id === attribute.fileData) {
      const file = files.at(-1);
      if (file && id === attribute.fileName) file.name = readString(content);
      else if (file) file.bytes = content;
    }
  }
  return { text, files: files.filter((file) => file.bytes.length > 0) };
}

function readString(content: Buffer): string {
  const end = content.indexOf(0);
  return decodeBytes(end < 0 ? content : content.subarray(0, end)).replace(/\r\n?/g, '\n');
}
