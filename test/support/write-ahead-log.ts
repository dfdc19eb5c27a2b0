/** SQLite's write-ahead log as it may lie on the disk after a power cut. https://www.sqlite.org/fileformat2.html#walformat */

const headerBytes = 32;
const frameHeaderBytes = 24;

/** The places, in bytes, at which a transaction is complete: what was synced there is there after a power cut. */
export function commitEnds(log: Buffer): number[] {
  if (log.length < headerBytes) return [];
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  const ends: number[] = [];
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    // The last frame of a transaction says how large the database is after it.
    if (log.readUInt32BE(at + 4) !== 0) ends.push(at + frameBytes);
  }
  return ends;
}
