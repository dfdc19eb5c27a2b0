/**
 * Envelopes of S/MIME (RFC 8551): the mail inside a signed or a compressed one, as bytes. No signature is verified: who
 * wrote is known by other means, and a mail that is signed wrongly is a person's mail all the same. Loaded only for mails
 * that have such an envelope.
 */
import { inflateSync } from 'node:zlib';
import { type BaseBlock, Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';

export type Envelope =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  /** Signed beside it or not at all: certificates only, nothing to read. */
  | { readonly kind: 'empty' }
  /** Encrypted, damaged, or none of what we know. */
  | { readonly kind: 'sealed' };

const signedData = '1.2.840.113549.1.7.2';
const compressedData = '1.2.840.113549.1.9.16.1.9';

/** Programs cut the content into pieces of 1,000 or 4,096 bytes: 40 MB make 40,000. */
const maxNodes = 100_000;
/** What honest programs nest stays below ten. */
const maxDepth = 30;

/**
 * @param bytes DER or BER, also of indefinite length, as Outlook and Apple write it.
 * @param maxBytes of what comes out.
 */
export function openEnvelope(bytes: Uint8Array, maxBytes: number): Envelope {
  const result = readBlocks(bytes);
  if (!result) return { kind: 'sealed' };
  const [type, wrapped] = childrenOf(result);
  const [data] = childrenOf(wrapped);
  const kind = type instanceof ObjectIdentifier ? type.valueBlock.toString() : '';
  if (kind !== signedData && kind !== compressedData) return { kind: 'sealed' };
  // Version and algorithms stand before the content, signatures after it.
  const [contentType, content] = childrenOf(childrenOf(data).slice(1, 4).find(isEncapsulated));
  if (!(contentType instanceof ObjectIdentifier)) return { kind: 'sealed' };
  if (content === undefined) return { kind: 'empty' };
  const [octets] = childrenOf(content);
  const pieces: Uint8Array[] = [];
  if (!collectOctets(octets, pieces)) return { kind: 'sealed' };
  const packed = Buffer.concat(pieces);
  return kind === signedData ? { kind: 'content', bytes: packed } : inflate(packed, maxBytes);
}

/** @returns `undefined` if it is damaged. */
function readBlocks(bytes: Uint8Array): BaseBlock | undefined {
  try {
    const { result, offset } = fromBER(bytes, {
      maxDepth,
      maxNodes,
      maxContentLength: bytes.length,
      parseEmbedded: false,
      copyInput: false,
    });
    return offset === -1 ? undefined : result;
  } catch {
    // Most damage shows in the offset, but a time or a text that is none is thrown.
    return undefined;
  }
}

/** A sequence that names a type of content, and not an algorithm, which has no explicit tag. */
function isEncapsulated(block: BaseBlock): boolean {
  const [type, content] = childrenOf(block);
  return (
    block instanceof Sequence &&
    type instanceof ObjectIdentifier &&
    (content === undefined
      ? type.valueBlock.toString().startsWith('1.2.840.113549.1.7.')
      : content.idBlock.tagClass === contextSpecific)
  );
}

const contextSpecific = 3;

function childrenOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Constructed ? (block.valueBlock.value as BaseBlock[]) : [];
}

/** The pieces of a string that was cut, in order. @returns whether it was one. */
function collectOctets(block: BaseBlock | undefined, pieces: Uint8Array[]): boolean {
  if (!(block instanceof OctetString)) return false;
  if (!block.idBlock.isConstructed) {
    pieces.push(block.valueBlock.valueHexView);
    return true;
  }
  // The end of an indefinite length is an element too.
  return block.valueBlock.value.every((piece) =>
    piece instanceof OctetString ? collectOctets(piece, pieces) : piece.idBlock.tagNumber === 0,
  );
}

function inflate(packed: Buffer, maxBytes: number): Envelope {
  try {
    return { kind: 'content', bytes: inflateSync(packed, { maxOutputLength: Math.max(1, maxBytes) }) };
  } catch {
    return { kind: 'sealed' };
  }
}
