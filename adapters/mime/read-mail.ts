/** A raw mail, read: never throws, whatever the bytes are, and takes time in proportion to their number only. */

import type { IncomingMail, MailFile, MailReport } from '../../domain/inbound/incoming-mail.ts';
import { fileName } from './file-name.ts';
import { decodeWords, maxValueLength, oneLine, readHeaderBlock } from './header-block.ts';
import { readAddresses, readDeliveredTo, readFrom, readIds, readMessageId } from './mail-addresses.ts';
import { decodeText, isBodyText, mailText } from './mail-text.ts';
import { type Excess, type MimePart, readParts } from './mime-parts.ts';
import { readWinmail } from './winmail.ts';

interface MailContent {
  readonly mail: IncomingMail;
  /** Contents of `mail.files`, by index. */
  readonly contents: readonly Uint8Array[];
}

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
/** Who writes to 200 people at once does not ask for a plumber. */
const maxRecipients = 200;
/** Ten times the longest newsletter. */
const maxLinks = 10_000;
/** A server's report has some 2 KB, the mail that it returns may have files; nothing after this is asked for. */
const maxReportLength = 250_000;
const maxReports = 50;

const reportTypes = new Set([
  'message/delivery-status',
  'message/feedback-report',
  'message/global-delivery-status',
  'message/disposition-notification',
]);
const returnedTypes = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
]);

/** Reads a raw mail within the caps of rule 6. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  try {
    return read(withLineFeeds(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)));
  } catch (error) {
    // Not expected; a mail that breaks the reader still becomes a lead that points at it.
    return {
      result: 'unreadable',
      mail: emptyMail(),
      reason: `reading failed: ${oneLine(String(error)).slice(0, 200)}`,
    };
  }
}

function read(bytes: Buffer): ReadMail {
  if (bytes.length > maxMailBytes) {
    const { mail } = assemble(bytes.subarray(0, beginningBytes), {});
    return tooLarge(mail, `larger than ${maxMailBytes / 1024 / 1024} MB`);
  }
  const excess: Excess = {};
  const { mail, contents } = assemble(bytes, excess);
  if (excess.reason !== undefined) return tooLarge(mail, excess.reason);
  if (mail.headers.size === 0 && isNothing(bytes)) {
    return { result: 'unreadable', mail: emptyMail(), reason: bytes.length === 0 ? 'empty' : 'no mail' };
  }
  return { result: 'read', mail, contents };
}

function tooLarge(mail: IncomingMail, reason: string): ReadMail {
  return { result: 'too-large', mail: { ...mail, files: [] }, reason };
}

function emptyMail(): IncomingMail {
  const none = {
    from: [],
    attached: [],
    replyTo: [],
    to: [],
    cc: [],
    deliveredTo: [],
    answers: [],
    pairs: [],
    files: [],
    reports: [],
  };
  return {
    ...none,
    fromUnclear: false,
    subject: '',
    headers: new Map(),
    contentType: 'text/plain',
    text: '',
  };
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

function assemble(bytes: Buffer, excess: Excess): MailContent {
  const root = readParts(bytes, excess);
  const { headers: raw } = root;
  const { text, pairs, links } = mailText(root);
  if (links > maxLinks) excess.reason ??= `more than ${maxLinks} links`;
  const to = readAddresses(raw.get('to'));
  const cc = readAddresses(raw.get('cc'));
  const long = [...(raw.get('to') ?? []), ...(raw.get('cc') ?? [])].some(
    ({ length }) => length >= maxValueLength - 1_000,
  );
  if (to.length + cc.length > maxRecipients || long)
    excess.reason ??= `more than ${maxRecipients} recipients`;
  const found = collect(root);
  const messageId = readMessageId(raw.get('message-id'));
  const mail: IncomingMail = {
    ...(messageId === undefined ? {} : { messageId }),
    ...readFrom(raw.get('from')),
    replyTo: readAddresses(raw.get('reply-to')),
    to: to.slice(0, maxRecipients),
    cc: cc.slice(0, maxRecipients),
    deliveredTo: readDeliveredTo(raw),
    subject: decodeLine(raw.get('subject')?.[0] ?? ''),
    answers: [...new Set([...readIds(raw.get('in-reply-to')), ...readIds(raw.get('references'))])],
    headers: new Map([...raw].map(([name, values]) => [name, values.map(decodeLine)])),
    contentType: wholeType(root),
    text: text.trim() === '' ? found.winmailText : text,
    pairs,
    files: found.files,
    reports: found.reports,
    attached: [],
  };
  return { mail, contents: found.contents };
}

function decodeLine(value: string): string {
  return oneLine(decodeWords(value));
}

function wholeType({ type }: MimePart): string {
  const parameters = [...type.parameters].map(([name, value]) => `; ${name}=${value}`);
  return oneLine(type.value + parameters.join('')).toLowerCase();
}

interface Found {
  readonly files: MailFile[];
  readonly contents: Uint8Array[];
  readonly reports: MailReport[];
  winmailText: string;
}

function collect(root: MimePart): Found {
  const found: Found = { files: [], contents: [], reports: [], winmailText: '' };
  walk(root, root, false, found);
  return found;
}

function walk(part: MimePart, root: MimePart, inReport: boolean, found: Found): void {
  const { type, content, children } = part;
  if (children.length > 0 || type.value.startsWith('multipart/')) {
    const report = inReport || type.value === 'multipart/report';
    for (const child of children) walk(child, root, report, found);
    return;
  }
  if (isBodyText(part, part === root)) return;
  if (reportTypes.has(type.value) || (inReport && returnedTypes.has(type.value))) {
    if (found.reports.length < maxReports) {
      const text = decodeText(content, type.parameters.get('charset'), maxReportLength);
      found.reports.push({ contentType: type.value, text });
    }
    return;
  }
  const named = givenName(part);
  addFile(found, named, type.value, content);
  if (type.value !== 'application/ms-tnef' && named?.toLowerCase() !== 'winmail.dat') return;
  const winmail = readWinmail(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  found.winmailText ||= winmail.text;
  for (const { name, bytes } of winmail.files) addFile(found, name, 'application/octet-stream', bytes);
}

function addFile(found: Found, named: string | undefined, contentType: string, content: Uint8Array): void {
  const index = found.files.length;
  found.files.push({
    index,
    name: fileName(named, contentType, index + 1),
    contentType,
    bytes: content.length,
  });
  found.contents.push(content);
}

function givenName({ type, disposition, content }: MimePart): string | undefined {
  const named = disposition.parameters.get('filename') ?? type.parameters.get('name');
  if (named !== undefined && named !== '') return named;
  if (type.value === 'application/ms-tnef') return 'winmail.dat';
  if (type.value !== 'message/rfc822') return undefined;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const subject = decodeLine(readHeaderBlock(bytes, 0, bytes.length).raw.get('subject')?.[0] ?? '');
  // A slash in a subject is not a path.
  return subject === '' ? undefined : `${subject.replace(/[/\\]/g, '-')}.eml`;
}
