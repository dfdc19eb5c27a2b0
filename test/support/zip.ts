/** Archives as programs write them, each entry compressed; without the directory at the end, which nobody here reads. */
import { deflateRawSync } from 'node:zlib';

export function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(entries).map(([name, content]) => {
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([header, Buffer.from(name), deflateRawSync(content)]);
  });
  return Buffer.concat(parts);
}
