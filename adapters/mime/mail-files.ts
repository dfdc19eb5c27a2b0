/** What comes with a mail besides its text: files, reports of servers, answers of calendars, other mails. */

import type { CalendarAnswer, MailFile, MailReport } from '../../domain/inbound/incoming-mail.ts';
import { readCalendarAnswer, readCalendarWords } from './calendar-answer.ts';
import { fileName } from './file-name.ts';
import { decodeWords, oneLine, readHeaderBlock } from './header-block.ts';
import { decodeText, isBodyText } from './mail-text.ts';
import type { MimePart } from './mime-parts.ts';
import { readWinmail } from './winmail.ts';

/** A server's report has some 2 KB, the mail that it returns may have files; nothing after this is asked for. */
const maxReportLength = 250_000;
const maxReports = 50;
/** An answer of a calendar has some 2 KB. */
const maxCalendarLength = 100_000;

const reportTypes = new Set([
  'message/delivery-status',
  'message/feedback-report',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
]);

export interface AttachedMail {
  readonly content: Buffer;
}

export interface CollectedFiles {
  readonly files: readonly MailFile[];
  /** By index of the files. */
  readonly contents: readonly Uint8Array[];
  readonly reports: readonly MailReport[];
  /** Mails that hang at this one; they are among the files too. */
  readonly mails: readonly AttachedMail[];
  readonly winmailText: string;
  /** Of an invitation, where nothing answers one. */
  readonly calendarText: string;
  readonly calendar: CalendarAnswer | undefined;
  readonly sealed: 'smime' | 'pgp' | undefined;
  /** A file that somebody encrypted himself: of a mail without words it is the mail. */
  readonly sealedFile: boolean;
}

interface Found {
  readonly files: MailFile[];
  readonly contents: Uint8Array[];
  readonly reports: MailReport[];
  readonly mails: AttachedMail[];
  winmailText: string;
  calendarText: string;
  calendar: CalendarAnswer | undefined;
  sealed: CollectedFiles['sealed'];
  sealedFile: boolean;
}

/** @param texts named parts that are the text of the mail already: no files, unless they were sent as one. */
export function collectFiles(root: MimePart, texts: ReadonlySet<MimePart>): CollectedFiles {
  const found: Found = {
    files: [],
    contents: [],
    reports: [],
    mails: [],
    winmailText: '',
    calendarText: '',
    calendar: undefined,
    sealed: undefined,
    sealedFile: false,
  };
  walk(root, { root, texts, report: reportIn(root) }, false, found);
  return found;
}

/** A person who sends a report on does not make his mail one: only the whole mail is one, signed or not. */
function reportIn(root: MimePart): MimePart | undefined {
  if (root.type.value === 'multipart/report') return root;
  const [signed] = root.type.value === 'multipart/signed' ? root.children : [];
  return signed?.type.value === 'multipart/report' ? signed : undefined;
}

interface Place {
  readonly root: MimePart;
  readonly texts: ReadonlySet<MimePart>;
  readonly report: MimePart | undefined;
}

function walk(part: MimePart, place: Place, inReport: boolean, found: Found): void {
  const { type, children } = part;
  if (/^multipart\/encrypted$|^application\/pgp-encrypted$/.test(type.value)) {
    const smime = /pkcs7/i.test(type.parameters.get('protocol') ?? '');
    found.sealed ??= smime ? 'smime' : 'pgp';
  }
  if (children.length > 0 || type.value.startsWith('multipart/')) {
    for (const child of children) walk(child, place, inReport || part === place.report, found);
    return;
  }
  if (part.sealed) found.sealed ??= 'smime';
  if (isBodyText(part, part === place.root)) return;
  if (place.texts.has(part) && part.disposition.value !== 'attachment') return;
  if (inReport && reportTypes.has(type.value)) addReport(part, found);
  else addPart(part, found);
}

function addReport({ type, content }: MimePart, { reports }: Found): void {
  if (reports.length >= maxReports) return;
  const text = decodeText(content, type.parameters.get('charset'), maxReportLength);
  reports.push({ contentType: type.value, text });
}

function addPart(part: MimePart, found: Found): void {
  const { type } = part;
  const content = Buffer.from(part.content.buffer, part.content.byteOffset, part.content.byteLength);
  const named = givenName(part, content);
  addFile(found, named, type.value, content);
  const name = named?.toLowerCase() ?? '';
  if (isCalendar(type.value, name)) {
    const text = decodeText(content, type.parameters.get('charset'), maxCalendarLength);
    found.calendar ??= readCalendarAnswer(text, type.parameters.get('method'));
    found.calendarText ||= readCalendarWords(text);
  } else if (isMail(type.value, name)) found.mails.push({ content });
  else if (type.value === 'application/ms-tnef' || name === 'winmail.dat') {
    const winmail = readWinmail(content);
    found.winmailText ||= winmail.text;
    for (const { name: inside, bytes } of winmail.files) {
      addFile(found, inside, 'application/octet-stream', bytes);
    }
  } else if (beginsWith(content, '-----BEGIN PGP MESSAGE-----')) found.sealedFile = true;
}

const isCalendar = (type: string, name: string): boolean =>
  /^(text\/calendar|application\/ics|text\/x-vcalendar)$/.test(type) ||
  (/^(application\/octet-stream|text\/plain)$/.test(type) && name.endsWith('.ics'));

/** Web mailers send a saved mail as any file. */
const isMail = (type: string, name: string): boolean =>
  /^message\/(rfc822|global|x-rfc822)$/.test(type) ||
  (/^(application\/octet-stream|text\/plain|application\/(x-)?eml)$/.test(type) && name.endsWith('.eml'));

const beginsWith = (content: Buffer, text: string): boolean =>
  content.toString('latin1', 0, 200).trimStart().startsWith(text);

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

function givenName({ type, disposition }: MimePart, content: Buffer): string | undefined {
  const named = disposition.parameters.get('filename') ?? type.parameters.get('name');
  if (named !== undefined && named !== '') return named;
  if (type.value === 'application/ms-tnef') return 'winmail.dat';
  if (type.value !== 'message/rfc822') return undefined;
  const subject = readHeaderBlock(content, 0, content.length).raw.get('subject')?.[0] ?? '';
  const title = oneLine(decodeWords(subject));
  // A slash in a subject is not a path.
  return title === '' ? undefined : `${title.replace(/[/\\]/g, '-')}.eml`;
}
