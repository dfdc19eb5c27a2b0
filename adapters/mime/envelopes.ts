/** Mails inside of envelopes: S/MIME signs and compresses by packing the whole mail into one file. */

import { type MimePart, readParts } from './mime-parts.ts';
import type { ReadingBudget } from './reading-budget.ts';

/** Unpacked content together: as much as a mail may have, twice, for a mail may be signed and then compressed. */
const maxOpenedBytes = 80 * 1024 * 1024;
/** Signed by the person, by his company and by a gateway: nobody packs more often. */
const maxEnvelopes = 8;

/** The same parts, with each envelope that can be opened in place of a part that has parts. */
export async function openEnvelopes(part: MimePart, budget: ReadingBudget, depth = 0): Promise<MimePart> {
  if (part.children.length > 0) {
    const children: MimePart[] = [];
    for (const child of part.children) children.push(await openEnvelopes(child, budget, depth + 1));
    return children.every((child, i) => child === part.children[i]) ? part : { ...part, children };
  }
  return isEnvelope(part) ? open(part, budget, depth) : part;
}

/** By its type, or by the name that all programs give it where a server on the way took the type for unknown. */
function isEnvelope({ type, disposition }: MimePart): boolean {
  if (/^application\/(x-)?pkcs7-mime$/.test(type.value)) {
    return type.parameters.get('smime-type')?.toLowerCase() !== 'certs-only';
  }
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
  return /^application\//.test(type.value) && /^smime\.p7m$/i.test(name);
}

async function open(part: MimePart, budget: ReadingBudget, depth: number): Promise<MimePart> {
  const sealed = { ...part, sealed: true };
  const room = maxOpenedBytes - budget.openedBytes;
  if (depth >= maxEnvelopes || part.content.length > room) return sealed;
  // Few mails have one: a start of the function does not load the library.
  const { openEnvelope } = await import('./signed-content.ts');
  const envelope = openEnvelope(part.content, room);
  if (envelope.kind !== 'content') return envelope.kind === 'empty' ? part : sealed;
  budget.openedBytes += envelope.bytes.length;
  const content = withoutFrame(envelope.bytes);
  // Documents are signed like this too ("Rechnung.pdf.p7m"): they stay the file that they are.
  if (!isMail(content)) return part;
  const inner = readParts(content, budget, depth + 1);
  // "Content-Type: message/rfc822" around the whole mail protects its headers.
  const mail =
    inner.type.value === 'message/rfc822' ? readParts(Buffer.from(inner.content), budget, depth + 2) : inner;
  return { ...part, content: new Uint8Array(), children: [await openEnvelopes(mail, budget, depth + 2)] };
}

/** Some tools put a blank line before the headers. */
function withoutFrame(bytes: Buffer): Buffer {
  let start = 0;
  while (start < 4 && (bytes[start] === 0x0d || bytes[start] === 0x0a)) start++;
  return bytes.subarray(start);
}

/** How files begin that are signed as documents. PDF, ZIP (Word, Excel), XML (invoices), RTF, old Word, pictures. */
const documents = ['%PDF', 'PK', '<?xml', '{\\rtf', '\xd0\xcf', '\xff\xd8', '\x89PNG'];

/** Headers, or text without any: some tools sign the words alone. */
function isMail(bytes: Buffer): boolean {
  const beginning = bytes.toString('latin1', 0, 1_000);
  return (
    beginning !== '' && !beginning.includes('\0') && !documents.some((start) => beginning.startsWith(start))
  );
}
