/** PGP inside of text, as people paste it: what was signed can be read, what was encrypted cannot. */

const signedBegin = '-----BEGIN PGP SIGNED MESSAGE-----';
const signatureBegin = '-----BEGIN PGP SIGNATURE-----';
const signatureEnd = '-----END PGP SIGNATURE-----';
const messageBegin = '-----BEGIN PGP MESSAGE-----';
const messageEnd = '-----END PGP MESSAGE-----';

export interface Unarmoured {
  /** What can be read: signed words without the frame around them, and whatever stands beside it. */
  readonly text: string;
  /** Something was encrypted; it is left out. */
  readonly sealed: boolean;
}

/** One pass over the lines. Quoted frames (`> -----BEGIN …`) are somebody else's and stay. */
export function unarmour(text: string): Unarmoured {
  if (!text.includes('-----BEGIN PGP ')) return { text, sealed: false };
  const kept: string[] = [];
  let state: 'outside' | 'signed-headers' | 'signed' | 'signature' | 'message' = 'outside';
  let sealed = false;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (bare === signedBegin) state = 'signed-headers';
    else if (bare === messageBegin) {
      state = 'message';
      sealed = true;
    } else if (state === 'signed-headers') {
      // "Hash: SHA256" and its like, up to a blank line.
      if (bare === '') state = 'signed';
      else if (!/^[A-Za-z-]{2,20}: /.test(bare)) {
        state = 'signed';
        kept.push(line);
      }
    } else if (state === 'signed') {
      if (bare === signatureBegin) state = 'signature';
      // A line that begins with a dash was escaped.
      else kept.push(line.startsWith('- ') ? line.slice(2) : line);
    } else if (state === 'signature') {
      if (bare === signatureEnd) state = 'outside';
    } else if (state === 'message') {
      if (bare === messageEnd) state = 'outside';
    } else kept.push(line);
  }
  return { text: kept.join('\n'), sealed };
}
